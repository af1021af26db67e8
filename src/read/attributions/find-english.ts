/**
 * Attributions in English texts, by rules over parts of speech and a lexicon of cues: direct speech
 * first, then verbs with their contents, passives, origins and speakers before a colon.
 */
import type { LexiconSource } from '../lexicon-source.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import { findAsked } from './english/asked.ts';
import { openCueWords } from './english/cue-words.ts';
import { type Draft, foundOf } from './english/draft.ts';
import { findHearsay } from './english/hearsay.ts';
import { findByVerb } from './english/indirect.ts';
import { withLeftQuotes } from './english/left-quotes.ts';
import { findByNoun } from './english/nouns.ts';
import { findOrigins } from './english/origins.ts';
import { type Page, pageOf } from './english/page.ts';
import { findPassive } from './english/passives.ts';
import { findDirectSpeech } from './english/quotations.ts';
import { findHanded, isHandedOn } from './english/quoted-as.ts';
import { findState } from './english/states.ts';
import { openSubjects, type Subjects } from './english/subjects.ts';
import { findTurns } from './english/turns.ts';
import type { FoundAttribution } from './found.ts';

/** A finder of attributions; what it finds is ordered by where it begins. Linear in the text. */
export function openEnglishAttributions(
  lexicon: LexiconSource,
): (doc: TaggedDocument) => FoundAttribution[] {
  const words = openCueWords(lexicon);
  return (doc) => {
    const page = pageOf(doc, words);
    const subjectOf = openSubjects(page);
    const direct = findDirectSpeech(page, subjectOf);
    const used = new Set(direct.used);
    const drafts = [...direct.drafts, ...findOrigins(page), ...findTurns(page)];
    const nominal = findByWords(page, used, subjectOf);
    for (const draft of findByGroups(page, used, subjectOf)) drafts.push(draft);
    const begun = new Set(drafts.map(({ content }) => content[0]!.first));
    for (const draft of nominal) if (!begun.has(draft.content[0]!.first)) drafts.push(draft);
    const found = withLeftQuotes(page, drafts, subjectOf).map((draft) => foundOf(page, draft));
    return found.sort((a, b) => beginOf(a) - beginOf(b));
  };
}

/** By nouns and adverbs; verbs that only carry a noun are then `used`. */
function findByWords(page: Page, used: Set<number>, subjectOf: Subjects): Draft[] {
  const { doc, words } = page;
  const drafts: Draft[] = [];
  for (const [at, tag] of doc.tags.entries()) {
    if (page.quoted[at]! >= 0 || (tag !== 'NOUN' && tag !== 'ADV')) continue;
    const { lower } = doc.tokens[at]!;
    if (tag === 'ADV') {
      const hearsay = words.hearsay.has(lower) ? findHearsay(page, at, subjectOf) : undefined;
      if (hearsay !== undefined) drafts.push(hearsay);
      continue;
    }
    const entry = words.nouns.get(lower);
    const found = entry === undefined ? undefined : findByNoun(page, at, entry, subjectOf);
    if (found === undefined) continue;
    if (found.carrier !== undefined) used.add(found.carrier);
    drafts.push(found.draft);
  }
  return drafts;
}

/** By verb groups that are not `used`. */
function* findByGroups(
  page: Page,
  used: ReadonlySet<number>,
  subjectOf: Subjects,
): Generator<Draft> {
  for (const [place, group] of page.groups.entries()) {
    if (used.has(place) || opensSetting(page, place) || isHandedOn(page, place)) continue;
    const state = findState(page, place, subjectOf);
    if (state !== undefined) yield state;
    if (state !== undefined || group.verb === undefined) continue;
    const draft =
      findHanded(page, place, subjectOf) ??
      findPassive(page, place, subjectOf) ??
      findAsked(page, place) ??
      findByVerb(page, place, subjectOf);
    if (draft !== undefined) yield draft;
  }
}

/** "Writing on her channel, X said": where it was said, no statement of its own. */
function opensSetting({ doc, groups }: Page, place: number): boolean {
  const { head, first, last, sentence } = groups[place]!;
  const isFirst = doc.sentences[sentence]!.first === first;
  const isGerund = /^(?:writing|posting|tweeting|talking)$/.test(doc.tokens[head]!.lower);
  return isFirst && isGerund && /^(?:on|in)$/.test(doc.tokens[last]?.lower ?? '');
}

function beginOf({ source, cue, content }: FoundAttribution): number {
  return Math.min(content[0]!.begin, source?.begin ?? Infinity, cue?.begin ?? Infinity);
}
