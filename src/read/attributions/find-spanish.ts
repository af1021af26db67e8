/**
 * Attributions in Spanish: "dijo X que …", "según X", `"…", dijo X`, the dash of dialogue, "la afirmación
 * de X de que", "negó haber …". The conditional of rumour ("habría viajado") is none: without its
 * sentence's syntax it cannot be told from the conditional of a condition, and it names nobody.
 */
import type { LexiconSource } from '../lexicon-source.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import type { FoundAttribution } from './found.ts';
import { openCues } from './frames/cue-list.ts';
import { findAttributions } from './frames/find.ts';
import { isSpanishFinite, SPANISH } from './frames/spanish-grammar.ts';

/** The finder; throws, naming list and entry, where the list of cues is damaged. */
export function openSpanishAttributions(
  lexicon: LexiconSource,
): (document: TaggedDocument) => FoundAttribution[] {
  const cues = openCues(lexicon, 'es');
  const language = { cues, grammar: SPANISH, finiteAt: isSpanishFinite };
  return (document) => findAttributions(document, language);
}
