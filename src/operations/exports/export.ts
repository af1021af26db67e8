/** The desk in the words of other tools; and a watch list's sources for other readers of feeds. */
import { z } from 'zod';
import { figure } from '../../export/wording.ts';
import { exportSources } from '../../pipeline/watch/list-exchange.ts';
import { usualWatchList, watchListIfThere } from '../../pipeline/watch/watch-list.ts';
import { type Context, operation, type StreamedDocument } from '../operation.ts';
import { KIND_NAMES, type KindName, kindOf, NETWORKS, TABLE_NAMES, TLP } from './kinds.ts';
import { exportRecords } from './records.ts';
import { piecesByThread } from './thread.ts';

const SOURCE_KINDS = ['opml', 'sources-csv'] as const;

/** What was written, in numbers; filled while it is written. */
interface Told {
  /** Things of the desk that went in. */
  records: number;
  /** What was left out, and why; one sentence each. */
  readonly remarks: string[];
}

export interface DeskExport extends StreamedDocument {
  readonly kind: KindName;
  readonly told: Told;
}

export interface ExportedSources {
  readonly mediaType: 'text/x-opml' | 'text/csv';
  readonly text: string;
  readonly fileName: string;
}

export const exportOperation = operation({
  input: z.object({
    kind: z
      .enum([...KIND_NAMES, ...SOURCE_KINDS], {
        error: ({ input }) =>
          `"${input}" is no kind of export; there are ${[...KIND_NAMES, ...SOURCE_KINDS].join(', ')}`,
      })
      .describe([...KIND_NAMES, ...SOURCE_KINDS].join(', ')),
    table: z
      .string()
      .optional()
      .describe(`of csv, jsonl and parquet: which table (${TABLE_NAMES.join(', ')})`),
    network: z
      .enum(NETWORKS)
      .default('publishers')
      .describe('of graphml and gexf: who repeats whom, or which cascades share articles'),
    tlp: z
      .enum(TLP)
      .default('clear')
      .describe('of stix and misp: how far it may be passed on (Traffic Light Protocol 2.0)'),
    checker: z.string().optional().describe('of claimreview: whose checks are published'),
    checkerUrl: z.string().optional().describe('of claimreview: the address of that house'),
    watch: z
      .string()
      .optional()
      .describe('the watch list that names host and outlets; default ./watch.yaml'),
  }),
  positional: 'kind',
  creates: true,
  deskless: 'optional',
  remote: {
    role: 'reader',
    changes: false,
    fields: ['kind', 'table', 'network', 'tlp', 'checker', 'checkerUrl'],
  },
  run: async ({ kind, watch, ...options }, context): Promise<DeskExport | ExportedSources> => {
    const named = context.by === 'local' ? watch : undefined;
    const watchFile = watchListIfThere(context.watchFile) ?? named ?? usualWatchList();
    if (kind === 'opml' || kind === 'sources-csv') return sourcesOf(kind, watchFile);
    if (!context.hasDesk) {
      throw new Error(
        'there is no desk to export: make one with atalaya ingest, or name another with --desk',
      );
    }
    return deskExport(kind, options, watchFile, context);
  },
  text: (output, { writtenTo }) =>
    'told' in output ? exportText(output, writtenTo) : sourcesText(output, writtenTo),
});

async function sourcesOf(
  kind: (typeof SOURCE_KINDS)[number],
  watchFile: string | undefined,
): Promise<ExportedSources> {
  if (watchFile === undefined) {
    throw new Error('there is no watch.yaml here: name a watch list with --watch FILE');
  }
  return kind === 'opml'
    ? {
        ...{ mediaType: 'text/x-opml', fileName: 'atalaya-sources.opml' },
        text: await exportSources(watchFile, 'opml'),
      }
    : {
        ...{ mediaType: 'text/csv', fileName: 'atalaya-sources.csv' },
        text: await exportSources(watchFile, 'csv'),
      };
}

type Chosen = Omit<z.infer<typeof exportOperation.input>, 'kind' | 'watch'>;

/** From so many articles on a second thread is worth its start. */
const WORTH_A_THREAD = 5000;

async function deskExport(
  kind: KindName,
  chosen: Chosen,
  watchFile: string | undefined,
  { desk, version, progress }: Context,
): Promise<DeskExport> {
  const told: Told = { records: 0, remarks: [] };
  const { mediaType, fileName, wants, exporter } = kindOf(kind);
  const options = {
    ...{ table: chosen.table, network: chosen.network, tlp: chosen.tlp },
    ...{ checker: chosen.checker, checkerUrl: chosen.checkerUrl },
    tellReviews: ({ written, others, elsewhere }: Tally) => {
      told.remarks.push(
        `${figure(written)} checks written; ${figure(others)} of other houses and ${figure(elsewhere)} that stand elsewhere left out.`,
      );
    },
  };
  const write = exporter(options);
  const kinds = new Set(wants(options));
  const records = counted(
    exportRecords(desk, { kinds, version, watchFile, onProgress: progress.step }),
    told,
  );
  // What the desk's own checks come to is told on this thread.
  const byThread = kind !== 'claimreview' && (await desk.store.countArticles()) >= WORTH_A_THREAD;
  const { tellReviews: _, ...plain } = options;
  const pieces = byThread
    ? piecesByThread({ name: kind, options: plain }, records)
    : write(records);
  return { kind, mediaType, fileName: fileName(options), pieces, told };
}

interface Tally {
  readonly written: number;
  readonly others: number;
  readonly elsewhere: number;
}

async function* counted<T>(all: AsyncIterable<T>, told: Told): AsyncGenerator<T> {
  for await (const one of all) {
    told.records++;
    yield one;
  }
}

function exportText({ kind, told, fileName }: DeskExport, writtenTo = fileName): string {
  return [`Wrote ${writtenTo}: ${figure(told.records)} records as ${kind}.`, ...told.remarks].join(
    '\n',
  );
}

function sourcesText({ text }: ExportedSources, writtenTo: string | undefined): string {
  return writtenTo === undefined ? text : `Wrote ${writtenTo}.`;
}
