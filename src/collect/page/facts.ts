/** What a page says of itself outside its text: JSON-LD, meta elements, links, its URL. */
import { blocksOf } from './blocks.ts';
import { pageDates } from './dates.ts';
import { datesNearTitle } from './dates-in-text.ts';
import { linkedArticle } from './json-ld.ts';
import { type Marks, marksOf } from './marks.ts';
import type { Page } from './parse.ts';

/** Statements as they stand in the page; none is checked yet. */
export interface PageFacts {
  readonly title?: string;
  readonly url?: string;
  readonly site?: string;
  readonly language?: string;
  /** Who wrote it, as the page names them: people, houses, agencies. */
  readonly authors: readonly string[];
  /** Addresses of the works that it says it is taken from. */
  readonly basedOn: readonly string[];
  /** When it was published, most trusted first. */
  readonly published: readonly string[];
  /** When it was changed, which tells something where nothing says when it was published. */
  readonly changed: readonly string[];
  /** When it was changed, by its own words alone. */
  readonly modified: readonly string[];
  /** The text as JSON-LD gives it, paragraphs as they stand. */
  readonly body?: string;
}

const TITLES = ['og:title', 'twitter:title', 'dc.title', 'headline', 'sailthru.title', 'title'];
const SITES = ['og:site_name', 'application-name', 'dc.publisher', 'twitter:site'];
const LANGUAGES = ['og:locale', 'content-language', 'dc.language', 'language', 'inlanguage'];
const AUTHORS = [
  'author',
  'article:author',
  'article:author_name',
  'dc.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'citation_author',
  'dcterms.creator',
  'source',
  'dc.source',
];
const ORIGINALS = ['original-source', 'syndication-source', 'dc.source', 'dcterms.source'];
/** `By `, `Por `, `Автор: ` before a name. */
const LABEL =
  /^(?:(?:(?:written |posted )?by|por|par)(?::| )|(?:автор(?:ы)?|текст|autor(?:es)?|author):?)\s*/iu;
/** Names and addresses in a list are few; what is more is no list of authors. */
const MAX_NAMES = 20;
const MAX_NAME_LENGTH = 120;

/** Reads the facts of a parsed page; a part that cannot be read is absent. */
export function pageFacts(page: Page): PageFacts {
  const marks = marksOf(page);
  const linked = linkedArticle(page.jsonLd);
  const addresses = [...(marks.links.get('canonical') ?? []), ...all(marks, ['og:url'])];
  const url = addresses.find((address) => /^https?:/i.test(address)) ?? linked.url ?? addresses[0];
  const stated = {
    title: first(marks, TITLES) ?? linked.title ?? present(page.title),
    url,
    site: first(marks, SITES) ?? linked.site,
    language: marks.language ?? first(marks, LANGUAGES) ?? linked.language,
    body: linked.body,
  };
  const authors = namesIn([...linked.authors, ...all(marks, AUTHORS), ...marks.authors]);
  const facts = Object.entries(stated).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(facts),
    authors: authors.length > 0 ? authors : namesIn(marks.bylines.map(nameInByline)).slice(0, 1),
    basedOn: addressesIn([
      ...linked.basedOn,
      ...all(marks, ORIGINALS),
      ...(marks.links.get('syndication-source') ?? []),
      ...(marks.links.get('original-source') ?? []),
    ]),
    ...pageDates({
      marks,
      linked,
      url,
      textDates: () => datesNearTitle(blocksOf(page.body), stated.title, marks.language),
    }),
  };
}

function all(marks: Marks, keys: readonly string[]): string[] {
  return keys.flatMap((key) => marks.metas.get(key) ?? []);
}

function first(marks: Marks, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = marks.metas.get(key)?.[0];
    if (value !== undefined) return value;
  }
  return undefined;
}

function present(text: string): string | undefined {
  return text.replace(/\s+/g, ' ').trim() || undefined;
}

/** The name in `By Jane Roe | 12 May`: what stands before a sign or a date. */
function nameInByline(line: string): string {
  return line.split(/\s[-–—|•·/]\s|\s*[|•·]\s*|[,;]?\s*(?:\p{L}+\.?\s*)?\d/u)[0] ?? '';
}

/** Different names, in order; addresses and handles are none. */
function namesIn(stated: readonly string[]): string[] {
  const names = new Map<string, string>();
  for (const value of stated) {
    const name = value
      .replace(/\s+/g, ' ')
      .replace(/^[\s|•·–—-]+/, '')
      .replace(LABEL, '')
      .trim();
    if (name.length > MAX_NAME_LENGTH || !/\p{L}{2}/u.test(name)) continue;
    if (/^(?:https?:|@|\/)/.test(name)) continue;
    if (names.size < MAX_NAMES && !names.has(name.toLowerCase())) {
      names.set(name.toLowerCase(), name);
    }
  }
  return [...names.values()];
}

function addressesIn(stated: readonly string[]): string[] {
  return [...new Set(stated.filter((value) => /^https?:\/\/\S+$/.test(value)))].slice(0, MAX_NAMES);
}
