/**
 * What ties states in readings: positions, and meetings, visits and receptions that happened. Kept as rows,
 * since a reading is tens of kilobytes of JSON; SQLite makes the same rows by triggers (`schema-relations.ts`).
 */
import type { Party, PoliticalEvent, Position, Reading } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import { partsOf } from '../reader-name.ts';
import type { RelationRow, RelationStore } from '../relations.ts';
import type { Sql, SqlScalar } from './database.ts';

const FOUND = `FROM relation AS one
  WHERE (from_state, to_state) IN (($1, $2), ($2, $1))
    AND (reader = $3 OR NOT EXISTS (
      SELECT 1 FROM reading AS other WHERE other.article_id = one.article_id
        AND (other.reader = $3 OR other.reader < one.reader)))`;

export function relationReads(sql: Sql): RelationStore {
  return {
    relationsBetween: async ({ a, b }, reader, limit) => {
      const total = await sql.row<{ n: number }>(`SELECT count(*) AS n ${FOUND}`, [a, b, reader]);
      const rows = await sql.rows<RelationRow>(
        `SELECT article_id AS article, reader, kind, place, from_state AS "from", to_state AS "to"
         FROM (SELECT * ${FOUND}) AS one JOIN article ON article.id = one.article_id
         ORDER BY published_earliest DESC NULLS LAST, article.seq, kind, place, from_state, to_state
         LIMIT $4`,
        [a, b, reader, limit],
      );
      return { total: total!.n, rows };
    },
  };
}

export const RELATION = {
  table: 'relation',
  columns: 'from_state text, to_state text, article_id text, reader text, kind text, place bigint',
  onConflict: 'ON CONFLICT DO NOTHING',
};

/** Deeds that count as visits. */
const DEEDS: readonly string[] = ['meet', 'host', 'visit'];

/** The rows of one reading, in the order of `RELATION`'s columns. */
export function relationRows(reading: Reading): SqlScalar[][] {
  const { name } = partsOf(reading.reader);
  const rows = (kind: RelationRow['kind'], place: number, pairs: Iterable<Pair>): SqlScalar[][] =>
    [...pairs]
      .filter(([from, to]) => from !== undefined && to !== undefined && from !== to)
      .map(([from, to]) => [from, to, reading.article, name, kind, place]);
  return [
    ...reading.positions.flatMap((one, i) => rows('position', i, positionPairs(reading, one))),
    ...reading.events.flatMap((one, i) => rows('visit', i, eventPairs(reading, one))),
  ];
}

type Pair = readonly [from: string | undefined, to: string | undefined];

/** Where a topic names no state itself ("arms for Ukraine"), states named within it count. */
function positionPairs(reading: Reading, { holder, towards }: Position): Pair[] {
  const named = towards.state === undefined ? statesIn(reading, towards.span) : [towards.state];
  return named.map((state) => [holder.state, state]);
}

/** Where nobody is visited, the state of the place counts. */
function eventPairs(reading: Reading, event: PoliticalEvent): Pair[] {
  const { kind, status, actors, recipients, place } = event;
  if (!DEEDS.includes(kind) || status !== 'happened') return [];
  const crossed = (others: (actor: number) => readonly Party[]): Pair[] =>
    actors.flatMap((actor, i) => others(i).map((other): Pair => [actor.state, other.state]));
  if (recipients.length > 0) return crossed(() => recipients);
  if (kind === 'meet') return crossed((i) => actors.slice(i + 1));
  if (kind !== 'visit' || place === undefined) return [];
  const states = statesIn(reading, place.span);
  return actors.flatMap(({ state }) => states.map((named): Pair => [state, named]));
}

function statesIn({ mentions }: Reading, { begin, end }: Span): (string | undefined)[] {
  return mentions
    .filter(({ span }) => span.begin >= begin && span.end <= end)
    .map(({ state }) => state);
}
