/** Presence for a terminal: series apart by unit and scope, then what can be said of them. */
import type {
  EntryView,
  PresenceView,
  SeriesView,
  SupersededView,
} from '../../domain/presence-views.ts';
import type { Days } from '../../domain/tenure.ts';
import type { Tie } from '../../domain/ties.ts';
import { MEASURE_WORDS, SCOPE_WORDS, UNIT_WORDS } from '../reading-wording.ts';
import { counted, figure } from '../wording.ts';
import { clipped, columns, foreign, type Ink } from './ink.ts';
import { relationLines } from './relations.ts';

const NOTE_WIDTH = 90;
/** Ties shown; more are counted. */
const TIES_SHOWN = 24;

/** The whole page of one state's presence in another. */
export function presenceText(view: PresenceView, ink: Ink): string {
  const { sender, host, series, superseded, reconciliations, size, displacement, ties, relations } =
    view;
  if (series.length + superseded.length + displacement.length + relations.total === 0) {
    return `The ledger holds nothing on ${sender} in ${host}. Give it lists and tables: atalaya presence --add FILES`;
  }
  return [
    ink.bold(`${sender} in ${host}`),
    ...series.flatMap((one) => seriesLines(one, ink)),
    ...supersededLines(superseded, ink),
    ...(reconciliations.length === 0 ? [] : ['', ink.bold('Figures that add up')]),
    ...reconciliations.map((words) => `  ${foreign(words)}`),
    '',
    ink.bold('Against what one would expect'),
    `  ${size.sentence}`,
    ...sizeLines(view, ink),
    ...displacement.flatMap(({ sentences, rivals }) => [
      '',
      ink.bold('Expulsions and growth elsewhere'),
      ...sentences.map((sentence) => `  ${sentence}`),
      ...rivals.map((rival) => ink.dim(`  but: ${rival}`)),
    ]),
    ...relationLines(relations, ink),
    ...tieLines(ties, ink),
    '',
    ink.dim(
      'Counts of different unit or scope are never added or compared. Coincides is not caused.',
    ),
  ].join('\n');
}

function seriesLines(
  { measure, unit, scope, unverified, entries, differing, steps, changes }: SeriesView,
  ink: Ink,
): string[] {
  const loose =
    unverified === undefined
      ? ''
      : ink.warn(
          ` (not stated in full: the words are ${unverified.stated === '' ? 'none' : `“${foreign(unverified.stated)}”`}, of ${foreign(unverified.source)})`,
        );
  const apart = new Set(differing.flat());
  return [
    '',
    `${ink.bold(`${MEASURE_WORDS[measure]}: ${UNIT_WORDS[unit]}, ${SCOPE_WORDS[scope]}`)}${loose}`,
    ...entries.flatMap((entry) => entryLines(entry, apart.has(entry.id), ink)),
    ...steps.map(
      ({ kind, sentence }) =>
        `  ${kind === 'step' ? ink.warn('step') : 'no step'}  ${foreign(sentence)}`,
    ),
    ...changes.map((sentence) => `  change  ${foreign(sentence)}`),
  ];
}

function entryLines(
  { count, asOf, kind, source, note, id }: EntryView,
  differs: boolean,
  ink: Ink,
): string[] {
  const mark = differs ? ink.warn(' differs from another of the same days') : '';
  const where =
    source.url === undefined
      ? foreign(source.name)
      : `${foreign(source.name)}, ${foreign(source.url)}`;
  return [
    `  ${daysWords(asOf).padEnd(24)} ${(count ?? 'no number').padStart(9)}  ${kind}${mark}`,
    ink.dim(`      ${where}  ${id}`),
    ...(note === undefined ? [] : [ink.dim(`      ${clipped(foreign(note), NOTE_WIDTH)}`)]),
  ];
}

function supersededLines(superseded: readonly SupersededView[], ink: Ink): string[] {
  if (superseded.length === 0) return [];
  return [
    '',
    ink.bold('Superseded: kept, and counted nowhere'),
    ...superseded.flatMap((entry) => [
      ...entryLines(entry, false, ink),
      ink.dim(
        `      struck: ${MEASURE_WORDS[entry.measure]}: ${UNIT_WORDS[entry.unit]}, ${SCOPE_WORDS[entry.scope]}; superseded by ${entry.by.join(', ')}`,
      ),
    ]),
  ];
}

function daysWords(days: Days | undefined): string {
  if (days === undefined) return 'undated';
  return days.first === days.last ? days.first : `${days.first} to ${days.last}`;
}

function sizeLines({ size: { readings, fits, cannotSay } }: PresenceView, ink: Ink): string[] {
  return [
    ...readings.flatMap(({ count, unit, scope, verdict, expected, reason }) => [
      `  ${count} ${UNIT_WORDS[unit]}, ${SCOPE_WORDS[scope]}: ${verdict === 'cannot-say' ? `not comparable. ${reason ?? ''}` : verdict}`,
      ...expected.map(({ set, low, mean, high, beyond }) =>
        ink.dim(
          `      by ${set}: ${figure(low)} to ${high === null ? 'any number' : figure(high)} expected in 9 of 10 cases, mean ${figure(Math.round(mean))}${beyond.length > 0 ? `; outside what was seen: ${beyond.join(', ')}` : ''}`,
        ),
      ),
    ]),
    ...fitLines({ fits, cannotSay }, ink),
  ];
}

/** How well what is expected fits, or why nothing is. */
export function fitLines(
  { fits, cannotSay }: Pick<PresenceView['size'], 'fits' | 'cannotSay'>,
  ink: Ink,
): string[] {
  if (fits.length + cannotSay.length === 0) {
    return ['  cannot say: the ledger holds no official list (atalaya presence --add, --list)'];
  }
  return [
    ...fits.map(({ unit, set, observations, hosts, r2, leftOutR2, leftOutSpearman }) =>
      ink.dim(
        `  model of ${unit} by ${set}: ${counted(observations, 'count')} of ${counted(hosts, 'host')}, R² ${two(r2)}; hosts left out: R² ${two(leftOutR2)}, rank correlation ${two(leftOutSpearman)}`,
      ),
    ),
    ...cannotSay.map((reason) => ink.dim(`  cannot say: ${reason}`)),
  ];
}

const two = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : 'not known');

function tieLines(ties: readonly Tie[], ink: Ink): string[] {
  if (ties.length === 0) return [];
  const rows = ties
    .slice(0, TIES_SHOWN)
    .map(({ kind, from, to, year, value, unit, source }) => [
      `  ${kind}`,
      to === undefined ? from : `${from} → ${to}`,
      year === undefined ? '–' : String(year),
      `${Number.isInteger(value) ? figure(value) : value} ${unit}`,
      clipped(foreign(source.name), 50),
    ]);
  const more = ties.length - rows.length;
  return [
    '',
    ink.bold('Ties'),
    columns(rows, [3]),
    ...(more > 0 ? [ink.dim(`  … and ${figure(more)} more`)] : []),
  ];
}
