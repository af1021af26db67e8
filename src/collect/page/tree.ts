/**
 * A page as a tree: as much of the DOM as Readability and our own readers walk, and no more. Siblings
 * are linked, so that every step is O(1) and a walk over a subtree is linear and without recursion:
 * pages nest deeper than the stack. Three to four times as fast as linkedom's (docs/extraction.md).
 */

const ELEMENT = 1;
export const TEXT = 3;
const UPPER = new Map<string, string>();

/** An attribute as Readability copies it. */
interface AttributeCopy {
  readonly name: string;
  readonly value: string;
  cloneNode(): AttributeCopy;
}

/** An element or a run of text. The names of the DOM, since Readability asks by them. */
export class PageNode {
  readonly nodeType: typeof ELEMENT | typeof TEXT;
  /** Upper case; empty for text. */
  tagName: string;
  localName: string;
  nodeValue: string | null;
  parentNode: PageNode | null = null;
  firstChild: PageNode | null = null;
  lastChild: PageNode | null = null;
  nextSibling: PageNode | null = null;
  previousSibling: PageNode | null = null;
  /** Attributes by lower-case name. */
  readonly values: Record<string, string>;
  /** Readability's marks; declared, so that all nodes keep one shape. */
  readability: unknown = undefined;
  _readabilityDataTable: unknown = undefined;
  /** Characters of prose below, where somebody has counted them. */
  prose = 0;
  /** Tells Readability that `tagName` may be set in place. */
  readonly __JSDOMParser__: boolean = true;

  constructor(name: string, values: Record<string, string>, text: string | null) {
    this.nodeType = text === null ? ELEMENT : TEXT;
    this.localName = name;
    this.tagName = upper(name);
    this.values = values;
    this.nodeValue = text;
  }

  get nodeName(): string {
    return this.nodeType === TEXT ? '#text' : this.tagName;
  }
  get className(): string {
    return this.values['class'] ?? '';
  }
  get id(): string {
    return this.values['id'] ?? '';
  }
  get src(): string {
    return this.values['src'] ?? '';
  }
  get srcset(): string {
    return this.values['srcset'] ?? '';
  }
  /** What of the inline style Readability asks. */
  get style(): { readonly display: string; readonly visibility: string } {
    return styleOf(this.values['style']);
  }
  get attributes(): readonly AttributeCopy[] {
    return Object.entries(this.values).map(([name, value]) => copyOf(name, value));
  }

  getAttribute(name: string): string | null {
    return this.values[name] ?? null;
  }
  hasAttribute(name: string): boolean {
    return this.values[name] !== undefined;
  }
  setAttribute(name: string, value: string): void {
    this.values[name] = value;
  }
  setAttributeNode({ name, value }: AttributeCopy): void {
    this.values[name] = value;
  }
  removeAttribute(name: string): void {
    delete this.values[name];
  }

  get childNodes(): PageNode[] {
    const nodes: PageNode[] = [];
    for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node);
    return nodes;
  }
  get children(): PageNode[] {
    const nodes: PageNode[] = [];
    for (let node = this.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === ELEMENT) nodes.push(node);
    }
    return nodes;
  }
  get firstElementChild(): PageNode | null {
    let node = this.firstChild;
    while (node !== null && node.nodeType !== ELEMENT) node = node.nextSibling;
    return node;
  }
  get nextElementSibling(): PageNode | null {
    let node = this.nextSibling;
    while (node !== null && node.nodeType !== ELEMENT) node = node.nextSibling;
    return node;
  }
  get previousElementSibling(): PageNode | null {
    let node = this.previousSibling;
    while (node !== null && node.nodeType !== ELEMENT) node = node.previousSibling;
    return node;
  }

  get textContent(): string {
    if (this.nodeType === TEXT) return this.nodeValue ?? '';
    let text = '';
    for (let node = following(this, this); node !== null; node = following(node, this)) {
      if (node.nodeType === TEXT) text += node.nodeValue;
    }
    return text;
  }

  /** The elements below, in document order; `*` for all. */
  getElementsByTagName(name: string): PageNode[] {
    const tag = upper(name);
    const found: PageNode[] = [];
    for (let node = following(this, this); node !== null; node = following(node, this)) {
      if (node.nodeType === ELEMENT && (tag === '*' || node.tagName === tag)) found.push(node);
    }
    return found;
  }

  /** As in the DOM, but for a list of tag names only: `p,div`. */
  querySelectorAll(names: string): PageNode[] {
    if (!names.includes(',')) return this.getElementsByTagName(names);
    const tags = names.split(',').map((name) => upper(name.trim()));
    const found: PageNode[] = [];
    for (let node = following(this, this); node !== null; node = following(node, this)) {
      if (node.nodeType === ELEMENT && tags.includes(node.tagName)) found.push(node);
    }
    return found;
  }

  /** Moves `node` behind the last child. */
  appendChild(node: PageNode): PageNode {
    node.remove();
    node.parentNode = this;
    node.previousSibling = this.lastChild;
    if (this.lastChild === null) this.firstChild = node;
    else this.lastChild.nextSibling = node;
    this.lastChild = node;
    return node;
  }

  /** Puts `node` where `old`, a child, stands. */
  replaceChild(node: PageNode, old: PageNode): PageNode {
    if (old === node) return old;
    node.remove();
    const { previousSibling: before, nextSibling: after } = old;
    node.parentNode = this;
    node.previousSibling = before;
    node.nextSibling = after;
    if (before === null) this.firstChild = node;
    else before.nextSibling = node;
    if (after === null) this.lastChild = node;
    else after.previousSibling = node;
    detach(old);
    return old;
  }

  removeChild(node: PageNode): PageNode {
    node.remove();
    return node;
  }

  /** Takes the node out of the tree, its children with it. */
  remove(): void {
    const parent = this.parentNode;
    if (parent === null) return;
    if (this.previousSibling === null) parent.firstChild = this.nextSibling;
    else this.previousSibling.nextSibling = this.nextSibling;
    if (this.nextSibling === null) parent.lastChild = this.previousSibling;
    else this.nextSibling.previousSibling = this.previousSibling;
    detach(this);
  }

  /** Copies of the children, while Readability tries. */
  kept: PageNode | undefined = undefined;
  /**
   * Readability keeps the body's markup and sets it again before another try, and else only logs
   * markup. Writing and parsing it would cost as much as the finding: a copy of the tree is kept.
   */
  get innerHTML(): string {
    if (this.localName === 'body') this.kept = copyOfTree(this);
    return '';
  }
  set innerHTML(_: string) {
    if (this.kept === undefined) return;
    const fresh = copyOfTree(this.kept);
    while (this.firstChild !== null) this.firstChild.remove();
    while (fresh.firstChild !== null) this.appendChild(fresh.firstChild);
  }
}

function detach(node: PageNode): void {
  node.parentNode = null;
  node.previousSibling = null;
  node.nextSibling = null;
}

function upper(name: string): string {
  let tag = UPPER.get(name);
  if (tag === undefined) {
    tag = name.toUpperCase();
    // Names are foreign: without a bound, invented ones would fill the memory.
    if (UPPER.size < 1000) UPPER.set(name, tag);
  }
  return tag;
}

const NO_STYLE = { display: '', visibility: '' };

function styleOf(style: string | undefined): { display: string; visibility: string } {
  if (style === undefined) return NO_STYLE;
  const hidden = /(?:^|;)\s*display\s*:\s*none/i.test(style);
  const invisible = /(?:^|;)\s*visibility\s*:\s*hidden/i.test(style);
  if (!hidden && !invisible) return NO_STYLE;
  return { display: hidden ? 'none' : '', visibility: invisible ? 'hidden' : '' };
}

function copyOf(name: string, value: string): AttributeCopy {
  return { name, value, cloneNode: () => copyOf(name, value) };
}

/** A copy of `root` and all below it, without Readability's marks. */
function copyOfTree(root: PageNode): PageNode {
  const top = copyOfNode(root);
  let to = top;
  let node = root;
  for (;;) {
    if (node.firstChild !== null) {
      node = node.firstChild;
    } else {
      while (node !== root && node.nextSibling === null) {
        node = node.parentNode!;
        to = to.parentNode ?? top;
      }
      if (node === root) return top;
      node = node.nextSibling!;
      to = to.parentNode!;
    }
    to = to.appendChild(copyOfNode(node));
  }
}

function copyOfNode({ localName, values, nodeValue }: PageNode): PageNode {
  return new PageNode(localName, nodeValue === null ? { ...values } : {}, nodeValue);
}

/** The node after `node` in document order, within `root`. */
export function following(node: PageNode, root: PageNode): PageNode | null {
  return node.firstChild ?? followingOutside(node, root);
}

/** The first node behind `node` and all that is in it, within `root`. */
export function followingOutside(node: PageNode, root: PageNode): PageNode | null {
  for (let at: PageNode | null = node; at !== null && at !== root; at = at.parentNode) {
    if (at.nextSibling !== null) return at.nextSibling;
  }
  return null;
}
