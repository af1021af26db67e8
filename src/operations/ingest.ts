/** Reading files into the desk, and tracing what they brought. */
import { z } from 'zod';
import type { Tally } from '../domain/views.ts';
import { inkOf } from '../export/terminal/ink.ts';
import { refusalsText, tallyText } from '../export/terminal/tally.ts';
import { counted, figure } from '../export/wording.ts';
import { type IngestResult, ingest } from '../pipeline/ingest.ts';
import { type TraceResult, traceDesk } from '../pipeline/trace.ts';
import type { TraceMemory } from '../pipeline/trace-memory.ts';
import type { RefusalRow } from '../store/store.ts';
import { type Context, operation } from './operation.ts';

/** What an ingest ends with: this run, the trace, and the fate of every item the desk ever met. */
export interface IngestView {
  readonly run: IngestResult;
  /** Undefined where tracing was left to others. */
  readonly trace: TraceResult | undefined;
  readonly tally: Tally;
  /** The first few of what this desk refused, if anything was refused in this run. */
  readonly refusals: readonly RefusalRow[];
}

const FIELDS = 'url id domain outlet title text published firstSeen language'.split(' ');

const fieldPair = z.string().regex(new RegExp(`^(?:${FIELDS.join('|')})=.+$`), {
  error: ({ input }) =>
    `"${input}" is not FIELD=COLUMN with FIELD one of ${FIELDS.join(', ')} (example: --map text=body)`,
});

/** Refusals that are shown at once; the rest is asked for. */
const REFUSALS_SHOWN = 3;

const timezone = z.string().refine(isZone, {
  error: ({ input }) => `"${input}" is not an IANA time zone (example: America/Mexico_City)`,
});

export const ingestOperation = operation({
  input: z.object({
    inputs: z
      .array(z.string())
      .min(1, 'name at least one file or folder, or - for standard input')
      .describe(
        'JSON Lines, JSON, CSV (each plain or .gz), HTML, TXT, MD, WARC, WACZ files; folders; -',
      ),
    map: z.array(fieldPair).default([]).describe('where a field stands, as FIELD=COLUMN'),
    noTrace: z
      .boolean()
      .default(false)
      .describe('leave tracing to a worker, or to a later atalaya trace'),
    timezone: timezone.optional().describe('zone of dates that state none (IANA name)'),
  }),
  positional: 'inputs',
  creates: true,
  run: async ({ inputs, map, noTrace, timezone: zone }, context): Promise<IngestView> =>
    (noTrace ? ingesting : ingestAndTrace)(context, inputs, {
      fields: Object.fromEntries(map.map((pair) => pair.split(/=(.*)/s).slice(0, 2))),
      ...(zone === undefined ? {} : { timezone: zone }),
    }),
  text: (view, { color }) => ingestText(view, color),
  failure: ({ run }) =>
    run.items > run.refused
      ? undefined
      : run.items === 0
        ? 'nothing could be read: the inputs hold no item that Atalaya knows how to read'
        : 'nothing could be read: every item was refused (atalaya refusals says why)',
});

export const traceOperation = operation({
  input: z.object({
    all: z.boolean().default(false).describe('all articles anew, not only what came in'),
  }),
  creates: false,
  run: async ({ all }, context) => tracing(context, all),
  text: (result) => traceLine(result),
});

/** The end of an ingest for a terminal. */
export function ingestText({ run, trace, tally, refusals }: IngestView, color: boolean): string {
  const ink = inkOf(color);
  const total = Object.values(tally.refused).reduce((sum, n) => sum + n, 0);
  const known = run.items - run.newItems;
  const again = known > 0 ? `, ${figure(known)} of them known from an earlier run` : '';
  return [
    `Read ${counted(run.items, 'item')}${again}: ${counted(run.newArticles, 'new article')}.`,
    trace === undefined
      ? 'Not traced yet: a worker does it (atalaya work), or atalaya trace.'
      : traceLine(trace),
    '',
    'What became of every item that this desk ever met:',
    tallyText(tally, ink),
    ...(refusals.length === 0 ? [] : ['', refusalsText(refusals, total, ink)]),
  ].join('\n');
}

function traceLine({ renewed, articles, alignments, cascades }: TraceResult): string {
  if (!renewed) return `The trace is up to date: ${counted(cascades, 'cascade')}.`;
  const pairs = counted(alignments, 'pair');
  return `Traced ${counted(articles, 'article')}: ${pairs} share passages, in ${counted(cascades, 'cascade')}.`;
}

/** What `ingestAndTrace` takes beside the inputs. */
interface Reading {
  readonly fields?: Record<string, string>;
  readonly timezone?: string;
}

/** Ingests and traces with progress. Also what the demo does. */
export async function ingestAndTrace(
  context: Context,
  inputs: readonly string[],
  options: Reading = {},
): Promise<IngestView & { readonly trace: TraceResult }> {
  const view = await ingesting(context, inputs, options);
  const trace = await tracing(context, false);
  return { ...view, trace };
}

async function ingesting(
  { desk, progress, stdin }: Context,
  inputs: readonly string[],
  options: Reading,
): Promise<IngestView> {
  const run = await ingest(desk, inputs, {
    ...options,
    ...(stdin === undefined ? {} : { stdin }),
    onProgress: (_items, bytes, all) => progress.step('reading', bytes, all),
  });
  const refusals = run.refused > 0 ? await desk.store.refusals(REFUSALS_SHOWN) : [];
  return { run, trace: undefined, tally: await desk.store.tally(), refusals };
}

/** Traces with progress. Also what a watch does, which keeps what it needs again. */
export function tracing(
  { desk, progress }: Context,
  all: boolean,
  memory?: TraceMemory,
): Promise<TraceResult> {
  const onProgress = (stage: string, share: number): void => progress.step(stage, share, 1);
  return traceDesk(desk, { all, memory, onProgress });
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
