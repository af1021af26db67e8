/**
 * The forms of the listed Russian verbs: a stem and an ending. A stem with `~` is imperfective, so that
 * its present is no future; one with `+` has a present alone ("вышл-ет", not "вышл-а"). Tags are not asked: the tagger takes rare verbs for nouns.
 */
import type { VerbEntry } from './event-lexicon.ts';

export type RussianTense =
  | 'past'
  | 'present'
  | 'future'
  | 'infinitive'
  | 'gerund'
  | 'short'
  | 'passive-participle'
  | 'active-participle';

export interface RussianForm {
  readonly tense: RussianTense;
  readonly reflexive: boolean;
  readonly entries: readonly VerbEntry[];
}

const ADJECTIVE =
  'ый ого ому ым ом ая ой ую ое ые ых ыми ий его ему им ем яя ей юю ее ие их ими'.split(' ');
const ENDINGS: readonly (readonly [Exclude<RussianTense, 'future'>, readonly string[]])[] = [
  ['past', 'л ла ло ли ел ала ало али ил ила ило или'.split(' ')],
  ['infinitive', 'ть ти чь ать ить еть сти'.split(' ')],
  ['present', 'ст ет ут ют ит ят ат ёт ем им у ю ешь ете ует уют'.split(' ')],
  ['short', 'н на но ны ен ена ено ены т та то ты ан ана ано аны ён'.split(' ')],
  [
    'passive-participle',
    ADJECTIVE.flatMap((ending) => [
      `нн${ending}`,
      `енн${ending}`,
      `т${ending}`,
      `анн${ending}`,
      `ённ${ending}`,
    ]),
  ],
  [
    'active-participle',
    ADJECTIVE.flatMap((ending) => [
      `вш${ending}`,
      `ющ${ending}`,
      `ущ${ending}`,
      `ящ${ending}`,
      `ащ${ending}`,
      `ивш${ending}`,
      `авш${ending}`,
    ]),
  ],
  ['gerund', 'в вши я а ив ав'.split(' ')],
];
const TENSE_OF = new Map(
  ENDINGS.flatMap(([tense, list]) => list.map((ending) => [ending, tense] as const)),
);
const LONGEST_ENDING = 8;

interface Stem {
  readonly perfective: boolean;
  /** For the present alone: cut from a stem in "и" ("отправ-ят"), or listed so. */
  readonly cut: boolean;
  /** For passive participles alone, with the consonant that they have: "объявл-ены". */
  readonly passive: boolean;
  readonly entries: VerbEntry[];
}

/** Finds the form of a word in lower case; `undefined`: no listed verb. */
export function openRussianForms(
  verbs: readonly VerbEntry[],
): (word: string) => RussianForm | undefined {
  const stems = new Map<string, Stem>();
  const add = (stem: string, fresh: Stem, entry: VerbEntry): void => {
    const known = stems.get(stem) ?? fresh;
    stems.set(stem, known);
    if (!known.entries.includes(entry)) known.entries.push(entry);
  };
  const listed = verbs.flatMap((entry) =>
    entry.words
      .flatMap((one) => one.split('|'))
      .map((word) => {
        const perfective = !word.endsWith('~');
        const cut = word.endsWith('+');
        return { entry, perfective, cut, stem: perfective && !cut ? word : word.slice(0, -1) };
      }),
  );
  for (const { entry, stem, perfective, cut } of listed) {
    add(stem, { perfective, cut, passive: false, entries: [] }, entry);
    if (!stem.endsWith('и')) continue;
    add(stem.slice(0, -1), { perfective, cut: true, passive: false, entries: [] }, entry);
  }
  // What is listed as it stands comes first.
  for (const { entry, stem, perfective } of listed) {
    if (!stem.endsWith('и')) continue;
    for (const soft of softened(stem.slice(0, -1))) {
      if (stems.get(soft)?.passive === false) continue;
      add(soft, { perfective, cut: false, passive: true, entries: [] }, entry);
    }
  }
  const shortest = Math.min(...[...stems.keys()].map(({ length }) => length));
  return (word) => formOf(word, stems, shortest);
}

function formOf(
  word: string,
  stems: ReadonlyMap<string, Stem>,
  shortest: number,
): RussianForm | undefined {
  const reflexive = /(?:ся|сь)$/.test(word);
  const core = reflexive ? word.slice(0, -2) : word;
  const least = Math.max(shortest, core.length - LONGEST_ENDING);
  for (let length = core.length; length >= least; length--) {
    const stem = stems.get(core.slice(0, length));
    if (stem === undefined) continue;
    const tense = tenseOf(core.slice(0, length), core.slice(length));
    if (tense === undefined || !allows(stem, tense, core[length]!)) continue;
    return {
      tense: tense === 'present' && stem.perfective ? 'future' : tense,
      reflexive,
      entries: stem.entries,
    };
  }
  return undefined;
}

/** Whether a stem has forms of a tense; `next` is the first letter of the ending. */
function allows(
  { cut, passive }: Stem,
  tense: Exclude<RussianTense, 'future'>,
  next: string,
): boolean {
  if (!cut && !passive) return true;
  const isPassive = tense === 'short' || tense === 'passive-participle';
  if (isPassive && (next === 'е' || next === 'ё')) return true;
  return cut && tense === 'present';
}

/** A stem as its passive participle has it: "объяв-и-ть", "объявл-ен"; "пригласить", "приглашён". */
function softened(stem: string): readonly string[] {
  for (const [hard, soft] of SOFTENED) {
    if (stem.endsWith(hard)) return soft.map((one) => stem.slice(0, -hard.length) + one);
  }
  return [];
}

const SOFTENED: readonly (readonly [string, readonly string[]])[] = [
  ['ст', ['щ']],
  ['в', ['вл']],
  ['б', ['бл']],
  ['п', ['пл']],
  ['м', ['мл']],
  ['т', ['щ', 'ч']],
  ['д', ['жд', 'ж']],
  ['с', ['ш']],
  ['з', ['ж']],
];

/** "отверг" needs no ending; "отправи-т" is no participle, "уби-т" is. */
function tenseOf(stem: string, ending: string): Exclude<RussianTense, 'future'> | undefined {
  if (ending === '') return /[гкхбр]$/.test(stem) ? 'past' : undefined;
  if (ending === 'т' && /[^б]и$/.test(stem)) return undefined;
  return TENSE_OF.get(ending);
}
