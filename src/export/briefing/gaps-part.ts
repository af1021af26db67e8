/** What the briefing does not know: what was not read, who is silent, what is quiet, what is not shown. */

import type { IndicatorReading } from '../../domain/alerts.ts';
import type { BriefingFacts } from '../../domain/briefing.ts';
import { REFUSAL_KINDS } from '../../domain/outcome.ts';
import { measureWords } from '../alert-wording.ts';
import { cascadesShown } from './cascades-part.ts';
import { countOf } from './footings.ts';
import { type DraftItem, type DraftSentence, figure, type Ground, quoted, say } from './ground.ts';
import type { SourceHealth } from './phrases.ts';
import { heading, nameIn } from './plain.ts';
import { languageName } from './states.ts';

const MOST_SOURCES = 12;
const MOST_QUIET = 6;
const MOST_LANGUAGES = 6;

export function gapItems(ground: Ground): readonly DraftItem[] {
  const { leads } = ground.phrases.gap;
  const items: readonly DraftItem[] = [
    { lead: leads.coverage, sentences: coverageSentences(ground) },
    { lead: leads.sources, sentences: sourceSentences(ground) },
    { lead: leads.dates, sentences: dateSentences(ground) },
    { lead: leads.unread, sentences: unreadSentences(ground) },
    { lead: leads.quiet, sentences: quietSentences(ground) },
    { lead: leads.shown, sentences: shownSentences(ground) },
  ];
  return items.filter(({ sentences }) => sentences.length > 0);
}

/** Said last, once it is known what the gate refused. */
export function notWrittenItem(ground: Ground, refused: number): DraftItem {
  const { gap, labels } = ground.phrases;
  const n = figure(ground, refused);
  const count = countOf(`${labels.notWritten}: ${n}`, 'briefing');
  return {
    lead: gap.leads.refused,
    sentences: [say(ground, gap.notWritten(n, refused === 1), [count])],
  };
}

function coverageSentences(ground: Ground): readonly DraftSentence[] {
  const { gap: words, labels } = ground.phrases;
  const { coverage } = ground.facts;
  const n = (value: number): string => figure(ground, value);
  if (coverage.kind === 'files') {
    const { items, articles, unread } = coverage;
    const what = [items, articles, unread].map(n).join(' · ');
    const count = [countOf(`${labels.coverage}: ${what}`, 'status')];
    return [
      say(ground, words.files(n(items), n(articles)), count),
      say(ground, words.unread(n(unread)), count),
      say(ground, words.onlyPublic, count),
    ];
  }
  const { sources, speaking, silent, blocked, waiting } = coverage;
  const what = [sources, speaking, silent, blocked, waiting].map(n).join(' · ');
  const count = [countOf(`${labels.coverage}: ${what}`, 'sources')];
  return [
    say(ground, words.watch(n(sources), n(speaking)), count),
    say(ground, words.silent(n(silent), n(blocked), n(waiting)), count),
    say(ground, words.onlyPublic, count),
  ];
}

function sourceSentences(ground: Ground): readonly DraftSentence[] {
  const { gap: words, labels, terms } = ground.phrases;
  const { gaps } = ground.facts;
  const named = gaps.slice(0, MOST_SOURCES).map(({ source, why }) => {
    const name = nameIn(source) || '—';
    const known = Object.hasOwn(terms.health, why);
    const reason = known ? terms.health[why as SourceHealth] : quoted(ground, why);
    const count = countOf(`${labels.gap}: ${name}; ${heading(why)}`, 'sources');
    return say(ground, words.source(name, reason), [count]);
  });
  const more = gaps.length - MOST_SOURCES;
  if (more <= 0) return named;
  const n = figure(ground, more);
  return [...named, say(ground, words.moreSources(n), [countOf(`${labels.gap}: ${n}`, 'sources')])];
}

function dateSentences(ground: Ground): readonly DraftSentence[] {
  const { gap: words, labels } = ground.phrases;
  const { undated, languages } = ground.facts;
  const sentences: DraftSentence[] = [];
  if (undated > 0) {
    const n = figure(ground, undated);
    const count = countOf(`${labels.undated}: ${n}`, 'status');
    sentences.push(say(ground, words.undated(n, undated === 1), [count]));
  }
  const counts = languages.slice(0, MOST_LANGUAGES).map(({ language, articles }) => {
    return `${languageName(language, ground.language)}: ${figure(ground, articles)}`;
  });
  if (counts.length > 0) {
    const count = countOf(`${labels.articles}: ${counts.join(' · ')}`, 'status');
    sentences.push(say(ground, words.languages(counts), [count]));
  }
  return sentences;
}

function unreadSentences(ground: Ground): readonly DraftSentence[] {
  const { gap: words, labels, terms } = ground.phrases;
  const { refused } = ground.facts;
  const counts = REFUSAL_KINDS.flatMap((kind) => {
    const n = refused[kind] ?? 0;
    return n > 0 ? [`${terms.refusal[kind]}: ${figure(ground, n)}`] : [];
  });
  if (counts.length === 0) return [];
  const count = countOf(`${labels.refused}: ${counts.join(' · ')}`, 'refusals');
  return [say(ground, words.refused(counts), [count])];
}

/** Quiet indicators by how near they come to firing, then those that could not be measured. */
function quietSentences(ground: Ground): readonly DraftSentence[] {
  const { readings } = ground.facts;
  const quiet = readings.filter(({ firing, nearest }) => firing === 0 && nearest !== undefined);
  const nearest = [...quiet].sort((a, b) => nearness(b) - nearness(a)).slice(0, MOST_QUIET);
  const unmeasured = readings.filter(({ cannot }) => cannot !== undefined);
  return [
    ...nearest.map((reading) => nearestSentence(ground, reading)),
    ...unmeasured.map((reading) => cannotSentence(ground, reading)),
  ];
}

/** The share of the threshold that the nearest unit reaches. */
function nearness({ nearest, threshold }: IndicatorReading): number {
  return nearest === undefined ? 0 : nearest.value / Math.max(threshold, Number.MIN_VALUE);
}

function nearestSentence(
  ground: Ground,
  { indicator, measure, threshold, nearest }: IndicatorReading,
): DraftSentence {
  const { gap: words, labels } = ground.phrases;
  const value = measureWords(measure, nearest?.value ?? 0, ground.language);
  const subject = nearest?.subject ?? '';
  const from = figure(ground, threshold);
  const parts = [indicator, heading(subject), value, `≥ ${from}`];
  const count = countOf(`${labels.indicator}: ${parts.join('; ')}`, 'indicators');
  const text = words.nearest(quoted(ground, indicator), quoted(ground, subject), value, from);
  return say(ground, text, [count]);
}

function cannotSentence(ground: Ground, { indicator, cannot }: IndicatorReading): DraftSentence {
  const { gap: words, labels } = ground.phrases;
  const why = heading(cannot ?? '');
  const count = countOf(`${labels.indicator}: ${indicator}; ${why}`, 'indicators');
  return say(ground, words.cannot(quoted(ground, indicator), quoted(ground, why)), [count]);
}

function shownSentences(ground: Ground): readonly DraftSentence[] {
  const { gap: words, labels } = ground.phrases;
  const { facts } = ground;
  const shown = cascadesShown(facts);
  if (facts.cascadesTotal <= shown) return [];
  const [some, all] = [figure(ground, shown), figure(ground, facts.cascadesTotal)];
  const count = countOf(`${labels.cascades}: ${some} / ${all}`, 'cascades');
  return [say(ground, words.shown(some, all), [count])];
}

/** How many sources are silent or cannot be read, or items could not be: of how many. */
export function blindness({ coverage }: BriefingFacts): {
  readonly missing: number;
  readonly of: number;
} {
  return coverage.kind === 'watch'
    ? { missing: coverage.silent + coverage.blocked, of: coverage.sources }
    : { missing: coverage.unread, of: coverage.items };
}
