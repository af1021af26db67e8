/** What workers need beside the queue, whose tables are its library's own. */
export const WORKERS = `
  -- A process that takes jobs: what it holds goes back when it falls silent.
  CREATE TABLE worker (
    id TEXT COLLATE "C" PRIMARY KEY,
    machine TEXT COLLATE "C" NOT NULL,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    seen_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    done BIGINT NOT NULL,
    jobs TEXT[] NOT NULL
  );

  -- Jobs of computing that hold all that they need, and their answers.
  CREATE TABLE job_bytes (
    id TEXT COLLATE "C" PRIMARY KEY,
    job BYTEA NOT NULL,
    answer BYTEA,
    made_at TIMESTAMPTZ NOT NULL DEFAULT now()
  );
`;
