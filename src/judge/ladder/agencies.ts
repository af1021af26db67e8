/**
 * Which members carry one newsroom's wording.
 *
 * Surely: who shares wording outside quotations, a long translation, who has it from the
 * other's outlet by its own word, who opens or signs with one agency. Perhaps: who shares quotations only, who retells, who mentions the
 * other's outlet, who cites an agency. An agency stands behind those that credit it even where the desk has nothing of its own.
 * What an outlet has from nobody is its own newsroom's. Near linear in members and links.
 */
import type { ArticleId } from '../../domain/ids.ts';
import type { LadderUnit, Merge } from '../../domain/judgement.ts';
import type { Passage, Wire } from '../../domain/trace.ts';
import { alike } from '../../domain/worded.ts';
import type { LadderCredit, LadderLink } from './ladder-input.ts';
import type { Member } from './members.ts';
import { shownAt } from './places.ts';
import { type BuiltRung, buildRung, type Node } from './rungs.ts';
import { linkMerge } from './wording.ts';

const WIRE = 'wire:';

/** What the rung of agencies is built from. */
export interface AgencyGround {
  readonly links: readonly Merge[];
  readonly credits: readonly LadderCredit[];
  readonly wires: readonly Wire[];
  /** The rung of publishers. */
  readonly houses: BuiltRung;
}

/** The rung of agencies; its nodes are articles and `wire:…`. */
export function agencyRung(members: readonly Member[], ground: AgencyGround): BuiltRung {
  const byId = new Map(members.map((member) => [member.id, member]));
  const wires = [...ground.wires].sort((x, y) => compare(x.id, y.id));
  const doubled = doubly(wires);
  const nodes = nodesOf(members, wires);
  const shared = [
    ...ground.links,
    ...ground.credits.flatMap((credit) => creditMerge(byId, credit)),
    ...wires.flatMap((wire) => wireMerges(byId, wire, doubled)),
  ];
  const first = buildRung('agencies', everyNode(nodes), shared);
  const own = newsroomMerges(first.rung.units, byId, ground.houses);
  return buildRung('agencies', nodes, [...shared, ...own]);
}

/** Agencies first, so that they name what they stand behind. */
function nodesOf(members: readonly Member[], wires: readonly Wire[]): Node[] {
  const agencies = wires.map(({ id, name }) => ({ key: WIRE + id, name, articles: [] }));
  return [...agencies, ...members.map(articleNode)];
}

/** An article as it is counted on the rungs of articles, publishers and agencies. */
export function articleNode({ id, outlet, bystander, perhaps }: Member): Node {
  return { key: id, name: outlet, articles: bystander ? [] : [id], ...(perhaps && { perhaps }) };
}

/** With bystanders counted, since they too lead units. */
function everyNode(nodes: readonly Node[]): Node[] {
  return nodes.map((node) =>
    node.key.startsWith(WIRE) ? node : { ...node, articles: [node.key as ArticleId] },
  );
}

/** Merges of articles by what they share, in the order of their ids. */
export function linkMerges(
  byId: ReadonlyMap<ArticleId, Member>,
  links: readonly LadderLink[],
): Merge[] {
  return pairsOf(links).flatMap((link) => {
    const a = byId.get(link.a);
    const b = byId.get(link.b);
    const merge = a === undefined || b === undefined ? undefined : linkMerge(a, b, link);
    return merge === undefined ? [] : [merge];
  });
}

/** One link a pair and direction, each passage once: an article may be in several cascades. */
function pairsOf(links: readonly LadderLink[]): LadderLink[] {
  const pairs = new Map<string, { link: LadderLink; passages: Map<string, Passage> }>();
  for (const link of links) {
    const key = `${link.a} ${link.b}`;
    const pair = pairs.get(key) ?? { link, passages: new Map<string, Passage>() };
    pairs.set(key, pair);
    for (const passage of link.passages) {
      const { a, b, retold = false } = passage;
      pair.passages.set(`${[a.begin, a.end, b.begin, b.end, retold]}`, passage);
    }
  }
  return [...pairs]
    .sort(([x], [y]) => compare(x, y))
    .map(([, { link, passages }]) => ({
      a: link.a,
      b: link.b,
      passages: [...passages.values()].sort(byPlace),
    }));
}

/** By where they stand; of one place the wording before the retelling. */
function byPlace(x: Passage, y: Passage): number {
  return (
    x.a.begin - y.a.begin ||
    x.b.begin - y.b.begin ||
    x.a.end - y.a.end ||
    x.b.end - y.b.end ||
    Number(x.retold ?? false) - Number(y.retold ?? false)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function creditMerge(byId: ReadonlyMap<ArticleId, Member>, credit: LadderCredit): Merge[] {
  const from = byId.get(credit.from);
  const to = byId.get(credit.to);
  if (from === undefined || to === undefined || from.publisher === to.publisher) return [];
  return [
    {
      a: to.id,
      b: from.id,
      reason: 'names-outlet',
      sure: credit.asSource,
      ...shownAt(from.id, credit.place, to.outlet),
    },
  ];
}

/** Members that open or sign with two agencies: which of them wrote what is not said. */
function doubly(wires: readonly Wire[]): ReadonlySet<ArticleId> {
  const once = new Set<ArticleId>();
  const twice = new Set<ArticleId>();
  for (const { credits } of wires) {
    for (const { article, strength } of credits) {
      if (strength === 'cited' || strength === 'via') continue;
      if (once.has(article)) twice.add(article);
      once.add(article);
    }
  }
  return twice;
}

function wireMerges(
  byId: ReadonlyMap<ArticleId, Member>,
  { id, name, own, credits }: Wire,
  doubled: ReadonlySet<ArticleId>,
): Merge[] {
  const a = WIRE + id;
  const merges: Merge[] = own.map((b) => {
    return { a, b, reason: 'wire-itself', sure: true, evidence: [], note: alike(name) };
  });
  for (const { article: b, strength, covers, place } of credits) {
    if (strength === 'via' || !byId.has(b)) continue;
    const sure = strength !== 'cited' && covers && !doubled.has(b);
    merges.push({ a, b, reason: 'same-wire', sure, ...shownAt(b, place, name) });
  }
  return merges;
}

/** Units that a publisher leads in time: those that it carries alone, and those that others carry too. */
interface LedUnits {
  readonly alone: LadderUnit[];
  readonly carried: LadderUnit[];
}

function ledUnits(
  units: readonly LadderUnit[],
  byId: ReadonlyMap<ArticleId, Member>,
): ReadonlyMap<string, LedUnits> {
  const led = new Map<string, LedUnits>();
  for (const unit of units) {
    if (unit.key.startsWith(WIRE)) continue;
    const { publisher } = byId.get(unit.articles[0]!)!;
    const own = led.get(publisher) ?? { alone: [], carried: [] };
    led.set(publisher, own);
    const alone = unit.articles.every((id) => byId.get(id)!.publisher === publisher);
    (alone ? own.alone : own.carried).push(unit);
  }
  return led;
}

/**
 * Units whose words a publisher has from nobody are one newsroom. Where others carry a unit that the
 * publisher leads in time, it may be its own; so may what houses of one owner or name lead.
 */
function newsroomMerges(
  units: readonly LadderUnit[],
  byId: ReadonlyMap<ArticleId, Member>,
  houses: BuiltRung,
): Merge[] {
  const led = ledUnits(units, byId);
  const merges: Merge[] = [];
  for (const [publisher, { alone, carried }] of led) {
    const [first, ...rest] = [...alone, ...carried];
    const single = new Set(alone.map(({ key }) => key));
    for (const { key } of rest) {
      const sure = single.has(key);
      const shown = { sure, evidence: [], note: alike(publisher) };
      merges.push({ a: first!.key, b: key, reason: 'same-domain', ...shown });
    }
  }
  const keyOf = (id: string): string | undefined => {
    const own = led.get(byId.get(id as ArticleId)!.publisher);
    return (own?.alone[0] ?? own?.carried[0])?.key;
  };
  for (const merge of houses.rung.merges) {
    const [a, b] = [keyOf(merge.a), keyOf(merge.b)];
    if (!merge.sure && a !== undefined && b !== undefined) merges.push({ ...merge, a, b });
  }
  return merges;
}
