/** What a cue says of the reporter's stance: its verb, and the adverb that turns it. */
import { z } from 'zod';
import { CUE_POLARITIES, type CuePolarity } from '../../domain/reading.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import type { Speech } from './speech.ts';

const schema = z.object({
  cues: z.array(z.object({ lemma: z.string().min(1), polarity: z.enum(CUE_POLARITIES) })),
});

/** The polarity of a cue by its lemma (`says` where it is not known) and the words beside it. */
export function openPolarity(
  lexicon: LexiconSource,
  speech: Speech,
): (lemma: string, cue: string) => CuePolarity {
  const parsed = schema.safeParse(lexicon('cues', speech.language));
  if (!parsed.success) {
    throw new Error(`cues.${speech.language}.json is damaged: ${z.prettifyError(parsed.error)}`);
  }
  // Of two entries with one lemma ("call it a lie", "a call for calm") the verb's stands first.
  const polarities = new Map(
    parsed.data.cues.map(({ lemma, polarity }) => [lemma, polarity] as const).reverse(),
  );
  return (lemma, cue) => {
    if (cue.split(/\s+/u).some(speech.isFalsely)) return 'falsely-claims';
    const phrasal = polarities.get(`${lemma} ${cue.split(/\s+/u).at(-1)}`);
    return phrasal ?? polarities.get(lemma) ?? 'says';
  };
}
