/** The bundled example, traced, read and reported in one go. */
import { z } from 'zod';
import type { CascadeView } from '../domain/views.ts';
import { cascadeText } from '../export/terminal/cascade.ts';
import { inkOf } from '../export/terminal/ink.ts';
import { usualFacts } from '../pipeline/judge/facts.ts';
import type { ReadResult } from '../pipeline/read.ts';
import { cascadeViews } from './cascade-views.ts';
import { type IngestView, ingestAndTrace, ingestText } from './ingest.ts';
import { operation, type TextOptions } from './operation.ts';
import { reading, readText } from './read.ts';
import { type DocumentView, drawReport, writtenText } from './report.ts';

export interface DemoView {
  readonly folder: string;
  readonly ingest: IngestView;
  readonly cascades: readonly CascadeView[];
  readonly reading: ReadResult;
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
    const { store, folder } = context.desk;
    const stored = await store.cascades({ limit: 10, offset: 0, minReach: 2 });
    const query = { limit: 100, minReach: 2, title: TITLE };
    return {
      folder,
      ingest,
      cascades: await cascadeViews(store, stored, await usualFacts()),
      reading: readings,
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
    [
      writtenTo === undefined ? '' : writtenText(view.report, writtenTo),
      `The desk is kept in ${view.folder}. Look at one cascade whole, at who says what, or start your own desk:`,
      `  npx atalaya --desk ${view.folder} show ${view.cascades[0]?.id ?? 'ID'}`,
      `  npx atalaya --desk ${view.folder} said`,
      '  npx atalaya ingest YOUR-FILES && npx atalaya cascades',
    ].join('\n'),
  ].join('\n\n');
}
