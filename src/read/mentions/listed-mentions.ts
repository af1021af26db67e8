/** Mentions of what the desk's lists know. */
import type { MentionForm, MentionKind } from '../../domain/reading.ts';
import type { Listed } from './gazetteer.ts';
import type { Heads } from './heads.ts';
import { isPlaceHere } from './metonyms.ts';
import type { Found } from './phrases.ts';
import { type Placed, placedAs, textsOf } from './placed.ts';
import type { Words } from './words.ts';

/** What a phrase of the lists names here: a capital is its state or the place. */
export function listedMention(words: Words, heads: Heads, hit: Found<Listed>): Placed {
  const { kind, id, state, abbreviation } = hit.value;
  const name = textsOf(words, hit).join(' ');
  const facts = (as: MentionKind, form: MentionForm, key: string) =>
    placedAs(words, hit, { kind: as, form, entity: `${as}:${key}`, name, state });
  const written = abbreviation ? 'abbreviation' : 'name';
  switch (kind) {
    case 'state':
      return facts('state', written, id);
    case 'demonym':
      return facts('state', 'demonym', id);
    case 'seat':
      return facts('state', 'metonym', id);
    case 'capital':
      return isPlaceHere(words, heads, hit)
        ? facts('place', 'name', capitalKey(id))
        : facts('state', 'metonym', id);
    case 'city':
      return facts('place', 'name', capitalKey(id));
    case 'organisation':
      return facts('organisation', written, id);
    case 'place':
      return facts('place', 'name', id);
  }
}

function capitalKey(code: string): string {
  return `${code.toLowerCase()}-capital`;
}
