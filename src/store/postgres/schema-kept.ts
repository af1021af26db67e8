/** What the database keeps by itself: logs that only grow, and rows that follow others. */
export const KEPT_BY_THE_DATABASE = `
  CREATE FUNCTION only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0];
  END $$;
  CREATE TRIGGER ledger_entry_kept BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW
    EXECUTE FUNCTION only_grows('the ledger only grows: add an entry that supersedes this one');
  CREATE TRIGGER alert_stays BEFORE DELETE ON alert FOR EACH ROW
    EXECUTE FUNCTION only_grows('alerts are closed, never deleted');
  CREATE TRIGGER alert_event_kept BEFORE UPDATE OR DELETE ON alert_event FOR EACH ROW
    EXECUTE FUNCTION only_grows('the audit log only grows');
  CREATE TRIGGER account_event_kept BEFORE UPDATE OR DELETE ON account_event FOR EACH ROW
    EXECUTE FUNCTION only_grows('the log of accounts only grows');

  CREATE FUNCTION keep_article_facet() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO article_facet VALUES (new.seq, new.language, new.domain, new.published_earliest, NULL);
    UPDATE article_facet SET newer = new.seq
      WHERE newer IS NULL AND seq IN (SELECT seq FROM article WHERE key = new.key AND seq < new.seq);
    RETURN NULL;
  END $$;
  CREATE TRIGGER article_facet_kept AFTER INSERT ON article FOR EACH ROW
    EXECUTE FUNCTION keep_article_facet();
`;
