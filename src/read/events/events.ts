/**
 * What happened: deeds told by verbs, and by nouns that are their only mention, with who did what to
 * whom, when and where, and whether it happened at all. By lists of our own and a shallow parse;
 * linear in the text, as every look around a verb is bounded. Event types are those of PLOVER
 * (Halterman et al. 2023, https://doi.org/10.31235/osf.io/rm5dw).
 */
import type {
  Attribution,
  DateMention,
  Mention,
  PoliticalEvent,
  ReadLanguage,
} from '../../domain/reading.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import { answered } from './answers.ts';
import { openEventLexicon } from './event-lexicon.ts';
import { functionWords } from './function-words.ts';
import { type NounsAt, nounEvents, openNouns } from './noun-events.ts';
import { type SceneTools, sceneOf } from './scene.ts';
import { openStage } from './stage.ts';
import { openStateNames, type StateAt } from './state-names.ts';
import { verbEvent } from './verb-events.ts';
import { openVerbs } from './verbs.ts';

export type ReadEvents = (
  document: TaggedDocument,
  mentions: readonly Mention[],
  dates: readonly DateMention[],
  attributions: readonly Attribution[],
) => PoliticalEvent[];

export interface EventTools extends SceneTools {
  readonly stateAt: StateAt;
  readonly nouns: NounsAt;
}

/** The reader of events for all languages; the list of one is read when it is first met. */
export function openEvents(lexicon: LexiconSource): ReadEvents {
  const opened = new Map<ReadLanguage, EventTools>();
  return (document, mentions, dates, attributions) => {
    let tools = opened.get(document.language);
    if (tools === undefined) {
      tools = openEventTools(lexicon, document.language);
      opened.set(document.language, tools);
    }
    const scene = sceneOf(document, mentions, dates, tools);
    const stage = openStage(scene, tools.stateAt, attributions);
    const events = scene.chunks.flatMap(({ kind }, at) =>
      kind === 'verb' ? (verbEvent(stage, at) ?? []) : [],
    );
    const all = [...events, ...nounEvents(stage, tools.nouns, events)];
    return answered(all.sort((a, b) => a.span.begin - b.span.begin));
  };
}

/** The lists of one language, ready for its texts. */
export function openEventTools(lexicon: LexiconSource, language: ReadLanguage): EventTools {
  const lists = openEventLexicon(lexicon, language);
  return {
    lexicon: lists,
    words: functionWords(lists),
    readVerb: openVerbs(lists),
    stateAt: openStateNames(lexicon, language),
    nouns: openNouns(lists),
  };
}
