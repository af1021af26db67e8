/** Where a bench has its desk: an empty folder and, with `DATABASE_URL`, an empty schema there. */
import { connect } from '../src/store/postgres/database.ts';
import { jobSchema } from '../src/store/postgres/queue.ts';
import { inFolder } from './desk.ts';

interface Place {
  readonly folder: string;
  readonly database: string | undefined;
}

/** Runs `work` with a place that is gone afterwards. */
export function inPlace<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const server = process.env['DATABASE_URL'];
  return inFolder(async (folder) => {
    if (server === undefined) return work({ folder, database: undefined });
    const schema = `bench_${process.pid}`;
    try {
      const database = `${server}${server.includes('?') ? '&' : '?'}schema=${schema}`;
      return await work({ folder, database });
    } finally {
      const database = connect(server);
      for (const name of [schema, jobSchema(schema)]) {
        await database.run(`DROP SCHEMA IF EXISTS ${name} CASCADE`);
      }
      await database.close();
    }
  });
}
