/** Russian for the frames: verb groups, "что", and who is the subject. */
import type { TaggedDocument } from '../../tagging/tagged.ts';
import { foldedCue } from './folded.ts';
import type { Grammar, OwnOrigin, VerbGroup } from './grammar.ts';
import { phrasalAt } from './phrasal.ts';
import { russianSubjectAfter } from './russian-behind.ts';
import { isNominative, russianPhraseAt } from './russian-phrases.ts';
import { russianSubjectBefore } from './russian-subjects.ts';
import { isMark, type Range, type Scene } from './scene.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const COMPLEMENTS = set('что чтобы чтоб будто якобы словно дескать');
const QUESTIONS = set(
  'почему зачем кто где когда куда откуда сколько какой какая какое какие каким ли',
);
/** Past, present and future; then short participles, which are predicates; then pasts without -л. */
const FINITE =
  /(?:л|ла|ло|ли|[еиуюая]т|[еи]м|[еи]шь|[еи]те|[ую])(?:с[ья])?$|(?:[аеяио]н|т)(?:а|о|ы)?$|(?:нес|вез|рос|мог|погиб|исчез|ник|стиг|верг|умер)(?:ся)?$/u;
const INFINITIVE = /(?:ть|ти|чь)(?:ся)?$/u;
const BETWEEN = set(
  'также уже еще же тоже тогда потом затем вчера сегодня ранее позже только всегда никогда просто прямо',
);
/** Behind the comma these begin something that the speaker did not say. */
const LEAVES = set('хотя однако причем');
const LEADING = set('хотя если когда поскольку');
const OWN = set('его ее их ее моим моему нашим своим');
const OWN_HEADS = new Map([
  ['словам', 'по словам'],
  ['показаниям', 'по сообщению'],
  ['воспоминаниям', 'по сообщению'],
  ['свидетельству', 'по сообщению'],
  ['замечанию', 'по сообщению'],
  ['выражению', 'по сообщению'],
  ['сообщению', 'по сообщению'],
  ['заявлению', 'по сообщению'],
  ['рассказам', 'по сообщению'],
  ['рассказу', 'по сообщению'],
  ['мнению', 'по мнению'],
  ['оценке', 'по мнению'],
  ['оценкам', 'по мнению'],
  ['убеждению', 'по мнению'],
  ['наблюдениям', 'по мнению'],
  ['ощущениям', 'по мнению'],
  ['предположению', 'по мнению'],
  ['прогнозам', 'по мнению'],
  ['прогнозу', 'по мнению'],
  ['расчетам', 'по мнению'],
  ['подсчетам', 'по мнению'],
  ['данным', 'по данным'],
  ['информации', 'по данным'],
  ['сведениям', 'по данным'],
  ['утверждению', 'по утверждению'],
  ['версии', 'по утверждению'],
  ['признанию', 'по признанию'],
]);

/** «на её взгляд», «с его точки»: the preposition and the noun behind the pronoun. */
const OWN_VIEWS = new Map([
  ['на взгляд', 'по мнению'],
  ['с точки', 'по мнению'],
  ['в понимании', 'по мнению'],
  ['в глазах', 'по мнению'],
  ['со слов', 'по словам'],
]);

/** Verbs behind which a question may be content; their forms. */
const ASKING = /^(?:спро|спраш|поинтересов|рассказ|объясн|поясн|уточн)/u;

/** Whether the token is a finite verb or a short participle for a predicate. */
export function isRussianFinite({ tokens, tags }: TaggedDocument, at: number): boolean {
  const tag = tags[at];
  if (tag !== 'VERB' && tag !== 'AUX') return false;
  const word = foldedCue(tokens[at]!.lower);
  return FINITE.test(word) && !INFINITIVE.test(word);
}

export const RUSSIAN: Grammar = {
  verbGroup,
  clauseAt,
  subjectBefore: russianSubjectBefore,
  subjectAfter: russianSubjectAfter,
  phraseAt: russianPhraseAt,
  asVerb,
  ownOrigin,
  ownerOf: (scene, at, last) => russianPhraseAt(scene, at + 1, last),
  infinitiveAt,
  isAbout: (word) => word === 'о' || word === 'об' || word === 'обо',
  objectAt,
  mayBeSubject: (scene, at) =>
    /^(?:DET|NOUN|PROPN|PRON|ADJ)$/.test(scene.document.tags[at] ?? '') && isNominative(scene, at),
  isFree: () => true,
  isRating: ({ document }, at) =>
    document.cases?.[at] === 'Ins' && /^(?:ADJ|NOUN|VERB)$/.test(document.tags[at]!),
  pointsBack: ({ words }, verb, unit) =>
    verb.at - unit.first < POINTED &&
    ((words[unit.first] === 'об' && words[unit.first + 1] === 'этом') ||
      /^(?:это|этим)$/.test(words[unit.first]!)),
  isJoin: (word) => word === 'и' || word === 'а' || word === 'но',
  leavesContent,
  isLeading: (word) => LEADING.has(word),
};

/** Behind "as" a verb stands so near. */
const NEAR = 5;
/** A verb that points back stands so near to the beginning of its sentence, past where it was said. */
const POINTED = 14;

function verbGroup(scene: Scene, at: number, unit: Range): VerbGroup | undefined {
  const { words, cues, document } = scene;
  const phrasal = phrasalAt(scene, at);
  const word = phrasal?.word ?? cues.verbs.get(words[at]!);
  if (word === undefined || word.shape === 'infinitive') return undefined;
  const end = at + (phrasal?.length ?? 1);
  if (document.tags[at] === 'PROPN' && at > unit.first) return undefined;
  let first = at;
  while (first > unit.first && isAdverb(scene, first - 1)) first--;
  const negated = words[at - 1] === 'не' || words[at - 1] === 'ни';
  const cue = { first: isFalsifier(scene, at - 1) ? at - 1 : at, last: end };
  return { at, word, group: { first, last: end }, cue, negated };
}

function isAdverb({ document, words }: Scene, at: number): boolean {
  const tag = document.tags[at];
  return tag === 'ADV' || tag === 'PART' || BETWEEN.has(words[at]!);
}

function isFalsifier({ cues, words }: Scene, at: number): boolean {
  return (cues.phrases.get(words[at] ?? '') ?? []).some(({ entry }) => entry.kind === 'falsifier');
}

/** ", что", ", чтобы", "о том, что", ", почему". */
function clauseAt(scene: Scene, at: number): number | undefined {
  const { words } = scene;
  if (isMark(scene, at, ',')) {
    const next = words[at + 1] ?? '';
    if (COMPLEMENTS.has(next)) return at + 1;
    const isQuestion = QUESTIONS.has(next) || words[at + 2] === 'ли';
    return isQuestion && ASKING.test(words[at - 1] ?? '') ? at + 1 : undefined;
  }
  const isPointer = /^(?:о|об|в|на)$/.test(words[at]!) && words[at + 1] === 'том';
  if (isPointer && isMark(scene, at + 2, ',') && COMPLEMENTS.has(words[at + 3] ?? ''))
    return at + 3;
  return words[at] === 'что' && !isMark(scene, at - 1, ',') ? at : undefined;
}

function leavesContent(scene: Scene, comma: number): boolean {
  const { words, cues } = scene;
  const next = words[comma + 1] ?? '';
  if (LEAVES.has(next) || (next === 'так' && words[comma + 2] === 'что')) return true;
  const word = cues.verbs.get(next);
  return word?.shape === 'gerund';
}

/** "как сообщает": a known cue behind "как". The cue is both. */
function asVerb(scene: Scene, as: number, unit: Range): VerbGroup | undefined {
  if (scene.words[as] !== 'как') return undefined;
  for (let at = as + 1; at < Math.min(unit.last, as + NEAR); at++) {
    const verb = verbGroup(scene, at, unit);
    if (verb !== undefined && verb.word.shape === 'finite') {
      return at === as + 1 ? { ...verb, cue: { first: as, last: at + 1 } } : verb;
    }
    // «Как первой сообщила газета».
    if (!isAdverb(scene, at) && !/^перв(?:ой|ым|ыми)$/u.test(scene.words[at]!)) return undefined;
  }
  return undefined;
}

/** "по его словам". */
function ownOrigin({ words }: Scene, at: number): OwnOrigin | undefined {
  if (!OWN.has(words[at + 1] ?? '')) return undefined;
  const lemma =
    words[at] === 'по'
      ? OWN_HEADS.get(words[at + 2] ?? '')
      : OWN_VIEWS.get(`${words[at]} ${words[at + 2]}`);
  if (lemma === undefined) return undefined;
  return { cue: { first: at + 2, last: at + 3 }, source: { first: at + 1, last: at + 2 }, lemma };
}

function infinitiveAt({ words, document }: Scene, at: number, last: number): number | undefined {
  let verb = at;
  while (verb < last && (words[verb] === 'не' || document.tags[verb] === 'ADV')) verb++;
  const isVerb = document.tags[verb] === 'VERB' || document.tags[verb] === 'AUX';
  return verb < last && isVerb && INFINITIVE.test(words[verb]!) ? verb : undefined;
}

function objectAt({ document }: Scene, from: number, last: number): number | undefined {
  let at = from;
  while (at < last && document.tags[at] === 'ADV') at++;
  const isNominal = /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(document.tags[at] ?? '');
  return at < last && isNominal ? at : undefined;
}
