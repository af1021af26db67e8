/**
 * Through whom a statement reached the article: "told CNN", "in an interview with El País", "told the
 * paper". The statement inside another's content, and the cited source, are told apart in complete.ts
 * and cited.ts.
 */
import type { Mention, Speaker } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import { fold } from '../../text/transliterate.ts';
import { overlaps, tokenAt } from '../token-range.ts';
import type { Cast, Earlier } from './speakers.ts';
import type { Speech } from './speech.ts';

/** Words between a relay's preposition and its name: "with the daily El País". */
const GAP = 4;
/** Speakers looked back over for "the paper". */
const RECENT = 6;

/** Without the article, which a name is printed with or without. */
const bareName = (name: string): string => fold(name).replace(/^(?:the|el|la) /u, '');

/** What is told by whom, as far as it stands in the text. */
interface Told {
  readonly content: readonly Span[];
  readonly source: Span | undefined;
  readonly cue: Span | undefined;
}

/** The relays of a sentence, outside of what is taken, in their order. */
export function relaysIn(
  cast: Cast,
  sentence: Span & { readonly first: number; readonly last: number },
  { content, source, cue }: Told,
  earlier: readonly Earlier[],
): Speaker[] {
  const taken = source === undefined ? content : [...content, source];
  const isFree = (span: Span): boolean => taken.every((one) => !overlaps(one, span));
  const { mentions, mentionSpans } = cast;
  const relays: Speaker[] = [];
  for (let at = tokenAt(mentionSpans, sentence.begin); at < mentions.length; at++) {
    const mention = mentions[at]!;
    if (mention.span.begin >= sentence.end) break;
    const own = bareName(mention.name) === bareName(cast.document.outlet);
    if (own || !isOutlet(cast, mention)) continue;
    const name = tokenAt(cast.document.tokens, mention.span.begin);
    const hands = handsOn(cast, name, cue);
    // "officials quoted by the Courier": the relay stands inside the source.
    const isCited =
      hands !== undefined && (isPublishing(cast, hands) || isInSource(cast, mention.span, source));
    if (hands !== undefined && (isCited || isFree(mention.span))) relays.push(relayOf(mention));
  }
  if (relays.length > 0) return relays;
  const known = theOutlet(cast, sentence, isFree, earlier);
  return known === undefined ? [] : [known];
}

/** "an official who spoke to the Courier": the relay stands in the source, behind its noun. */
function isInSource({ document }: Cast, { begin, end }: Span, source: Span | undefined): boolean {
  if (source === undefined || begin < source.begin || end > source.end) return false;
  const words = document.text.slice(source.begin, begin);
  return /\b(?:who|que|quien)\b|котор/u.test(words);
}

function relayOf({ span, text, entity, name }: Mention): Speaker {
  return { span, text, form: 'named', entity, name, namedAt: undefined };
}

/** An organisation before which, not through which, one speaks is none: "told a Senate panel". */
function isOutlet({ document, speech }: Cast, { kind, span }: Mention): boolean {
  const { tokens } = document;
  const head = tokens[tokenAt(tokens, span.begin)];
  const before = tokens[tokenAt(tokens, span.begin) - 1];
  const isCalled = [head, before].some(
    (one) => one !== undefined && speech.isOutletHead(one.lower),
  );
  if (kind !== 'organisation' && kind !== 'other' && !(kind === 'place' && isCalled)) return false;
  const isOneWord = head?.end === span.end;
  for (let at = tokenAt(tokens, span.begin); at < tokens.length; at++) {
    const token = tokens[at]!;
    const behind = token.begin >= span.end;
    // "wrote on Telegram": a platform is where, not through whom.
    const isPlatform = !behind && isOneWord && speech.isVenue(token.lower) && !isCalled;
    if (speech.isBody(token.lower) || isPlatform || (behind && speech.isVenue(token.lower)))
      return false;
    if (behind) break;
  }
  return true;
}

/** The place of the word by which something is handed to the name at `name`, if any. */
function handsOn(
  { document, speech }: Cast,
  name: number,
  cue: Span | undefined,
): number | undefined {
  const { tokens, tags, lemmas } = document;
  let isCalled = false;
  for (let at = name - 1; at >= 0 && name - at <= GAP; at--) {
    const token = tokens[at]!;
    if (token.sentence !== tokens[name]!.sentence) return undefined;
    if (/^[«"“‘]$/u.test(token.text)) continue;
    if (token.kind === 'mark') return undefined;
    if (speech.isTeller(token.lower) || speech.isTeller(lemmas[at]!)) return at;
    if (isDativeOutlet(document, at, speech) || isCiter(document, at)) return at;
    if (speech.language === 'ru' && speech.isPublished(token.lower)) return at;
    if (speech.isRelayWord(token.lower)) {
      const isTold = isSpeech(document, at, speech) || followsCue(document, at, cue);
      // "dijo una fuente al diario El Faro": the kind of outlet tells who is told.
      const isAddressed = speech.language === 'es' && isCalled && /^al?$/u.test(token.lower);
      return isTold || isAddressed ? at : undefined;
    }
    const isHead = speech.isOutletHead(token.lower);
    isCalled ||= isHead;
    if (speech.isDeterminer(token.lower) || isHead) continue;
    // "the state broadcaster NRT".
    if (isCalled && tags[at] === 'NOUN') continue;
    // "In an interview with", but in Russian without a preposition: «в интервью „Радио“».
    if (speech.language === 'ru' && isTalk(token.lower)) return at;
    if (tags[at] !== 'ADJ') return undefined;
  }
  return undefined;
}

/** «которого цитирует X», "a quien cita X": X hands on what the one before says. */
function isCiter({ tokens }: Cast['document'], at: number): boolean {
  const verb = tokens[at]!.lower;
  const before = tokens[at - 1]?.lower ?? '';
  if (/^(?:цитир|процитир|привод|приве)/u.test(verb)) {
    return /^котор(?:ого|ую|ых|ой)$/u.test(before);
  }
  const led = tokens[at - 2]?.lower ?? '';
  return /^cit(?:a|an|ó|aron)$/u.test(verb) && /^quien/u.test(before) && led === 'a';
}

/** «сказал источник газете „Новое время“»: the kind of outlet in the dative, behind no preposition. */
function isDativeOutlet({ tokens, tags, cases }: Cast['document'], at: number, speech: Speech) {
  if (speech.language !== 'ru' || !/^(?:Dat|Loc)$/.test(cases?.[at] ?? '')) return false;
  return speech.isOutletHead(tokens[at]!.lower) && tags[at - 1] !== 'ADP';
}

/** Whether a preposition stands behind the cue, past adverbs: "later told", "dijo más tarde a". */
function followsCue(
  { tokens, tags }: Cast['document'],
  at: number,
  cue: Span | undefined,
): boolean {
  if (cue === undefined || !/^(?:a|al|to|with|con|on)$/u.test(tokens[at]!.lower)) return false;
  let before = at - 1;
  while (before > 0 && at - before <= GAP && tags[before] === 'ADV') before--;
  return tokens[before] !== undefined && overlaps(tokens[before]!, cue);
}

/** «в комментарии „Дельте“», «корреспонденту „Дельты“»: what is given to an outlet. */
const isTalk = (word: string): boolean =>
  /^(?:интервью|комментари[ийея]|эфире|корреспондент(?:у|ом|ам|ами)|журналист(?:у|ом|ам|ами)|подкасте)$/u.test(
    word,
  );

/** "published by", "quoted by", "citadas por". */
function isPublishing({ document, speech }: Cast, at: number): boolean {
  const { tokens } = document;
  if (!/^(?:by|por)$/u.test(tokens[at]!.lower)) return false;
  const before = tokens[at - 1]?.lower ?? '';
  return speech.isCiting(before) || speech.isPublished(before);
}

/** Whether a preposition belongs to speech: "interview with", "quoted by", "dijo a". */
function isSpeech({ tokens, lemmas }: Cast['document'], at: number, speech: Speech): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  return (
    speech.isVenue(before.lower) ||
    speech.isTeller(before.lower) ||
    speech.isTeller(lemmas[at - 1]!) ||
    // "Quoted by", but not "citing": whom one cites is the source, not the relay.
    ((speech.isCiting(before.lower) || speech.isPublished(before.lower)) &&
      /^(?:by|por)$/u.test(tokens[at]!.lower))
  );
}

/** "told the paper", «сказал газете»: the outlet that was last heard of. */
function theOutlet(
  { document, speech }: Cast,
  { first, last }: { readonly first: number; readonly last: number },
  isFree: (span: Span) => boolean,
  earlier: readonly Earlier[],
): Speaker | undefined {
  const { tokens, lemmas } = document;
  for (let at = first + 1; at < last; at++) {
    const token = tokens[at]!;
    if (token.capital || !speech.isOutletHead(token.lower) || !isFree(token)) continue;
    const named = tokens[at + 1];
    if (named?.capital === true || /^[«"“]$/u.test(named?.text ?? '')) continue;
    const before = [at - 1, at - 2, at - 3, at - 4, at - 5].filter((one) => one >= first);
    const told = before.some(
      (one) => speech.isTeller(tokens[one]!.lower) || speech.isTeller(lemmas[one]!),
    );
    const recent = earlier.slice(-RECENT).reverse();
    const outlet = recent.find(({ speaker }) => speaker.entity?.startsWith('organisation:'));
    if (!told || outlet === undefined) continue;
    const { entity, name, span } = outlet.speaker;
    const own = { begin: token.begin, end: token.end };
    return { span: own, text: token.text, form: 'described', entity, name, namedAt: span };
  }
  return undefined;
}
