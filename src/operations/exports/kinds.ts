/** What the desk can be exported as: which records each kind wants, and who writes them. */
import type { Exporter } from '../../domain/exports.ts';
import { csl } from '../../export/citations/csl.ts';
import { ris } from '../../export/citations/ris.ts';
import { ftmEntities } from '../../export/ftm/entities.ts';
import { CASCADE_NETWORK } from '../../export/graphs/cascades.ts';
import { gexf } from '../../export/graphs/gexf.ts';
import { graphml } from '../../export/graphs/graphml.ts';
import type { Network } from '../../export/graphs/network.ts';
import { PUBLISHER_NETWORK } from '../../export/graphs/publishers.ts';
import { annotations } from '../../export/linked/annotations.ts';
import { claimReviews, type ReviewTally } from '../../export/linked/claim-reviews.ts';
import { provenance } from '../../export/linked/provenance.ts';
import { mispEvent } from '../../export/misp/event.ts';
import { stixBundle, stixLines } from '../../export/stix/bundle.ts';
import type { Tlp } from '../../export/stix/marking.ts';
import { navigatorLayer } from '../../export/stix/navigator.ts';
import type { Table } from '../../export/tables/column.ts';
import { csvTable } from '../../export/tables/csv.ts';
import { jsonLines, tableLines } from '../../export/tables/json-lines.ts';
import { parquetTable } from '../../export/tables/parquet.ts';
import { TABLES } from '../../export/tables/tables.ts';
import type { RecordKind } from './records.ts';

export const NETWORKS = ['publishers', 'cascades'] as const;
export const TLP = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const satisfies Tlp[];

/** What may be chosen; each kind looks at what concerns it. */
export interface KindOptions {
  /** Absent: `jsonl` writes whole records, other tables the articles. */
  readonly table: string | undefined;
  readonly network: (typeof NETWORKS)[number];
  readonly tlp: Tlp;
  /** Who publishes the desk's own checks. */
  readonly checker: string | undefined;
  readonly checkerUrl: string | undefined;
  readonly tellReviews: (tally: ReviewTally) => void;
}

interface ExportKind {
  readonly mediaType: string;
  readonly fileName: (options: KindOptions) => string;
  readonly wants: (options: KindOptions) => readonly RecordKind[];
  readonly exporter: (options: KindOptions) => Exporter;
}

const ALL: readonly RecordKind[] = [
  'outlet',
  'article',
  'check',
  'reading',
  'cascade',
  'entry',
  'alert',
];

/** The records that the rows of each table are made of. */
const TABLE_RECORDS: Readonly<Record<string, RecordKind>> = {
  outlets: 'outlet',
  articles: 'article',
  checks: 'check',
  statements: 'reading',
  events: 'reading',
  cascades: 'cascade',
  echoes: 'cascade',
  passages: 'cascade',
  presence: 'entry',
  alerts: 'alert',
};

function wantedByTable({ table = 'articles' }: KindOptions): readonly RecordKind[] {
  const kind = TABLE_RECORDS[table];
  return kind === undefined ? ALL : [kind];
}

const KINDS = {
  stix: {
    mediaType: 'application/stix+json;version=2.1',
    fileName: () => 'atalaya-stix.json',
    wants: () => ALL,
    exporter:
      ({ tlp }) =>
      (records) =>
        stixBundle(records, { tlp }),
  },
  'stix-lines': {
    mediaType: 'application/x-ndjson',
    fileName: () => 'atalaya-stix.ndjson',
    wants: () => ALL,
    exporter:
      ({ tlp }) =>
      (records) =>
        stixLines(records, { tlp }),
  },
  navigator: {
    mediaType: 'application/json',
    fileName: () => 'atalaya-layer.json',
    wants: () => ['cascade', 'alert'],
    exporter: () => navigatorLayer,
  },
  ftm: {
    mediaType: 'application/x-ndjson',
    fileName: () => 'atalaya.ftm.json',
    wants: () => ALL,
    exporter: () => ftmEntities,
  },
  claimreview: {
    mediaType: 'application/ld+json',
    fileName: () => 'atalaya-claimreview.json',
    wants: () => ['check'],
    exporter: ({ checker, checkerUrl, tellReviews }) => {
      if (checker === undefined || checkerUrl === undefined) {
        throw new Error(
          'claimreview publishes the checks of one house as its own: name it with --checker NAME --checker-url URL',
        );
      }
      return claimReviews({ name: checker, url: checkerUrl, tell: tellReviews });
    },
  },
  annotations: {
    mediaType: 'application/x-ndjson',
    fileName: () => 'atalaya-annotations.ndjson',
    wants: () => ['article', 'reading', 'cascade', 'entry', 'alert'],
    exporter: () => annotations,
  },
  prov: {
    mediaType: 'application/x-ndjson',
    fileName: () => 'atalaya-prov.ndjson',
    wants: () => ALL,
    exporter: () => provenance,
  },
  misp: {
    mediaType: 'application/json',
    fileName: () => 'atalaya-misp.json',
    wants: () => ['article', 'check', 'cascade', 'alert'],
    exporter: ({ tlp }) => mispEvent({ tlp }),
  },
  graphml: {
    mediaType: 'application/graphml+xml',
    fileName: ({ network }) => `atalaya-${network}.graphml`,
    wants: () => ['outlet', 'article', 'cascade'],
    exporter: ({ network }) => graphml(networkOf(network)),
  },
  gexf: {
    mediaType: 'application/gexf+xml',
    fileName: ({ network }) => `atalaya-${network}.gexf`,
    wants: () => ['outlet', 'article', 'cascade'],
    exporter: ({ network }) => gexf(networkOf(network)),
  },
  csv: {
    mediaType: 'text/csv',
    fileName: ({ table = 'articles' }) => `atalaya-${table}.csv`,
    wants: wantedByTable,
    exporter: (options) => csvTable(tableOf(options)),
  },
  jsonl: {
    mediaType: 'application/x-ndjson',
    fileName: ({ table }) => `atalaya${table === undefined ? '' : `-${table}`}.ndjson`,
    wants: (options) => (options.table === undefined ? ALL : wantedByTable(options)),
    exporter: (options) => (options.table === undefined ? jsonLines : tableLines(tableOf(options))),
  },
  parquet: {
    mediaType: 'application/vnd.apache.parquet',
    fileName: ({ table = 'articles' }) => `atalaya-${table}.parquet`,
    wants: wantedByTable,
    exporter: (options) => parquetTable(tableOf(options)),
  },
  ris: {
    mediaType: 'application/x-research-info-systems',
    fileName: () => 'atalaya.ris',
    wants: () => ['article'],
    exporter: () => ris,
  },
  csl: {
    mediaType: 'application/vnd.citationstyles.csl+json',
    fileName: () => 'atalaya-csl.json',
    wants: () => ['article'],
    exporter: () => csl,
  },
} as const satisfies Readonly<Record<string, ExportKind>>;

export type KindName = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as [KindName, ...KindName[]];
export const TABLE_NAMES = TABLES.map(({ name }) => name);

export function kindOf(name: KindName): ExportKind {
  return KINDS[name];
}

const networkOf = (name: KindOptions['network']): Network =>
  name === 'publishers' ? PUBLISHER_NETWORK : CASCADE_NETWORK;

function tableOf({ table = 'articles' }: KindOptions): Table {
  const found = TABLES.find(({ name }) => name === table);
  if (found === undefined) {
    throw new Error(`"${table}" is no table; there are ${TABLE_NAMES.join(', ')}`);
  }
  return found;
}
