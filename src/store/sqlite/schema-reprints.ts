/**
 * Who repeats whom, as rows that the database keeps of each cascade by itself: the network of outlets is
 * counted over them, and a cascade's JSON is too much to look through for it.
 */
export const REPRINTS = `
  -- One echo with a likely parent: whose article that is, whose this one is, and how it credits.
  CREATE TABLE reprint (
    earlier TEXT NOT NULL,
    later TEXT NOT NULL,
    cascade_id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    published INTEGER,
    credit TEXT NOT NULL,
    lag_min INTEGER NOT NULL,
    lag_max INTEGER NOT NULL,
    PRIMARY KEY (earlier, later, cascade_id, article_id)
  ) WITHOUT ROWID;
  CREATE INDEX reprint_later ON reprint(later);
  CREATE INDEX reprint_cascade ON reprint(cascade_id);

  CREATE VIEW echo_reprint AS
    SELECT source.domain AS earlier, own.domain AS later, cascade.id AS cascade_id,
      own.id AS article_id, own.published_earliest AS published,
      coalesce(echo.value ->> '$.credit', 'unknown') AS credit,
      echo.value ->> '$.parent.lag.min' AS lag_min, echo.value ->> '$.parent.lag.max' AS lag_max
    FROM cascade, json_each(cascade.body, '$.echoes') AS echo
      JOIN article AS own ON own.id = echo.value ->> '$.article'
      JOIN article AS source ON source.id = echo.value ->> '$.parent.article'
    WHERE own.domain <> source.domain;

  CREATE TRIGGER reprint_kept AFTER INSERT ON cascade BEGIN
    INSERT OR IGNORE INTO reprint SELECT * FROM echo_reprint WHERE cascade_id = new.id;
  END;
  CREATE TRIGGER reprint_dropped AFTER DELETE ON cascade BEGIN
    DELETE FROM reprint WHERE cascade_id = old.id;
  END;
  INSERT OR IGNORE INTO reprint SELECT * FROM echo_reprint;
`;
