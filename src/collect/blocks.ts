/**
 * Text of an HTML tree, block-aware: paragraphs are separated by blank lines, lines by newlines,
 * and words of neighbouring blocks never run together. Linear, without recursion: pages may nest
 * deeper than the stack.
 */

/** What is read of a DOM node; linkedom's nodes have it. */
export interface TreeNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: TreeNode | null;
  readonly nextSibling: TreeNode | null;
  readonly parentNode: TreeNode | null;
}

const TEXT = 3;
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY THEAD TFOOT TR UL'.split(
    ' ',
  ),
);
const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE HEAD IFRAME SVG OBJECT'.split(' '));
const CELLS = new Set(['TD', 'TH']);

/** The readable text below `root`, trimmed. */
export function blockText(root: TreeNode): string {
  const out: string[] = [];
  let node: TreeNode | null = root;
  while (node !== null) {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === TEXT) out.push((node.nodeValue ?? '').replace(/[\s\u00a0]+/g, ' '));
    else out.push(edge(name));
    if (node.firstChild !== null && !SKIPPED.has(name)) {
      node = node.firstChild;
      continue;
    }
    if (node !== root) out.push(closing(node));
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null && node !== root) out.push(closing(node));
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
  return tidied(out.join(''));
}

function edge(name: string): string {
  if (BLOCKS.has(name)) return '\n\n';
  return name === 'BR' ? '\n' : '';
}

function closing(node: TreeNode): string {
  const name = node.nodeName.toUpperCase();
  if (BLOCKS.has(name)) return '\n\n';
  return CELLS.has(name) ? ' ' : '';
}

/** No blanks around newlines, no more than one blank line. Runs of blanks go first: else quadratic. */
function tidied(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
