/**
 * The names of an article: persons, organisations, places, states, offices and others, each with the
 * key of what it names. Lists first, then names by the words around them, then what the article
 * itself says elsewhere (full names, abbreviations). Linear in the text.
 */
import type { Mention, ReadLanguage } from '../../domain/reading.ts';
import { fold } from '../../text/transliterate.ts';
import type { Document } from '../document.ts';
import type { LexiconSource, WeightsSource } from '../lexicon-source.ts';
import { aliasesOf } from './aliases.ts';
import { consistent } from './consistency.ts';
import { withFullNames } from './full-names.ts';
import { type Gazetteer, type Listed, openGazetteer } from './gazetteer.ts';
import { type Heads, headBit, openHeads } from './heads.ts';
import { listedMention } from './listed-mentions.ts';
import { marksOf } from './marks.ts';
import { NAME_LISTS_FILE, type NameLists, openNameLists } from './name-lists.ts';
import type { NameSpan } from './name-spans.ts';
import { type PackedWeights, packWeights, tagNames } from './name-tagger.ts';
import { readNameWeights } from './name-weights.ts';
import { namedMention } from './named-mentions.ts';
import { officesOf } from './offices.ts';
import { type Persons, personsOf } from './persons.ts';
import type { Found } from './phrases.ts';
import { textsOf, withoutOverlaps } from './placed.ts';
import { withQuotedNames } from './quoted-names.ts';
import { settle } from './settle.ts';
import { openTitles, type Title, type Titles } from './titles.ts';
import { trimmed } from './trim.ts';
import { type Words, wordsOf } from './words.ts';

interface Lists {
  readonly gazetteer: Gazetteer;
  readonly titles: Titles;
  readonly heads: Heads;
  readonly nameLists: NameLists;
  readonly weights: PackedWeights;
}

/** Mentions in order, without overlaps. */
export type MentionReader = (document: Document) => Mention[];

/**
 * The reader of names. Lists and weights of a language are opened when it is first met; throws then,
 * naming list and entry or the file, if one is wrong.
 */
export function openMentions(lexicon: LexiconSource, weights: WeightsSource): MentionReader {
  const opened = new Map<ReadLanguage, Lists>();
  let nameLists: NameLists | undefined;
  return (document) => {
    const { language } = document;
    nameLists ??= openNameLists(weights(NAME_LISTS_FILE));
    const lists = opened.get(language) ?? openLists(lexicon, weights, language, nameLists);
    opened.set(language, lists);
    return readMentions(document, lists);
  };
}

function openLists(
  lexicon: LexiconSource,
  weights: WeightsSource,
  language: ReadLanguage,
  nameLists: NameLists,
): Lists {
  const file = `names.${language}.bin`;
  return {
    gazetteer: openGazetteer(lexicon, language),
    titles: openTitles(lexicon, language),
    heads: openHeads(lexicon, language),
    nameLists,
    weights: packWeights(readNameWeights(weights(file), file)),
  };
}

function readMentions(document: Document, lists: Lists): Mention[] {
  const { heads } = lists;
  const words = wordsOf(document);
  const hits = lists.gazetteer.find(words);
  const titles = lists.titles.find(words);
  const tagged = taggedNames(words, lists, hits, titles);
  const persons = personsIn(words, tagged, heads);
  const listed = new Uint8Array(document.tokens.length);
  for (const { first, last } of hits) listed.fill(1, first, last);
  const isListed = (token: number) => listed[token] === 1;
  const settled = settle(
    words,
    consistent(words, tagged, persons, isListed),
    hits,
    persons.isSurname,
  );
  const known = {
    persons,
    aliases: aliasesOf(words, settled.names, isListed),
    hitAt: new Map(hits.map((hit) => [hit.first, hit])),
  };
  const placed = withFullNames([
    ...settled.hits.map((hit) => listedMention(words, heads, hit)),
    ...settled.names.map((name) => namedMention(words, name, known)),
  ]);
  const offices = officesOf(words, titles, placed);
  return withoutOverlaps([...placed, ...offices]).map(({ mention }) => mention);
}

function taggedNames(
  words: Words,
  { heads, nameLists, weights }: Lists,
  hits: readonly Found<Listed>[],
  titles: readonly Found<Title>[],
): NameSpan[] {
  const marks = marksOf(words, heads, nameLists, hits, titles);
  const titleAt = new Map(titles.map((title) => [title.first, title]));
  const spans = tagNames(words.document, marks, weights).flatMap(
    (span) => trimmed(words, heads, titleAt, span) ?? [],
  );
  return withQuotedNames(words, heads, spans);
}

function personsIn(words: Words, spans: readonly NameSpan[], heads: Heads): Persons {
  const names = spans.filter(({ kind }) => kind === 'person').map((span) => textsOf(words, span));
  const isCommon = (word: string) => (heads.classesOf(fold(word)) & headBit('closed')) !== 0;
  return personsOf(names, words.document.language, isCommon);
}
