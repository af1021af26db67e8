/**
 * Presence: counts with unit, scope, day and source; like beside like only. Changes and expectations are told
 * as ranges, and what coincides is told as coinciding.
 */
import type { Footing } from '../../domain/briefing.ts';
import type { EntryView, PresenceView, SeriesView, SizeView } from '../../domain/presence-views.ts';
import { countOf, daysOf, entryOf, outletOf, passageOf } from './footings.ts';
import { type DraftItem, type DraftSentence, figure, type Ground, quoted, say } from './ground.ts';
import { heading, nameIn, oneLine, sentenceIn } from './plain.ts';
import { shownPresence } from './small-counts.ts';
import { stateName } from './states.ts';

const MOST_SERIES = 8;
const MOST_RELATIONS = 3;
const MOST_DISPLACEMENTS = 3;

/** One item a pair of states. */
export function presenceItems(ground: Ground): readonly DraftItem[] {
  const { facts, phrases, language } = ground;
  if (facts.presence.length === 0) {
    const count = countOf(`${phrases.labels.presence}: 0`, 'presence-pairs');
    return [{ lead: undefined, sentences: [say(ground, phrases.presence.none, [count])] }];
  }
  return facts.presence.map((view) => {
    const [sender, host] = [stateName(view.sender, language), stateName(view.host, language)];
    const sentences = [
      ...view.series
        .slice(0, MOST_SERIES)
        .flatMap((series) => seriesSentences(ground, view, series)),
      ...view.size.readings.flatMap((reading) => sizeSentences(ground, view, reading)),
      ...cannotSentences(ground, view),
      ...displacementSentences(ground, view),
      ...relationSentences(ground, view),
      ...supersededSentences(ground, view),
    ];
    const none = say(ground, phrases.presence.noEntry, [pairCount(ground, view, '0')]);
    return {
      lead: phrases.presence.pair(sender, host),
      sentences: sentences.length === 0 ? [none] : sentences,
    };
  });
}

function pairCount(
  { phrases, language }: Ground,
  { sender, host }: PresenceView,
  what: string,
): Footing {
  const pair = phrases.presence.pair(stateName(sender, language), stateName(host, language));
  return countOf(`${phrases.labels.presence}, ${pair}: ${what}`, 'presence', sender, host);
}

/** The newest count of a series, where sources differ on it, and its newest change. */
function seriesSentences(
  ground: Ground,
  view: PresenceView,
  series: SeriesView,
): readonly DraftSentence[] {
  const { presence: words, terms } = ground.phrases;
  const { entries, steps, differing, unverified } = series;
  const newest = entries.findLast(({ count }) => count !== undefined);
  if (newest === undefined) return [];
  const [measure, unit] = [terms.measure[series.measure], terms.unit[series.unit]];
  const [scope, source] = [terms.scope[series.scope], nameIn(newest.source.name) || '—'];
  const footing = entryFooting(ground, series, newest);
  const text = words.entry(
    measure,
    unit,
    scope,
    countWords(ground, newest),
    dayWords(ground, newest),
    source,
  );
  const sentences = [say(ground, text, [footing])];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const apart = differing.find((ids) => ids.includes(newest.id));
  const beside = (apart ?? []).flatMap((id) => byId.get(id) ?? []);
  if (beside.length > 1) {
    const shown = beside.map((one) => entryFooting(ground, series, one));
    sentences.push(
      say(ground, words.differing(beside.map((one) => countWords(ground, one))), shown),
    );
  }
  const step = steps.at(-1);
  const [from, to] = [step && byId.get(step.from), step && byId.get(step.to)];
  if (step && from && to && unverified === undefined) {
    const told = terms.step[`${step.kind} ${step.direction}`];
    const ends = [from, to].map((one) => `${countWords(ground, one)} (${dayWords(ground, one)})`);
    const footings = [
      ...[from, to].map((one) => entryFooting(ground, series, one)),
      pairCount(ground, view, `${step.kind} · ${step.direction}`),
    ];
    sentences.push(say(ground, words.step(ends[0] ?? '', ends[1] ?? '', told), footings));
  }
  if (unverified !== undefined) sentences.push(say(ground, words.unverified, [footing]));
  return sentences;
}

/** Views say "at least 9" in English; the rest is figures. */
function countWords({ phrases }: Ground, { count }: Pick<EntryView, 'count'>): string {
  const shown = count === undefined ? '—' : shownPresence(oneLine(count, 60));
  return shown.replace(/^at least (?=\d)/, `${phrases.presence.atLeast} `);
}

function dayWords({ phrases }: Ground, { asOf, source }: EntryView): string {
  if (asOf !== undefined) return daysOf(asOf);
  return source.date === undefined ? phrases.furniture.undated : oneLine(source.date, 20);
}

function entryFooting(
  ground: Ground,
  { measure, unit, scope }: SeriesView,
  entry: EntryView,
): Footing {
  const { terms } = ground.phrases;
  const words = [
    terms.measure[measure],
    countWords(ground, entry),
    terms.unit[unit],
    terms.scope[scope],
  ];
  return entryOf(entry, words.join('; '));
}

/** A count beside what would be expected, by each set of predictors. */
function sizeSentences(
  ground: Ground,
  view: PresenceView,
  { count, unit, scope, verdict, expected }: SizeView,
): readonly DraftSentence[] {
  if (verdict === 'cannot-say') return [];
  const { presence: words, terms } = ground.phrases;
  const shown = countWords(ground, { count });
  const what = [shown, terms.unit[unit], terms.scope[scope], terms.size[verdict]];
  const text = words.size(shown, terms.unit[unit], terms.scope[scope], terms.size[verdict]);
  const beside = expected.map(({ set, low, high }) => {
    const least = figure(ground, Math.floor(low));
    const most = high === null ? undefined : figure(ground, Math.ceil(high));
    const counted = pairCount(ground, view, [heading(set), least, most ?? ''].join(' · '));
    const by = quoted(ground, set);
    return say(ground, words.expected(least, most, by), [counted]);
  });
  return [say(ground, text, [pairCount(ground, view, what.join(' · '))]), ...beside];
}

function cannotSentences(ground: Ground, view: PresenceView): readonly DraftSentence[] {
  return view.size.cannotSay.slice(0, MOST_SERIES).map((why) => {
    const text = ground.phrases.presence.cannotSay(quoted(ground, why));
    return say(ground, text, [pairCount(ground, view, heading(why))]);
  });
}

/** What coincides, in the desk's own ranges, and what else would leave the same traces. */
function displacementSentences(ground: Ground, view: PresenceView): readonly DraftSentence[] {
  const { presence: words } = ground.phrases;
  return view.displacement.slice(0, MOST_DISPLACEMENTS).flatMap(({ sentences, rivals }) => [
    ...sentences.map((sentence) => {
      const text = sentenceIn(sentence);
      return say(ground, words.coincides(text), [pairCount(ground, view, text)]);
    }),
    ...rivals.map((rival) => {
      const text = words.rivals([quoted(ground, rival)]);
      return say(ground, text, [pairCount(ground, view, heading(rival))]);
    }),
  ]);
}

/** Positions and visits, as articles tell them. */
function relationSentences(ground: Ground, { relations }: PresenceView): readonly DraftSentence[] {
  const told = relations.newest.flatMap(({ passage, evidence }) => {
    const [shown] = evidence;
    const article = shown && ground.articles.get(shown.article);
    if (article === undefined || shown === undefined || passage.trim() === '') return [];
    const text = ground.phrases.presence.relation(outletOf(article), quoted(ground, passage));
    return [say(ground, text, [passageOf(article, shown.span, passage)])];
  });
  return told.slice(0, MOST_RELATIONS);
}

function supersededSentences(ground: Ground, view: PresenceView): readonly DraftSentence[] {
  const n = view.superseded.length;
  if (n === 0) return [];
  const text = ground.phrases.presence.superseded(figure(ground, n), n === 1);
  return [say(ground, text, [pairCount(ground, view, figure(ground, n))])];
}
