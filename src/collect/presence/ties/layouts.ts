/**
 * Layouts of tables of ties, told by their columns: our own, and those in which CEPII, the World Bank,
 * the UN, the Correlates of War, ATOP, Lowy, the IMF, Voeten and the World Factbook are passed on.
 */
import { TIE_KINDS, type TieKind } from '../../../domain/ties.ts';
import { stateOfCow, stateStated } from '../state-codes.ts';

/** One tie as written. `to` is absent for facts of one state. */
export interface WrittenTie {
  readonly from: string | undefined;
  readonly to?: string | undefined;
  readonly kind: TieKind;
  readonly year?: string | undefined;
  readonly value: string | undefined;
  /** What a value is multiplied by to be in the unit of its kind. */
  readonly times?: number;
}

/** What the table itself does not say. */
export interface TieOptions {
  /** What a table of one value a state and year holds. */
  readonly kind?: TieKind;
  /** Of what year a table without years is. */
  readonly year?: number;
}

export type Cells = (column: string) => string | undefined;

export interface TieLayout {
  /** Columns, in small letters, that the header must have; the first layout that fits is taken. */
  readonly columns: readonly string[];
  /** The options that it cannot be read without. */
  readonly needs?: readonly (keyof TieOptions)[];
  /** Whether its states are numbers of the Correlates of War. */
  readonly cow?: boolean;
  readonly written: (row: Cells, options: TieOptions) => readonly WrittenTie[];
}

/** A column of a pair, and the kind of tie that it states. */
type PairColumn = readonly [column: string, kind: TieKind, times?: number];

const GEODIST: readonly PairColumn[] = [
  ['contig', 'contiguity'],
  ['comlang_off', 'common-language'],
  ['colony', 'former-colony'],
  ['dist', 'distance'],
];
const ATOP: readonly PairColumn[] = [
  ['atop_defense', 'defence-pact'],
  ['atop_neutral', 'neutrality-pact'],
  ['atop_nonagg', 'non-aggression-pact'],
  ['atop_consul', 'consultation-pact'],
];
const COW_ALLIANCES: readonly PairColumn[] = [
  ['defense', 'defence-pact'],
  ['neutrality', 'neutrality-pact'],
  ['nonaggression', 'non-aggression-pact'],
  ['entente', 'consultation-pact'],
];

export const TIE_LAYOUTS: readonly TieLayout[] = [
  { columns: ['from', 'to', 'kind', 'year', 'value'], written: ownTie },
  {
    columns: ['iso_o', 'iso_d', 'contig', 'comlang_off', 'colony', 'dist'],
    written: pairs('iso_o', 'iso_d', GEODIST),
  },
  {
    columns: ['iso_o', 'iso_d', 'flow'],
    needs: ['year'],
    written: pairs('iso_o', 'iso_d', [['flow', 'exports', 1e6]]),
  },
  {
    columns: ['ccode1', 'ccode2', 'year', 'atop_defense'],
    cow: true,
    written: pairs('ccode1', 'ccode2', ATOP),
  },
  {
    columns: ['ccode1', 'ccode2', 'year', 'defense', 'entente'],
    cow: true,
    written: pairs('ccode1', 'ccode2', COW_ALLIANCES),
  },
  { columns: ['year', 's3', 'h3', 'posts'], written: pairs('s3', 'h3', [['posts', 'posts']]) },
  { columns: ['country code', 'year', 'value'], needs: ['kind'], written: worldBankRow },
  {
    columns: ['origin', 'dest', 'stock'],
    needs: ['year'],
    written: pairs('origin', 'dest', [['stock', 'migrants']]),
  },
  { columns: ['a', 'b', 'year', 'value'], needs: ['kind'], written: namedPair },
  { columns: ['ccode', 'session', 'idealpoint'], cow: true, written: idealPoint },
  { columns: ['country', 'flow', 'partner', 'share_pct', 'year'], written: factbookRow },
];

/** The state that a cell of the layout names. */
export function tieState(layout: TieLayout, text: string): string | undefined {
  return layout.cow === true ? stateOfCow(text) : stateStated(text);
}

function ownTie(row: Cells): readonly WrittenTie[] {
  const kind = TIE_KINDS.find((known) => known === row('kind'));
  if (kind === undefined) return [];
  return [{ from: row('from'), to: row('to'), kind, year: row('year'), value: row('value') }];
}

/** Empty cells of a pair are not stated, and give no tie. */
function pairs(from: string, to: string, columns: readonly PairColumn[]): TieLayout['written'] {
  return (row, options) => {
    const year = row('year') ?? options.year?.toString();
    return columns.flatMap(([column, kind, times = 1]) => {
      const value = row(column);
      if (value === undefined || value === 'NA') return [];
      // Names, not places: "" would be taken for a fact of one state.
      return [{ from: row(from), to: row(to) ?? '', kind, year, value, times }];
    });
  };
}

function worldBankRow(row: Cells, { kind }: TieOptions): readonly WrittenTie[] {
  return [{ from: row('country code'), kind: kind!, year: row('year'), value: row('value') }];
}

function namedPair(row: Cells, { kind }: TieOptions): readonly WrittenTie[] {
  return [
    { from: row('a'), to: row('b') ?? '', kind: kind!, year: row('year'), value: row('value') },
  ];
}

/** Session 1 of the General Assembly began in 1946. */
const YEAR_BEFORE_SESSIONS = 1945;

function idealPoint(row: Cells): readonly WrittenTie[] {
  const session = Number(row('session'));
  return [
    {
      from: row('ccode'),
      kind: 'ideal-point',
      year: Number.isInteger(session) ? String(YEAR_BEFORE_SESSIONS + session) : row('session'),
      value: row('idealpoint'),
    },
  ];
}

function factbookRow(row: Cells): readonly WrittenTie[] {
  const kind =
    row('flow') === 'exports'
      ? 'export-share'
      : row('flow') === 'imports'
        ? 'import-share'
        : undefined;
  if (kind === undefined) return [];
  return [
    {
      from: row('country'),
      to: row('partner') ?? '',
      kind,
      year: row('year'),
      value: row('share_pct'),
    },
  ];
}
