/**
 * Text of an HTML tree by blocks: paragraphs, headings, list items, rows. Lines inside a block end in
 * newlines, and words of neighbouring blocks never run together. Linear, without recursion: pages may
 * nest deeper than the stack.
 */
import { following, type PageNode, TEXT } from './tree.ts';

/** A run of text between the edges of blocks. */
export interface Block {
  /** Trimmed, not empty; `\n` where the page breaks a line. */
  readonly text: string;
  /** Characters of `text` that are in links, blanks at the ends of a run not counted. */
  readonly linked: number;
  readonly kind: 'text' | 'heading' | 'item' | 'row';
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY THEAD TFOOT TR UL'.split(
    ' ',
  ),
);
const KINDS: Readonly<Record<string, Block['kind']>> = {
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  LI: 'item',
  DD: 'item',
  DT: 'item',
  TR: 'row',
};
const CELLS = new Set(['TD', 'TH']);

/** The blocks below `root` in reading order. */
export function blocksOf(root: PageNode): Block[] {
  const reader = new Reader();
  let node: PageNode | null = root;
  while (node !== null) {
    if (node.nodeType === TEXT) reader.text(node.nodeValue ?? '');
    else reader.open(node.tagName);
    const next: PageNode | null = following(node, root);
    // What was left on the way to the next node is closed, the innermost first.
    for (let at: PageNode | null = node; at !== null && at !== next?.parentNode; ) {
      if (at.nodeType !== TEXT) reader.close(at.tagName);
      at = at === root ? null : at.parentNode;
    }
    node = next;
  }
  reader.edge();
  return reader.blocks;
}

/** The readable text below `root`, trimmed, a blank line between blocks. */
export function blockText(root: PageNode): string {
  return textOfBlocks(blocksOf(root));
}

/** Blocks as one text, a blank line between them. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join('\n\n');
}

class Reader {
  readonly blocks: Block[] = [];
  #run = '';
  #linked = 0;
  #links = 0;
  /** Open headings, items and rows. */
  #kinds: Block['kind'][] = [];

  text(text: string): void {
    this.#run += text.replace(/[\s\u00a0]+/g, ' ');
    if (this.#links > 0) this.#linked += text.trim().length;
  }

  open(tag: string): void {
    if (BLOCKS.has(tag)) this.edge();
    else if (tag === 'BR') this.#run += '\n';
    else if (tag === 'A') this.#links++;
    const kind = KINDS[tag];
    if (kind !== undefined) this.#kinds.push(kind);
  }

  close(tag: string): void {
    if (BLOCKS.has(tag)) this.edge();
    else if (CELLS.has(tag)) this.#run += ' ';
    else if (tag === 'A') this.#links--;
    if (KINDS[tag] !== undefined) this.#kinds.pop();
  }

  /** Ends the block that is being read. */
  edge(): void {
    const text = tidied(this.#run);
    const kind = this.#kinds.at(-1) ?? 'text';
    if (text !== '') this.blocks.push({ text, linked: Math.min(this.#linked, text.length), kind });
    this.#run = '';
    this.#linked = 0;
  }
}

/** No blanks around newlines, no more than one blank line. Runs of blanks go first: else quadratic. */
function tidied(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
