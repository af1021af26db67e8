/**
 * The part of a page that is its article: what stands beside is removed, Readability finds the body,
 * what stands beside within it is removed, and lines that are no part of the text are left out.
 */
import { Readability } from '@mozilla/readability';
import { countProse, type MostBeside, removeBeside } from './beside.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Page, parsePage } from './parse.ts';
import { following, type PageNode } from './tree.ts';

/** Elements within elements: Readability's time grows with their cube. */
const MAX_NESTING = 200;
/** Elements of a page: it takes about 20 µs for each, and up to eight tries. */
const MAX_ELEMENTS = 20_000;
/** Characters of text below which Readability tries again with less cleaning: first, and in doubt. */
const ENOUGH = 200;
const ENOUGH_IN_DOUBT = 500;
/** Of a page's prose; comments can be the greater part of it. */
const MOST_BESIDE: MostBeside = { each: 0.2, all: 0.9 };
/** Of the found body's. */
const MOST_WITHIN: MostBeside = { each: 0.3, all: 0.5 };
/** Characters of text behind a dateline in its paragraph; a byline stands alone. */
const LEAST_BESIDE_DATELINE = 30;
/** A body with a smaller share of the page's prose is doubted. */
const LEAST_FOUND = 0.15;

export interface FoundBody {
  /** In reading order; as found, nothing left out yet. */
  readonly blocks: readonly Block[];
  /** Readability's title for the page. */
  readonly title: string;
}

/** The article's blocks in `html`, of which `page` is the (untouched) tree; takes the tree apart. */
export function articleBody(page: Page, html: string): FoundBody | undefined {
  if (page.depth > MAX_NESTING || page.size > MAX_ELEMENTS) {
    removeBeside(page.body, MOST_BESIDE);
    return { blocks: blocksOf(page.body), title: '' };
  }
  removeBeside(page.body, MOST_BESIDE);
  const all = countProse(page.body);
  const found = readable(page, ENOUGH);
  if (found !== undefined && found.prose >= all * LEAST_FOUND) return found;
  // The cleaning took a piece without which the body does not look like one: try with all of it.
  const whole = readable(parsePage(html), ENOUGH_IN_DOUBT);
  return (whole?.prose ?? 0) > (found?.prose ?? 0) ? whole : (found ?? whole);
}

function readable(page: Page, enough: number): (FoundBody & { prose: number }) | undefined {
  keepParts(page.body);
  const reader = new Readability<PageNode>(page as never, {
    charThreshold: enough,
    keepClasses: true,
    disableJSONLD: true,
    // The tree itself: written out and parsed again it would cost as much as the finding.
    serializer: (node) => node as unknown as PageNode,
  });
  const article = reader.parse();
  if (!article?.content) return undefined;
  removeBeside(article.content, MOST_WITHIN);
  const prose = countProse(article.content);
  return { blocks: blocksOf(article.content), title: article.title ?? '', prose };
}

/** What Readability takes for a byline and removes. */
const BYLINE = /byline|author|dateline|writtenby/i;
const INLINE = new Set(['SPAN', 'B', 'STRONG', 'EM', 'I', 'A']);
/** Names of quoted posts. */
const POST = /(?<![a-z])(?:tweet|twitter-tweet|social-(?:media-)?embed|instagram-media)(?![a-z])/i;

/**
 * Saves from Readability what it takes for a byline, `<p><span class="dateline">CAIRO</span> — …`, and
 * posts that are quoted: a short division is junk to it, a quotation is not.
 */
function keepParts(body: PageNode): void {
  for (let node = following(body, body); node !== null; node = following(node, body)) {
    const post = node.tagName === 'DIV' && POST.test(node.className);
    if (post) node.tagName = 'BLOCKQUOTE';
    if (post || (INLINE.has(node.tagName) && isInSentence(node))) {
      for (const name of ['class', 'id', 'rel', 'itemprop']) node.removeAttribute(name);
    }
  }
}

/** Whether an element is named like a byline, and its paragraph goes on behind it. */
function isInSentence(node: PageNode): boolean {
  if (node.nextSibling === null || node.parentNode?.tagName !== 'P') return false;
  const { values } = node;
  const names = `${values['class']} ${values['id']} ${values['rel']} ${values['itemprop']}`;
  return BYLINE.test(names) && textBehind(node) >= LEAST_BESIDE_DATELINE;
}

/** Characters of the text that goes on behind an element; a few siblings are looked at. */
function textBehind(node: PageNode): number {
  let length = 0;
  let next = node.nextSibling;
  for (let i = 0; next !== null && i < 4; i++, next = next.nextSibling) {
    length += next.nodeValue?.trim().length ?? 0;
  }
  return length;
}
