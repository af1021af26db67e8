/** What a page's JSON-LD (schema.org) says of the article on it. */

export interface LinkedArticle {
  readonly title?: string | undefined;
  readonly site?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly published?: string | undefined;
  readonly created?: string | undefined;
  readonly modified?: string | undefined;
  readonly body?: string | undefined;
  readonly authors: readonly string[];
  readonly basedOn: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;

/** Nested objects that are searched for an article; a page can nest without end. */
const MAX_NODES = 2000;
/** Values of one object or list that are followed. */
const MAX_VALUES = 200;
/** Types that describe what a page is about, the most telling first. */
const TYPES = [
  /article|posting|report(?!age)|reportage/i,
  /^(?:videoobject|creativework|podcastepisode|recipe|review|dataset|event)$/i,
  /webpage|website/i,
];

/** The article that the scripts describe: the first of the most telling type that has a date. */
export function linkedArticle(scripts: readonly string[]): LinkedArticle {
  let best: { node: Node; rank: number } | undefined;
  for (const node of objectsIn(scripts.map(parsedScript))) {
    const rank = rankOf(node);
    if (rank !== undefined && (best === undefined || rank < best.rank)) best = { node, rank };
  }
  return best === undefined ? brokenArticle(scripts) : readArticle(best.node);
}

/** The day alone, from scripts that are no JSON: pages paste texts with bare quotes into them. */
function brokenArticle(scripts: readonly string[]): LinkedArticle {
  const text = scripts.find((script) => script.includes('datePublished')) ?? '';
  const published = /"datePublished"\s*:\s*"([^"]{4,60})"/.exec(text)?.[1];
  return { published, authors: [], basedOn: [] };
}

/** Lower is better: the type counts first, then whether it is dated. */
function rankOf(node: Node): number | undefined {
  const types = [node['@type']].flat().map(String);
  const rank = TYPES.findIndex((pattern) => types.some((type) => pattern.test(type)));
  if (rank < 0) return undefined;
  const dated = 'datePublished' in node || 'uploadDate' in node || 'dateCreated' in node;
  return rank * 2 + (dated ? 0 : 7);
}

function readArticle(node: Node): LinkedArticle {
  return {
    title: textOf(node['headline']) ?? textOf(node['name']),
    site: nameOf(node['publisher']),
    url: addressOf(node['url']) ?? addressOf(node['mainEntityOfPage']),
    language: textOf(node['inLanguage']) ?? nameOf(node['inLanguage']),
    published: textOf(node['datePublished']) ?? textOf(node['uploadDate']),
    created: textOf(node['dateCreated']),
    modified: textOf(node['dateModified']),
    body: textOf(node['articleBody']) ?? textOf(node['text']),
    authors: [
      ...namesOf(node['author']),
      ...namesOf(node['creator']),
      ...namesOf(node['sourceOrganization']),
      ...namesOf(node['creditText']),
    ],
    basedOn: [node['isBasedOn'], node['isBasedOnUrl']]
      .flat()
      .map(addressOf)
      .filter((address) => address !== undefined),
  };
}

/** All objects below the roots, near ones first. */
function* objectsIn(roots: readonly unknown[]): Generator<Node> {
  const queue: unknown[] = [...roots];
  for (let i = 0; i < queue.length && i < MAX_NODES; i++) {
    const value = queue[i];
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) yield value as Node;
    queue.push(...Object.values(value).slice(0, MAX_VALUES));
  }
}

/** JSON as pages write it: with line breaks inside strings, in comment marks, with a last semicolon. */
export function parsedScript(script: string): unknown {
  const json = script
    .trim()
    .replace(/^(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\/\/\]\]>)$/g, '')
    .replace(/;\s*$/, '');
  for (const text of [json, json.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(text);
    } catch {
      // The second text has what the first breaks on most often taken out.
    }
  }
  return undefined;
}

function textOf(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' ? one.trim() || undefined : undefined;
}

function nameOf(value: unknown): string | undefined {
  return namesOf(value)[0];
}

function namesOf(value: unknown): string[] {
  return [value]
    .flat()
    .slice(0, MAX_VALUES)
    .flatMap((one) => {
      const named = typeof one === 'object' && one !== null ? (one as Node)['name'] : one;
      return [named]
        .flat()
        .map(textOf)
        .filter((name) => name !== undefined);
    });
}

/** An address, given as a text or as an object that has one. */
function addressOf(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const node = value as Node;
    return addressOf(node['url'] ?? node['@id']);
  }
  const text = textOf(value);
  return text !== undefined && /^https?:\/\//.test(text) ? text : undefined;
}
