/** Reading back what a trace goes on from: alignments by rows, cluster keys, the index's bytes. */
import type Database from 'better-sqlite3';
import type { Alignment } from '../../domain/trace.ts';
import { type AlignmentRow, rowAlignmentOf } from '../rows.ts';
import type { RowAlignment, SegmentRow, Store } from '../store.ts';

type TraceIndex = Pick<
  Store,
  'alignments' | 'alignmentsOf' | 'clusterKeys' | 'traceState' | 'segments'
>;

/** Alignments read at a time: a cursor kept open would forbid writing on the same connection. */
const PAGE = 5000;

export function traceIndex(db: Database.Database): TraceIndex {
  const keys = db.prepare('SELECT cluster FROM cascade').pluck();
  const state = db.prepare('SELECT data FROM trace_state').pluck();
  const of = db.prepare(
    `SELECT * FROM alignment WHERE a = @id UNION ALL SELECT * FROM alignment WHERE b = @id
     ORDER BY a, b`,
  );
  return {
    alignments: () => readAlignments(db),
    alignmentsOf: async (id) =>
      (of.all({ id }) as Record<keyof Alignment, string>[]).map(
        ({ a, b, passages }) => ({ a, b, passages: JSON.parse(passages) }) as Alignment,
      ),
    clusterKeys: async () => new Set(keys.all() as string[]),
    traceState: async () => state.get() as Uint8Array | undefined,
    segments: () => readSegments(db),
  };
}

async function* readAlignments(db: Database.Database): AsyncGenerator<RowAlignment> {
  const page = db.prepare(
    `SELECT alignment.a AS idA, alignment.b AS idB, x.seq - 1 AS a, y.seq - 1 AS b, passages
     FROM alignment JOIN article x ON x.id = alignment.a JOIN article y ON y.id = alignment.b
     WHERE (alignment.a, alignment.b) > (?, ?) ORDER BY alignment.a, alignment.b LIMIT ?`,
  );
  let after = ['', ''];
  for (;;) {
    const rows = page.all(...after, PAGE) as AlignmentRow[];
    for (const row of rows) yield rowAlignmentOf(row);
    if (rows.length < PAGE) return;
    const last = rows[rows.length - 1]!;
    after = [last.idA, last.idB];
  }
}

async function* readSegments(db: Database.Database): AsyncGenerator<SegmentRow> {
  const next = db.prepare('SELECT * FROM segment WHERE base > ? ORDER BY base LIMIT 1');
  let after = -1;
  for (;;) {
    const row = next.get(after) as SegmentRow | undefined;
    if (row === undefined) return;
    yield row;
    after = row.base;
  }
}
