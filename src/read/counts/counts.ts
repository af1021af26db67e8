/**
 * How many of one state are in another, as an article states it: numbers of diplomats, staff and
 * posts, what came, was expelled or is allowed, and growth without a number. Rules over lists of
 * words of our own; every step looks at a bounded number of words, so that the whole is linear.
 *
 * Only counts enter: a span that would hold a person's name is cut, and a count that is nothing but
 * one is dropped.
 */
import type {
  Attribution,
  DateMention,
  EventStatus,
  Mention,
  PresenceCount,
  ReadLanguage,
} from '../../domain/reading.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import { asOfDraft } from './as-of.ts';
import { bareDrafts } from './bare.ts';
import {
  type CountClass,
  type CountLexicon,
  type CountMarks,
  openCountLexicon,
} from './count-lexicon.ts';
import { directionDrafts } from './directions.ts';
import type { Context, Draft } from './drafts.ts';
import { missionsOf } from './missions.ts';
import { numberedDrafts } from './numbered.ts';
import { type Page, pageOf } from './page.ts';
import { type StaffPhrase, staffPhrases } from './staff.ts';
import { isDenied, openTold, statusOf } from './status.ts';
import { wholeDrafts } from './whole-staff.ts';

/** The counts of a document, in reading order; `asOf` and `told` are places in what is handed in. */
export type ReadCounts = (
  document: TaggedDocument,
  mentions: readonly Mention[],
  dates: readonly DateMention[],
  attributions: readonly Attribution[],
) => PresenceCount[];

/** The reader for all languages; the lists of one are read when it is first met. */
export function openCounts(lexicon: LexiconSource): ReadCounts {
  const opened = new Map<ReadLanguage, CountLexicon>();
  return (document, mentions, dates, attributions) => {
    const { language } = document;
    const lists = opened.get(language) ?? openCountLexicon(lexicon, language);
    opened.set(language, lists);
    const marks = lists.find(document);
    if (!hasPresence(marks)) return [];
    const page = pageOf(document, marks, mentions, dates, lists);
    return finish(page, draftsOf(page), dates, attributions);
  };
}

/** Words without which no text counts a presence. */
const PRESENCE: ReadonlySet<CountClass> = new Set([
  ...(['diplomat', 'official', 'agent', 'soldier', 'adviser', 'presence', 'expel'] as const),
  ...(['embassy', 'consulate', 'mission', 'diplomatic', 'accredited'] as const),
]);
const hasPresence = ({ hits }: CountMarks): boolean => hits.some(({ kind }) => PRESENCE.has(kind));

interface Step {
  readonly at: number;
  readonly take: () => readonly Draft[];
}

/** What the text holds, met in reading order: each step sees the counts before it. */
function draftsOf(page: Page): Draft[] {
  const missions = missionsOf(page);
  const phrases = staffPhrases(page, missions);
  const drafts: Draft[] = [];
  const senders = new Set<string>();
  const context: Context = { page, missions, drafts, senders };
  const held = new Set(phrases.flatMap(({ number, total }) => [number, total]));
  const steps: Step[] = phrases.map((phrase) => ({
    at: phrase.first,
    take: () => phraseDrafts(context, phrase, phrases),
  }));
  for (const number of page.numbers) {
    if (held.has(number)) continue;
    steps.push({ at: number.first, take: () => bareDrafts(context, number, phrases) });
  }
  steps.sort((a, b) => a.at - b.at);
  for (const { take } of steps) {
    for (const draft of take()) {
      drafts.push(draft);
      if (draft.parties.sender !== undefined) senders.add(draft.parties.sender.state);
    }
  }
  const shown = [...drafts, ...directionDrafts(context, phrases)].filter((draft) => draft.shown);
  return shown.sort((a, b) => a.first - b.first);
}

/** A phrase's own counts; of "nine people" those of the staff that the sentence names. */
function phraseDrafts(
  context: Context,
  phrase: StaffPhrase,
  phrases: readonly StaffPhrase[],
): readonly Draft[] {
  const own = numberedDrafts(context, phrase);
  if (own.length > 0 || !phrase.anybody || phrase.number === undefined) return own;
  return wholeDrafts(context, phrase.number, phrases);
}

function finish(
  page: Page,
  drafts: readonly Draft[],
  dates: readonly DateMention[],
  attributions: readonly Attribution[],
): PresenceCount[] {
  const toldAt = openTold(attributions);
  return drafts.flatMap((draft) => {
    const { tokens, text } = page.document;
    const [first, last] = withoutPersons(page, draft);
    if (page.isPerson(first)) return [];
    const span = { begin: tokens[first]!.begin, end: tokens[last - 1]!.end };
    const told = toldAt(span);
    const { measure, number, unit, scope, parties } = draft;
    return {
      ...{ span, text: text.slice(span.begin, span.end), measure, number, unit, scope },
      sender: parties.sender?.party,
      host: parties.host?.state === parties.sender?.state ? undefined : parties.host?.party,
      asOf: asOfDraft(page, draft, dates),
      status: isDenied(attributions, told) ? 'negated' : statusOfDraft(page, draft),
      told,
    };
  });
}

function statusOfDraft(page: Page, { deed, certain, measure }: Draft): EventStatus {
  return deed === undefined || certain ? 'happened' : statusOf(page, deed, measure);
}

/** The tokens of a count without persons before it, up to the first behind that names one. */
function withoutPersons(page: Page, { first, last }: Draft): [number, number] {
  let from = first;
  while (from < last - 1 && page.isPerson(from)) from++;
  let to = from + 1;
  while (to < last && !page.isPerson(to)) to++;
  return [from, to];
}
