/** Published fact-checks into the desk, from files or from the Google Fact Check Tools API. */
import { z } from 'zod';
import { columns, foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { counted, figure } from '../export/wording.ts';
import {
  type ChecksImported,
  importChecks,
  searchChecks,
} from '../pipeline/judge/import-checks.ts';
import type { CheckCounts } from '../store/judging.ts';
import { operation } from './operation.ts';

export interface ChecksView {
  /** Absent where nothing was to be imported. */
  readonly imported: ChecksImported | undefined;
  readonly counts: CheckCounts;
}

export const checksOperation = operation({
  input: z.object({
    inputs: z
      .array(z.string())
      .default([])
      .describe(
        'files or folders of fact-checks (JSON, JSON Lines, CSV, HTML; plain or .gz); -; none: the numbers',
      ),
    search: z
      .string()
      .optional()
      .describe('words to ask the Google Fact Check Tools API for (needs ATALAYA_FACTCHECK_KEY)'),
    language: z.string().optional().describe('language of the checks that --search asks for'),
  }),
  positional: 'inputs',
  creates: true,
  remote: { role: 'reader', changes: false, fields: [] },
  run: async ({ inputs, search, language }, context): Promise<ChecksView> => {
    const { desk, progress, stdin } = context;
    const step = (done: number, total: number): void =>
      progress.step('reading fact-checks', done, total);
    const imported =
      search !== undefined
        ? await searchChecks(desk, search, language)
        : inputs.length === 0
          ? undefined
          : await importChecks(desk, inputs, { stdin, onProgress: step });
    return { imported, counts: await desk.store.checkCounts() };
  },
  text: (view, { color }) => checksText(view, inkOf(color)),
  failure: ({ imported }) => {
    if (imported === undefined || imported.met > imported.refused) return undefined;
    return imported.fault ?? (imported.searched ? undefined : 'no fact-check could be read');
  },
});

function checksText({ imported, counts }: ChecksView, ink: Ink): string {
  const { checks, checkers, languages } = counts;
  return [
    ...(imported === undefined ? [] : [importedText(imported, ink)]),
    checks === 0
      ? 'This desk keeps no fact-checks yet. Give it some: atalaya checks FILES'
      : `This desk keeps ${counted(checks, 'fact-check')}.`,
    ...(checks === 0
      ? []
      : [
          columns(
            checkers.map(({ checker, checks: many }) => [`  ${foreign(checker)}`, figure(many)]),
            [1],
          ),
          ink.dim(
            `  languages: ${languages.map((one) => `${one.language} ${figure(one.checks)}`).join(', ') || 'not stated'}`,
          ),
        ]),
  ].join('\n');
}

/** What became of the checks that were read. */
export function importedText(imported: ChecksImported, ink: Ink): string {
  const { met, added, changed, refused, refusals, fault, notes } = imported;
  const same = met - refused - added - changed;
  return [
    `Read ${counted(met, 'fact-check')}: ${figure(added)} new, ${figure(changed)} stated anew, ${figure(same)} known or repeated, ${figure(refused)} refused.`,
    ...notes.map((note) => ink.dim(note)),
    // The sentence names file, line and value itself.
    ...refusals.map(({ detail }) => ink.warn(`  ${foreign(detail)}`)),
    ...(refused > refusals.length
      ? [ink.warn(`  … and ${figure(refused - refusals.length)} more`)]
      : []),
    ...(fault === undefined ? [] : [ink.warn(foreign(fault))]),
  ].join('\n');
}
