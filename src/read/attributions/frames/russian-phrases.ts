/** Russian noun phrases by tags and cases: attributes, nouns, genitives behind them, names. */
import type { Case } from '../../tagging/tagged.ts';
import type { Range, Scene } from './scene.ts';

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'X']);
const PRONOUNS: ReadonlySet<string> = new Set(
  'я ты он она оно мы вы они кто некто никто все всё один одна одни сам сама'.split(' '),
);
/** Cases that no noun of a name or office stands in behind its head. */
const OUTSIDE: ReadonlySet<Case | undefined> = new Set<Case>(['Dat', 'Ins', 'Loc', 'Acc']);
const DATE_WORDS: ReadonlySet<string> = new Set(
  'ныне нынче теперь сейчас отныне января февраля марта апреля мая июня июля августа сентября октября ноября декабря год года году годов'.split(
    ' ',
  ),
);
const PARTS: ReadonlySet<string> = new Set(
  'один одна одно кто некоторые многие двое трое четверо несколько часть большинство ряд никто каждый каждая из'.split(
    ' ',
  ),
);
/** No phrase is longer. */
const MOST_TOKENS = 25;

/** Ends as a noun in its first form: a consonant, but for genitives of the plural. */
const BARE = /(?:[бвгджзклмнпрстфхцчшщй])$/u;
const OBLIQUE = /(?:[оеё]в|ей|ой|[оеё]м|[аяи]м|[аяи]х|ми)$/u;

/** Nominative plurals of those who do something. */
const AGENTS = /(?:исты|ники|тели|[лнпвр]цы|[тдс]оры|[нмр]еры|анты|енты|[ая]не|логи)$/u;

/** Whether the token can be a subject or go with one. */
export function isNominative({ document, words }: Scene, at: number): boolean {
  const token = document.tokens[at]!;
  const word = words[at]!;
  if (word === 'все' && words[at + 1] === 'же') return false;
  if (PRONOUNS.has(word) || word === 'глава' || word === 'люди') return true;
  const one = document.cases?.[at];
  if (one === 'Nom') return true;
  if (token.kind !== 'word') return false;
  // Abbreviations and foreign names do not decline; their case is a guess.
  const isName = token.text.length > 1 && token.text === token.text.toUpperCase();
  const isFree = document.tags[at - 1] !== 'ADP';
  if (isFree && (isName || /^[A-Z]/.test(token.text))) return true;
  const isNoun = document.tags[at] === 'NOUN' || document.tags[at] === 'PROPN';
  // "нацисты", "источники": no genitive ends so.
  if (isNoun && AGENTS.test(word) && document.tags[at - 1] !== 'ADP') return true;
  const isBare = isNoun && BARE.test(word) && !OBLIQUE.test(word);
  return isBare && document.tags[at - 1] !== 'ADP' && (one === 'Acc' || one === 'Gen');
}

/** Whether a word belongs to a date. */
export function isDateWord(word: string): boolean {
  return DATE_WORDS.has(word);
}

export function isPronoun(word: string): boolean {
  return PRONOUNS.has(word);
}

/** The phrase that begins at `at`, in whatever case; absent where none does. */
export function russianPhraseAt(scene: Scene, at: number, last: number): Range | undefined {
  const { document, words } = scene;
  const most = Math.min(last, at + MOST_TOKENS);
  if (at >= most) return undefined;
  if (isAlone(scene, at)) return { first: at, last: partsEnd(scene, at + 1, most) };
  let end = at;
  let nouns = 0;
  let names = 0;
  while (end < most) {
    const quote = scene.quotes[scene.quoteAt[end]!];
    if (quote !== undefined && quote.first === end && !quote.isSpeech) {
      end = quote.last;
      nouns++;
      continue;
    }
    if (quote !== undefined && quote !== scene.quotes[scene.quoteAt[at]!]) break;
    const tag = document.tags[end]!;
    if (!NOMINAL.has(tag)) {
      const behind = linked(scene, end, most, nouns);
      if (behind === undefined) break;
      end = behind;
      continue;
    }
    if (nouns > 0 && beginsAnother(scene, end, at, names > 0)) break;
    if (tag === 'NOUN' || tag === 'PROPN' || tag === 'X') nouns++;
    if (tag === 'PROPN') names++;
    end++;
  }
  return nouns > 0 || (end > at && PARTS.has(words[at]!)) ? { first: at, last: end } : undefined;
}

/** Whether the nominal at `at` does not belong to the phrase that begins at `first` and has a noun. */
function beginsAnother({ document }: Scene, at: number, first: number, isNamed: boolean): boolean {
  const tag = document.tags[at];
  const own = document.cases?.[at];
  const head = document.cases?.[first];
  // Behind a person's name a common noun begins another phrase.
  if (isNamed && (tag === 'NOUN' || tag === 'ADJ') && own !== 'Gen') return true;
  if (tag === 'PROPN') return false;
  // A nominative behind an oblique phrase is the subject of what follows.
  if (own === 'Nom') return head === 'Gen' || OUTSIDE.has(head);
  return OUTSIDE.has(own) && own !== head;
}

/** A pronoun, or "один", "все" without a noun. */
function isAlone({ document, words }: Scene, at: number): boolean {
  if (document.tags[at] === 'PRON') return true;
  if (!isPronoun(words[at]!)) return false;
  return !NOMINAL.has(document.tags[at + 1] ?? '');
}

/** "один из ректоров", "министр по делам", "посол при ООН". */
function linked(
  { document, words }: Scene,
  at: number,
  last: number,
  nouns: number,
): number | undefined {
  const word = words[at]!;
  if (at + 1 >= last) return undefined;
  const tag = document.tags[at + 1]!;
  if (!NOMINAL.has(tag) && tag !== 'PRON') return undefined;
  if (word === 'из' && PARTS.has(words[at - 1]!)) return at + 2;
  const isOffice = (word === 'по' || word === 'при') && document.tags[at - 1] === 'NOUN';
  return nouns > 0 && isOffice ? at + 2 : undefined;
}

/** "один из них": with what it is a part of. */
function partsEnd(scene: Scene, at: number, last: number): number {
  if (scene.words[at] !== 'из' || !PARTS.has(scene.words[at - 1]!)) return at;
  if (scene.document.tags[at + 1] === 'PRON') return at + 2;
  return russianPhraseAt(scene, at + 1, last)?.last ?? at;
}
