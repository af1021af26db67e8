/**
 * Attributions in Russian: «…», — сказал X; X сказал, что …; по словам X; как сообщает X; «в МИД
 * заявили»; participles and gerunds of saying ("заявивший, что", "заявив о").
 */
import type { LexiconSource } from '../lexicon-source.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import type { FoundAttribution } from './found.ts';
import { openCues } from './frames/cue-list.ts';
import { findAttributions } from './frames/find.ts';
import { isRussianFinite, RUSSIAN } from './frames/russian-grammar.ts';

/** The finder; throws, naming list and entry, where the list of cues is damaged. */
export function openRussianAttributions(
  lexicon: LexiconSource,
): (document: TaggedDocument) => FoundAttribution[] {
  const cues = openCues(lexicon, 'ru');
  const language = { cues, grammar: RUSSIAN, finiteAt: isRussianFinite };
  return (document) => findAttributions(document, language);
}
