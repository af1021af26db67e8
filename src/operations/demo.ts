/** The bundled example, traced, read and reported in one go. */
import { join } from 'node:path';
import { z } from 'zod';
import type { CascadeView } from '../domain/views.ts';
import { cascadeText } from '../export/terminal/cascade.ts';
import { inkOf } from '../export/terminal/ink.ts';
import { usualFacts } from '../pipeline/judge/facts.ts';
import { type ChecksImported, importChecks } from '../pipeline/judge/import-checks.ts';
import type { ReadResult } from '../pipeline/read.ts';
import { cascadeViews } from './cascade-views.ts';
import { importedText } from './checks.ts';
import { type IngestView, ingestAndTrace, ingestText } from './ingest.ts';
import { operation, type TextOptions } from './operation.ts';
import { reading, readText } from './read.ts';
import { type DocumentView, drawReport, writtenText } from './report.ts';

export interface DemoView {
  readonly folder: string;
  readonly ingest: IngestView;
  readonly cascades: readonly CascadeView[];
  readonly reading: ReadResult;
  readonly checks: ChecksImported;
  readonly report: DocumentView;
}

const TITLE = 'Who repeated whom in Costa Serena (invented example)';

export const demoOperation = operation({
  name: 'demo',
  summary: 'Show the desk at work on the bundled, invented example',
  input: z.object({}),
  creates: true,
  desk: 'atalaya-demo',
  run: async (_input, context): Promise<DemoView> => {
    const ingest = await ingestAndTrace(context, [context.example]);
    const readings = await reading(context);
    const checks = await importChecks(context.desk, [join(context.example, '..', 'checks')], {
      stdin: undefined,
      onProgress: () => {},
    });
    const { store, folder } = context.desk;
    const stored = await store.cascades({ limit: 10, offset: 0, minReach: 2 });
    const query = { limit: 100, minReach: 2, title: TITLE };
    return {
      folder,
      ingest,
      cascades: await cascadeViews(store, stored, await usualFacts()),
      reading: readings,
      checks,
      report: await drawReport(context, query, 'html'),
    };
  },
  text: (view, options) => demoText(view, options),
});

function demoText(view: DemoView, { color, writtenTo }: TextOptions): string {
  const ink = inkOf(color);
  return [
    ink.warn('The example is invented: its outlets, persons and states do not exist.'),
    ...view.cascades.map((cascade) => cascadeText(cascade, ink, false)),
    ingestText(view.ingest, color),
    readText(view.reading, ink),
    importedText(view.checks, ink),
    [
      writtenTo === undefined ? '' : writtenText(view.report, writtenTo),
      `The desk is kept in ${view.folder}. Look at one cascade whole, at how many sources stand
behind it, at what checkers say of it, at who says what, or start your own desk:`,
      `  npx atalaya --desk ${view.folder} show ${view.cascades[0]?.id ?? 'ID'}`,
      `  npx atalaya --desk ${view.folder} origins ${view.cascades[0]?.id ?? 'ID'}`,
      `  npx atalaya --desk ${view.folder} claim ${view.cascades[0]?.id ?? 'ID'}`,
      `  npx atalaya --desk ${view.folder} said`,
      '  npx atalaya ingest YOUR-FILES && npx atalaya cascades',
    ].join('\n'),
  ].join('\n\n');
}
