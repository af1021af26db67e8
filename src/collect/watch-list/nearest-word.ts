/**
 * The word of a short list that an unknown one was most likely meant to be. Damerau–Levenshtein
 * distance with adjacent transpositions (optimal string alignment); words are cut, so the cost is
 * bounded.
 */

/** Longer words are no slips of the pen. */
const MAX_LENGTH = 40;

/** What people write by habit, from other tools and other tongues. */
const HABITS: Readonly<Record<string, readonly string[]>> = {
  every: ['interval', 'frequency', 'refresh', 'period', 'cada', 'schedule'],
  kind: ['type', 'tipo', 'format'],
  url: ['link', 'href', 'address', 'xmlurl', 'feed', 'rss', 'uri'],
  languages: ['lang', 'langs', 'language', 'idiomas'],
  language: ['lang', 'languages', 'idioma'],
  enabled: ['active', 'on', 'disabled', 'disable'],
  title: ['label', 'name', 'heading'],
  name: ['title', 'label'],
  outlet: ['domain', 'publisher', 'medium', 'outlets'],
  domain: ['host', 'outlet', 'url'],
  sources: ['feeds', 'urls', 'watch', 'fuentes'],
  sponsors: ['states', 'actors', 'patrons'],
  host: ['country', 'target', 'state'],
  fetch: ['http', 'network', 'web', 'crawler'],
  rules: ['alerts', 'indicators'],
  pace: ['delay', 'gap', 'wait', 'crawldelay', 'ratelimit'],
  contact: ['email', 'mail', 'useragent'],
  outletLists: ['registries', 'registry', 'lists'],
  tags: ['categories', 'category', 'labels'],
  maxBytes: ['limit', 'maxsize', 'size'],
  connections: ['concurrency', 'parallel'],
};

/** The known word that `word` was meant to be, or `undefined` where none is near. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  if (word.length > MAX_LENGTH) return undefined;
  const small = word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const same = known.find((candidate) => candidate.toLowerCase() === small);
  if (same !== undefined) return same;
  const habit = known.find(
    (candidate) => Object.hasOwn(HABITS, candidate) && HABITS[candidate]!.includes(small),
  );
  if (habit !== undefined) return habit;
  let best: string | undefined;
  let least = Math.min(3, Math.ceil(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = slips(small, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Letters added, dropped, replaced or swapped with a neighbour between two words. */
export function slips(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, before[j - 2]! + 1);
      }
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}
