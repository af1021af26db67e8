/**
 * Markup as elements, record by record, whatever its faults: the tokens are htmlparser2's, the tree
 * is our own. A record (an item, an entry, an address) is handed over when it ends and is not kept,
 * so a document of any length needs the memory of its text and of its longest record. Never throws.
 * Linear: no element is deeper than `MAX_DEPTH`; deeper tags are passed over, their text is kept.
 */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { webAddress } from './addresses.ts';
import { withoutDoctype } from './doctype.ts';
import type { Element } from './element.ts';
import { References } from './entities.ts';
import { Names, type Scope } from './namespaces.ts';

/** What was wrong with the markup, counted. */
export interface MarkupFaults {
  /** Elements that others ended, or the end of the document. */
  readonly unclosed: number;
  /** End tags without an element. */
  readonly stray: number;
  /** `&` that begin no reference. */
  readonly bareAmpersands: number;
  /** Tags that stood too deep. */
  readonly tooDeep: number;
  /** Names whose prefix nobody declared. */
  readonly undeclared: number;
  /** Whether the document ends inside its root, a tag, a comment or a CDATA section. */
  readonly cutOff: boolean;
}

export interface ElementOptions {
  /** The document's address; may be empty. */
  readonly base: string;
  /** Keys of elements that are records. */
  readonly records: ReadonlySet<string>;
  /** Keys of fields that hold no other field: one that was left open ends where the next begins. */
  readonly fields: ReadonlySet<string>;
  /** Called with every record at its end. */
  readonly onRecord: (record: Element) => void;
}

export interface ElementReading {
  /** The first root, without its records. */
  readonly root: Element | undefined;
  readonly faults: MarkupFaults;
}

const MAX_DEPTH = 100;
const MAX_ATTRIBUTES = 200;
/** Shared by all elements without any: most of a sitemap's. */
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
/** Elements of HTML that have no end tag and that feeds leave open in their texts. */
const VOID = new Set(['br', 'img', 'hr', 'wbr']);

/** Reads `source` to its end. */
export function readElements(source: string, options: ElementOptions): ElementReading {
  const { text, entities } = withoutDoctype(source);
  const builder = new Builder(text, new References(entities), options);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, builder);
  tokenizer.write(text);
  tokenizer.end();
  return builder.end();
}

interface Open {
  readonly element: Element;
  readonly scope: Scope;
  readonly record: boolean;
}

/** Turns tokens, which are ranges of the text, into elements. */
class Builder implements TokenizerCallbacks {
  readonly #text: string;
  readonly #references: References;
  readonly #options: ElementOptions;
  readonly #names = new Names();
  readonly #open: Open[] = [];
  /** Places in `#open` of records. */
  readonly #records: number[] = [];
  #root: Element | undefined;
  #name = '';
  #attributes: Map<string, string> | undefined;
  #attribute = '';
  #value = '';
  /** Open tags that stand too deep to be elements. */
  #over = 0;
  /** Whether a tag has begun that has not ended. */
  #inTag = false;
  #unclosed = 0;
  #stray = 0;
  #tooDeep = 0;
  #cutOff = false;

  constructor(text: string, references: References, options: ElementOptions) {
    this.#text = text;
    this.#references = references;
    this.#options = options;
  }

  end(): ElementReading {
    if (this.#open.length > 0 || this.#inTag) this.#cutOff = true;
    const torn = this.#open.at(-1)?.element;
    // Half an address is another address: what ends in the middle is not believed.
    if (torn !== undefined && this.#options.fields.has(torn.key)) torn.children.length = 0;
    this.#unclosed += this.#open.length;
    this.#closeTo(0);
    const faults: MarkupFaults = {
      unclosed: this.#unclosed,
      stray: this.#stray,
      bareAmpersands: this.#references.bare,
      tooDeep: this.#tooDeep,
      undeclared: this.#names.undeclared,
      cutOff: this.#cutOff,
    };
    return { root: this.#root, faults };
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#text.slice(start, end);
    this.#attributes = undefined;
    this.#inTag = true;
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#text.slice(start, end);
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#text.slice(start, end);
  }

  onattribend(): void {
    this.#attributes ??= new Map();
    if (this.#attributes.size >= MAX_ATTRIBUTES || this.#attributes.has(this.#attribute)) return;
    this.#attributes.set(this.#attribute, this.#references.resolve(this.#value));
  }

  onopentagend(): void {
    const begun = this.#begin();
    if (!begun && this.#open.length >= MAX_DEPTH) this.#over++;
  }

  onselfclosingtag(): void {
    if (this.#begin()) this.#closeTo(this.#open.length - 1);
  }

  onclosetag(start: number, end: number): void {
    const name = this.#text.slice(start, end);
    const at = this.#placeOf(name);
    if (this.#over > 0 && at !== 0 && !this.#open[at]?.record) this.#over--;
    else if (at >= 0) {
      this.#unclosed += this.#open.length - at - 1;
      this.#closeTo(at);
    } else if (!VOID.has(name.toLowerCase())) this.#stray++;
  }

  ontext(start: number, end: number): void {
    // The end of the document inside of a tag's first characters comes as text.
    if (end === this.#text.length && this.#text[start] === '<') this.#cutOff = true;
    else if (this.#open.length > 0)
      this.#add(this.#references.resolve(this.#text.slice(start, end)));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    if (endOffset === 0) this.#cutOff = true;
    if (this.#open.length > 0) this.#add(this.#text.slice(start, end - endOffset));
  }

  oncomment(_start: number, _end: number, endOffset: number): void {
    if (endOffset === 0) this.#cutOff = true;
  }

  onattribentity(): void {}
  ontextentity(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  /** The innermost open element of that name, in any case if need be; -1 where there is none. */
  #placeOf(name: string): number {
    const open = this.#open;
    let at = open.length - 1;
    while (at >= 0 && open[at]!.element.name !== name) at--;
    if (at >= 0) return at;
    const lower = name.toLowerCase();
    return open.findLastIndex(
      ({ element }) => element.name.length === name.length && element.name.toLowerCase() === lower,
    );
  }

  #add(text: string): void {
    const { children } = this.#open.at(-1)!.element;
    const last = children.length - 1;
    if (typeof children[last] === 'string') children[last] += text;
    else children.push(text);
  }

  /** Begins an element; `false` where it ends at once or stands too deep. */
  #begin(): boolean {
    this.#inTag = false;
    const attributes = this.#attributes ?? NO_ATTRIBUTES;
    const first = this.#root === undefined;
    if (first) this.#names.root(this.#name, attributes);
    const scope = this.#names.scope(this.#open.at(-1)?.scope ?? this.#names.outside, attributes);
    const key = this.#names.key(this.#name, scope);
    const inMarkup = this.#makeRoom(key);
    if (this.#open.length >= MAX_DEPTH) {
      this.#tooDeep++;
      return false;
    }
    const parent = this.#open.at(-1)?.element;
    const element = this.#elementIn(parent, key);
    const record = !first && !inMarkup && this.#options.records.has(key);
    if (!record) parent?.children.push(element);
    this.#root ??= element;
    if (this.#open.length > 1 && VOID.has(this.#name.toLowerCase())) return false;
    if (record) this.#records.push(this.#open.length);
    this.#open.push({ element, scope, record });
    return true;
  }

  #elementIn(parent: Element | undefined, key: string): Element {
    const attributes = this.#attributes ?? NO_ATTRIBUTES;
    const around = parent?.base ?? this.#options.base;
    return {
      key,
      name: this.#name,
      attributes,
      children: [],
      base: webAddress(attributes.get('xml:base'), around) ?? around,
      language: attributes.get('xml:lang') ?? parent?.language,
    };
  }

  /**
   * Ends what `key` cannot stand in: a record in a record, a field in a field that was left open.
   * `true` where it stands in a field that says that markup of its own follows.
   */
  #makeRoom(key: string): boolean {
    const { fields, records } = this.#options;
    const open = this.#open;
    const record = this.#records.at(-1);
    const place = record === undefined ? this.#headField() : record + 1;
    const field = open[place]?.element;
    if (field !== undefined && /^xhtml$|xml$/i.test(field.attributes.get('type') ?? ''))
      return true;
    let at = open.length;
    if (record !== undefined && records.has(key)) at = record;
    else if (place === open.length - 1 && field !== undefined && fields.has(field.key)) {
      if (fields.has(key) || records.has(key)) at = place;
    }
    this.#unclosed += open.length - at;
    this.#closeTo(at);
    return false;
  }

  /** Where a field of the whole document stands: below its root or below what the root holds. */
  #headField(): number {
    const below = this.#open[1]?.element;
    return below !== undefined && this.#options.fields.has(below.key) ? 1 : 2;
  }

  #closeTo(at: number): void {
    const open = this.#open;
    if (open.length > at) this.#over = 0;
    while (open.length > at) {
      const { element, record } = open.pop()!;
      if (!record) continue;
      this.#records.pop();
      this.#options.onRecord(element);
    }
  }
}
