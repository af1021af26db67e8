/** One element of a document that is read for its data, and how its parts are asked for. */

export interface Element {
  /** Short namespace and local name in lower case: `title`, `atom:title`, `dc:date`, `?:other`. */
  readonly key: string;
  /** The name as written. */
  readonly name: string;
  /** Values by name as written. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
  /** What relative addresses in it refer to: `xml:base`, else the document's own; may be empty. */
  readonly base: string;
  /** `xml:lang` in force; empty where it is set to nothing. */
  readonly language: string | undefined;
}

/** The value of an attribute whose name is `name` (lower case) in any case. */
export function attributeOf(element: Element, name: string): string | undefined {
  const value = element.attributes.get(name);
  if (value !== undefined || element.attributes.size === 0) return value;
  for (const [key, other] of element.attributes) if (key.toLowerCase() === name) return other;
  return undefined;
}

/** The elements right below with that key. */
export function childrenOf(element: Element, key: string): Element[] {
  return element.children.filter(
    (child): child is Element => typeof child !== 'string' && child.key === key,
  );
}

/** The first element right below with one of the keys, which are tried in order. */
export function childOf(element: Element, ...keys: readonly string[]): Element | undefined {
  for (const key of keys) {
    for (const child of element.children) {
      if (typeof child !== 'string' && child.key === key) return child;
    }
  }
  return undefined;
}

/** The text of an element and of all in it, trimmed. */
export function textOf(element: Element): string {
  const [only, more] = element.children;
  if (only === undefined) return '';
  if (typeof only === 'string' && more === undefined) return only.trim();
  return rawTextOf(element).trim();
}

function rawTextOf(element: Element): string {
  let text = '';
  for (const child of element.children) {
    text += typeof child === 'string' ? child : rawTextOf(child);
  }
  return text;
}

/** The text of the first of the keys that has any. */
export function childText(element: Element, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    for (const child of element.children) {
      if (typeof child === 'string' || child.key !== key) continue;
      const text = textOf(child);
      if (text !== '') return text;
    }
  }
  return undefined;
}
