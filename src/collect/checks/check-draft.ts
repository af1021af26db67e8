/** The draft that is made of a fact-check's fields. */
import type { CheckDraft } from '../../domain/checks.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Doubt } from '../../domain/outcome.ts';
import { canonicalUrl } from '../address.ts';
import { momentOf } from '../dates.ts';
import { statedLanguage } from '../language.ts';
import type { CheckFields } from './check-fields.ts';
import { foldedText } from './check-text.ts';

/** A draft, and what of it could not be read as stated. */
export interface ReadCheck {
  readonly draft: CheckDraft;
  readonly doubts: readonly Doubt[];
}

/** Longest texts that are kept, in UTF-16 units. */
const MAX = {
  claim: 2000,
  line: 500,
  summary: 5000,
  body: 20_000,
  rating: 300,
  name: 300,
} as const;
/** Addresses of one claim that are kept. */
const MAX_APPEARANCES = 200;

/** Who is named where nobody is, and nothing tells it. */
const NOBODY = 'unknown';

/** The draft; `undefined` where no claim is stated. `now` in ms since the epoch. Never throws. */
export function checkDraft(stated: CheckFields, now: number): ReadCheck | undefined {
  const claim = foldedText(stated.claim, MAX.claim);
  if (claim === undefined) return undefined;
  const doubts: Doubt[] = [];
  const url = canonicalUrl(stated.url);
  const title = foldedText(stated.title, MAX.line);
  const named = nameOf(stated.checker) ?? hostOf(url) ?? stated.list;
  if (named === undefined) doubts.push({ kind: 'no-outlet' });
  const draft: CheckDraft = {
    claim,
    // A list that gives headlines only has them as the claim already.
    ...optional('title', title === claim ? undefined : title),
    ...optional('summary', foldedText(stated.summary, MAX.summary)),
    ...optional('body', foldedText(stated.body, MAX.body)),
    ...optional('language', statedLanguage(stated.language)),
    ...optional('url', url),
    checker: named ?? NOBODY,
    ...optional('checked', dateOf(stated.checked, now, doubts)),
    ...optional('rating', foldedText(stated.rating, MAX.rating)),
    ...optional('ratingScale', scaleOf(stated.scale)),
    ...optional('claimedBy', foldedText(stated.claimedBy, MAX.name)),
    ...optional('claimed', dateOf(stated.claimed, now, doubts)),
    appearances: addressesOf(stated.appearances),
    outlets: stated.outlets ?? [],
    ...optional('list', stated.list),
  };
  return { draft, doubts };
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

/** A name; of an address that stands in its place, the host. */
function nameOf(value: unknown): string | undefined {
  const name = foldedText(value, MAX.name);
  return name !== undefined && /^https?:\/\/\S+$/i.test(name) ? hostOf(name) : name;
}

function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  return new URL(url).hostname.replace(/^www\d?\./, '') || undefined;
}

/** Doubts that a date was not read as stated; a missing zone is in the moment's bounds already. */
function dateOf(value: unknown, now: number, doubts: Doubt[]): Moment | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  if (one === undefined || one === null || one === '') return undefined;
  const read = momentOf(one, { now });
  for (const doubt of read.doubts) {
    if (doubt.kind !== 'assumed-zone' && doubt.kind !== 'no-date') doubts.push(doubt);
  }
  return read.moment;
}

/** A scale counts only where all of it is stated and the value lies on it. */
function scaleOf(scale: CheckFields['scale']): CheckDraft['ratingScale'] | undefined {
  const value = numberOf(scale?.value);
  const best = numberOf(scale?.best);
  const worst = numberOf(scale?.worst);
  if (value === undefined || best === undefined || worst === undefined) return undefined;
  if (best === worst || value < Math.min(best, worst) || value > Math.max(best, worst)) {
    return undefined;
  }
  return { value, best, worst };
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s*-?\d{1,9}(?:[.,]\d{1,9})?\s*$/.test(value))
    return undefined;
  return Number(value.replace(',', '.'));
}

function addressesOf(values: readonly unknown[] = []): string[] {
  const addresses = new Set<string>();
  for (const value of values) {
    const url = canonicalUrl(value);
    if (url !== undefined) addresses.add(url);
    if (addresses.size >= MAX_APPEARANCES) break;
  }
  return [...addresses];
}
