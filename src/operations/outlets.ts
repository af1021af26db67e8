/** What is stated about outlets: by the watch list, by public lists, by the shipped facts. */
import { z } from 'zod';
import type { Graded, OutletProfile, Reliability } from '../domain/judgement.ts';
import type { OutletFact } from '../domain/watch.ts';
import { clipped, columns, foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { profileLines, reliabilityLines } from '../export/terminal/profile.ts';
import { counted, figure } from '../export/wording.ts';
import { keptJudge, keptRegistry } from '../pipeline/judge/kept-judge.ts';
import type { FactsOf } from '../pipeline/judge/ladder-members.ts';
import { gradeOutlet, outletProfiles } from '../pipeline/judge/outlet-profiles.ts';
import { keptDomains } from '../pipeline/kept-domains.ts';
import { type ListReport, openRegistry, usualWatchList } from '../pipeline/watch/watch-list.ts';
import type { DomainCount } from '../store/reprints.ts';
import { type Context, operation } from './operation.ts';

export interface OutletsView {
  readonly facts: number;
  readonly domains: number;
  /** Each list that was read, with what of it could not be. */
  readonly lists: readonly ListReport[];
  readonly asked: readonly AskedOutlet[];
}

export interface AskedOutlet {
  readonly outlet: string;
  readonly facts: readonly OutletFact[];
  /** What this desk has seen of its publisher; absent where there is no desk. */
  readonly profile: OutletProfile | undefined;
  /** Admiralty code, first axis. */
  readonly reliability: Graded<Reliability>;
}

export const outletsOperation = operation({
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
  deskless: 'optional',
  remote: { role: 'reader', changes: false, fields: ['outlets'] },
  run: async ({ outlets, watch, list }, context): Promise<OutletsView> => {
    const file = watch ?? context.watchFile ?? usualWatchList();
    const isServed = watch === undefined && list.length === 0 && context.watchFile !== undefined;
    const registry = await (isServed
      ? keptRegistry(context.desk, file)
      : openRegistry(file, list)
    ).catch((error: unknown) => {
      // A server's watch list may be missing or half edited; what is wrong with it stands in the settings.
      if (watch !== undefined || context.watchFile === undefined) throw error;
      return openRegistry(undefined, list);
    });
    return {
      facts: registry.outlets.facts,
      domains: registry.outlets.domains,
      lists: registry.lists,
      asked: await askedOutlets(context, outlets, (domain) => registry.outlets.factsOf(domain)),
    };
  },
  text: (view, { color }) => outletsText(view, inkOf(color)),
});

/** The domains of which the desk has articles, and how many. */
export const seenDomains = ({ desk }: Pick<Context, 'desk'>): Promise<readonly DomainCount[]> =>
  keptDomains(desk.store);

async function askedOutlets(
  context: Context,
  outlets: readonly string[],
  factsOf: FactsOf,
): Promise<AskedOutlet[]> {
  if (!context.hasDesk || outlets.length === 0) {
    return outlets.map((outlet) => {
      const facts = factsOf(outlet);
      return { outlet, facts, profile: undefined, reliability: gradeOutlet(facts) };
    });
  }
  const judged = await outletProfiles(
    { ...(await keptJudge(context.desk)), factsOf },
    outlets,
    (done, total) => context.progress.step('judging cascades', done, total),
  );
  return outlets.map((outlet, i) => ({ outlet, facts: factsOf(outlet), ...judged[i]! }));
}

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

function askedText({ outlet, facts, profile, reliability }: AskedOutlet, ink: Ink): string {
  const rows = facts.map((fact) => [
    `  ${foreign(fact.domain)}`,
    clipped(foreign(fact.name ?? '–'), 40),
    clipped(foreign(fact.owner ?? '–'), 40),
    fact.country ?? '–',
    fact.affiliation ?? '–',
  ]);
  const stated =
    facts.length === 0
      ? ['  nothing is stated of it here']
      : columns(rows)
          .split('\n')
          .flatMap((line, i) => [line, ...sourceLines(facts[i]!, ink)]);
  return [
    ink.bold(foreign(outlet)),
    ...stated,
    ...reliabilityLines(reliability, ink),
    ...(profile === undefined ? [] : profileLines(profile, ink)),
  ].join('\n');
}

/** Who states it and when, and where: addresses are too long to stand beside it. */
function sourceLines({ source: { name, date, url } }: OutletFact, ink: Ink): string[] {
  const said = foreign(date === undefined ? name : `${name}, ${date}`);
  return [`    ${said}`, ...(url === undefined ? [] : [`    ${ink.dim(foreign(url))}`])];
}
