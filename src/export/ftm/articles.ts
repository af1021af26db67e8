/** Articles, their outlets and fact-checks as FollowTheMoney entities. */
import type { ExportArticle, ExportCheck, ExportOutlet } from '../../domain/exports.ts';
import type { OutletFact } from '../../domain/watch.ts';
import { VERDICT_WORDS } from '../judgement-wording.ts';
import { boundsWords, partialDate, pointDate } from '../linked/calendar.ts';
import { countriesOf } from './countries.ts';
import {
  addressValue,
  articleEntityId,
  entity,
  type FtmEntity,
  ftmId,
  nameValue,
  outletEntityId,
  ownText,
  stringValue,
  textValue,
} from './entity.ts';
import { languageOf } from './languages.ts';

/**
 * An outlet. `PublicBody` only where a list states that a state controls it; an account on a platform
 * is a `LegalEntity`, since nothing says whether it is an organisation's.
 */
export function outletEntity({ domain, name, facts }: Omit<ExportOutlet, 'kind'>): FtmEntity {
  const controlled = facts.some((fact) => fact.affiliation === 'state-controlled');
  const account = domain.includes('/');
  const schema = controlled ? 'PublicBody' : account ? 'LegalEntity' : 'Organization';
  return entity(outletEntityId(domain), schema, {
    name: [nameValue(name) || nameValue(domain) || 'outlet without a name'],
    alias: facts.map((fact) => fact.name && nameValue(fact.name)),
    website: [websiteOf(domain)],
    country: countriesOf(facts.map((fact) => fact.country)),
    notes: facts.map(factWords),
    sourceUrl: facts.map((fact) => addressValue(fact.source.url)),
  });
}

function websiteOf(domain: string): string | undefined {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w.@-]+)?$/i.test(domain)
    ? addressValue(`https://${domain}`)
    : undefined;
}

/** What one list states, with its name: lists differ, and are never merged. An owner may be a person. */
function factWords(fact: OutletFact): string | undefined {
  const stated = [
    fact.affiliation && `affiliation: ${fact.affiliation}`,
    fact.country && `country: ${stringValue(fact.country)}`,
    ...(fact.labels ?? []).map((label) => `label: ${stringValue(label)}`),
  ].filter((words) => words !== undefined);
  if (stated.length === 0) return undefined;
  const { name, date } = fact.source;
  const source = `${stringValue(name)}${date === undefined ? '' : ` (${stringValue(date)})`}`;
  return ownText(`${source} states: ${stated.join('; ')}`);
}

/**
 * An article and its link to the outlet. The digest of the capture is SHA-256 and stands in words: the
 * model's `contentHash` is SHA-1.
 */
export function articleEntities(record: ExportArticle, program: string): FtmEntity[] {
  const { article } = record;
  const id = articleEntityId(article.id);
  const title = stringValue(article.title) || 'untitled';
  const bounds = boundsWords(article.published);
  const outlet = outletEntityId(article.domain);
  return [
    entity(id, 'Article', {
      name: [nameValue(article.title) || 'untitled'],
      title: [title],
      fileName: [id],
      author: (article.authors ?? []).map(stringValue),
      publisher: [stringValue(article.outlet)],
      publishedAt: [partialDate(article.published)],
      modifiedAt: [partialDate(article.modified)],
      retrievedAt: [pointDate(article.capturedAt)?.slice(0, -1)],
      language: [languageOf(article.language)],
      sourceUrl: [addressValue(article.url)],
      mimeType: [mimeOf(record.mediaType)],
      fileSize: [sizeOf(record.length)],
      processingAgent: [program],
      notes: [
        `Capture: SHA-256 ${stringValue(article.capture.digest)}`,
        bounds && `Published ${bounds}`,
      ],
    }),
    entity(ftmId('published-by', article.id), 'Documentation', {
      document: [id],
      entity: [outlet],
      role: ['publisher'],
      date: [partialDate(article.published)],
    }),
  ];
}

/** A fact-check: the checker's claim, its rating in the checker's words, and what the desk reads in it. */
export function checkEntity({ check, verdict, capture }: ExportCheck): FtmEntity {
  const id = ftmId('check', check.id);
  const rating = check.rating === undefined ? undefined : stringValue(check.rating);
  return entity(id, 'Article', {
    name: [nameValue(check.title ?? check.claim) || 'fact-check'],
    title: [stringValue(check.title ?? check.claim) || 'fact-check'],
    fileName: [id],
    publisher: [stringValue(check.checker)],
    publishedAt: [partialDate(check.checked)],
    language: [languageOf(check.language)],
    sourceUrl: [addressValue(check.url)],
    summary: [`Claim checked: ${textValue(check.claim)}`],
    description: [check.summary && textValue(check.summary)],
    keywords: ['fact-check'],
    notes: [
      rating && `Rating, in the checker's words: ${rating}`,
      verdict && `The desk reads the rating as: ${VERDICT_WORDS[verdict]}`,
      check.claimedBy && `Claim made by, as the checker states: ${stringValue(check.claimedBy)}`,
      check.list && `Read from the list: ${stringValue(check.list)}`,
      `Capture: SHA-256 ${stringValue(capture.digest)}`,
    ],
  });
}

function mimeOf(mediaType: string): string | undefined {
  const bare = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9!#$&^_.+-]{1,100}\/[a-z0-9!#$&^_.+-]{1,100}$/.test(bare) ? bare : undefined;
}

function sizeOf(length: number): string | undefined {
  return Number.isSafeInteger(length) && length >= 0 ? String(length) : undefined;
}
