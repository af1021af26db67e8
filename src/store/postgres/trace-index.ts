/** Reading back what a trace goes on from: alignments by rows, cluster keys, the index's bytes. */
import type { Alignment } from '../../domain/trace.ts';
import { type AlignmentRow, rowAlignmentOf } from '../rows.ts';
import type { RowAlignment, SegmentRow, Store } from '../store.ts';
import type { Sql } from './database.ts';

type TraceIndex = Pick<
  Store,
  'alignments' | 'alignmentsOf' | 'clusterKeys' | 'traceState' | 'segments'
>;

/** Alignments read at a time: a cursor would hold a connection. */
const PAGE = 5000;

export function traceIndex(sql: Sql): TraceIndex {
  return {
    alignments: () => readAlignments(sql),
    alignmentsOf: async (id) => {
      const rows = await sql.rows<Record<keyof Alignment, string>>(
        `SELECT * FROM alignment WHERE a = $1 UNION ALL SELECT * FROM alignment WHERE b = $1
         ORDER BY a, b`,
        [id],
      );
      return rows.map(
        ({ a, b, passages }) => ({ a, b, passages: JSON.parse(passages) }) as Alignment,
      );
    },
    clusterKeys: async () => {
      const rows = await sql.rows<{ cluster: string }>('SELECT cluster FROM cascade');
      return new Set(rows.map(({ cluster }) => cluster));
    },
    traceState: async () =>
      (await sql.row<{ data: Uint8Array }>('SELECT data FROM trace_state'))?.data,
    segments: () => readSegments(sql),
  };
}

async function* readAlignments(sql: Sql): AsyncGenerator<RowAlignment> {
  let after = ['', ''];
  for (;;) {
    const rows = await sql.rows<AlignmentRow>(
      `SELECT one.a AS "idA", one.b AS "idB", x.seq - 1 AS a, y.seq - 1 AS b, passages
       FROM (SELECT * FROM alignment WHERE (a, b) > ($1, $2) ORDER BY a, b LIMIT $3) AS one
       JOIN article x ON x.id = one.a JOIN article y ON y.id = one.b ORDER BY one.a, one.b`,
      [...after, PAGE],
    );
    for (const row of rows) yield rowAlignmentOf(row);
    if (rows.length < PAGE) return;
    const last = rows[rows.length - 1]!;
    after = [last.idA, last.idB];
  }
}

async function* readSegments(sql: Sql): AsyncGenerator<SegmentRow> {
  let after = -1;
  for (;;) {
    const row = await sql.row<SegmentRow>(
      'SELECT * FROM segment WHERE base > $1 ORDER BY base LIMIT 1',
      [after],
    );
    if (row === undefined) return;
    yield row;
    after = row.base;
  }
}
