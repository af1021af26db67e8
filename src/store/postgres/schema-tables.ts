/** The tables as they stand on SQLite after its migrations; what each is for stands there as well. */
import { DESK_TABLES } from './schema-desk-tables.ts';

export const TABLES_OF_POSTGRES = `
  -- Evidence: bytes in the archive under their digest.
  CREATE TABLE capture (
    id TEXT COLLATE "C" PRIMARY KEY,
    digest TEXT COLLATE "C" NOT NULL,
    media_type TEXT COLLATE "C" NOT NULL,
    length BIGINT NOT NULL,
    captured_at BIGINT NOT NULL,
    origin TEXT COLLATE "C" NOT NULL,
    archive_file TEXT COLLATE "C" NOT NULL,
    archive_offset BIGINT NOT NULL,
    archive_length BIGINT NOT NULL
  );

  -- One version of an article; seq is the order in which the desk kept it.
  CREATE TABLE article (
    seq BIGINT PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    key TEXT COLLATE "C" NOT NULL,
    capture_id TEXT COLLATE "C" NOT NULL REFERENCES capture(id),
    url TEXT COLLATE "C",
    domain TEXT COLLATE "C" NOT NULL,
    outlet TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    language TEXT COLLATE "C" NOT NULL,
    published_earliest BIGINT,
    published_latest BIGINT,
    published_precision TEXT COLLATE "C",
    published_zone TEXT COLLATE "C",
    seen_earliest BIGINT,
    seen_latest BIGINT,
    seen_precision TEXT COLLATE "C",
    seen_zone TEXT COLLATE "C",
    captured_at BIGINT NOT NULL
  );
  -- By a hash: an address may be longer than a page of an index.
  CREATE INDEX article_key ON article USING hash (key);

  -- A doubt about an article that was kept nevertheless.
  CREATE TABLE doubt (
    article_id TEXT COLLATE "C" NOT NULL REFERENCES article(id),
    kind TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C"
  );
  CREATE INDEX doubt_article ON doubt(article_id);

  -- Every input item and what became of it: nothing is lost, nothing is silent.
  CREATE TABLE item (
    id TEXT COLLATE "C" PRIMARY KEY,
    file TEXT COLLATE "C" NOT NULL,
    line BIGINT,
    capture_id TEXT COLLATE "C" REFERENCES capture(id),
    fate TEXT COLLATE "C" NOT NULL,
    article_id TEXT COLLATE "C" REFERENCES article(id),
    refusal_kind TEXT COLLATE "C",
    refusal_detail TEXT COLLATE "C",
    refusal_value TEXT COLLATE "C"
  );
  CREATE INDEX item_refusal ON item(refusal_kind) WHERE refusal_kind IS NOT NULL;

  -- Passages that two articles share, as JSON.
  CREATE TABLE alignment (
    a TEXT COLLATE "C" NOT NULL,
    b TEXT COLLATE "C" NOT NULL,
    passages TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (a, b)
  );

  -- One passage's journey; body is the whole cascade as JSON.
  CREATE TABLE cascade (
    id TEXT COLLATE "C" PRIMARY KEY,
    reach BIGINT NOT NULL,
    articles BIGINT NOT NULL,
    latest BIGINT,
    body TEXT COLLATE "C" NOT NULL
  );
  CREATE INDEX cascade_rank ON cascade(reach DESC, articles DESC, latest DESC NULLS LAST, id);
  CREATE TABLE cascade_article (
    article_id TEXT COLLATE "C" NOT NULL,
    cascade_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (article_id, cascade_id)
  );

  -- Wording that an outlet repeats so often that it was set aside.
  CREATE TABLE boilerplate (
    domain TEXT COLLATE "C" PRIMARY KEY,
    articles BIGINT NOT NULL,
    sample TEXT COLLATE "C" NOT NULL
  );

  -- Single values, such as how many articles the trace covers.
  CREATE TABLE setting (
    name TEXT COLLATE "C" PRIMARY KEY,
    value TEXT COLLATE "C" NOT NULL
  );

  -- The index of passages that the next trace goes on from: fingerprints of consecutive articles, and
  -- one row of what is known of all of them. The bytes are the formats of the tracing.
  CREATE TABLE segment (
    base BIGINT PRIMARY KEY,
    rows BIGINT NOT NULL,
    data BYTEA NOT NULL
  );
  CREATE TABLE trace_state (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    data BYTEA NOT NULL
  );

  -- Key of the cluster that a cascade was made of, by which a later trace knows it again.
  ALTER TABLE cascade ADD COLUMN cluster TEXT COLLATE "C" NOT NULL DEFAULT '';

  -- What retellings of an article are looked for by; row is its place in the order of keeping, from 0.
  CREATE TABLE retell_keys (
    row BIGINT PRIMARY KEY,
    language TEXT COLLATE "C" NOT NULL,
    domain TEXT COLLATE "C" NOT NULL,
    keys BYTEA NOT NULL
  );

  -- What a reader made of an article, as JSON; a newer version of the reader replaces its own.
  CREATE TABLE reading (
    article_id TEXT COLLATE "C" NOT NULL REFERENCES article(id),
    reader TEXT COLLATE "C" NOT NULL,
    version TEXT COLLATE "C" NOT NULL,
    body TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (article_id, reader)
  );
  CREATE INDEX reading_reader ON reading(reader, version);

  -- A statement whose speaker is known: its place among the attributions of the reading;
  -- folded is the name in lower case without accents, by which it is looked for.
  CREATE TABLE statement (
    article_id TEXT COLLATE "C" NOT NULL REFERENCES article(id),
    reader TEXT COLLATE "C" NOT NULL,
    place BIGINT NOT NULL,
    entity TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    folded TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (article_id, reader, place)
  );
  CREATE INDEX statement_entity ON statement USING hash (entity);

  -- A source of the watch list; body is what it is and how it fares, as JSON.
  CREATE TABLE source (
    id TEXT COLLATE "C" PRIMARY KEY,
    active BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    body TEXT COLLATE "C" NOT NULL
  );

  -- What a source named, by hashes of its id and of what was said of it: the cursor of the source.
  CREATE TABLE entry (
    source_id TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    content TEXT COLLATE "C" NOT NULL,
    url TEXT COLLATE "C" NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (source_id, content, name)
  );
  CREATE INDEX entry_name ON entry(source_id, name);

  -- A page that a source named: waiting, kept or refused; body is all that is known of it, as JSON.
  CREATE TABLE page (
    url TEXT COLLATE "C" NOT NULL,
    host TEXT COLLATE "C" NOT NULL,
    source_id TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    next_at BIGINT,
    fetched_at BIGINT,
    body TEXT COLLATE "C" NOT NULL,
    url_key TEXT COLLATE "C" PRIMARY KEY GENERATED ALWAYS AS (md5(url)) STORED
  );
  CREATE INDEX page_due ON page(next_at) WHERE next_at IS NOT NULL;
  CREATE INDEX page_state ON page(source_id, state);

  -- One exchange with the web, however it ended.
  CREATE TABLE "fetch" (
    seq BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    at BIGINT NOT NULL,
    source_id TEXT COLLATE "C" NOT NULL,
    url TEXT COLLATE "C" NOT NULL,
    purpose TEXT COLLATE "C" NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C",
    status BIGINT,
    ms BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    capture_id TEXT COLLATE "C"
  );
  CREATE INDEX fetch_tally ON "fetch"(source_id, outcome);

  -- When the publisher says that this version was made; who wrote it, and what it is taken from, as
  -- JSON lists.
  ALTER TABLE article ADD COLUMN modified_earliest BIGINT;
  ALTER TABLE article ADD COLUMN modified_latest BIGINT;
  ALTER TABLE article ADD COLUMN modified_precision TEXT COLLATE "C";
  ALTER TABLE article ADD COLUMN modified_zone TEXT COLLATE "C";
  ALTER TABLE article ADD COLUMN authors TEXT COLLATE "C";
  ALTER TABLE article ADD COLUMN based_on TEXT COLLATE "C";
${DESK_TABLES}
`;
