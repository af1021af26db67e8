/**
 * Alerts: a note on what each is about, with what speaks for it, what against it, what else would look
 * the same and what would clear it; and the same in Spanish, since the desk has both. Never a STIX
 * `indicator`. Who at the desk handled it, and what they noted, stays there.
 */
import type { AlertPassage, AlertView } from '../../domain/alert-views.ts';
import type { EvidenceRef, Finding } from '../../domain/alerts.ts';
import type { ExportAlert } from '../../domain/exports.ts';
import type { ArticleId, CascadeId } from '../../domain/ids.ts';
import type { Estimate } from '../../domain/judgement.ts';
import {
  findingWords,
  measureWords,
  severityWords,
  type WordingLanguage,
} from '../alert-wording.ts';
import { type Desk, domainObject, type Times } from './desk.ts';
import { deskProperties } from './extensions.ts';
import { excerptOf, nameOf } from './foreign.ts';
import { isNew, type Known, lookUp } from './known.ts';
import { present, type StixObject } from './object.ts';
import { patternObjects } from './patterns.ts';
import { note } from './relations.ts';
import { firstOf, stamp } from './stamps.ts';
import { alertTechniques } from './techniques.ts';

/** STIX 2.1, appendix A: the DNI scale, in numbers. */
const CONFIDENCE: Readonly<Record<Estimate, number>> = {
  'almost no chance': 5,
  'very unlikely': 15,
  unlikely: 30,
  'roughly even chance': 50,
  likely: 70,
  'very likely': 85,
  'almost certain': 95,
};

const LABELS = {
  en: {
    ...{ alert: 'Alert', for: 'Speaks for it', against: 'Speaks against it' },
    ...{
      rival: 'Would look the same',
      clear: 'Would clear it',
      shown: 'Words',
      more: 'Further passages',
    },
    caution: 'A reason to look, not a verdict on anybody.',
  },
  es: {
    ...{ alert: 'Alerta', for: 'A favor', against: 'En contra' },
    ...{
      rival: 'Parecería lo mismo',
      clear: 'La descartaría',
      shown: 'Palabras',
      more: 'Otros pasajes',
    },
    caution: 'Un motivo para mirar, no un juicio sobre nadie.',
  },
} as const;

/** Most quoted passages that a note brings. */
const MOST_PASSAGES = 20;

/** The note, its Spanish text, and the techniques that its evidence bears out. */
export function* alertObjects(
  desk: Desk,
  known: Known,
  { view }: ExportAlert,
): Iterable<StixObject> {
  const { alert } = view;
  const created = firstOf(alert.raisedAt, alert.at);
  const times = { created, modified: firstOf(alert.measuredAt, created) };
  const about = aboutOf(known, alert.unit);
  const refs = [...alert.findings, ...alert.counter].flatMap((finding) => refsOf(known, finding));
  if (about !== undefined) refs.unshift(about);
  const made = note(
    desk,
    { abstract: abstractOf(view, 'en'), content: wordsOf(view, 'en'), refs },
    times,
    {
      lang: 'en',
      confidence: CONFIDENCE[alert.confidence],
      extensions: deskProperties(
        present({
          ...{ alert: alert.id, measure: alert.measure, state: alert.state, stands: alert.stands },
          ...{ alert_severity: alert.severity, estimate: alert.confidence },
          value: Number.isFinite(alert.value) ? alert.value : undefined,
          threshold: Number.isFinite(alert.threshold) ? alert.threshold : undefined,
        }),
      ),
    },
  );
  if (!isNew(known, made.id)) return;
  yield made;
  yield inSpanish(desk, view, made, times);
  if (about === undefined) return;
  const techniques = { from: about, basis: `alert:${alert.id}`, times };
  yield* patternObjects(desk, known, techniques, alertTechniques(view));
}

/** The narrative or report that an alert is about, where it is about one. */
function aboutOf(known: Known, unit: string): string | undefined {
  const [kind, id = ''] = unit.split(':', 2);
  if (kind === 'cascade') return lookUp('narrative', known.narratives, id as CascadeId);
  return kind === 'article' ? lookUp('report', known.reports, id as ArticleId) : undefined;
}

function refsOf(known: Known, { refs }: Finding): string[] {
  return refs.map((ref) => refOf(known, ref)).filter((id) => id !== undefined);
}

function refOf(known: Known, ref: EvidenceRef): string | undefined {
  switch (ref.kind) {
    case 'passage':
    case 'article':
      return lookUp('report', known.reports, ref.article);
    case 'cascade':
      return lookUp('narrative', known.narratives, ref.cascade);
    case 'check':
      return lookUp('narrative', known.claims, ref.check);
    case 'entry':
      return lookUp('note', known.entries, ref.entry);
    case 'source':
      return undefined;
  }
}

/** Not a word of it changes when the alert is measured again, so that the note keeps its identifier. */
function abstractOf({ alert, indicator }: AlertView, language: WordingLanguage): string {
  const title = nameOf(indicator?.title[language] ?? alert.indicator, alert.measure);
  return `${LABELS[language].alert} ${alert.id}: ${title}: ${nameOf(alert.subject, '?')}`;
}

function wordsOf({ alert, indicator, passages }: AlertView, language: WordingLanguage): string[] {
  const labels = LABELS[language];
  const told = (label: string, findings: readonly Finding[]) =>
    findings.map((finding) => `${label}: ${excerptOf(findingWords(finding, language)) ?? ''}`);
  const stated = (label: string, sentences: readonly { en: string; es: string }[] = []) =>
    sentences.map((sentence) => `${label}: ${excerptOf(sentence[language]) ?? ''}`);
  const why = excerptOf(indicator?.why[language]);
  return [
    `${measureWords(alert.measure, alert.value, language)} (${severityWords(alert.severity, language)}).`,
    ...(why === undefined ? [] : [why]),
    ...told(labels.for, alert.findings),
    ...told(labels.against, alert.counter),
    ...stated(labels.rival, indicator?.rivals),
    ...stated(labels.clear, indicator?.clears),
    ...passages.slice(0, MOST_PASSAGES).flatMap((passage) => quoteWords(passage, labels.shown)),
    ...(passages.length > MOST_PASSAGES
      ? [`${labels.more}: ${passages.length - MOST_PASSAGES}.`]
      : []),
    labels.caution,
  ];
}

/** The words alone; what stands around them in the article is left out, so that nothing runs on. */
function quoteWords({ quote, label, article }: AlertPassage, shown: string): string[] {
  const words = excerptOf(quote);
  if (words === undefined) return [];
  return [`${shown} (${nameOf(article?.outlet ?? label, '?')}): “${words}”`];
}

function inSpanish(desk: Desk, view: AlertView, made: StixObject, times: Times): StixObject {
  const parts = { object_ref: made.id, lang: 'es' };
  return domainObject(desk, 'language-content', parts, times, {
    object_ref: made.id,
    object_modified: stamp(Math.max(times.created, times.modified ?? times.created)),
    contents: {
      es: { abstract: abstractOf(view, 'es'), content: wordsOf(view, 'es').join('\n') },
    },
  });
}
