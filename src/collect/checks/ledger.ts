/**
 * A ledger of checked claims on the war in Ukraine: one row a claim, with verdict, who gave it and where.
 * Rows that no formal check stands behind are marked by the ledger, and are read like the others.
 */
import type { Columns, Layout } from './layout.ts';

export const LEDGER: Layout = {
  name: 'claims ledger',
  needs: ['claim_verbatim', 'verdict', 'verdict_source', 'source_url'],
  stated: (column) => ({
    claim: column('claim_verbatim'),
    url: column('source_url'),
    checker: column('verdict_source'),
    checked: column('source_date'),
    rating: column('verdict'),
    claimedBy: actorOf(column),
    claimed: column('date_claimed'),
    appearances: [column('post_url'), column('archived_url')],
    list: 'claims ledger',
  }),
  uncanonical: (column) => {
    const status = column('claim_status');
    return status !== undefined && status !== 'canonical';
  },
};

/** `Unattributed / viral` names nobody. */
function actorOf(column: Columns): unknown {
  const actor = column('actor');
  return typeof actor === 'string' && /^unattributed\b/i.test(actor) ? undefined : actor;
}
