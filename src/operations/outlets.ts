/** What is stated about outlets: by the watch list, by public lists, by the shipped facts. */
import { z } from 'zod';
import type { OutletFact } from '../domain/watch.ts';
import { clipped, columns, foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { counted, figure } from '../export/wording.ts';
import { type ListReport, openRegistry, usualWatchList } from '../pipeline/watch/watch-list.ts';
import { operation } from './operation.ts';

export interface OutletsView {
  readonly facts: number;
  readonly domains: number;
  /** Each list that was read, with what of it could not be. */
  readonly lists: readonly ListReport[];
  readonly asked: readonly { readonly outlet: string; readonly facts: readonly OutletFact[] }[];
}

export const outletsOperation = operation({
  name: 'outlets',
  summary: 'Say whose outlet a domain is: owner, country, affiliation, each with its source',
  input: z.object({
    outlets: z.array(z.string()).default([]).describe('domains or addresses; none: the numbers'),
    watch: z
      .string()
      .optional()
      .describe('a watch list whose facts count too; default ./watch.yaml'),
    list: z
      .array(z.string())
      .default([])
      .describe('a public list of outlets (CSV) to read as well'),
  }),
  positional: 'outlets',
  creates: true,
  deskless: true,
  run: async ({ outlets, watch, list }): Promise<OutletsView> => {
    const file = watch ?? usualWatchList();
    const registry = await openRegistry(file, list);
    return {
      facts: registry.outlets.facts,
      domains: registry.outlets.domains,
      lists: registry.lists,
      asked: outlets.map((outlet) => ({ outlet, facts: registry.outlets.factsOf(outlet) })),
    };
  },
  text: (view, { color }) => outletsText(view, inkOf(color)),
});

function outletsText({ facts, domains, lists, asked }: OutletsView, ink: Ink): string {
  const known = `${counted(facts, 'fact')} on ${counted(domains, 'outlet')}.`;
  return [
    ...(asked.length === 0 ? [known] : asked.map((one) => askedText(one, ink))),
    ...lists.map(
      ({ file, rows, facts: read, repeated, refused }) =>
        `${foreign(file)}: ${counted(rows, 'row')}, ${counted(read, 'fact')}, ${figure(repeated)} repeated, ${figure(refused)} refused`,
    ),
  ].join('\n');
}

function askedText({ outlet, facts }: OutletsView['asked'][number], ink: Ink): string {
  if (facts.length === 0) return `${ink.bold(foreign(outlet))}: nothing is stated here.`;
  const rows = facts.map((fact) => [
    `  ${foreign(fact.domain)}`,
    clipped(foreign(fact.name ?? '–'), 40),
    clipped(foreign(fact.owner ?? '–'), 40),
    fact.country ?? '–',
    fact.affiliation ?? '–',
  ]);
  const lines = columns(rows)
    .split('\n')
    .flatMap((line, i) => [line, ...sourceLines(facts[i]!, ink)]);
  return [ink.bold(foreign(outlet)), ...lines].join('\n');
}

/** Who states it and when, and where: addresses are too long to stand beside it. */
function sourceLines({ source: { name, date, url } }: OutletFact, ink: Ink): string[] {
  const said = foreign(date === undefined ? name : `${name}, ${date}`);
  return [`    ${said}`, ...(url === undefined ? [] : [`    ${ink.dim(foreign(url))}`])];
}
