/**
 * The links of a web page that look like articles of the same publisher, in order, with the words of the
 * link. Read by htmlparser2's tokens alone, without a tree. Linear.
 */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { publisherOf } from '../../text/publisher.ts';
import { webAddress } from '../xml/addresses.ts';
import { References } from '../xml/entities.ts';
import { isArticleAddress } from './article-address.ts';
import { type Found, fault, listed } from './listed.ts';
import { statedAddress } from './stated-address.ts';

/** Longest words of a link that are its title. UTF-16 units. */
const MAX_TITLE = 300;
/** Links of one page; more are counted and not read. */
const MAX_LINKS = 20_000;
/** Elements whose content is no text. */
const SILENT = new Set(['script', 'style', 'noscript', 'svg', 'template']);

interface Link {
  readonly href: string;
  readonly begin: number;
  text: string;
}

/** The links of `html`; `base` is the address of the page, may be empty where the page states its own. */
export function foundInPage(html: string, base: string): readonly Found[] {
  const page = new Links(html);
  const own = base || page.canonical || page.base;
  if (own === undefined || !URL.canParse(own)) {
    const detail =
      'this is a web page, and its address is not known, so its links lead nowhere; name the address that it was saved from.';
    return [fault('no-address', 1, html.slice(0, 200), detail)];
  }
  const around = webAddress(page.base, own) ?? own;
  const publisher = publisherOf(new URL(own).hostname);
  const itself = withoutFragment(own);
  const lines = lineCounter(html);
  const found = new Map<string, { line: number; title: string }>();
  const passed: Found[] = [];
  for (const { href, begin, text } of page.links) {
    const line = lines(begin);
    const address = statedAddress(href, around);
    if (address === undefined) continue;
    const url = withoutFragment(address);
    if (url === itself) continue;
    const title = text.replace(/\s+/g, ' ').trim();
    const known = found.get(url);
    if (known !== undefined) {
      // A picture or "read more" often comes before or after the headline.
      if (title.length > known.title.length) known.title = title;
      passed.push('repeated');
    } else if (publisherOf(new URL(url).hostname) !== publisher) passed.push('elsewhere');
    else if (isArticleAddress(url)) found.set(url, { line, title });
    else passed.push('section');
  }
  if (page.more > 0) {
    const detail = `the page has ${page.more} links beyond the first ${MAX_LINKS}, which were not read; give them as a list, one a line.`;
    passed.push(fault('too-long', lines(html.length), '', detail));
  }
  return [...[...found].map(([url, { line, title }]) => listed(url, line, { title })), ...passed];
}

function withoutFragment(address: string): string {
  const at = address.indexOf('#');
  return at < 0 ? address : address.slice(0, at);
}

/** The line of a place; places are asked for in order. */
function lineCounter(text: string): (place: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (place) => {
    while (next >= 0 && next < place) {
      line++;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}

/** Collects links and what the page says of its own address. */
class Links implements TokenizerCallbacks {
  readonly links: Link[] = [];
  /** Links beyond the limit. */
  more = 0;
  /** `<base href>`, as stated. */
  base: string | undefined;
  /** `<link rel="canonical">`. */
  canonical: string | undefined;
  readonly #html: string;
  readonly #references = new References();
  #name = '';
  #begin = 0;
  #attribute = '';
  #value = '';
  #href: string | undefined;
  #rel = '';
  #open: Link | undefined;
  #silent = '';

  constructor(html: string) {
    this.#html = html;
    const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, this);
    tokenizer.write(html);
    tokenizer.end();
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#html.slice(start, end).toLowerCase();
    this.#begin = start;
    this.#href = undefined;
    this.#rel = '';
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase();
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute === 'href' || this.#attribute === 'rel') {
      this.#value += this.#html.slice(start, end);
    }
  }

  onattribend(): void {
    if (this.#attribute === 'href') this.#href ??= this.#references.resolve(this.#value);
    else if (this.#attribute === 'rel') this.#rel = this.#value;
  }

  onopentagend(): void {
    this.#opened();
    if (SILENT.has(this.#name) && this.#silent === '') this.#silent = this.#name;
  }

  onselfclosingtag(): void {
    this.#opened();
  }

  #opened(): void {
    const href = this.#href;
    if (this.#name === 'a' && href !== undefined) {
      this.#open = { href, begin: this.#begin, text: '' };
      if (this.links.length < MAX_LINKS) this.links.push(this.#open);
      else this.more++;
    } else if (this.#name === 'base') this.base ??= href;
    else if (this.#name === 'link' && /^canonical$/i.test(this.#rel.trim())) {
      this.canonical ??= href;
    }
    // Words of two elements are two words.
    this.#say(' ');
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase();
    if (name === this.#silent) this.#silent = '';
    if (name === 'a') this.#open = undefined;
    this.#say(' ');
  }

  ontext(start: number, end: number): void {
    if (this.#open !== undefined) this.#say(this.#html.slice(start, Math.min(end, start + 1000)));
  }

  #say(text: string): void {
    const link = this.#open;
    if (link === undefined || this.#silent !== '' || link.text.length >= MAX_TITLE) return;
    const said = link.text + this.#references.resolve(text).replace(/\s+/g, ' ');
    link.text = said.replace(/ {2,}/g, ' ').slice(0, MAX_TITLE);
  }

  onattribentity(): void {}
  ontextentity(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}
