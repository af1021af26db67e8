/**
 * Queries as people type them: seeded edits that leave the claim what it is, to see what each costs.
 * Deterministic: the same text, kind and seed give the same edit. Linear.
 */

export const EDIT_KINDS = [
  /** All letters small, or all capital. */
  'lower',
  'upper',
  /** One letter changed, left out, doubled or changed with the next in a word of ten. */
  'typos',
  /** An address, hashtags and pictures around the words. */
  'noise',
  /** Some letters as digits that look like them: `v4ccin3`, in a word of five. */
  'lookalikes',
  /** Words of up to three letters left out. */
  'dropped',
  /** Every fourth word changed with the next. */
  'order',
  /** "is not" as "isn't", "you" as "u" and the like; English only. */
  'contracted',
] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** The edit of that name; `undefined` where there is none. */
export function editNamed(name: string): EditKind | undefined {
  return EDIT_KINDS.find((kind) => kind === name);
}

/** `text` with the edit made. */
export function editQuery(text: string, kind: EditKind, seed = 1): string {
  const chance = chances(seed, text);
  const eachWord = (edit: (word: string) => string) => text.replace(/[\p{L}\p{M}]+/gu, edit);
  switch (kind) {
    case 'lower':
      return text.toLowerCase();
    case 'upper':
      return text.toUpperCase();
    case 'typos':
      return eachWord((word) => (chance() < 0.1 && word.length > 3 ? slip(word, chance) : word));
    case 'noise':
      return `😡😡 RT @newsdesk_: ${text} https://t.example/${Math.floor(chance() * 1e6)} 🔥 #breaking #MustRead`;
    case 'lookalikes':
      return eachWord((word) => (chance() < 0.2 ? alike(word) : word));
    case 'dropped':
      return eachWord((word) => (word.length <= 3 ? '' : word)).replace(/\s+/g, ' ');
    case 'order':
      return swapped(text.split(/\s+/)).join(' ');
    case 'contracted':
      return CONTRACTIONS.reduce((edited, [long, short]) => edited.replace(long, short), text);
  }
}

/** Numbers from 0 to 1 by a linear congruence (Numerical Recipes), begun by the seed and the text. */
function chances(seed: number, text: string): () => number {
  let state = seed;
  for (let i = 0; i < text.length; i++) state = (Math.imul(state, 31) + text.charCodeAt(i)) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function slip(word: string, chance: () => number): string {
  const at = 1 + Math.floor(chance() * (word.length - 2));
  const [head, letter, tail] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  const kind = Math.floor(chance() * 4);
  if (kind === 0) return head + tail;
  if (kind === 1) return head + letter + letter + tail;
  if (kind === 2) return `${head}${tail[0]}${letter}${tail.slice(1)}`;
  return `${head}e${tail}`;
}

const LOOKALIKES: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5' };
const alike = (word: string): string => word.replace(/[aeios]/g, (letter) => LOOKALIKES[letter]!);

function swapped(words: readonly string[]): string[] {
  const moved = [...words];
  for (let i = 0; i + 1 < moved.length; i += 4) {
    [moved[i], moved[i + 1]] = [moved[i + 1]!, moved[i]!];
  }
  return moved;
}

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(is|are|was|were|do|does|did|has|have|would|could|should) not\b/gi, "$1n't"],
  [/\b(he|she|it|that|there) (?:is|has)\b/gi, "$1's"],
  [/\bgoing to\b/gi, 'gonna'],
  [/\bwant to\b/gi, 'wanna'],
  [/\byou\b/gi, 'u'],
  [/\byour\b/gi, 'ur'],
  [/\bare\b/gi, 'r'],
  [/\bpeople\b/gi, 'ppl'],
  [/\bbecause\b/gi, 'cuz'],
  [/\band\b/gi, '&'],
];
