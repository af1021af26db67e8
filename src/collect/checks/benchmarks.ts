/**
 * JSON Lines of two collections for research. CheckThat 2022 task 2 (https://gitlab.com/checkthat_lab): claims
 * of Snopes and PolitiFact, told by their ids. FactCheckTweet: checks by many houses, their claims not
 * taken out of them, so that the headline stands for the claim.
 */
import { stringOf } from '../loose-values.ts';
import type { CheckFields } from './check-fields.ts';
import type { Columns, Layout } from './layout.ts';

const POLITIFACT = 'https://www.politifact.com';
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `vclaim` with `vclaim_id`; `title, subtitle, author, date` of Snopes, `speaker, truth_label, lead` of PolitiFact. */
export const CHECKTHAT: Layout = {
  name: 'CheckThat claims',
  needs: ['vclaim', 'vclaim_id'],
  stated: (column) => {
    const id = stringOf(column('vclaim_id')) ?? '';
    if (id.startsWith('vclaim-pol-')) return ofPolitiFact(column);
    if (id.startsWith('vclaim-sno-')) return ofSnopes(column);
    return {
      ...headlined(column),
      body: column('vclaim'),
      checker: column('author'),
    };
  },
};

/** `id, lang, domain, date, url, title, subtitle, lead`. */
export const FACT_CHECK_TWEET: Layout = {
  name: 'FactCheckTweet checks',
  needs: ['lang', 'domain', 'url', 'title', 'lead'],
  stated: (column) => ({
    ...headlined(column),
    body: column('lead'),
    checker: withoutWww(column('domain')),
  }),
};

function headlined(column: Columns): CheckFields {
  return {
    claim: column('title') ?? column('subtitle') ?? column('lead') ?? column('vclaim'),
    summary: column('subtitle'),
    language: column('lang'),
    url: column('url'),
    checked: column('date'),
  };
}

function ofSnopes(column: Columns): CheckFields {
  return {
    claim: column('vclaim'),
    title: column('title'),
    summary: column('subtitle'),
    language: 'en',
    url: column('page_url') ?? column('url'),
    checker: 'Snopes',
    checked: column('date'),
  };
}

function ofPolitiFact(column: Columns): CheckFields {
  const url = stringOf(column('url'));
  const said = stringOf(column('date'));
  return {
    claim: column('vclaim'),
    title: column('title'),
    body: column('lead'),
    language: 'en',
    url: url?.startsWith('/') ? POLITIFACT + url : url,
    checker: 'PolitiFact',
    checked: dayInPath(url),
    rating: column('truth_label'),
    claimedBy: column('speaker'),
    // "stated on October 22, 2019 in a campaign mailer.:"
    claimed: /\bon (\p{L}+ \d{1,2}, \d{4})\b/u.exec(said?.slice(0, 200) ?? '')?.[1],
  };
}

/** The day in `/factchecks/2019/oct/30/…`, as a date. */
function dayInPath(url: string | undefined): string | undefined {
  const [, year, month, day] = /\/(\d{4})\/([a-z]{3})\/(\d{2})\//.exec(url ?? '') ?? [];
  const at = MONTHS.indexOf(month ?? '');
  return at < 0 ? undefined : `${year}-${String(at + 1).padStart(2, '0')}-${day}`;
}

function withoutWww(domain: unknown): unknown {
  return typeof domain === 'string' ? domain.replace(/^www\d?\./i, '') : domain;
}
