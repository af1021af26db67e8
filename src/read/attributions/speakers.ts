/**
 * Who is meant by a source. A name is looked up among the mentions; "the general" is the one person
 * whom the article calls so; a pronoun is the speaker or the subject that stands before it, where only
 * one fits. What is not certain stays unresolved: a wrong name does more harm than none.
 *
 * One pass in reading order; each look back goes over a bounded number of mentions.
 */
import type { Mention, Speaker } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import { holds, overlaps, tokenAt, tokenRange } from '../token-range.ts';
import type { StatedRole } from './roles.ts';
import type { PronounKind, Speech } from './speech.ts';

/** Characters of articles and adjectives before an office that is the head of its phrase. */
const OFFICE_LEAD = 24;
/** Mentions looked back over for a pronoun. */
const LOOK_BACK = 24;
/** Roles of one entity that are compared: bounds the work on a text that repeats one. */
const ROLES_KEPT = 64;

/** What speakers are looked up in. */
export interface Cast {
  readonly document: TaggedDocument;
  readonly mentions: readonly Mention[];
  readonly mentionSpans: readonly Span[];
  /** The stated roles of each entity, at most `ROLES_KEPT`. */
  readonly rolesOf: ReadonlyMap<string, readonly StatedRole[]>;
  /** For each office the entities that are called so, with where each is first. */
  readonly called: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly speech: Speech;
  /** For each entity the mention that names it most fully. */
  readonly fullest: ReadonlyMap<string, Mention>;
}

/** A speaker who was resolved before, and where. */
export interface Earlier {
  readonly speaker: Speaker;
  readonly at: number;
}

export function castOf(
  document: TaggedDocument,
  mentions: readonly Mention[],
  roles: readonly StatedRole[],
  speech: Speech,
): Cast {
  const fullest = new Map<string, Mention>();
  for (const mention of mentions) {
    const known = fullest.get(mention.entity);
    if (known === undefined || mention.text.length > known.text.length) {
      fullest.set(mention.entity, mention);
    }
  }
  return {
    document,
    mentions,
    mentionSpans: mentions.map(({ span }) => span),
    ...rolesByEntity(document, mentions, roles, speech),
    speech,
    fullest,
  };
}

function rolesByEntity(
  { tokens }: TaggedDocument,
  mentions: readonly Mention[],
  roles: readonly StatedRole[],
  speech: Speech,
): Pick<Cast, 'rolesOf' | 'called'> {
  const byEntity = new Map<string, StatedRole[]>();
  const called = new Map<string, Map<string, number>>();
  for (const role of roles) {
    const { entity } = mentions[role.mention]!;
    const own = byEntity.get(entity) ?? [];
    byEntity.set(entity, own);
    if (own.length < ROLES_KEPT) own.push(role);
    const [first, last] = tokenRange(tokens, role.span);
    for (const { lower } of tokens.slice(first, last)) {
      if (!speech.isOffice(lower)) continue;
      const entities = called.get(lower) ?? new Map<string, number>();
      called.set(lower, entities);
      if (!entities.has(entity)) entities.set(entity, role.span.begin);
    }
  }
  return { rolesOf: byEntity, called };
}

/** The speaker behind a source; `earlier` are those resolved before it, in reading order. */
export function speakerOf(cast: Cast, span: Span, earlier: readonly Earlier[]): Speaker {
  const { document, speech } = cast;
  const text = document.text.slice(span.begin, span.end);
  if (speech.isRelative(text)) {
    const antecedent = antecedentOf(cast, span);
    if (antecedent !== undefined)
      return namedSpeaker(cast, antecedent.span, antecedent.text, antecedent);
  }
  const pronoun = speech.pronoun(text.trim());
  if (pronoun !== undefined) {
    return speakerFrom(span, text, 'pronoun', resolvePronoun(cast, span, pronoun, earlier));
  }
  const named = namedIn(cast, span);
  if (named !== undefined) return namedSpeaker(cast, span, text, named);
  return describedSpeaker(cast, span, text);
}

/** "Canal Ocho Norte, a local station, which later admitted": the name before, in the same sentence. */
function antecedentOf(cast: Cast, span: Span): Mention | undefined {
  const { mentions, mentionSpans, document } = cast;
  const sentence = document.tokens[tokenAt(document.tokens, span.begin)]?.sentence;
  const end = tokenAt(mentionSpans, span.begin);
  for (let at = end - 1; at >= 0 && end - at <= LOOK_BACK; at--) {
    const mention = mentions[at]!;
    if (document.tokens[tokenAt(document.tokens, mention.span.begin)]?.sentence !== sentence) break;
    if (mention.kind === 'person' || mention.kind === 'organisation') return mention;
  }
  return undefined;
}

/** The speaker of a verb without a subject: whoever spoke last in this or the previous paragraph. */
export function impliedSpeaker(
  cast: Cast,
  cue: Span,
  earlier: readonly Earlier[],
): Speaker | undefined {
  const here = paragraphAt(cast, cue.begin);
  const text = cast.document.text.slice(cue.begin, cue.end);
  const last = earlier.at(-1);
  const subject = lastSubject(cast, cue, here, undefined);
  if (subject !== undefined && (last === undefined || subject.span.begin > last.at)) {
    return speakerFrom(cue, text, 'unstated', mentionOf(cast, subject.entity));
  }
  if (last?.speaker.entity === undefined || here - paragraphAt(cast, last.at) > 1) return undefined;
  return speakerFrom(cue, text, 'unstated', mentionOf(cast, last.speaker.entity));
}

function speakerFrom(
  span: Span,
  text: string,
  form: Speaker['form'],
  mention: Mention | undefined,
): Speaker {
  return {
    span,
    text,
    form,
    entity: mention?.entity,
    name: mention?.name,
    namedAt: mention === undefined || holds(span, mention.span) ? undefined : mention.span,
  };
}

const mentionOf = ({ fullest }: Cast, entity: string): Mention | undefined => fullest.get(entity);

function namedSpeaker(cast: Cast, span: Span, text: string, named: Mention): Speaker {
  const full = mentionOf(cast, named.entity) ?? named;
  const elsewhere = full.text !== named.text && !holds(span, full.span);
  return {
    span,
    text,
    form: 'named',
    entity: named.entity,
    name: named.name,
    namedAt: elsewhere ? full.span : undefined,
  };
}

function mentionsIn({ mentions, mentionSpans }: Cast, span: Span): Mention[] {
  const found: Mention[] = [];
  for (let at = tokenAt(mentionSpans, span.begin); at < mentions.length; at++) {
    if (mentionSpans[at]!.begin >= span.end) break;
    found.push(mentions[at]!);
  }
  return found;
}

/** The person, organisation or state that a source names, not merely one that it is of. */
function namedIn(cast: Cast, span: Span): Mention | undefined {
  const inside = mentionsIn(cast, span);
  const person = inside.find(({ kind }) => kind === 'person');
  if (person !== undefined) return person;
  const head = headOf(cast, span);
  return inside.find(
    (mention) =>
      (mention.kind === 'organisation' || mention.kind === 'state' || mention.kind === 'place') &&
      mention.form !== 'demonym' &&
      isHead(cast, head, mention.span),
  );
}

/** The source up to the apposition. */
function headOf({ document }: Cast, span: Span): Span {
  const comma = document.text.slice(span.begin, span.end).search(/[,(]/u);
  return comma <= 0 ? span : { begin: span.begin, end: span.begin + comma };
}

/** Whether nothing but articles and the kind of outlet stands in the head besides the name. */
function isHead({ document, speech }: Cast, head: Span, name: Span): boolean {
  if (!overlaps(head, name)) return false;
  const [first, last] = tokenRange(document.tokens, head);
  for (let at = first; at < last; at++) {
    const token = document.tokens[at]!;
    if (overlaps(token, name) || token.kind === 'mark') continue;
    const plain =
      speech.isDeterminer(token.lower) ||
      speech.isOutletHead(token.lower) ||
      document.tags[at] === 'ADJ' ||
      /^['’]s?$/u.test(token.lower);
    // A name with more words beside it is what they are of: "CIA officers", "посол России".
    if (!plain) return false;
  }
  return true;
}

/** "The general": the one person of the article who is called so; else the office that is named. */
function describedSpeaker(cast: Cast, span: Span, text: string): Speaker {
  const { document, speech } = cast;
  const [first, last] = tokenRange(document.tokens, headOf(cast, span));
  const offices = document.tokens
    .slice(first, last)
    .filter(({ lower }) => speech.isOffice(lower))
    .map(({ lower }) => lower);
  const isDefinite =
    document.language === 'ru' || /^(?:the|el|la|el|this|este|esta)\s/iu.test(text);
  const person =
    offices.length === 0 || !isDefinite ? undefined : calledSo(cast, span, offices.at(0)!);
  if (person !== undefined) return speakerFrom(span, text, 'described', person);
  // An office that the article ties to a state is one person's at a time; "a spokeswoman" is anybody.
  const office = mentionsIn(cast, span).find(
    ({ kind, state, span: own }) =>
      kind === 'office' &&
      state !== undefined &&
      isDefinite &&
      own.begin <= span.begin + OFFICE_LEAD,
  );
  return speakerFrom(span, text, 'described', office);
}

/** The only person before the source with this office among the words of a role. */
function calledSo(cast: Cast, span: Span, office: string): Mention | undefined {
  let only: string | undefined;
  for (const [entity, begin] of cast.called.get(office) ?? []) {
    if (begin >= span.begin) continue;
    if (only !== undefined) return undefined;
    only = entity;
  }
  return only === undefined ? undefined : mentionOf(cast, only);
}

function resolvePronoun(
  cast: Cast,
  span: Span,
  kind: PronounKind,
  earlier: readonly Earlier[],
): Mention | undefined {
  if (kind !== 'man' && kind !== 'woman') return undefined;
  const here = paragraphAt(cast, span.begin);
  const last = earlier.at(-1);
  // A speaker goes on speaking: the nearest source, if nobody else was named as a subject since.
  const subject = lastSubject(cast, span, here, kind);
  const speaking =
    last !== undefined && here - paragraphAt(cast, last.at) <= 1 ? last.speaker.entity : undefined;
  if (subject !== undefined) return mentionOf(cast, subject.entity);
  return speaking?.startsWith('person:') && fits(cast, speaking, kind)
    ? mentionOf(cast, speaking)
    : undefined;
}

/**
 * The person who stands first in the nearest sentence before the pronoun that names one, in this
 * paragraph or the one before. Two in one sentence: the one before its verb, if only one is.
 */
function lastSubject(
  cast: Cast,
  span: Span,
  paragraph: number,
  kind: PronounKind | undefined,
): Mention | undefined {
  const { document, mentions, mentionSpans } = cast;
  const end = tokenAt(mentionSpans, span.begin);
  let sentence = -1;
  const group: Mention[] = [];
  for (let at = end - 1; at >= 0 && end - at <= LOOK_BACK; at--) {
    const mention = mentions[at]!;
    if (mention.kind !== 'person') continue;
    const token = document.tokens[tokenAt(document.tokens, mention.span.begin)]!;
    if (paragraph - document.sentences[token.sentence]!.paragraph > 1) break;
    if (group.length > 0 && token.sentence !== sentence) break;
    sentence = token.sentence;
    if (fits(cast, mention.entity, kind)) group.unshift(mention);
  }
  const persons = new Set(group.map(({ entity }) => entity));
  if (persons.size <= 1) return group[0];
  const verb = verbIn(document, document.sentences[sentence]!);
  const before = group.filter(({ span: own }) => verb !== undefined && own.end <= verb.begin);
  return new Set(before.map(({ entity }) => entity)).size === 1 ? before[0] : undefined;
}

function verbIn(
  { tokens, tags }: TaggedDocument,
  { first, last }: { readonly first: number; readonly last: number },
): Span | undefined {
  for (let at = first; at < last; at++) if (tags[at] === 'VERB') return tokens[at];
  return undefined;
}

/** Whether a name may be a man's or a woman's, as far as its ending tells. */
function fits({ fullest }: Cast, entity: string, kind: PronounKind | undefined): boolean {
  if (kind === undefined) return true;
  const name = fullest.get(entity)?.name ?? '';
  const gender = genderOf(name);
  return gender === undefined || gender === kind;
}

const MEN_IN_A = /^(?:никита|илья|лука|фома|кузьма|савва|joshua|luca|nikita|ilya|andrea)$/iu;

/** By Russian surnames, and given names in -a; all else is not told. */
function genderOf(name: string): 'man' | 'woman' | undefined {
  const words = name.split(/\s+/u);
  const given = words[0] ?? '';
  const family = words.at(-1) ?? '';
  if (words.length > 1 && /(?:ова|ева|ина|ская|цкая|ova|eva|skaya)$/iu.test(family)) return 'woman';
  if (words.length > 1 && /(?:ов|ев|ин|ский|цкий)$/iu.test(family)) return 'man';
  if (words.length > 1 && /[aа]$/iu.test(given)) return MEN_IN_A.test(given) ? 'man' : 'woman';
  return undefined;
}

function paragraphAt({ document }: Cast, offset: number): number {
  const token =
    document.tokens[Math.min(tokenAt(document.tokens, offset), document.tokens.length - 1)];
  return token === undefined ? 0 : document.sentences[token.sentence]!.paragraph;
}
