/** The migrations behind those: fact-checks, offices, the ledger, alerts, people, notices. */
import { RELATIONS } from './schema-relations.ts';
import { REPRINTS } from './schema-reprints.ts';

export const DESK: readonly string[] = [
  `
  -- A published fact-check; body is all that is stated of it, as JSON; seq is the order of keeping.
  CREATE TABLE fact_check (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    checker TEXT NOT NULL,
    language TEXT,
    capture_id TEXT NOT NULL REFERENCES capture(id),
    body TEXT NOT NULL
  );

  -- One person's time in one public office, by one source, as JSON.
  CREATE TABLE tenure (
    seq INTEGER PRIMARY KEY,
    person TEXT NOT NULL,
    office TEXT NOT NULL,
    begins TEXT NOT NULL,
    source TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (person, office, begins, source)
  );

  -- The passages that an article shares are asked for from either side.
  CREATE INDEX alignment_b ON alignment(b);

  -- The words of the articles, without case and accents.
  CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, content = 'article', content_rowid = 'seq',
    tokenize = 'unicode61 remove_diacritics 2'
  );
  CREATE TRIGGER article_words_kept AFTER INSERT ON article BEGIN
    INSERT INTO article_words (rowid, title, text) VALUES (new.seq, new.title, new.text);
  END;
  INSERT INTO article_words (article_words) VALUES ('rebuild');
  `,
  `
  -- How many of one state's staff are, came or went in another, as one source states it (JSON). It only
  -- grows: what was wrong is superseded by a further entry.
  CREATE TABLE ledger_entry (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sender TEXT NOT NULL,
    host TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE INDEX ledger_pair ON ledger_entry(sender, host);
  CREATE TRIGGER ledger_entry_kept BEFORE UPDATE ON ledger_entry BEGIN
    SELECT RAISE(ABORT, 'the ledger only grows: add an entry that supersedes this one');
  END;
  CREATE TRIGGER ledger_entry_stays BEFORE DELETE ON ledger_entry BEGIN
    SELECT RAISE(ABORT, 'the ledger only grows: add an entry that supersedes this one');
  END;

  -- What ties two states in a year, by one source (JSON); to_state is empty for facts of one state, year 0
  -- where none is stated.
  CREATE TABLE tie (
    kind TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    year INTEGER NOT NULL,
    source TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, from_state, to_state, year, source)
  ) WITHOUT ROWID;
  `,
  `
  -- An alert as it stands; body is its newest measurement (JSON). What was done stands in alert_event.
  CREATE TABLE alert (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    indicator TEXT NOT NULL,
    measure TEXT NOT NULL,
    severity TEXT NOT NULL,
    state TEXT NOT NULL,
    stands INTEGER NOT NULL,
    at INTEGER NOT NULL,
    raised_at INTEGER NOT NULL,
    measured_at INTEGER NOT NULL,
    body TEXT NOT NULL
  );
  CREATE INDEX alert_order ON alert(state, raised_at);
  CREATE TRIGGER alert_stays BEFORE DELETE ON alert BEGIN
    SELECT RAISE(ABORT, 'alerts are closed, never deleted');
  END;

  -- The audit log: who did what with an alert, and when. It only grows.
  CREATE TABLE alert_event (
    seq INTEGER PRIMARY KEY,
    alert TEXT NOT NULL REFERENCES alert(id),
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    action TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE INDEX alert_event_alert ON alert_event(alert);
  CREATE TRIGGER alert_event_kept BEFORE UPDATE ON alert_event BEGIN
    SELECT RAISE(ABORT, 'the audit log only grows');
  END;
  CREATE TRIGGER alert_event_stays BEFORE DELETE ON alert_event BEGIN
    SELECT RAISE(ABORT, 'the audit log only grows');
  END;

  -- The newest reading of each indicator, quiet ones too (JSON).
  CREATE TABLE indicator_reading (
    indicator TEXT PRIMARY KEY,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  -- Accounts of the desk. A password is an argon2id hash; oidc is 'issuer subject'.
  CREATE TABLE account (
    name TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    password TEXT,
    oidc TEXT UNIQUE,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER
  ) WITHOUT ROWID;

  -- Signed-in browsers, by the SHA-256 of their secret.
  CREATE TABLE session (
    secret_digest TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account(name),
    csrf TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX session_account ON session(account);

  -- Programs' keys, by the SHA-256 of their secret.
  CREATE TABLE api_token (
    id TEXT PRIMARY KEY,
    secret_digest TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES account(name),
    label TEXT NOT NULL,
    role TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER,
    used_at INTEGER
  ) WITHOUT ROWID;

  -- What was done with accounts, sessions and keys: never with what secret.
  CREATE TABLE account_event (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    action TEXT NOT NULL,
    account TEXT NOT NULL,
    detail TEXT
  );
  `,
  `
  -- Messages to people outside, one a channel and subject.
  CREATE TABLE notice (
    seq INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    subject TEXT NOT NULL,
    alert TEXT REFERENCES alert(id),
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    sent_at INTEGER,
    problem TEXT,
    UNIQUE (channel, subject)
  );
  CREATE INDEX notice_due ON notice(state, next_at);
  `,
  `
  -- What the console's first page asks: the newest by publication.
  CREATE INDEX article_published ON article(published_earliest);
  CREATE INDEX article_until ON article(published_latest);
  CREATE INDEX article_domain ON article(domain, published_earliest);
  -- What every page says at its foot: what became of the items.
  CREATE INDEX item_fate ON item(fate);
  -- Readings with counts of presence are few; found by looking into each, they take seconds.
  CREATE INDEX reading_with_counts ON reading(article_id) WHERE json_array_length(body, '$.counts') > 0;
  -- What indicators look at: the newest.
  CREATE INDEX cascade_latest ON cascade(latest);
  CREATE INDEX entry_seen ON entry(source_id, seen_at);
  `,
  `
  -- What a search filters, sorts and counts by, without the texts; newer is the seq of the next version.
  CREATE TABLE article_facet (
    seq INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    domain TEXT NOT NULL,
    published INTEGER,
    newer INTEGER
  );
  CREATE INDEX article_facet_published ON article_facet(published, seq);
  CREATE TRIGGER article_facet_kept AFTER INSERT ON article BEGIN
    INSERT INTO article_facet VALUES (new.seq, new.language, new.domain, new.published_earliest, NULL);
    UPDATE article_facet SET newer = new.seq
      WHERE newer IS NULL AND seq IN (SELECT seq FROM article WHERE key = new.key AND seq < new.seq);
  END;
  INSERT INTO article_facet
    SELECT seq, language, domain, published_earliest,
      (SELECT min(later.seq) FROM article AS later WHERE later.key = article.key AND later.seq > article.seq)
    FROM article;

  -- Most credits left out on the way first: how often a body (JSON, so never inside a text) says so.
  CREATE INDEX cascade_dropped ON cascade(
    (length(body) - length(replace(body, '"credit":"dropped"', ''))) DESC, reach DESC, articles DESC, id
  );
  `,
  RELATIONS,
  REPRINTS,
  `
  -- What was done with accounts only grows, as the log of alerts does.
  CREATE TRIGGER account_event_kept BEFORE UPDATE ON account_event BEGIN
    SELECT RAISE(ABORT, 'the log of accounts only grows');
  END;
  CREATE TRIGGER account_event_stays BEFORE DELETE ON account_event BEGIN
    SELECT RAISE(ABORT, 'the log of accounts only grows');
  END;
  `,
];
