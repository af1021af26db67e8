/**
 * What ties states in readings, as rows that the database keeps by itself: positions, and meetings, visits
 * and receptions that happened. A reading is tens of kilobytes of JSON, too much to look through for a pair.
 */

/** Deeds that count as visits. */
const DEEDS = "('meet', 'host', 'visit')";

export const RELATIONS = `
  -- Two states that a position or a visit ties, and its place among the positions or events of the reading.
  CREATE TABLE relation (
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    article_id TEXT NOT NULL,
    reader TEXT NOT NULL,
    kind TEXT NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (from_state, to_state, article_id, reader, kind, place)
  ) WITHOUT ROWID;
  CREATE INDEX relation_reading ON relation(article_id, reader);

  -- The same by each reading's JSON. Where a topic names no state itself ("arms for Ukraine"), states named
  -- within it count; where nobody is visited, the state of the place does.
  -- Written so that the JSON is gone through once for positions, once for events, and for mentions only
  -- where they are asked.
  CREATE VIEW read_relation AS
    SELECT * FROM (
      SELECT article_id, reader, 'position' AS kind, p.key AS place,
        p.value ->> '$.holder.state' AS from_state,
        coalesce(p.value ->> '$.towards.state', m.value ->> '$.state') AS to_state
      FROM reading, json_each(body, '$.positions') AS p
        LEFT JOIN json_each(
          CASE WHEN p.value ->> '$.towards.state' IS NULL THEN body END, '$.mentions') AS m
        ON m.value ->> '$.span.begin' >= p.value ->> '$.towards.span.begin'
          AND m.value ->> '$.span.end' <= p.value ->> '$.towards.span.end'
      UNION
      SELECT article_id, reader, 'visit', e.key, a.value ->> '$.state',
        coalesce(b.value ->> '$.state', m.value ->> '$.state')
      FROM reading, json_each(body, '$.events') AS e, json_each(e.value, '$.actors') AS a
        LEFT JOIN json_each(
          CASE WHEN json_array_length(e.value, '$.recipients') > 0 THEN e.value ->> '$.recipients'
            WHEN e.value ->> '$.kind' = 'meet' THEN e.value ->> '$.actors' END) AS b
        ON json_array_length(e.value, '$.recipients') > 0 OR a.key < b.key
        LEFT JOIN json_each(
          CASE WHEN json_array_length(e.value, '$.recipients') = 0
            AND e.value ->> '$.kind' = 'visit' THEN body END, '$.mentions') AS m
        ON m.value ->> '$.span.begin' >= e.value ->> '$.place.span.begin'
          AND m.value ->> '$.span.end' <= e.value ->> '$.place.span.end'
      WHERE e.value ->> '$.kind' IN ${DEEDS} AND e.value ->> '$.status' = 'happened'
    ) WHERE from_state IS NOT NULL AND to_state IS NOT NULL AND from_state <> to_state;

  CREATE TRIGGER reading_related AFTER INSERT ON reading BEGIN
    DELETE FROM relation WHERE article_id = NEW.article_id AND reader = NEW.reader;
    INSERT INTO relation (article_id, reader, kind, place, from_state, to_state)
      SELECT * FROM read_relation WHERE article_id = NEW.article_id AND reader = NEW.reader;
  END;

  INSERT INTO relation (article_id, reader, kind, place, from_state, to_state)
    SELECT * FROM read_relation;
`;
