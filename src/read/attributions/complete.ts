/**
 * From what the finders hand over to statements: who is meant, in what role, at what venue and when,
 * through whom, and with what stance of the reporter. One pass in reading order; linear but for a
 * bounded look back.
 */
import type {
  Attribution,
  CuePolarity,
  DateMention,
  Mention,
  Role,
  Speaker,
} from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import { holds, overlaps, tokenAt } from '../token-range.ts';
import { type CitedAttribution, withCited } from './cited.ts';
import type { FoundAttribution } from './found.ts';
import { openPolarity } from './polarity.ts';
import { relaysIn } from './relays.ts';
import { rolesOf, type StatedRole } from './roles.ts';
import { type Frame, utteredIn, venueIn } from './setting.ts';
import { type Cast, castOf, type Earlier, impliedSpeaker, speakerOf } from './speakers.ts';
import { openSpeech, type Speech } from './speech.ts';

export type CompleteAttributions = (
  document: TaggedDocument,
  found: readonly FoundAttribution[],
  mentions: readonly Mention[],
  dates: readonly DateMention[],
) => Attribution[];

interface Opened {
  readonly speech: Speech;
  readonly polarityOf: (lemma: string, cue: string) => CuePolarity;
}

/** The completion for all languages; the lists of one are read when it is first met. */
export function openCompletion(lexicon: LexiconSource): CompleteAttributions {
  const opened = new Map<string, Opened>();
  return (document, found, mentions, dates) => {
    let lists = opened.get(document.language);
    if (lists === undefined) {
      const speech = openSpeech(lexicon, document.language);
      lists = { speech, polarityOf: openPolarity(lexicon, speech) };
      opened.set(document.language, lists);
    }
    return completeAll({ document, found, mentions, dates, ...lists });
  };
}

interface Task extends Opened {
  readonly document: TaggedDocument;
  readonly found: readonly FoundAttribution[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
}

function completeAll(task: Task): Attribution[] {
  const { document, mentions, dates, speech } = task;
  const dateSpans = dates.map(({ span }) => span);
  const roles = rolesOf(document, mentions, dateSpans, speech);
  const cast = castOf(document, mentions, roles, speech);
  const sorted = [...task.found].sort((a, b) => beginOf(a) - beginOf(b) || endOf(b) - endOf(a));
  const found = withCited(document, sorted, speech).map((one) =>
    withoutDate(datedSource(one, dateSpans), dateSpans),
  );
  const earlier: Earlier[] = [];
  const done: Attribution[] = [];
  const within = enclosing(found);
  for (const [at, one] of found.entries()) {
    const anchor = one.cue ?? one.source ?? one.content[0]!;
    const source = speakerOfOne(cast, one, earlier);
    const sentence = sentenceOf(document, anchor) ?? document.sentences[0]!;
    const role = source && roleFor(cast, source, anchor);
    const outer = within[at] === undefined ? undefined : done[within[at]];
    const frame: Frame = {
      sentence,
      dateSpans,
      taken: takenBy(one, role),
      bounds: outer?.content ?? [sentence],
      otherCues: cuesNear(found, at).filter((cue) => holds(sentence, cue)),
    };
    const venue = venueIn(document, frame, dates, speech);
    const citing = one.citedBy === undefined ? undefined : done[one.citedBy];
    const via = citing === undefined ? relaysOf(cast, one, sentence, earlier) : chainOf(citing);
    done.push({
      source,
      cue: one.cue && {
        span: one.cue,
        text: textOf(document, one.cue),
        lemma: one.cueLemma,
        polarity: task.polarityOf(one.cueLemma, textOf(document, one.cue)),
      },
      content: one.content,
      mode: one.mode,
      role,
      venue,
      uttered: utteredIn(document, frame, anchor, dates, speech),
      via: [...chainOf(outer), ...withoutTwice(via, source)],
      within: within[at],
    });
    if (source?.entity !== undefined) earlier.push({ speaker: source, at: anchor.begin });
  }
  return done;
}

/** What says neither where nor when: the content, the speaker, the role, "in the view of". */
function takenBy({ content, source, cue, accordingTo }: FoundAttribution, role?: Role): Span[] {
  const own = [source, role?.span, accordingTo ? cue : undefined];
  return [...content, ...own.filter((span) => span !== undefined)];
}

/** Through whom: whom its cue names, else whom the sentence does. */
function relaysOf(
  cast: Cast,
  one: FoundAttribution,
  sentence: TaggedDocument['sentences'][number],
  earlier: readonly Earlier[],
): Speaker[] {
  if (one.through !== undefined) return [speakerOf(cast, one.through, earlier)];
  return relaysIn(cast, sentence, one, earlier);
}

/** "wrote last month that …": a date between cue and content is the statement's, not what is stated. */
function withoutDate(one: CitedAttribution, dates: readonly Span[]): CitedAttribution {
  const [first, ...rest] = one.content;
  if (one.cue === undefined || first === undefined || first.begin <= one.cue.end) return one;
  const date = dates[tokenAt(dates, first.begin)];
  if (date?.begin !== first.begin || date.end + 1 >= first.end) return one;
  return { ...one, content: [{ begin: date.end + 1, end: first.end }, ...rest] };
}

/** «Накануне Берг»: a date before the name is the statement's, not the speaker's. */
function datedSource(one: CitedAttribution, dates: readonly Span[]): CitedAttribution {
  const { source } = one;
  const date = source && dates[tokenAt(dates, source.begin)];
  if (date?.begin !== source?.begin || source === undefined || date === undefined) return one;
  return date.end + 1 < source.end
    ? { ...one, source: { begin: date.end + 1, end: source.end } }
    : one;
}

/** The cues of the statements beside one in reading order: those that may lie between it and a date. */
function cuesNear(found: readonly FoundAttribution[], at: number): Span[] {
  const near = [at - 2, at - 1, at + 1, at + 2].map((one) => found[one]?.cue);
  const own = found[at]!.cue;
  return near.filter(
    (cue) => cue !== undefined && (own === undefined || !overlaps(cue, own)),
  ) as Span[];
}

const textOf = ({ text }: TaggedDocument, { begin, end }: Span): string => text.slice(begin, end);

function beginOf({ content, cue, source }: FoundAttribution): number {
  return Math.min(content[0]!.begin, cue?.begin ?? Infinity, source?.begin ?? Infinity);
}

/** The end of what is stated: of two that begin alike, the longer one may hold the other. */
const endOf = ({ content }: FoundAttribution): number => content.at(-1)!.end;

function speakerOfOne(
  cast: Cast,
  { source, cue, accordingTo }: FoundAttribution,
  earlier: readonly Earlier[],
): Speaker | undefined {
  if (source !== undefined) return speakerOf(cast, source, earlier);
  if (cue === undefined || accordingTo || !cast.speech.implicitSubjects) return undefined;
  return impliedSpeaker(cast, cue, earlier);
}

function sentenceOf(
  { tokens, sentences }: TaggedDocument,
  { begin }: Span,
): TaggedDocument['sentences'][number] | undefined {
  const token = tokens[tokenAt(tokens, begin)];
  return token && sentences[token.sentence];
}

/** A statement told inside another's content came through that one's speaker, and those before. */
function chainOf(outer: Attribution | undefined): Speaker[] {
  if (outer?.source === undefined) return [];
  return [...outer.via, outer.source];
}

function withoutTwice(via: readonly Speaker[], source: Speaker | undefined): Speaker[] {
  const seen = new Set<string>();
  return via.filter(({ span, entity }) => {
    if (source !== undefined && (overlaps(span, source.span) || entity === source.entity)) {
      return entity === undefined && !overlaps(span, source.span);
    }
    const key = entity ?? `${span.begin}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/**
 * For each the innermost earlier one whose content holds its cue and source: a stack, since spans in
 * reading order nest.
 */
function enclosing(found: readonly FoundAttribution[]): (number | undefined)[] {
  const open: number[] = [];
  return found.map((one, at) => {
    const inner = [one.cue, one.source].filter((span) => span !== undefined);
    while (open.length > 0 && !holdsAll(found[open.at(-1)!]!, inner)) open.pop();
    const outer = inner.length === 0 ? undefined : open.at(-1);
    open.push(at);
    return outer;
  });
}

const holdsAll = ({ content }: FoundAttribution, inner: readonly Span[]): boolean =>
  inner.every((span) => content.some((piece) => holds(piece, span)));

/** An apposition or title near the source, else the fullest elsewhere in the article. */
function roleFor({ rolesOf: known }: Cast, source: Speaker, near: Span): Role | undefined {
  if (source.entity === undefined) return undefined;
  const own = known.get(source.entity) ?? [];
  const best = own.reduce<StatedRole | undefined>(
    (one, role) => (one === undefined || weigh(role, near) > weigh(one, near) ? role : one),
    undefined,
  );
  return best && { span: best.span, text: best.text, former: best.former };
}

/** Characters within which a role counts as said of this statement. */
const NEAR = 240;

/** An apposition counts before a title, a near one before a far one, a long one before a short one. */
function weigh({ kind, span, text }: StatedRole, near: Span): number {
  const distance = Math.max(near.begin - span.end, span.begin - near.end, 0);
  const full = kind === 'apposition' || text.includes(' ') ? 2 : 0;
  return full + (distance < NEAR ? 1 : 0) + text.length / 1000;
}
