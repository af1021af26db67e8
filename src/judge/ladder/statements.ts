/**
 * The leading statement of each agency: who said first what all members tell, where and when.
 *
 * Statements on what leads (the claim, or the shared passages) are taken. The speaker whom most
 * members quote leads, of several the one quoted first; an agency that does not quote this speaker
 * has a leader of its own. A statement whose source is an outlet of the members is a credit and no
 * statement. Linear in the statements.
 */
import type { ArticleId } from '../../domain/ids.ts';
import type { LadderUnit } from '../../domain/judgement.ts';
import type { Attribution } from '../../domain/reading.ts';
import { namesOutlet, type outletTable } from './credits.ts';
import { type Member, standsIn } from './members.ts';

/** One statement of the leading speaker. */
export interface Statement {
  readonly member: Member;
  readonly attribution: Attribution;
  /** The day on which it was made, where exactly one is stated. */
  readonly day: string | undefined;
}

/** What an agency has of the leading news. */
export interface Leader {
  readonly unit: LadderUnit;
  /** Entity of the speaker; absent where none is named or resolved. */
  readonly speaker: string | undefined;
  /** Its statements, in the order of members and texts; empty where nobody is said to have said it. */
  readonly statements: readonly Statement[];
}

/** The leaders of the units, in their order. */
export function leadersOf(
  units: readonly LadderUnit[],
  byId: ReadonlyMap<ArticleId, Member>,
  names: ReturnType<typeof outletTable>,
): Leader[] {
  const told = units.map(({ articles }) =>
    articles.flatMap((id) => statementsOf(byId.get(id)!, names)),
  );
  const overall = leading(told.flat());
  return units.map((unit, i) => {
    const own = told[i]!;
    const has = own.some((statement) => speakerOf(statement) === overall);
    const speaker = has ? overall : leading(own);
    return {
      unit,
      speaker,
      statements: own.filter((statement) => speakerOf(statement) === speaker),
    };
  });
}

/** The entity that made the statement. */
const speakerOf = ({ attribution }: Statement): string | undefined => attribution.source?.entity;

function statementsOf(member: Member, names: ReturnType<typeof outletTable>): Statement[] {
  const statements: Statement[] = [];
  for (const attribution of member.attributions) {
    const { source, content, uttered } = attribution;
    if (!standsIn(member, content)) continue;
    if (source !== undefined && namesOutlet(source, names)) continue;
    const days = uttered === undefined ? undefined : member.dates[uttered]?.days;
    const day = days !== undefined && days.first === days.last ? days.first : undefined;
    statements.push({ member, attribution, day });
  }
  return statements;
}

/** The speaker of most members; of several the one who comes first. */
function leading(statements: readonly Statement[]): string | undefined {
  const quotedBy = new Map<string, Set<ArticleId>>();
  for (const statement of statements) {
    const speaker = speakerOf(statement);
    if (speaker === undefined) continue;
    const members = quotedBy.get(speaker) ?? new Set();
    quotedBy.set(speaker, members.add(statement.member.id));
  }
  let best: string | undefined;
  for (const [speaker, members] of quotedBy) {
    if (best === undefined || members.size > quotedBy.get(best)!.size) best = speaker;
  }
  return best;
}
