/** A PostgreSQL for tests, a schema of its own for each; where none is given, they are skipped and say so. */
import { connect } from './database.ts';
import { jobSchema } from './queue.ts';

/** Where it answers; `.ci/run` starts one. */
export const SERVER = process.env['TEST_DATABASE_URL'];

if (SERVER === undefined) {
  process.stderr.write(
    'SKIPPED: no PostgreSQL is tested: set TEST_DATABASE_URL, or run .ci/run, which starts one\n',
  );
}

let made = 0;

export interface TestDatabase {
  /** As `DATABASE_URL` takes it. */
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A desk's place that nobody else has; its schema is made when a store opens it. */
export function newDatabase(): TestDatabase {
  const schema = `test_${process.pid}_${Date.now().toString(36)}_${++made}`;
  const url = `${SERVER}${SERVER!.includes('?') ? '&' : '?'}schema=${schema}`;
  return {
    url,
    drop: async () => {
      const database = connect(SERVER!);
      for (const name of [schema, jobSchema(schema)]) {
        await database.run(`DROP SCHEMA IF EXISTS ${name} CASCADE`);
      }
      await database.close();
    },
  };
}
