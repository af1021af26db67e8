/**
 * What is wrong with the HTML of a page, as far as a reader of its tags can tell: for tests. It knows
 * only what this program writes (lower-case names, values in double quotes), and calls the rest a fault.
 */

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly at: number;
  readonly closing: boolean;
}

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s=<>/"]+(?:="[^"<>]*")?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([^\s=<>/"]+)(?:="([^"]*)")?/g;
const VOID = new Set(['meta', 'link', 'input', 'br', 'hr', 'img', 'wbr', 'col', 'source']);
const LABELLED = new Set(['input', 'select', 'textarea']);

/**
 * Sentences about what is wrong; none for a sound page. `whole`: a document (then it must have a
 * language, a title, one `main` and one `h1`), else a piece of one.
 */
export function markupFaults(page: string, whole = true): string[] {
  const tags = tagsOf(page);
  const open = tags.filter(({ closing }) => !closing);
  return [
    ...straySigns(page),
    ...nestingFaults(tags),
    ...open.flatMap(forbidden),
    ...idFaults(open),
    ...headingFaults(open, whole),
    ...labelFaults(page, open),
    ...nameFaults(page, tags),
    ...(whole ? documentFaults(page, open) : []),
  ];
}

function tagsOf(page: string): Tag[] {
  return [...page.matchAll(TAG)].map((match) => ({
    name: match[2]!,
    closing: match[1] === '/',
    at: match.index,
    attributes: new Map(
      [...match[3]!.matchAll(ATTRIBUTE)].map(([, name, value]) => [name!, value ?? '']),
    ),
  }));
}

/** What is left of `<` when all tags are taken away was never meant as a tag. */
function straySigns(page: string): string[] {
  const rest = page.replace(/^<!doctype html>/i, '').replace(TAG, '');
  const at = rest.indexOf('<');
  return at < 0 ? [] : [`"<" that begins no tag: ${rest.slice(at, at + 60)}`];
}

function nestingFaults(tags: readonly Tag[]): string[] {
  const open: string[] = [];
  let foreignDepth = 0;
  for (const { name, closing, at } of tags) {
    if (name === 'svg') foreignDepth += closing ? -1 : 1;
    if (!closing) {
      // Drawings close their empty elements themselves; those count as leaves.
      if (!VOID.has(name) && !(foreignDepth > 0 && name !== 'svg')) open.push(name);
      continue;
    }
    if (foreignDepth > 0) continue;
    const last = open.pop();
    if (last !== name) return [`</${name}> at ${at} closes <${last ?? 'nothing'}>`];
  }
  return open.length === 0 ? [] : [`<${open.at(-1)}> is never closed`];
}

function forbidden({ name, attributes, at }: Tag): string[] {
  const faults: string[] = [];
  for (const [key, value] of attributes) {
    if (/^on/i.test(key)) faults.push(`inline handler ${key} of <${name}>`);
    if (key === 'style') faults.push(`style attribute of <${name}>`);
    if (/^\s*javascript:/i.test(value)) faults.push(`script address in ${key} of <${name}>`);
  }
  if (name === 'style') faults.push(`<style> at ${at}`);
  if (name === 'script' && !attributes.has('src')) faults.push(`inline <script> at ${at}`);
  if (name === 'img' && !attributes.has('alt')) faults.push(`<img> without alt at ${at}`);
  if (name === 'svg' && !['role', 'aria-hidden'].some((key) => attributes.has(key)))
    faults.push(`<svg> at ${at} has neither a role nor aria-hidden`);
  return faults;
}

function idFaults(open: readonly Tag[]): string[] {
  const ids = open.flatMap(({ attributes }) => attributes.get('id') ?? []);
  const known = new Set(ids);
  const twice = [...known].filter((id) => ids.indexOf(id) !== ids.lastIndexOf(id));
  const lost = open.flatMap(({ attributes }) =>
    ['for', 'aria-labelledby', 'aria-describedby']
      .flatMap((key) => attributes.get(key)?.split(' ') ?? [])
      .filter((id) => !known.has(id)),
  );
  return [
    ...twice.map((id) => `id "${id}" stands more than once`),
    ...lost.map((id) => `something points to id "${id}", which is not there`),
  ];
}

function headingFaults(open: readonly Tag[], whole: boolean): string[] {
  const levels = open.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
  const faults = levels.flatMap((level, i) => {
    const before = i === 0 ? (whole ? 0 : level - 1) : levels[i - 1]!;
    return level > before + 1 ? [`h${level} follows h${before}`] : [];
  });
  const first = levels.filter((level) => level === 1).length;
  if (whole && first !== 1) faults.push(`${first} h1 instead of one`);
  return faults;
}

/** Each field has a label: one that names its id, one around it, or `aria-label`. */
function labelFaults(page: string, open: readonly Tag[]): string[] {
  const named = new Set(
    open.flatMap(({ name, attributes }) => (name === 'label' ? (attributes.get('for') ?? []) : [])),
  );
  return open.flatMap(({ name, attributes, at }) => {
    if (!LABELLED.has(name)) return [];
    if (['hidden', 'submit', 'button'].includes(attributes.get('type') ?? '')) return [];
    if (named.has(attributes.get('id') ?? '') || attributes.has('aria-label')) return [];
    if (attributes.has('aria-labelledby')) return [];
    const around = page.lastIndexOf('<label', at) > page.lastIndexOf('</label>', at);
    return around ? [] : [`<${name} name="${attributes.get('name') ?? ''}"> has no label`];
  });
}

/** Links and buttons say something: text, or `aria-label`. */
function nameFaults(page: string, tags: readonly Tag[]): string[] {
  return tags.flatMap(({ name, attributes, at, closing }) => {
    if (closing || !['a', 'button', 'summary'].includes(name)) return [];
    if (attributes.get('aria-label')) return [];
    const inner = page.slice(page.indexOf('>', at) + 1, page.indexOf(`</${name}>`, at));
    const text = inner.replace(TAG, '').trim();
    if (text !== '' || /aria-label="[^"]|<title>/.test(inner)) return [];
    return [`<${name}> at ${at} has no name`];
  });
}

function documentFaults(page: string, open: readonly Tag[]): string[] {
  const has = (name: string) => open.filter((tag) => tag.name === name).length;
  const faults: string[] = [];
  if (!/^<!doctype html>/i.test(page)) faults.push('no doctype');
  if (!open.some(({ name, attributes }) => name === 'html' && attributes.get('lang')))
    faults.push('the document names no language');
  if (has('main') !== 1) faults.push(`${has('main')} main instead of one`);
  if (!/<title>[^<]+<\/title>/.test(page)) faults.push('no title');
  return faults;
}
