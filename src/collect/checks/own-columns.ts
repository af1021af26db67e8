/**
 * Our own columns, of a table or of JSON Lines: `claim` and, where they are known, `rating, checker, url,
 * checked, title, summary, body, language, claimed_by, claimed, appearances, outlets`, the last two
 * lists, or texts parted by `;` or `|`.
 */
import { namesIn } from './check-text.ts';
import type { Layout } from './layout.ts';

const LIST = /[;|\n]/;
const MOST = 200;

export const OWN: Layout = {
  name: 'plain columns',
  needs: ['claim'],
  stated: (column) => ({
    claim: column('claim'),
    title: column('title'),
    summary: column('summary'),
    body: column('body'),
    language: column('language'),
    url: column('url'),
    checker: column('checker'),
    checked: column('checked'),
    rating: column('rating'),
    claimedBy: column('claimed_by'),
    claimed: column('claimed'),
    appearances: namesIn(column('appearances'), LIST, MOST),
    outlets: namesIn(column('outlets'), LIST, MOST),
  }),
};
