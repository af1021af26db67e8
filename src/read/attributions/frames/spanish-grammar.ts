/** Spanish for the frames: verb groups, "que", and who is the subject. */
import type { TaggedDocument } from '../../tagging/tagged.ts';
import type { CueWord } from './cue-list.ts';
import type { Grammar, OwnOrigin, VerbGroup } from './grammar.ts';
import { carrierOf } from './light-verbs.ts';
import { phrasalAt } from './phrasal.ts';
import type { Range, Scene } from './scene.ts';
import { pastTimes, spanishSubjectAfter } from './spanish-behind.ts';
import { spanishPhraseAt } from './spanish-phrases.ts';
import { spanishSubjectBefore } from './spanish-subjects.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const HAVE = set(
  'ha han había habían haber habiendo haya hayan hubiera hubieran habría habrían habrá habrán he hemos hubo',
);
const BE = set('está están estaba estaban estuvo sigue siguen siguió');
const CLITICS = set('se le les lo la los las nos me te');
const BETWEEN = set(
  'también ya además así incluso luego después ayer hoy entonces solo sólo siempre',
);
const NOT = set('no nunca jamás tampoco ni sin');
/** What may stand before an infinitive that reports what was said. */
const BEFORE_INFINITIVE = set('al tras por');
/** Words behind which "que" begins no content. */
const NO_CONTENT = set(
  'lo el la los las más menos ya así antes después luego para sin hasta desde tal tan tanto mientras aunque puesto dado cada mismo único modo manera forma suerte',
);
const ABOUT = set('de del sobre acerca');
const OWN_ORIGINS: readonly (readonly [string, string])[] = [
  ['a', 'juicio'],
  ['en', 'opinión'],
  ['en', 'palabras'],
  ['a', 'entender'],
  ['a', 'decir'],
  ['a', 'parecer'],
  ['a', 'modo'],
  ['a', 'criterio'],
  ['a', 'ver'],
  ['en', 'criterio'],
  ['en', 'parecer'],
  ['en', 'versión'],
  ['según', 'versión'],
  ['según', 'criterio'],
  ['según', 'opinión'],
  ['según', 'relato'],
  ['según', 'testimonio'],
];
/** Between "si" and its verb stand at most so many tokens. */
const CONDITION_WINDOW = 8;
/** A verb that points back stands so near to the beginning of its sentence. */
const NEAR = 5;
const INFINITIVE = /(?:[aei]r|[aei]r(?:se|lo|la|le|los|las|les|me|nos))$/u;
const JOINS = set('y e pero');
const LEADING = set('aunque si cuando mientras tras al');

/** Third person in the past: no other word ends so but a few names. */
const PRETERITE = /(?:[^aeiou]ó|aron|ieron|ió|yó|yeron)$/u;
/** Endings that none of the cues shares with a noun. */
const UNMISTAKABLE = /(?:[^aeiou]ó|aron|[ij]eron|ió|yó|dijo|aba|aban|ía|ían|rá|rán)$/u;
const NOT_FINITE =
  /(?:[aei]r|[aei]r(?:se|lo|la|le|los|las|les|me|nos)|ndo|ndo(?:se|lo|la|le|los|las|les)|[ai]d[oa]s?)$/u;

/** Whether the token is a finite verb, in our eyes. */
export function isSpanishFinite({ tokens, tags }: TaggedDocument, at: number): boolean {
  const { lower, kind, capital } = tokens[at]!;
  if (kind !== 'word') return false;
  if (!capital && (PRETERITE.test(lower) || lower === 'dijo')) return true;
  const tag = tags[at];
  return (tag === 'VERB' || tag === 'AUX') && !NOT_FINITE.test(lower);
}

export const SPANISH: Grammar = {
  verbGroup,
  clauseAt,
  subjectBefore: spanishSubjectBefore,
  subjectAfter: spanishSubjectAfter,
  phraseAt: spanishPhraseAt,
  asVerb,
  ownOrigin,
  ownerOf,
  infinitiveAt,
  objectAt,
  mayBeSubject: ({ document }, at) => /^(?:DET|NOUN|PROPN|PRON)$/.test(document.tags[at] ?? ''),
  isFree,
  isRating: ({ words }, at) => words[at] === 'como' || words[at] === 'de',
  isAbout: (word) => ABOUT.has(word),
  pointsBack: ({ words }, verb, unit) =>
    verb.at - unit.first < NEAR &&
    (/^(?:lo|eso|esto)$/.test(words[unit.first]!) ||
      (words[unit.first] === 'así' && words[unit.first + 1] === 'lo')),
  isJoin: (word) => JOINS.has(word),
  leavesContent: () => false,
  isLeading: (word) => LEADING.has(word),
};

function verbGroup(scene: Scene, at: number, unit: Range): VerbGroup | undefined {
  const { words, cues } = scene;
  const phrasal = phrasalAt(scene, at);
  const plain = phrasal?.word ?? cues.verbs.get(words[at]!);
  if (plain === undefined) return undefined;
  const carrier = plain.shape === 'infinitive' ? carrierOf(scene, at) : undefined;
  const listed: CueWord = carrier === undefined ? plain : carried(words[carrier]!, plain);
  if (phrasal === undefined && carrier === undefined && !isVerbHere(scene, at, listed)) {
    return undefined;
  }
  if (isHypothetical(scene, at, unit) || isCarrier(scene, at)) return undefined;
  let first = carrier ?? at;
  let cue = first;
  while (first > unit.first) {
    const before = words[first - 1]!;
    if (HAVE.has(before) || BE.has(before)) cue = first - 1;
    else if (before === 'se') cue = first - 1;
    else if (!CLITICS.has(before) && !(BETWEEN.has(before) && first - 1 > unit.first)) break;
    first--;
  }
  const isCompound = cue < at && (HAVE.has(words[at - 1]!) || BE.has(words[at - 1]!));
  const word: CueWord = isCompound ? { ...listed, shape: 'finite' } : listed;
  const isNegated = first > unit.first && NOT.has(words[first - 1]!);
  // "no dudó en afirmar": who does not hesitate says it.
  const negated = isNegated && !/^dud/u.test(words[carrier ?? at]!);
  const end = at + (phrasal?.length ?? 1);
  const last = isFalsifier(scene, end) ? end + 1 : end;
  return { at, word, group: { first, last }, cue: { first: cue, last }, negated };
}

/** "no dudó en afirmar": the verb behind is the cue. */
function isCarrier(scene: Scene, at: number): boolean {
  return [at + 1, at + 2].some(
    (verb) =>
      scene.cues.verbs.get(scene.words[verb] ?? '')?.shape === 'infinitive' &&
      carrierOf(scene, verb) === at,
  );
}

function carried(carrier: string, word: CueWord): CueWord {
  return { ...word, shape: 'finite', number: carrier.endsWith('n') ? 'plural' : 'singular' };
}

function isVerbHere({ document, words }: Scene, at: number, word: CueWord): boolean {
  const tag = document.tags[at];
  const before = words[at - 1] ?? '';
  if (word.shape === 'participle') return HAVE.has(before);
  if (word.shape === 'infinitive') return isReportedInfinitive(before, words[at - 2] ?? '');
  if (word.shape === 'gerund') return true;
  if (UNMISTAKABLE.test(words[at]!)) return true;
  const last = document.tags[at - 1] ?? 'PUNCT';
  if (tag !== 'NOUN' && tag !== 'ADJ' && tag !== 'PROPN') return last !== 'DET';
  // A noun ("la denuncia", "de alerta") stands with an article, an adjective or a preposition.
  if (/^(?:DET|ADP|ADJ|NUM|VERB|AUX)$/.test(last)) return false;
  return last !== 'NOUN' || words[at + 1] === 'que';
}

/** "al decir", "después de decir", "volvió a decir"; not "el hábito de decir". */
function isReportedInfinitive(before: string, one: string): boolean {
  if (before === 'de') return /^(?:después|luego|acab\w*|dej\w*)$/u.test(one);
  if (before === 'a')
    return /^(?:volvió|volvieron|volver|llegó|llegaron|limitó|limitaron)$/u.test(one);
  return BEFORE_INFINITIVE.has(before);
}

/** "si X pidiera": nothing was said. */
function isHypothetical({ words }: Scene, at: number, unit: Range): boolean {
  for (let before = at - 1; before >= unit.first && at - before < CONDITION_WINDOW; before--) {
    if (words[before] === ',') return false;
    if (words[before] === 'si') return true;
  }
  return false;
}

function isFalsifier({ cues, words }: Scene, at: number): boolean {
  return (cues.phrases.get(words[at] ?? '') ?? []).some(({ entry }) => entry.kind === 'falsifier');
}

/** "que", "de que", "en que", "si". */
function clauseAt({ words }: Scene, at: number): number | undefined {
  const word = words[at];
  const before = words[at - 1] ?? '';
  if (word === 'que') return NO_CONTENT.has(before) ? undefined : at;
  if ((word === 'de' || word === 'en' || word === 'a' || word === 'con') && words[at + 1] === 'que')
    return NO_CONTENT.has(before) ? undefined : at + 1;
  return undefined;
}

/** "según dijo", "según ha publicado", "como dijo": behind "según" any verb, behind "como" a cue. */
/** Words between "as" and its verb: "como ya lo había". */
const AS_LEAD = 4;

function asVerb(scene: Scene, as: number, unit: Range): VerbGroup | undefined {
  const { words, finite, document } = scene;
  if (words[as] !== 'según' && words[as] !== 'como') return undefined;
  let at = as + 1;
  const isBetween = (word: string): boolean =>
    HAVE.has(word) || CLITICS.has(word) || document.tags[at] === 'ADV';
  while (at < unit.last && at - as <= AS_LEAD && isBetween(words[at]!)) at++;
  const known = verbGroup(scene, at, unit);
  if (known !== undefined) return known;
  if (words[as] === 'como' || at >= unit.last || finite[at] !== 1) return undefined;
  const lemma = document.lemmas[at]!;
  const entry = { lemma, kind: 'verb', polarity: 'says' } as const;
  const word: CueWord = { text: words[at]!, shape: 'finite', number: undefined, entry };
  const group = { first: as + 1, last: at + 1 };
  return { at, word, group, cue: group, negated: false };
}

/** "a su juicio", "en su opinión". */
function ownOrigin({ words }: Scene, at: number): OwnOrigin | undefined {
  if (words[at + 1] !== 'su') return undefined;
  const found = OWN_ORIGINS.find(([first, noun]) => words[at] === first && words[at + 2] === noun);
  if (found === undefined) return undefined;
  const source = { first: at + 1, last: at + 2 };
  return { cue: { first: at + 2, last: at + 3 }, source, lemma: `${found[0]} ${found[1]} de` };
}

/** "la afirmación de X", "su afirmación". */
function ownerOf(scene: Scene, at: number, last: number): Range | undefined {
  const { words } = scene;
  if (words[at + 1] === 'de' || words[at + 1] === 'del') {
    const owner = spanishPhraseAt(scene, at + 2, last);
    if (owner !== undefined) return owner;
  }
  const isOwn = words[at - 1] === 'su' || words[at - 1] === 'sus';
  return isOwn ? { first: at - 1, last: at } : undefined;
}

function infinitiveAt({ words, document }: Scene, at: number, last: number): number | undefined {
  let verb = at;
  while (verb < last && (words[verb] === 'no' || BETWEEN.has(words[verb]!))) verb++;
  const tag = document.tags[verb];
  const isVerb = tag === 'VERB' || tag === 'AUX';
  return verb < last && isVerb && INFINITIVE.test(words[verb]!) ? verb : undefined;
}

/** Behind adverbs and times: a noun, or "a", "como", "de" and what follows. */
function objectAt(scene: Scene, from: number, last: number): number | undefined {
  const { words, document } = scene;
  const at = pastTimes(scene, from, last);
  if (at >= last) return undefined;
  const tag = document.tags[at];
  const isNominal = tag === 'DET' || tag === 'NOUN' || tag === 'PROPN';
  if (isNominal || tag === 'PRON') return words[at] === 'que' ? undefined : at;
  return words[at] === 'a' || words[at] === 'al' || words[at] === 'como' ? at : undefined;
}

/** Times, adverbs, and "a la prensa". */
function isFree(scene: Scene, first: number, last: number): boolean {
  const at = pastTimes(scene, first, last);
  return at === last || scene.words[at] === 'a' || scene.words[at] === 'al';
}
