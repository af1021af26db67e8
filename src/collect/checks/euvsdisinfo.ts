/**
 * Tables of the cases of EUvsDisinfo (the East StratCom Task Force). They list cases of what the task force
 * calls disinformation, without a rating of each, and date the publication that carried the claim, not
 * the case itself: so there is no `rating` and no `checked`. They are written in English.
 */
import { foldedText, namesIn } from './check-text.ts';
import type { Layout } from './layout.ts';

const LIST = 'EUvsDisinfo';
/** Outlets are joined by it. */
const JOINED = /\+/;
const MOST = 200;
/** When in a broadcast it was said: `Vremya pokazhet @Pervyi kanal, 1:05:50`. */
const TIME_CODE = /,\s*\d{1,2}(?:[:.]\d{2}){1,2}$/;

/** `date,id,title,countries,keywords,languages,outlets`; `id` is the case's address. */
export const EUVSDISINFO_CASES: Layout = {
  name: 'EUvsDisinfo cases',
  needs: ['date', 'id', 'title', 'countries', 'keywords', 'outlets'],
  stated: (column) => ({
    claim: column('title'),
    language: 'en',
    url: column('id'),
    checker: LIST,
    claimed: column('date'),
    outlets: namesIn(column('outlets'), JOINED, MOST),
    list: LIST,
  }),
};

/** `issue,date,outlet,…,source,title,summary,disproof`; `source` is where the claim stood. */
export const EUVSDISINFO_DISPROOFS: Layout = {
  name: 'EUvsDisinfo disproofs',
  needs: ['title', 'disproof', 'outlet', 'source'],
  stated: (column) => ({
    claim: column('title') ?? column('summary'),
    summary: column('summary'),
    body: column('disproof'),
    language: 'en',
    checker: LIST,
    claimed: column('date'),
    appearances: [column('source')],
    outlets: outletsOf(column('outlet')),
    list: LIST,
  }),
};

/** As stated, without the time code; commas part names and stand in them, so they part nothing. */
function outletsOf(stated: unknown): string[] {
  const bare = foldedText(stated, 300)?.replace(TIME_CODE, '');
  return namesIn(bare, JOINED, MOST);
}
