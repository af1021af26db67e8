/** Namespaces of what feeds and sitemaps are written in, as short prefixes that keys are made of. */

/** By address in lower case, without `http://`, `https://`, `www.` and what ends it. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['purl.org/rss/1.0', ''],
  ['my.netscape.com/rdf/simple/0.9', ''],
  ['channel.netscape.com/rdf/simple/0.9', ''],
  ['my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['backend.userland.com/rss', ''],
  ['backend.userland.com/rss2', ''],
  ['backend.userland.com/rss091', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['purl.org/net/rss1.1', ''],
  ['w3.org/2005/atom', 'atom:'],
  ['purl.org/atom/ns', 'atom:'],
  ['w3.org/1999/02/22-rdf-syntax-ns', 'rdf:'],
  ['purl.org/dc/elements/1.1', 'dc:'],
  ['purl.org/dc/elements/1.0', 'dc:'],
  ['purl.org/dc/terms', 'dcterms:'],
  ['purl.org/rss/1.0/modules/content', 'content:'],
  ['purl.org/rss/1.0/modules/syndication', 'sy:'],
  ['search.yahoo.com/mrss', 'media:'],
  ['w3.org/1999/xhtml', 'xhtml:'],
  ['w3.org/2000/svg', 'svg:'],
  ['w3.org/1998/math/mathml', 'math:'],
  ['itunes.com/dtds/podcast-1.0.dtd', 'itunes:'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner:'],
  ['sitemaps.org/schemas/sitemap/0.9', 'sitemap:'],
  ['google.com/schemas/sitemap/0.84', 'sitemap:'],
  ['google.com/schemas/sitemap/0.9', 'sitemap:'],
  ['google.com/schemas/sitemap-news/0.9', 'news:'],
]);
const PREFIXES: ReadonlySet<string> = new Set([...KNOWN.values()].filter((key) => key !== ''));
/** Of names in a namespace that is none of ours. */
const FOREIGN = '?:';
/** What the names of a document are in where it declares nothing, by its root. */
const BY_ROOT: ReadonlyMap<string, string> = new Map([
  ['feed', 'atom:'],
  ['entry', 'atom:'],
  ['urlset', 'sitemap:'],
  ['sitemapindex', 'sitemap:'],
]);

/** The namespaces in force in an element and in all below that declare none. */
export interface Scope {
  /** Short namespaces by prefix as declared. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** Keys of the names met so far: a document has few names and very many elements. */
  readonly keys: Map<string, string>;
}

/** The names of a scope that are remembered: no format has so many. */
const MAX_KEYS = 1000;
const MAX_PREFIXES = 200;

/**
 * Names of one document as keys. Whatever namespace its root is in, the root's own names are read as
 * those of its format: early and misspelt addresses are many.
 */
export class Names {
  /** Names whose prefix nobody declared, each counted once where it is remembered. */
  undeclared = 0;
  /** What is in force around the root. */
  readonly outside: Scope = { prefixes: new Map(), keys: new Map() };
  #own: string | undefined;
  #ownKey = '';

  /** Tells which format's the root's own names are; to be called before anything else. */
  root(name: string, attributes: ReadonlyMap<string, string>): void {
    const { prefix, local } = taken(name);
    const address = attributes.get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`);
    const declared = address === undefined ? '' : keyOfAddress(bareAddress(address));
    if (declared === 'rdf:') return;
    this.#ownKey = BY_ROOT.get(local) ?? '';
    if (declared === FOREIGN) this.#own = bareAddress(address!);
  }

  /** The namespaces in force in an element with these attributes. */
  scope(around: Scope, attributes: ReadonlyMap<string, string>): Scope {
    let prefixes: Map<string, string> | undefined;
    for (const [name, value] of attributes) {
      if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
      const address = bareAddress(value);
      if ((prefixes ?? around.prefixes).size >= MAX_PREFIXES) break;
      prefixes ??= new Map(around.prefixes);
      prefixes.set(name.slice(6), address === this.#own ? this.#ownKey : keyOfAddress(address));
    }
    return prefixes === undefined ? around : { prefixes, keys: new Map() };
  }

  /** The key of an element: its short namespace and its local name in lower case. */
  key(name: string, scope: Scope): string {
    const known = scope.keys.get(name);
    if (known !== undefined) return known;
    const key = this.#keyIn(name, scope.prefixes);
    if (scope.keys.size < MAX_KEYS) scope.keys.set(name, key);
    return key;
  }

  #keyIn(name: string, prefixes: ReadonlyMap<string, string>): string {
    const { prefix, local } = taken(name);
    const declared = prefixes.get(prefix);
    if (declared !== undefined) {
      return (prefix === '' && declared === '' ? this.#ownKey : declared) + local;
    }
    if (prefix === '') return this.#ownKey + local;
    this.undeclared++;
    // Nobody declared it: it means what everyone means by it.
    const customary = `${prefix.toLowerCase()}:`;
    return (PREFIXES.has(customary) ? customary : FOREIGN) + local;
  }
}

function taken(name: string): { prefix: string; local: string } {
  const colon = name.indexOf(':');
  if (colon < 0) return { prefix: '', local: name.toLowerCase() };
  return { prefix: name.slice(0, colon), local: name.slice(colon + 1).toLowerCase() };
}

function keyOfAddress(bare: string): string {
  return KNOWN.get(bare) ?? FOREIGN;
}

function bareAddress(address: string): string {
  return address
    .slice(0, 200)
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/#]{1,9}$/, '');
}
