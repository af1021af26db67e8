/**
 * Whom another one hands on: «„…“, — цитирует министра „Радио“», «„Радио“ приводит слова министра: …»,
 * «„Радио“ узнало от чиновника, что …», "Radio Faro supo por un funcionario que …". The one behind speaks,
 * and the outlet is the relay.
 */
import { behindColon } from './before.ts';
import type { Draft } from './draft.ts';
import { contentEnd } from './extent.ts';
import type { Grammar } from './grammar.ts';
import { DASHES, hasFinite, isMark, quoteOpening, type Range, type Scene } from './scene.ts';

/** Between a verb and its "that" or colon stand at most so many tokens. */
const WINDOW = 30;
const QUOTES = /^(?:цитиру[ею]т|процитировал[аио]?|цитировал[аио]?)$/u;
const GIVES =
  /^(?:приводи[тл][аио]?|приводят|приводятся|привел[аио]?|переда[ею]т|передал[аио]?|пересказывает)$/u;
const LEARNS =
  /^(?:узнал[аио]?|узнает|известно|услышал[аио]?|supo|supieron|sabe|enteró|enteraron|conoció|averiguó|escuchó)$/u;
const FROM = /^(?:от|por|de|a)$/u;
const WORDS = /^(?:слова|высказывание|реплику|фразу|заявление|мнение)$/u;

/** The statement handed on by the verb at `at`; absent where it hands nothing on. */
export function handedFrame(
  scene: Scene,
  grammar: Grammar,
  at: number,
  unit: Range,
): Draft | undefined {
  const word = scene.words[at]!;
  if (LEARNS.test(word)) return learnedFrame(scene, grammar, at, unit);
  if (scene.document.language !== 'ru') return undefined;
  const gives = GIVES.test(word);
  if (!gives && !QUOTES.test(word)) return undefined;
  const parts = partsBehind(scene, grammar, at + 1, unit, gives);
  if (parts === undefined) return undefined;
  const content = quotedBefore(scene, at, unit) ?? quotedBehind(scene, parts.end, unit);
  if (content === undefined) return undefined;
  const through = parts.outlet ?? outletBefore(scene, at, unit);
  return draftOf(parts.speaker, through, { first: at, last: parts.cue }, content, at, parts.end);
}

function draftOf(
  source: Range,
  through: Range | undefined,
  cue: Range,
  content: readonly Range[],
  from: number,
  end: number,
): Draft {
  const aside = { first: from, last: end };
  return { source, through, cue, lemma: 'сказать', content, accordingTo: true, aside };
}

interface Parts {
  readonly speaker: Range;
  readonly outlet: Range | undefined;
  /** Where the cue ends, and where all of it ends. */
  readonly cue: number;
  readonly end: number;
}

/** Speaker and outlet behind the verb, in either order. */
function partsBehind(
  scene: Scene,
  grammar: Grammar,
  from: number,
  { last }: Range,
  gives: boolean,
): Parts | undefined {
  let at = from;
  let outlet = titleAt(scene, at);
  if (outlet !== undefined) at = outlet.last;
  let cue = from;
  if (WORDS.test(scene.words[at] ?? '')) cue = ++at;
  else if (gives) return undefined;
  const speaker = beforeTitle(scene, grammar.phraseAt(scene, at, Math.min(last, at + WINDOW)));
  if (speaker === undefined) return undefined;
  let end = speaker.last;
  outlet ??= outletAt(scene, grammar, end, last);
  if (outlet !== undefined) end = Math.max(end, outlet.last);
  return { speaker, outlet, cue, end };
}

/** A title in marks at `at`. */
function titleAt(scene: Scene, at: number): Range | undefined {
  const quote = quoteOpening(scene, at);
  return quote === undefined || quote.isSpeech ? undefined : { first: at, last: quote.last };
}

/** A title, or the kind of outlet with its title: «агентство „Дельта“». */
function outletAt(scene: Scene, grammar: Grammar, at: number, last: number): Range | undefined {
  const title = titleAt(scene, at);
  if (title !== undefined) return title;
  if (scene.document.tags[at] !== 'NOUN' && scene.document.tags[at] !== 'PROPN') return undefined;
  return grammar.phraseAt(scene, at, Math.min(last, at + WINDOW));
}

/** The speaker's phrase without a title that follows it: that is the outlet. */
function beforeTitle(scene: Scene, phrase: Range | undefined): Range | undefined {
  if (phrase === undefined) return undefined;
  for (let at = phrase.first + 1; at < phrase.last; at++) {
    if (titleAt(scene, at) === undefined) continue;
    const isOutlet = /^(?:агентств|газет|телеканал|канал|издани|журнал|портал|сайт|радио)/u;
    const last = isOutlet.test(scene.words[at - 1]!) ? at - 1 : at;
    return last > phrase.first ? { first: phrase.first, last } : undefined;
  }
  return phrase;
}

/** «„…“, — цитирует»: the quotation or the clause before the verb. */
function quotedBefore(scene: Scene, verb: number, unit: Range): Range[] | undefined {
  let at = verb - 1;
  if (isMark(scene, at, DASHES)) at--;
  if (isMark(scene, at, ',')) at--;
  if (at === verb - 1 || at <= unit.first) return undefined;
  const quote = scene.quotes[scene.quoteAt[at]!];
  if (quote?.last === at + 1 && quote.isSpeech) return [{ first: quote.first, last: quote.last }];
  const clause = { first: unit.first, last: at + 1 };
  return hasFinite(scene, clause) ? [clause] : undefined;
}

/** «… приводит слова министра: „…“». */
function quotedBehind(scene: Scene, end: number, unit: Range): Range[] | undefined {
  const quote = quoteOpening(scene, end);
  if (quote?.isSpeech) return [{ first: quote.first, last: quote.last }];
  return isMark(scene, end, ':') ? behindColon(scene, end, unit.last) : undefined;
}

/** The title before the verb, past what stands between. */
function outletBefore(scene: Scene, verb: number, unit: Range): Range | undefined {
  const quote = scene.quotes[scene.quoteAt[verb - 1] ?? -1];
  if (quote !== undefined && !quote.isSpeech && quote.first >= unit.first) return quote;
  let first = verb;
  while (first > unit.first && /^(?:PROPN|NOUN|ADJ)$/.test(scene.document.tags[first - 1]!))
    first--;
  return first < verb ? { first, last: verb } : undefined;
}

/** "Radio Faro supo por un funcionario que …", «„Радио“ стало известно от чиновника, что …». */
function learnedFrame(scene: Scene, grammar: Grammar, at: number, unit: Range): Draft | undefined {
  if (!FROM.test(scene.words[at + 1] ?? '')) return undefined;
  const last = Math.min(unit.last, at + WINDOW);
  const source = grammar.phraseAt(scene, at + 2, last);
  if (source === undefined) return undefined;
  for (let that = source.last; that < last; that++) {
    const first = grammar.clauseAt(scene, that);
    if (first === undefined) {
      if (scene.finite[that] === 1) return undefined;
      continue;
    }
    const content = { first, last: contentEnd(scene, grammar, first, unit.last, FREE) };
    const cue = { first: at, last: at + 2 };
    const through = outletBefore(scene, carrierBefore(scene, at, unit), unit);
    return { ...draftOf(source, through, cue, [content], at, that), aside: undefined };
  }
  return undefined;
}

const FREE = { isInserted: false, asides: [] };

/** Before "se", "ha" and «стало» of the verb. */
function carrierBefore({ words }: Scene, at: number, unit: Range): number {
  let first = at;
  while (first > unit.first && /^(?:se|ha|han|había|стало|уже)$/u.test(words[first - 1]!)) first--;
  return first;
}
