/** The first migrations: evidence, articles, what they share, how they read, and the watch. */
export const EVIDENCE: readonly string[] = [
  `
  -- Evidence: bytes in the archive under their digest.
  CREATE TABLE capture (
    id TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    media_type TEXT NOT NULL,
    length INTEGER NOT NULL,
    captured_at INTEGER NOT NULL,
    origin TEXT NOT NULL,
    archive_file TEXT NOT NULL,
    archive_offset INTEGER NOT NULL,
    archive_length INTEGER NOT NULL
  ) WITHOUT ROWID;

  -- One version of an article; seq is the order in which the desk kept it.
  CREATE TABLE article (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL,
    capture_id TEXT NOT NULL REFERENCES capture(id),
    url TEXT,
    domain TEXT NOT NULL,
    outlet TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    published_earliest INTEGER,
    published_latest INTEGER,
    published_precision TEXT,
    published_zone TEXT,
    seen_earliest INTEGER,
    seen_latest INTEGER,
    seen_precision TEXT,
    seen_zone TEXT,
    captured_at INTEGER NOT NULL
  );
  CREATE INDEX article_key ON article(key);

  -- A doubt about an article that was kept nevertheless.
  CREATE TABLE doubt (
    article_id TEXT NOT NULL REFERENCES article(id),
    kind TEXT NOT NULL,
    value TEXT
  );
  CREATE INDEX doubt_article ON doubt(article_id);

  -- Every input item and what became of it: nothing is lost, nothing is silent.
  CREATE TABLE item (
    id TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    line INTEGER,
    capture_id TEXT REFERENCES capture(id),
    fate TEXT NOT NULL,
    article_id TEXT REFERENCES article(id),
    refusal_kind TEXT,
    refusal_detail TEXT,
    refusal_value TEXT
  ) WITHOUT ROWID;
  CREATE INDEX item_refusal ON item(refusal_kind, file, line) WHERE refusal_kind IS NOT NULL;

  -- Passages that two articles share, as JSON.
  CREATE TABLE alignment (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    passages TEXT NOT NULL,
    PRIMARY KEY (a, b)
  ) WITHOUT ROWID;

  -- One passage's journey; body is the whole cascade as JSON.
  CREATE TABLE cascade (
    id TEXT PRIMARY KEY,
    reach INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    latest INTEGER,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX cascade_rank ON cascade(reach DESC, articles DESC, latest DESC, id);
  CREATE TABLE cascade_article (
    article_id TEXT NOT NULL,
    cascade_id TEXT NOT NULL,
    PRIMARY KEY (article_id, cascade_id)
  ) WITHOUT ROWID;

  -- Wording that an outlet repeats so often that it was set aside.
  CREATE TABLE boilerplate (
    domain TEXT PRIMARY KEY,
    articles INTEGER NOT NULL,
    sample TEXT NOT NULL
  ) WITHOUT ROWID;

  -- Single values, such as how many articles the trace covers.
  CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  -- The index of passages that the next trace goes on from: fingerprints of consecutive articles, and
  -- one row of what is known of all of them. The bytes are the formats of the tracing.
  CREATE TABLE segment (
    base INTEGER PRIMARY KEY,
    rows INTEGER NOT NULL,
    data BLOB NOT NULL
  );
  CREATE TABLE trace_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    data BLOB NOT NULL
  );

  -- Key of the cluster that a cascade was made of, by which a later trace knows it again.
  ALTER TABLE cascade ADD COLUMN cluster TEXT NOT NULL DEFAULT '';
  `,
  `
  -- What retellings of an article are looked for by; row is its place in the order of keeping, from 0.
  CREATE TABLE retell_keys (
    row INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    domain TEXT NOT NULL,
    keys BLOB NOT NULL
  );
  `,
  `
  -- What a reader made of an article, as JSON; a newer version of the reader replaces its own.
  CREATE TABLE reading (
    article_id TEXT NOT NULL REFERENCES article(id),
    reader TEXT NOT NULL,
    version TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (article_id, reader)
  ) WITHOUT ROWID;
  CREATE INDEX reading_reader ON reading(reader, version);

  -- A statement whose speaker is known: its place among the attributions of the reading;
  -- folded is the name in lower case without accents, by which it is looked for.
  CREATE TABLE statement (
    article_id TEXT NOT NULL REFERENCES article(id),
    reader TEXT NOT NULL,
    place INTEGER NOT NULL,
    entity TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (article_id, reader, place)
  ) WITHOUT ROWID;
  CREATE INDEX statement_entity ON statement(entity);
  `,
  `
  -- A source of the watch list; body is what it is and how it fares, as JSON.
  CREATE TABLE source (
    id TEXT PRIMARY KEY,
    active INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    body TEXT NOT NULL
  ) WITHOUT ROWID;

  -- What a source named, by hashes of its id and of what was said of it: the cursor of the source.
  CREATE TABLE entry (
    source_id TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    url TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (source_id, content, name)
  ) WITHOUT ROWID;
  CREATE INDEX entry_name ON entry(source_id, name);

  -- A page that a source named: waiting, kept or refused; body is all that is known of it, as JSON.
  CREATE TABLE page (
    url TEXT PRIMARY KEY,
    host TEXT NOT NULL,
    source_id TEXT NOT NULL,
    state TEXT NOT NULL,
    next_at INTEGER,
    fetched_at INTEGER,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX page_due ON page(next_at) WHERE next_at IS NOT NULL;
  CREATE INDEX page_state ON page(source_id, state);

  -- One exchange with the web, however it ended.
  CREATE TABLE fetch (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    url TEXT NOT NULL,
    purpose TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    status INTEGER,
    ms INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    capture_id TEXT
  );
  CREATE INDEX fetch_tally ON fetch(source_id, outcome, reason);

  -- When the publisher says that this version was made; who wrote it, and what it is taken from, as
  -- JSON lists.
  ALTER TABLE article ADD COLUMN modified_earliest INTEGER;
  ALTER TABLE article ADD COLUMN modified_latest INTEGER;
  ALTER TABLE article ADD COLUMN modified_precision TEXT;
  ALTER TABLE article ADD COLUMN modified_zone TEXT;
  ALTER TABLE article ADD COLUMN authors TEXT;
  ALTER TABLE article ADD COLUMN based_on TEXT;
  `,
];
