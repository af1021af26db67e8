/**
 * The independence ladder: from how many articles tell it to how many first said it.
 *
 * Articles, their publishers, the newsrooms whose wording they carry, the occasions on which the news
 * was first stated. Each rung joins units of the one below: sure merges lower both bounds, possible
 * ones the lower bound alone, and what may be one below may be one above. Near linear in members,
 * links, credits and statements.
 */
import type { ArticleId } from '../../domain/ids.ts';
import type { Ladder, Merge, Rung } from '../../domain/judgement.ts';
import type { CreditPlace } from '../../domain/trace.ts';
import { agencyRung, articleNode, linkMerges } from './agencies.ts';
import { circlesOf, type HouseCredit } from './circles.ts';
import { outletTable, statedCredits } from './credits.ts';
import type { LadderCredit, LadderInput } from './ladder-input.ts';
import { evidenceOf, type Member, prepareMembers } from './members.ts';
import { publisherMerges } from './publishers.ts';
import { buildRung, carryUp, type Node } from './rungs.ts';
import { type Leader, leadersOf } from './statements.ts';
import { firstEvidence, utteranceMerges, venueKey } from './utterances.ts';

/** The ladder of the members that are no bystanders. The order of the input does not matter. */
export function ladderOf(input: LadderInput): Ladder {
  const members = prepareMembers(input);
  const byId = new Map(members.map((member) => [member.id, member]));
  const names = outletTable(members);
  const links = linkMerges(byId, input.links);
  const credits = withCarried(ordered([...input.credits, ...statedCredits(members, names)]), links);
  const articles = buildRung('articles', members.map(articleNode), []);
  const houses = buildRung('publishers', members.map(articleNode), publisherMerges(members));
  const agencies = agencyRung(members, { links, credits, wires: input.wires, houses });
  const leaders = leadersOf(agencies.rung.units, byId, names);
  const utterances = buildRung(
    'utterances',
    leaders.map((leader) => leaderNode(leader, byId)),
    [...utteranceMerges(leaders), ...carryUp(agencies)],
  );
  const publishers = byPublisher(houses.rung, byId);
  const rungs = [articles.rung, publishers, agencies.rung, utterances.rung];
  const circles = circlesOf(houseCredits(byId, credits, input));
  const root = rootOf(publishers, utterances.rung, leaders, byId);
  return root === undefined ? { rungs, circles } : { rungs, circles, root };
}

/** What only perhaps carries the claim only perhaps is an occasion of its own. */
function leaderNode(leader: Leader, byId: ReadonlyMap<ArticleId, Member>): Node {
  const { unit } = leader;
  const perhaps = unit.articles.every((id) => byId.get(id)!.perhaps === true);
  return { ...unit, name: nameOf(leader), ...(perhaps && { perhaps }) };
}

/** Units under their publishers' keys; merges are of articles, as on every rung whose rung below is that. */
function byPublisher(rung: Rung, byId: ReadonlyMap<ArticleId, Member>): Rung {
  const units = rung.units.map((unit) => ({
    ...unit,
    key: byId.get(unit.articles[0]!)!.publisher,
  }));
  return { ...rung, units };
}

/** Credits of the same two articles once, in one order. */
function ordered(credits: readonly LadderCredit[]): LadderCredit[] {
  const known = new Map<string, LadderCredit>();
  for (const credit of credits) {
    const key = `${credit.from} ${credit.to}`;
    const first = known.get(key);
    if (first === undefined || outranks(credit, first)) known.set(key, credit);
  }
  return [...known].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, credit]) => credit);
}

/** Who names the very outlet whose wording it carries names it as its source, however it puts it. */
function withCarried(credits: readonly LadderCredit[], links: readonly Merge[]): LadderCredit[] {
  const carried = new Set(
    links.flatMap(({ a, b, sure }) => (sure ? [`${a} ${b}`, `${b} ${a}`] : [])),
  );
  return credits.map((credit) => ({
    ...credit,
    asSource: credit.asSource || carried.has(`${credit.from} ${credit.to}`),
  }));
}

/** As its source before a mention, in the text before beside it, first before later. */
function outranks(x: LadderCredit, y: LadderCredit): boolean {
  return x.asSource === y.asSource ? beginOf(x.place) < beginOf(y.place) : x.asSource;
}

const beginOf = (place: CreditPlace): number =>
  place.kind === 'text' ? place.span.begin : Infinity;

/**
 * Who credits whom among publishers; an agency of the members counts as the outlet that it is. A
 * circle shows the words of each step, so what only a page states beside the text is none of it.
 */
function houseCredits(
  byId: ReadonlyMap<ArticleId, Member>,
  credits: readonly LadderCredit[],
  { wires }: LadderInput,
): HouseCredit[] {
  const houseOf = (id: ArticleId): string | undefined => byId.get(id)?.publisher;
  const direct = credits.filter(({ asSource }) => asSource);
  const wired = wires.flatMap(({ own, credits: given }) => {
    const [to] = own;
    const counted = given.filter(({ strength }) => strength !== 'via');
    return to === undefined
      ? []
      : counted.map(({ article, place }) => ({ from: article, to, place }));
  });
  return [...direct, ...wired].flatMap(({ from, to, place }) => {
    const [a, b] = [houseOf(from), houseOf(to)];
    if (a === undefined || b === undefined || place.kind !== 'text') return [];
    return [{ from: a, to: b, evidence: { article: from, span: place.span } }];
  });
}

/** A speaker with a venue that names a place and a day, as far as they are stated; else the agency. */
function nameOf({ unit, statements }: Leader): string {
  const speaker = speakerName(statements);
  if (speaker === undefined) return unit.name;
  const placed = statements.find((statement) => venueKey(statement) !== '');
  const venue = placed?.attribution.venue?.text;
  const day = statements.find((statement) => statement.day)?.day;
  return [speaker, venue, day].filter((part) => part !== undefined).join(', ');
}

function speakerName(statements: Leader['statements']): string | undefined {
  for (const { attribution } of statements) {
    const { source } = attribution;
    const name = source?.name ?? (source?.form === 'described' ? source.text : undefined);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Where several publishers have it from one utterance: who, and where each agency states it. */
function rootOf(
  publishers: Rung,
  utterances: Rung,
  leaders: readonly Leader[],
  byId: ReadonlyMap<ArticleId, Member>,
): Ladder['root'] {
  const [unit, ...others] = utterances.units;
  if (unit === undefined || others.length > 0 || publishers.bounds.atMost < 2) return undefined;
  const stated = leaders.flatMap((leader) => firstEvidence(leader) ?? []);
  if (stated.length > 0) return { name: unit.name, evidence: stated };
  const first = byId.get(unit.articles[0]!)!;
  return { name: unit.name, evidence: first.leading.map((span) => evidenceOf(first, span)) };
}
