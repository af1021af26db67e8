/** Alerts: what was measured, what speaks for it and against it, what else would look the same, what clears it. */

import type { AlertView } from '../../domain/alert-views.ts';
import type { Finding } from '../../domain/alerts.ts';
import type { Footing } from '../../domain/briefing.ts';
import { VERDICTS } from '../../domain/checks.ts';
import type { Worded } from '../../domain/worded.ts';
import { findingWords, measureWords, severityWords, stateWords } from '../alert-wording.ts';
import { alertCount, findingFootings, passagesOf } from './alert-footings.ts';
import { countOf } from './footings.ts';
import { type DraftItem, type DraftSentence, figure, type Ground, quoted, say } from './ground.ts';
import { immodestWord } from './modest-words.ts';
import { heading, nameIn } from './plain.ts';
import { stateName } from './states.ts';

const MOST_ALERTS = 12;
const MOST_QUOTES = 2;

/** One item an alert, the gravest first. */
export function alertItems(ground: Ground): readonly DraftItem[] {
  const { facts, phrases } = ground;
  if (facts.alerts.length === 0) {
    const count = countOf(`${phrases.labels.alerts}: 0`, 'alerts');
    return [{ lead: undefined, sentences: [say(ground, phrases.alert.none, [count])] }];
  }
  return facts.alerts.slice(0, MOST_ALERTS).map((view) => ({
    lead: heading(view.alert.subject),
    sentences: [
      ...measuredSentences(ground, view),
      ...findingSentences(ground, view, view.alert.findings),
      ...quoteSentences(ground, view),
      ...counterSentences(ground, view),
      ...otherwise(ground, view, 'rivals'),
      ...otherwise(ground, view, 'clears'),
    ],
  }));
}

/** An indicator by its title, which somebody wrote into a file. */
export function indicatorName(ground: Ground, { alert, indicator }: AlertView): string {
  return quoted(ground, indicator?.title[ground.language] ?? alert.indicator);
}

function measuredSentences(ground: Ground, view: AlertView): readonly DraftSentence[] {
  const { language } = ground;
  const { alert: words, terms } = ground.phrases;
  const { alert } = view;
  const measured = measureWords(alert.measure, alert.value, language);
  const count = [alertCount(ground, view)];
  const severity = severityWords(alert.severity, language);
  const state = stateWords(alert.state, language);
  const sentences = [
    say(ground, words.measured(indicatorName(ground, view), severity, measured), count),
    say(
      ground,
      words.threshold(figure(ground, alert.threshold), state, terms.estimate[alert.confidence]),
      count,
      alert.confidence,
    ),
  ];
  if (alert.closed !== undefined) {
    sentences.push(say(ground, words.closed(terms.closed[alert.closed]), count));
  }
  if (!alert.stands) sentences.push(say(ground, words.subsided, count));
  return sentences;
}

function findingSentences(
  ground: Ground,
  view: AlertView,
  findings: readonly Finding[],
): readonly DraftSentence[] {
  return findings.map((finding) => {
    const { figures, shown } = figuresOf(ground, finding);
    const text = findingWords({ code: finding.code, figures: shown }, ground.language);
    return say(ground, text, findingFootings(ground, view, finding, figures));
  });
}

function counterSentences(ground: Ground, view: AlertView): readonly DraftSentence[] {
  const { against, noneAgainst } = ground.phrases.alert;
  const counter = findingSentences(ground, view, view.alert.counter);
  if (counter.length === 0) return [say(ground, noneAgainst, [alertCount(ground, view)])];
  return counter.map((sentence) => ({ ...sentence, text: against(sentence.text) }));
}

/** Figures on one line each, states by name; `shown` quotes what would say more than the desk may. */
function figuresOf(
  { language, phrases }: Ground,
  { figures }: Finding,
): { readonly figures: Finding['figures']; readonly shown: Finding['figures'] } {
  const plain = Object.entries(figures).map(([key, value]) => {
    if (typeof value === 'number') return [key, value] as const;
    const isState = key === 'state' || key === 'host';
    return [key, isState ? stateName(value, language) : nameIn(value)] as const;
  });
  const shown = plain.map(([key, value]) => {
    const foreign = typeof value === 'string' && value !== '' && quotes(key, value, language);
    return [key, foreign ? phrases.quote(value) : value] as const;
  });
  return { figures: Object.fromEntries(plain), shown: Object.fromEntries(shown) };
}

function quotes(key: string, value: string, language: Ground['language']): boolean {
  const own = key === 'unit' || key === 'measure' || isVerdict(key, value);
  return !own && (key === 'verdict' || immodestWord(value, language) !== undefined);
}

/** One of the desk's own words for a result, which stands in the sentence as it is called. */
function isVerdict(key: string, value: string): boolean {
  return key === 'verdict' && (VERDICTS as readonly string[]).includes(value);
}

/** The words of the first passages, each of another outlet. */
function quoteSentences(ground: Ground, view: AlertView): readonly DraftSentence[] {
  const refs = view.alert.findings.flatMap(({ refs }) => refs);
  const seen = new Set<string>();
  const passages = passagesOf(ground, view, refs).filter((footing: Footing) => {
    if (footing.kind !== 'passage' || footing.quote === '') return false;
    return !seen.has(footing.source.name) && seen.add(footing.source.name);
  });
  return passages.slice(0, MOST_QUOTES).flatMap((footing) => {
    if (footing.kind !== 'passage') return [];
    const words = ground.phrases.alert.reads(
      footing.source.name || '—',
      quoted(ground, footing.quote),
    );
    return [say(ground, words, [footing])];
  });
}

/** Rivals and what would clear it, in the words of the file of indicators. */
function otherwise(
  ground: Ground,
  { alert, indicator }: AlertView,
  which: 'rivals' | 'clears',
): readonly DraftSentence[] {
  const worded: readonly Worded[] = indicator?.[which] ?? [];
  const texts = worded.map((one) => one[ground.language]).filter((text) => text.trim() !== '');
  return texts.map((text) => {
    const words = ground.phrases.alert[which]([quoted(ground, text)]);
    const { labels } = ground.phrases;
    const source = {
      name: labels.indicators,
      title: nameIn(alert.indicator),
      url: undefined,
      day: undefined,
      digest: alert.indicatorDigest,
    };
    return say(ground, words, [{ kind: 'record', n: 0, words: heading(text), source }]);
  });
}
