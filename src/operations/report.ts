/** The report: everything a reader needs in one page that opens offline. */
import { z } from 'zod';
import type { ReportView } from '../domain/views.ts';
import { reportJson } from '../export/json.ts';
import { reportHtml } from '../export/report.ts';
import { counted, figure } from '../export/wording.ts';
import { usualFacts } from '../pipeline/judge/facts.ts';
import { cascadeViews } from './cascade-views.ts';
import { type Context, operation } from './operation.ts';

/** A finished document: what a door writes to a file or sends as it is. */
export interface DocumentView {
  readonly mediaType: 'text/html' | 'application/json';
  readonly text: string;
  readonly cascades: number;
  readonly cascadesTotal: number;
}

/** Domains reserved for examples (RFC 2606): no real outlet has one. */
const RESERVED = /\.(?:example|test|invalid)$/;
/** Refusals listed one by one; the rest is counted by kind. */
const REFUSALS = 200;

export const reportOperation = operation({
  input: z.object({
    limit: z.coerce.number().int().min(1).max(5000).default(100).describe('cascades, widest first'),
    minReach: z.coerce.number().int().min(1).default(2).describe('least publishers'),
    title: z.string().default('Who repeated whom').describe('title of the page'),
    format: z.enum(['html', 'json']).default('html').describe('html or json'),
  }),
  creates: false,
  run: async ({ format, ...query }, context) => drawReport(context, query, format),
  text: (document, { writtenTo }) =>
    writtenTo === undefined ? document.text : writtenText(document, writtenTo),
});

/** Says where a report went and how much of the whole it holds. */
export function writtenText({ cascades, cascadesTotal }: DocumentView, file: string): string {
  const part =
    cascades < cascadesTotal
      ? `${figure(cascades)} of ${counted(cascadesTotal, 'cascade')}`
      : counted(cascades, 'cascade');
  return `Wrote ${file}: ${part}, widest first. Open it in any browser; it needs no network.`;
}

/** Draws the report. Also what the demo ends with. */
export async function drawReport(
  context: Context,
  query: { readonly limit: number; readonly minReach: number; readonly title: string },
  format: 'html' | 'json',
): Promise<DocumentView> {
  const view = await reportView(context, query);
  const { cascadesTotal } = view;
  const cascades = view.cascades.length;
  return format === 'html'
    ? { mediaType: 'text/html', text: reportHtml(view), cascades, cascadesTotal }
    : { mediaType: 'application/json', text: reportJson(view), cascades, cascadesTotal };
}

async function reportView(
  { desk, version }: Context,
  { limit, minReach, title }: { limit: number; minReach: number; title: string },
): Promise<ReportView> {
  const { store } = desk;
  const stored = await store.cascades({ limit, offset: 0, minReach });
  const cascades = await cascadeViews(store, stored, await usualFacts());
  const refusals = await store.refusals(REFUSALS);
  const invented = cascades
    .flatMap(({ echoes }) => echoes)
    .some(({ article }) => RESERVED.test(article.domain));
  return {
    title,
    notice: invented
      ? 'Texts on .example domains are invented: their outlets, persons and states do not exist.'
      : undefined,
    generatedAt: desk.now(),
    version,
    ...(await store.counts()),
    tally: await store.tally(),
    refusals: refusals.map(({ kind, place, detail }) => ({
      kind,
      file: place.file,
      line: place.line,
      detail,
    })),
    boilerplate: await store.boilerplate(),
    cascadesTotal: await store.countCascades(minReach),
    cascades,
  };
}
