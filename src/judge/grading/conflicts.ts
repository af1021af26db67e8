/**
 * Conflicts: values about the same thing that differ, side by side, each with what states it. Nothing
 * is averaged and no side is called the right one. Linear in what is given, but for sorting sides.
 */
import { VERDICTS, type Verdict } from '../../domain/checks.ts';
import type { ArticleId, CheckId } from '../../domain/ids.ts';
import type { Conflict, Evidence } from '../../domain/judgement.ts';
import type { Reading } from '../../domain/reading.ts';
import { SPANISH_RESULTS } from '../../domain/spanish-words.ts';
import type { Days } from '../../domain/tenure.ts';
import type { Cascade } from '../../domain/trace.ts';
import { alike } from '../../domain/worded.ts';
import { countItems } from './counts.ts';
import { type RangeItem, rangeConflicts } from './differences.ts';
import { figureConflicts } from './figures.ts';
import { rangeWords } from './stated-days.ts';

/** A reading with the year in which its article was published, where that is one year. */
export interface DatedReading {
  readonly reading: Reading;
  readonly year: string | undefined;
}

/** A day that one article states for an utterance. */
export interface UtteranceDay {
  /** The utterance's key, the same for all articles that carry it; and how it is named. */
  readonly utterance: string;
  readonly name: string;
  readonly days: Days;
  readonly evidence: Evidence;
}

/** What may differ, of one claim or one cascade. */
export interface Comparable {
  readonly cascades: readonly Cascade[];
  readonly readings: readonly DatedReading[];
  readonly checks: readonly { readonly check: CheckId; readonly verdict: Verdict | undefined }[];
  readonly utterances: readonly UtteranceDay[];
  /** The text of an article; undefined where it is not at hand, and then its side has no evidence. */
  readonly textOf: (article: ArticleId) => string | undefined;
}

/** All conflicts: figures, counts, results of checks, days of utterances, in that order. */
export function conflictsOf(given: Comparable): Conflict[] {
  return [
    ...given.cascades.flatMap((cascade) => figureConflicts(cascade, given.textOf)),
    ...rangeConflicts('count', given.readings.flatMap(countItems)),
    ...rangeConflicts('verdict', given.checks.flatMap(verdictItem)),
    ...rangeConflicts('utterance-day', given.utterances.flatMap(dayItem)),
  ];
}

/** Ratings in words that the desk does not know are no side: they may say the same. */
function verdictItem({ check, verdict }: Comparable['checks'][number]): RangeItem[] {
  if (verdict === undefined || verdict === 'other') return [];
  const place = VERDICTS.indexOf(verdict);
  const subject = { en: 'result of the fact-checks', es: 'resultado de las verificaciones' };
  const value = { en: verdict, es: SPANISH_RESULTS[verdict] };
  return [{ key: '', subject, value, low: place, high: place, evidence: [], check }];
}

function dayItem({ utterance, name, days, evidence }: UtteranceDay): RangeItem[] {
  const [low, high] = [Date.parse(days.first), Date.parse(days.last)];
  if (!(low <= high)) return [];
  const value = rangeWords(alike(days.first), alike(days.last));
  const subject = { en: `day of the utterance: ${name}`, es: `día de la declaración: ${name}` };
  return [{ key: utterance, subject, value, low, high, evidence: [evidence] }];
}
