/** The bundled example, traced, read and reported in one go. */
import { join } from 'node:path';
import { z } from 'zod';
import type { AlertView } from '../domain/alert-views.ts';
import { SEVERITIES } from '../domain/alerts.ts';
import type { CascadeView } from '../domain/views.ts';
import { raisedText } from '../export/terminal/alerts.ts';
import { cascadeText } from '../export/terminal/cascade.ts';
import { inkOf } from '../export/terminal/ink.ts';
import { counted } from '../export/wording.ts';
import { usualFacts } from '../pipeline/judge/facts.ts';
import { type ChecksImported, importChecks } from '../pipeline/judge/import-checks.ts';
import { keepEntries } from '../pipeline/presence/keep-entries.ts';
import { keepTies } from '../pipeline/presence/keep-ties.ts';
import type { ReadResult } from '../pipeline/read.ts';
import { alertViews } from '../pipeline/warn/alert-views.ts';
import { deskIndicators } from '../pipeline/warn/indicators.ts';
import { warnRound } from '../pipeline/warn/round.ts';
import { cascadeViews } from './cascade-views.ts';
import { importedText } from './checks.ts';
import { type IngestView, ingestAndTrace, ingestText } from './ingest.ts';
import { type Context, operation, type TextOptions } from './operation.ts';
import { reading, readText } from './read.ts';
import { type DocumentView, drawReport, writtenText } from './report.ts';

export interface DemoView {
  readonly folder: string;
  readonly ingest: IngestView;
  readonly cascades: readonly CascadeView[];
  readonly reading: ReadResult;
  readonly checks: ChecksImported;
  /** Entries of the ledger of presence. */
  readonly entries: number;
  /** What stands above its threshold, the most severe first. */
  readonly alerts: readonly AlertView[];
  readonly report: DocumentView;
}

const TITLE = 'Who repeated whom in Costa Serena (invented example)';

export const demoOperation = operation({
  input: z.object({}),
  creates: true,
  desk: 'atalaya-demo',
  run: async (_input, context): Promise<DemoView> => {
    const ingest = await ingestAndTrace(context, [context.example]);
    const readings = await reading(context);
    const checks = await importChecks(context.desk, [besideArticles(context, 'checks')], {
      stdin: undefined,
      onProgress: () => {},
    });
    const entries = await enterPresence(context);
    const alerts = await raiseAlerts(context);
    const { store, folder } = context.desk;
    const stored = await store.cascades({ limit: 10, offset: 0, minReach: 2 });
    const query = { limit: 100, minReach: 2, title: TITLE };
    return {
      folder,
      ingest,
      cascades: await cascadeViews(store, stored, await usualFacts(watchOf(context))),
      reading: readings,
      checks,
      entries,
      alerts,
      report: await drawReport(context, query, 'html'),
    };
  },
  text: (view, options) => demoText(view, options),
});

/** A part of the example that stands beside its articles. */
const besideArticles = ({ example }: Context, name: string): string => join(example, '..', name);

/** The watch list of the example: its host, its sponsor, and what is stated of its outlets. */
export const watchOf = (context: Context): string => besideArticles(context, 'watch.yaml');

async function enterPresence(context: Context): Promise<number> {
  const { desk } = context;
  const tables = ['lists.csv', 'expulsions.csv'];
  let entries = 0;
  for (const name of tables) {
    const file = besideArticles(context, join('presence', name));
    entries += (await keepEntries(desk, file, undefined)).entries;
  }
  await keepTies(desk, besideArticles(context, join('presence', 'ties.csv')), {});
  return entries;
}

async function raiseAlerts(context: Context): Promise<AlertView[]> {
  const { desk, progress, version } = context;
  await warnRound(desk, { watchFile: watchOf(context), version, onProgress: progress.step });
  const standing = await desk.store.alerts({ stands: true, limit: 100, offset: 0 });
  const severe = standing.toSorted(
    (a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity),
  );
  const indicators = new Map((await deskIndicators(desk.folder)).map((one) => [one.id, one]));
  return alertViews(desk.store, severe, (id) => indicators.get(id));
}

function demoText(view: DemoView, { color, writtenTo }: TextOptions): string {
  const ink = inkOf(color);
  return [
    ink.warn('The example is invented: its outlets, persons and states do not exist.'),
    ...view.cascades.map((cascade) => cascadeText(cascade, ink, false)),
    ingestText(view.ingest, color),
    readText(view.reading, ink),
    importedText(view.checks, ink),
    `${counted(view.entries, 'entry', 'entries')} in the ledger of presence.`,
    raisedText(view.alerts, ink),
    [
      writtenTo === undefined ? '' : writtenText(view.report, writtenTo),
      `The desk is kept in ${view.folder}. Look at it in a browser, at one alert or one cascade whole, at how
many sources stand behind it, at what checkers say of it, or start your own desk:`,
      '  npx atalaya serve --example',
      `  npx atalaya --desk ${view.folder} alert ${view.alerts[0]?.alert.id ?? 'ID'}`,
      `  npx atalaya --desk ${view.folder} show ${view.cascades[0]?.id ?? 'ID'}`,
      `  npx atalaya --desk ${view.folder} origins ${view.cascades[0]?.id ?? 'ID'}`,
      `  npx atalaya --desk ${view.folder} claim ${view.cascades[0]?.id ?? 'ID'}`,
      '  npx atalaya ingest YOUR-FILES && npx atalaya cascades',
    ].join('\n'),
  ].join('\n\n');
}
