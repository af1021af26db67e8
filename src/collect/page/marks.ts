/** What a page marks for machines and readers: meta elements, links, times, names of authors. */

import type { Page } from './parse.ts';
import { following, type PageNode, TEXT } from './tree.ts';

/** A place in the page that may say when it was published. */
export interface TimeMark {
  /** What it states to machines, else its text. */
  readonly value: string;
  readonly text: string;
  /** Class, id and itemprop of it and of the element around it, in lower case. */
  readonly names: string;
  /** Whether it is a `<time>` or says itself that it is a date of publication. */
  readonly kind: 'published' | 'modified' | 'time' | 'named';
  /** Characters of text between it and the page's heading; in reading order where there is none. */
  readonly distance: number;
  /** Whether it stands in a list of other articles, a comment, a sidebar. */
  readonly beside: boolean;
}

export interface Marks {
  /** Contents by lower-case property, name or http-equiv. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** Addresses by lower-case rel. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  readonly language: string | undefined;
  readonly times: readonly TimeMark[];
  /** Texts that are marked as an author's name. */
  readonly authors: readonly string[];
  /** Texts of elements that are named like a byline: `By Jane Roe | 12 May`. */
  readonly bylines: readonly string[];
}

/** Marks beyond these numbers are passed over: no page needs them. */
const MAX_TIMES = 200;
const MAX_AUTHORS = 5;
const MAX_VALUES = 50;
/** Longest text of a mark, in UTF-16 units. */
const MAX_TEXT = 150;
/** Nodes below an element whose text is asked for. */
const MAX_NODES = 60;
/** How far up an element is asked whether it stands beside the article. */
const MAX_ANCESTORS = 12;
const BYLINE = /(?<![a-z])(?:byline|author|authors|author-name|autor)(?![a-z])/i;
const DATED =
  /dat(?:e(?!ba|rs?\b)|um)|time|published|publishing|posted|submitted|created|fecha|modified|(?<![a-z])(?:post-meta|entry-meta|article-meta|article-info|story-meta|meta|byline|info|day)(?![a-z])/;
const BESIDE =
  /(?<![a-z])(?:comments?|commentlist|respond|related|recommend(?:ed|ations)?|recirc|sidebar|widget|popular|trending|latest|recent|teasers?|promo|footer|nav|menu|more-(?:news|stories|from)|read-more|most-read|headlines|newslist|news-list|ticker|feed|carousel|slider|archive|calendar|copyright|review|replies|reply)(?![a-z])/;

/** Reads a page's marks in one walk. Linear. */
export function marksOf(page: Page): Marks {
  const metas = new Map<string, string[]>();
  const links = new Map<string, string[]>();
  const times: PlacedMark[] = [];
  const authors: string[] = [];
  const bylines: string[] = [];
  const headings: Heading[] = [];
  const root = page.documentElement;
  let at = 0;
  for (let node: PageNode | null = root; node !== null; node = following(node, root)) {
    const { values, tagName } = node;
    if (node.nodeType === TEXT) {
      at += node.nodeValue!.length;
      continue;
    }
    if (tagName === 'META') addMeta(metas, values);
    if (tagName === 'LINK') add(links, values['rel'], values['href']);
    if (times.length < MAX_TIMES) times.push(...timeMark(node, at));
    if (tagName === 'H1' && headings.length < MAX_VALUES) headings.push({ at, node });
    const by = values['rel'] === 'author' || values['itemprop'] === 'author' ? authors : bylines;
    if (by.length < MAX_AUTHORS && (by === authors || BYLINE.test(values['class'] ?? ''))) {
      by.push(shortText(node));
    }
  }
  const language = root.values['lang']?.trim() || undefined;
  const placed = aroundHeading(times, headings, page.title);
  return { metas, links, language, times: placed, authors, bylines };
}

interface Heading {
  readonly at: number;
  readonly node: PageNode;
}

type PlacedMark = Omit<TimeMark, 'distance' | 'beside'> & Heading;

function aroundHeading(
  times: readonly PlacedMark[],
  headings: readonly Heading[],
  title: string,
): TimeMark[] {
  const heading = mainHeading(headings, title);
  const around = new Set<PageNode>();
  for (let at = heading?.node ?? null; at !== null; at = at.parentNode) around.add(at);
  return times.map(({ at, node, ...mark }) => ({
    ...mark,
    distance: Math.abs(at - (heading?.at ?? 0)),
    beside: isBeside(node, around),
  }));
}

/** The heading that the page's title repeats, else the first. */
function mainHeading(headings: readonly Heading[], title: string): Heading | undefined {
  const folded = title.toLowerCase();
  const named = headings.find(({ node }) => {
    const text = shortText(node).toLowerCase();
    return text.length > 5 && folded.includes(text.slice(0, 30));
  });
  return named ?? headings[0];
}

function addMeta(metas: Map<string, string[]>, values: Readonly<Record<string, string>>): void {
  for (const key of ['property', 'name', 'http-equiv']) {
    add(metas, values[key], values['content']);
  }
}

function add(
  map: Map<string, string[]>,
  keys: string | undefined,
  value: string | undefined,
): void {
  const trimmed = value?.trim();
  if (keys === undefined || !trimmed) return;
  for (const key of keys.toLowerCase().trim().split(/\s+/)) {
    const known = map.get(key);
    if (known === undefined) map.set(key, [trimmed]);
    else if (known.length < MAX_VALUES) known.push(trimmed);
  }
}

function timeMark(node: PageNode, at: number): PlacedMark[] {
  const { values, tagName } = node;
  const itemprop = (values['itemprop'] ?? '').toLowerCase();
  const own = namesOf(node);
  const published = /datepublished|datecreated|pubdate/.test(itemprop);
  const modified = /datemodified|dateupdated/.test(itemprop);
  const time = tagName === 'TIME' || values['datetime'] !== undefined;
  if (!published && !modified && !time && !DATED.test(own)) return [];
  const text = shortText(node);
  const stated = values['datetime'] ?? values['content'] ?? titleDate(values['title']);
  const value = stated ?? text;
  if (value === '' || !/\p{N}/u.test(`${value}${text}`)) return [];
  const names = `${own} ${node.parentNode === null ? '' : namesOf(node.parentNode)}`;
  const kind = modified ? 'modified' : published ? 'published' : time ? 'time' : 'named';
  return [{ value, text, names, kind, at, node }];
}

/** `<abbr title="2011-03-30T21:05:00-07:00">` of the hAtom format. */
function titleDate(title: string | undefined): string | undefined {
  return title !== undefined && /^\d{4}-\d{2}-\d{2}/.test(title) ? title : undefined;
}

/** Class, id, itemprop as lower-case words: `postDate entry_date` is `post-date entry-date`. */
function namesOf({ values }: PageNode): string {
  const { class: classes, id, itemprop } = values;
  if (classes === undefined && id === undefined && itemprop === undefined) return '';
  return `${classes ?? ''} ${id ?? ''} ${itemprop ?? ''}`
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/_/g, '-')
    .toLowerCase();
}

/** Whether a node stands beside the article: below a name that says so, and not around the heading. */
function isBeside(node: PageNode, around: ReadonlySet<PageNode>): boolean {
  let at: PageNode | null = node;
  for (let i = 0; at !== null && !around.has(at) && i < MAX_ANCESTORS; i++, at = at.parentNode) {
    if (at.tagName === 'NAV' || at.tagName === 'FOOTER') return true;
    if (BESIDE.test(namesOf(at))) return true;
  }
  return false;
}

/** The text of an element, if it is short: a long one is not a mark. Looks at few nodes only. */
function shortText(root: PageNode): string {
  let text = '';
  let seen = 0;
  for (let node = following(root, root); node !== null; node = following(node, root)) {
    if (node.nodeType === TEXT) text += `${node.nodeValue} `;
    if (text.length > MAX_TEXT * 4 || ++seen > MAX_NODES) return '';
  }
  const short = text.replace(/\s+/g, ' ').trim();
  return short.length > MAX_TEXT ? '' : short;
}
