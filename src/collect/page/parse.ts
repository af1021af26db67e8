/**
 * HTML to a `Page`, by htmlparser2. Every page gets one html, head and body element, whatever it wrote.
 * What is never read is not built: scripts (JSON-LD is kept as text), styles, drawings, frames,
 * controls, comments. Linear in the length of the page.
 */
import { Parser } from 'htmlparser2';
import { PageNode } from './tree.ts';

/** A parsed page. Also what Readability takes for a document. */
export interface Page {
  readonly documentElement: PageNode;
  readonly firstChild: PageNode;
  readonly head: PageNode;
  readonly body: PageNode;
  /** The first `<title>`, as it stands. */
  readonly title: string;
  /** The contents of `application/ld+json` scripts. */
  readonly jsonLd: readonly string[];
  /** The greatest number of elements that are open at once. */
  readonly depth: number;
  /** How many elements were built. */
  readonly size: number;
  readonly baseURI: string;
  readonly documentURI: string;
  createElement(name: string): PageNode;
  createTextNode(text: string): PageNode;
  getElementsByTagName(name: string): PageNode[];
  querySelectorAll(names: string): PageNode[];
}

const DROPPED = new Set(
  'script style noscript template iframe frameset svg math object embed applet canvas audio video map button input select textarea datalist dialog'.split(
    ' ',
  ),
);
const ROOTS = new Set(['html', 'head', 'body']);
const HEAD_ONLY = new Set(['title', 'meta', 'link', 'base']);
/** JSON-LD beyond this is not kept: no page needs it. UTF-16 units a page. */
const MAX_JSON = 2_000_000;

/** Elements open at once: the parser's time grows with their square. No page of people has so many. */
const MAX_OPEN = 3000;

/** The tree of a page; of one that nests too deep only its lines, as paragraphs. Never throws. */
export function parsePage(html: string): Page {
  try {
    return built(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return built(flattened(html));
  }
}

class TooDeep extends Error {}

function built(html: string): Page {
  const builder = new Builder();
  const parser = new Parser(builder, { decodeEntities: true });
  parser.write(html);
  parser.end();
  return pageOf(builder);
}

/** The page with tags alone that cannot nest: what ends a line becomes a paragraph, the rest a blank. */
function flattened(html: string): string {
  return html
    .replace(/<\/?(?:div|li|h[1-6]|tr|section|article|blockquote|dd|dt|td)\b[^<>]*>/gi, '<p>')
    .replace(/<(?!\/?(?:p|br|title|meta|link|script|style)\b)[^<>]*>/gi, ' ');
}

/** Callbacks of the parser; `open` has one entry an open tag, so that each end tag finds its own. */
class Builder {
  readonly html = new PageNode('html', {}, null);
  readonly head = new PageNode('head', {}, null);
  readonly body = new PageNode('body', {}, null);
  readonly jsonLd: string[] = [];
  title: string | undefined;
  depth = 0;
  size = 0;
  #open: PageNode[] = [];
  #at: PageNode = this.html;
  /** Open tags within a dropped element, it included. */
  #dropped = 0;
  #json: string[] | undefined;
  #jsonSize = 0;

  constructor() {
    this.html.appendChild(this.head);
    this.html.appendChild(this.body);
  }

  onopentag(name: string, values: Record<string, string>): void {
    if (this.#dropped > 0 || DROPPED.has(name)) {
      if (this.#dropped === 0 && name === 'script' && /ld\+json/i.test(values['type'] ?? '')) {
        this.#json = [];
      }
      this.#dropped++;
      if (this.#dropped > MAX_OPEN) throw new TooDeep(`${MAX_OPEN} elements within each other`);
      return;
    }
    this.#open.push(this.#at);
    if (this.#open.length > this.depth) this.depth = this.#open.length;
    if (this.depth > MAX_OPEN) throw new TooDeep(`${MAX_OPEN} elements within each other`);
    if (ROOTS.has(name)) this.#root(name, values);
    else {
      this.size++;
      this.#at = this.#place(name).appendChild(new PageNode(name, values, null));
    }
  }

  /** A root's attributes; inside of the body it is a stray tag and opens nothing. */
  #root(name: string, values: Record<string, string>): void {
    const node = name === 'html' ? this.html : name === 'head' ? this.head : this.body;
    for (const key of Object.keys(values)) node.values[key] ??= values[key]!;
    if (this.#at === this.html || this.#at === this.head) this.#at = node;
  }

  /** Where an element of that name goes: content that stands outside the body belongs in it. */
  #place(name: string): PageNode {
    if (this.#at !== this.html && this.#at !== this.head) return this.#at;
    return HEAD_ONLY.has(name) && this.body.firstChild === null ? this.head : this.body;
  }

  ontext(text: string): void {
    if (this.#dropped > 0) {
      if (this.#json === undefined || this.#jsonSize + text.length > MAX_JSON) return;
      this.#json.push(text);
      this.#jsonSize += text.length;
      return;
    }
    let at = this.#at;
    if (at === this.html || at === this.head) {
      if (text.trim() === '') return;
      at = this.body;
    }
    // The parser hands on text in pieces, one for each entity.
    const last = at.lastChild;
    if (last !== null && last.nodeValue !== null) last.nodeValue += text;
    else at.appendChild(new PageNode('', {}, text));
  }

  onclosetag(): void {
    if (this.#dropped > 0) {
      this.#dropped--;
      if (this.#json !== undefined && this.#dropped === 0) {
        this.jsonLd.push(this.#json.join(''));
        this.#json = undefined;
      }
      return;
    }
    if (this.#at.localName === 'title') this.title ??= this.#at.textContent;
    this.#at = this.#open.pop() ?? this.html;
  }
}

function pageOf({ html, head, body, jsonLd, title, depth, size }: Builder): Page {
  return {
    documentElement: html,
    firstChild: html,
    head,
    body,
    title: title ?? '',
    jsonLd,
    depth,
    size,
    baseURI: '',
    documentURI: '',
    createElement: (name) => new PageNode(name, {}, null),
    createTextNode: (text) => new PageNode('', {}, text),
    getElementsByTagName: (name) => html.getElementsByTagName(name),
    querySelectorAll: (names) => html.querySelectorAll(names),
  };
}
