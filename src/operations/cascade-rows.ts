/** Cascades in a line each: cheap enough for a list of hundreds, however wide they are. */
import { z } from 'zod';
import type { CascadeRowView } from '../domain/cascade-views.ts';
import type { ArticleId } from '../domain/ids.ts';
import type { Cascade } from '../domain/trace.ts';
import { isPlaced } from '../export/moments.ts';
import { columns, foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { counted, figure } from '../export/wording.ts';
import { keptDomains } from '../pipeline/kept-domains.ts';
import { CASCADE_SORTS, type CascadeQuery, type Store } from '../store/store.ts';
import { publisherOf } from '../text/publisher.ts';
import { operation } from './operation.ts';

/** Members of which the dates are looked up for the line. */
const MOST_DATED = 60;

export interface CascadeListView {
  readonly total: number;
  readonly offset: number;
  readonly sort: (typeof CASCADE_SORTS)[number];
  readonly cascades: readonly CascadeRowView[];
  /** True where articles came in that are not traced yet. */
  readonly stale: boolean;
}

export const cascadeListOperation = operation({
  input: z.object({
    sort: z.enum(CASCADE_SORTS).default('widest').describe('which come first'),
    limit: z.coerce.number().int().min(1).max(200).default(25).describe('how many to show'),
    offset: z.coerce.number().int().min(0).default(0).describe('how many to skip'),
    minReach: z.coerce.number().int().min(1).default(2).describe('least publishers'),
    outlet: z
      .string()
      .optional()
      .describe('only those that hold an article of this outlet, newest first'),
  }),
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async (query, { desk: { store } }): Promise<CascadeListView> => {
    const stale = (await store.countArticles()) !== (await store.tracedArticles());
    if (query.outlet !== undefined)
      return { ...(await ofOutlet(store, query.outlet, query)), stale };
    return {
      total: await store.countCascades(query.minReach),
      offset: query.offset,
      sort: query.sort,
      cascades: await cascadeRows(store, await store.cascades(query)),
      stale,
    };
  },
  text: (view, { color }) => listText(view, inkOf(color)),
});

/** Those of one publisher, whichever of its domains they are on. */
async function ofOutlet(
  store: Store,
  outlet: string,
  { limit, offset, minReach }: Pick<CascadeQuery, 'limit' | 'offset' | 'minReach'>,
): Promise<Omit<CascadeListView, 'stale'>> {
  const publisher = publisherOf(outlet.toLowerCase());
  const domains = (await keptDomains(store))
    .map(({ domain }) => domain)
    .filter((domain) => publisherOf(domain) === publisher);
  const { total, ids } = await store.cascadesOfDomains(domains, { limit, offset, minReach });
  const cascades: Cascade[] = [];
  for (const id of ids) {
    const cascade = await store.cascadeById(id);
    if (cascade !== undefined) cascades.push(cascade);
  }
  return { total, offset, sort: 'newest', cascades: await cascadeRows(store, cascades) };
}

/** Draws up cascades in a line each, with few articles looked up for all of them. */
export async function cascadeRows(
  store: Store,
  cascades: readonly Cascade[],
): Promise<CascadeRowView[]> {
  const membersOf = ({ echoes }: Cascade): ArticleId[] =>
    echoes.slice(0, MOST_DATED).map(({ article }) => article);
  const ids = new Set(cascades.flatMap((one) => [named(one), ...membersOf(one)]));
  const articles = await store.articlesByIds([...ids]);
  return cascades.map((cascade) => {
    const first = articles.get(named(cascade));
    return {
      id: cascade.id,
      title: first?.title ?? cascade.id,
      language: first?.language ?? 'und',
      outlet: first?.outlet ?? '',
      established: cascade.earliest.length === 1,
      articles: cascade.echoes.length,
      reach: cascade.reach,
      droppedCredits: cascade.echoes.filter(({ credit }) => credit === 'dropped').length,
      times: membersOf(cascade)
        .map((id) => articles.get(id)?.published)
        .filter(isPlaced)
        .map(({ earliest, latest }) => (earliest + latest) / 2)
        .sort((a, b) => a - b),
    };
  });
}

const named = ({ earliest, echoes }: Cascade): ArticleId => earliest[0] ?? echoes[0]!.article;

function listText({ total, offset, cascades, stale }: CascadeListView, ink: Ink): string {
  if (cascades.length === 0) return 'No passage was found in articles of two publishers.';
  const rows = cascades.map(({ id, title, reach, articles, droppedCredits }) => [
    counted(reach, 'publisher'),
    counted(articles, 'article'),
    droppedCredits === 0 ? '' : `${figure(droppedCredits)} without credit`,
    foreign(title),
    ink.dim(id),
  ]);
  const end = offset + cascades.length;
  return [
    columns(rows),
    ink.dim(`${figure(offset + 1)}–${figure(end)} of ${counted(total, 'cascade')}.`),
    ...(stale ? [ink.warn('Articles came in since the last trace: run atalaya trace.')] : []),
  ].join('\n');
}
