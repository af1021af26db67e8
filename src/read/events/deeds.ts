/**
 * What states do and where they stand: both are read from one parse of the document, since parsing
 * it is the larger part of either. Lists of a language are read when it is first met.
 */
import type {
  Attribution,
  DateMention,
  Mention,
  PoliticalEvent,
  Position,
  ReadLanguage,
} from '../../domain/reading.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import { openEventLexicon } from './event-lexicon.ts';
import { eventsIn } from './events.ts';
import { functionWords } from './function-words.ts';
import { type NounsAt, openNouns } from './noun-events.ts';
import { openPositionLexicon, type PositionLexicon } from './position-lexicon.ts';
import { positionsIn } from './positions.ts';
import { type SceneTools, sceneOf } from './scene.ts';
import { openStage } from './stage.ts';
import { openStateNames, type StateAt } from './state-names.ts';
import { openVerbs } from './verbs.ts';

export interface Deeds {
  readonly events: PoliticalEvent[];
  readonly positions: Position[];
}

export type ReadDeeds = (
  document: TaggedDocument,
  mentions: readonly Mention[],
  dates: readonly DateMention[],
  attributions: readonly Attribution[],
) => Deeds;

interface DeedTools extends SceneTools {
  readonly stateAt: StateAt;
  readonly nouns: NounsAt;
  readonly stances: PositionLexicon;
}

/** The reader of events and positions for all languages. Throws where a list is damaged. */
export function openDeeds(lexicon: LexiconSource): ReadDeeds {
  const opened = new Map<ReadLanguage, DeedTools>();
  return (document, mentions, dates, attributions) => {
    let tools = opened.get(document.language);
    if (tools === undefined) {
      tools = openTools(lexicon, document.language);
      opened.set(document.language, tools);
    }
    const scene = sceneOf(document, mentions, dates, tools);
    const stage = openStage(scene, tools.stateAt, attributions);
    return { events: eventsIn(stage, tools.nouns), positions: positionsIn(stage, tools.stances) };
  };
}

function openTools(lexicon: LexiconSource, language: ReadLanguage): DeedTools {
  const events = openEventLexicon(lexicon, language);
  const stances = openPositionLexicon(lexicon, language);
  const lists = { ...events, verbs: [...events.verbs, ...stances.entries] };
  return {
    lexicon: lists,
    words: functionWords(lists),
    readVerb: openVerbs(lists),
    stateAt: openStateNames(lexicon, language),
    nouns: openNouns(lists),
    stances,
  };
}
