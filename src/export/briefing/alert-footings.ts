/** What shows an alert and each of its findings. */
import type { AlertPassage, AlertView } from '../../domain/alert-views.ts';
import type { EvidenceRef, Finding } from '../../domain/alerts.ts';
import type { Footing } from '../../domain/briefing.ts';
import { measureWords, severityWords, stateWords } from '../alert-wording.ts';
import { checkOf, countOf, headlineOf, passageOf } from './footings.ts';
import { figure, type Ground } from './ground.ts';
import { excerpt, heading, nameIn, oneLine } from './plain.ts';

/** Passages under one sentence: more of them would bury it. */
const MOST_PASSAGES = 4;

/** The alert itself as the desk measured it. */
export function alertCount(ground: Ground, { alert, indicator }: AlertView): Footing {
  const { phrases, language } = ground;
  const words = [
    alert.subject,
    indicator?.title[language] ?? alert.indicator,
    measureWords(alert.measure, alert.value, language),
    `≥ ${figure(ground, alert.threshold)}`,
    severityWords(alert.severity, language),
    stateWords(alert.state, language),
    `${phrases.labels.confidence}: ${phrases.terms.estimate[alert.confidence]}`,
  ];
  const what = words.map((word) => heading(word)).join('; ');
  return countOf(`${phrases.labels.alert}: ${what}`, 'alert', alert.id);
}

/** A finding with its figures, and the passages that it rests on. */
export function findingFootings(
  ground: Ground,
  view: AlertView,
  finding: Finding,
  figures: Finding['figures'],
): readonly Footing[] {
  const values = Object.entries(figures).map(([key, value]) => `${key}: ${value}`);
  // The share that the sentence of this finding states is fixed.
  const fixed = finding.code === 'usual-gap' ? ['95 %'] : [];
  const what = [finding.code, ...values, ...fixed].join('; ');
  return [
    ...passagesOf(ground, view, finding.refs).slice(0, MOST_PASSAGES),
    countOf(`${ground.phrases.labels.finding}: ${what}`, 'alert', view.alert.id),
  ];
}

/** What stands behind references, where the view has it. */
export function passagesOf(
  ground: Ground,
  { passages }: AlertView,
  refs: readonly EvidenceRef[],
): readonly Footing[] {
  const byRef = new Map(passages.map((passage) => [JSON.stringify(passage.ref), passage]));
  return refs.flatMap((ref) => {
    const passage = byRef.get(JSON.stringify(ref));
    return passage === undefined ? [] : [footingOf(ground, passage)];
  });
}

function footingOf(ground: Ground, passage: AlertPassage): Footing {
  const { ref, label, quote } = passage;
  switch (ref.kind) {
    case 'passage':
    case 'article': {
      const article = ground.articles.get(ref.article);
      if (ref.kind === 'article' || quote === undefined) {
        return article === undefined ? recordOf(passage) : headlineOf(article);
      }
      if (article !== undefined) return passageOf(article, ref.span, quote);
      return strangerPassage(passage, ref.span, quote);
    }
    case 'check': {
      const check = ground.checks.get(ref.check);
      return check === undefined ? recordOf(passage) : checkOf(check);
    }
    case 'cascade': {
      const { labels } = ground.phrases;
      return countOf(`${labels.cascade}: ${heading(label)}`, 'show', ref.cascade);
    }
    case 'entry':
    case 'source':
      return recordOf(passage);
  }
}

/** A passage of an article of which the facts hold no more than its outlet. */
function strangerPassage(
  { label, article, language }: AlertPassage,
  span: { readonly begin: number; readonly end: number },
  quote: string,
): Footing {
  return {
    kind: 'passage',
    n: 0,
    quote: excerpt(quote),
    span,
    language: language ?? 'und',
    source: sourceOf(nameIn(article?.outlet ?? ''), heading(label)),
  };
}

function recordOf({ label, article }: AlertPassage): Footing {
  const words = excerpt(oneLine(label));
  return { kind: 'record', n: 0, words, source: sourceOf(nameIn(article?.outlet ?? label), '') };
}

function sourceOf(name: string, title: string) {
  return { name, title, url: undefined, day: undefined, digest: undefined };
}
