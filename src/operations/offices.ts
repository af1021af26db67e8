/** Who held which public office when: the shipped registry, lists of one's own, and a look-up. */
import { z } from 'zod';
import type { Tenure } from '../domain/tenure.ts';
import { foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { tenureWords } from '../export/terminal/judged-statement.ts';
import { counted, figure } from '../export/wording.ts';
import {
  importOffices,
  knownTenures,
  type OfficesImported,
} from '../pipeline/judge/import-offices.ts';
import { operation } from './operation.ts';

export interface OfficesView {
  readonly imported: readonly OfficesImported[];
  readonly tenures: number;
  readonly own: number;
  /** Those that the words asked for fit; none where none were. */
  readonly found: readonly Tenure[];
  readonly asked: boolean;
}

/** Tenures shown of those that fit. */
const SHOWN = 40;

export const officesOperation = operation({
  input: z.object({
    words: z
      .array(z.string())
      .default([])
      .describe('words of a name or an office; none: the numbers'),
    add: z
      .array(z.string())
      .default([])
      .describe('a list of office holders to keep: CSV or Wikidata JSON'),
    state: z
      .string()
      .optional()
      .describe('whose offices the added lists hold, where they do not say (code: MX)'),
  }),
  positional: 'words',
  creates: true,
  remote: { role: 'reader', changes: false, fields: ['words'] },
  run: async ({ words, add, state }, { desk }): Promise<OfficesView> => {
    const imported: OfficesImported[] = [];
    for (const file of add) imported.push(await importOffices(desk, file, state));
    const { shipped, own } = await knownTenures(desk);
    const asked = words.join(' ').trim().toLowerCase();
    const found = asked === '' ? [] : [...own, ...shipped].filter((one) => fits(one, asked));
    return {
      imported,
      tenures: shipped.length + own.length,
      own: own.length,
      found,
      asked: asked !== '',
    };
  },
  text: (view, { color }) => officesText(view, inkOf(color)),
  failure: ({ imported }) =>
    imported.length > 0 && imported.every(({ tenures }) => tenures === 0)
      ? 'no tenure could be read'
      : undefined,
});

function fits({ person, personNames, office, officeNames }: Tenure, words: string): boolean {
  return [person, ...personNames, office, ...officeNames].some((name) =>
    name.toLowerCase().includes(words),
  );
}

function officesText({ imported, tenures, own, found, asked }: OfficesView, ink: Ink): string {
  const lines = imported.flatMap(({ file, tenures: kept, refused, refusals }) => [
    `${foreign(file)}: ${counted(kept, 'tenure')}, ${figure(refused)} refused`,
    ...refusals.map(({ line, reason }) =>
      ink.warn(`  ${foreign(file)}:${line}: ${foreign(reason)}`),
    ),
  ]);
  if (asked) {
    lines.push(...found.slice(0, SHOWN).map((tenure) => tenureWords(tenure)));
    if (found.length === 0) lines.push('Nobody of that name, and no office, is in the registry.');
    if (found.length > SHOWN) lines.push(ink.dim(`… and ${figure(found.length - SHOWN)} more`));
  }
  lines.push(
    ink.dim(`${counted(tenures, 'tenure')} known, ${figure(own)} of them added to this desk.`),
  );
  return lines.join('\n');
}
