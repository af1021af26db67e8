/** Mentions of names that no list knows, and of persons. */
import type { StateCode } from '../../domain/reading.ts';
import type { Listed } from './gazetteer.ts';
import { nameKey } from './keys.ts';
import type { NameSpan } from './name-spans.ts';
import type { Persons } from './persons.ts';
import type { Found } from './phrases.ts';
import { type Placed, placedAs, textsOf } from './placed.ts';
import type { Words } from './words.ts';

/** What the article and the lists say that bears on a name. */
export interface Known {
  readonly persons: Persons;
  /** By abbreviation, the name that the article puts before it. */
  readonly aliases: ReadonlyMap<string, NameSpan>;
  /** Phrases of the lists by their first token. */
  readonly hitAt: ReadonlyMap<number, Found<Listed>>;
}

/** The mention of a name. */
export function namedMention(words: Words, span: NameSpan, known: Known): Placed {
  const texts = textsOf(words, span);
  const meant = texts.length === 1 ? known.aliases.get(texts[0]!) : undefined;
  const form = meant === undefined ? 'name' : 'abbreviation';
  const named = meant ?? span;
  const full = meant === undefined ? texts : textsOf(words, meant);
  const { kind } = named;
  if (kind === 'person') {
    return placedAs(words, span, { kind, form, ...known.persons.of(full), state: undefined });
  }
  return placedAs(words, span, {
    kind,
    form,
    entity: `${kind}:${nameKey(full, words.document.language)}`,
    name: full.join(' '),
    state: kind === 'other' ? undefined : stateWithin(named, known.hitAt),
  });
}

/** The state in the name of an organisation or a place: "МИД Греции", "Cancillería de Guatemala". */
function stateWithin({ first, last }: NameSpan, hitAt: Known['hitAt']): StateCode | undefined {
  let state: StateCode | undefined;
  for (let at = first; at < last; at++) {
    const hit = hitAt.get(at);
    if (hit !== undefined && hit.last <= last) state = hit.value.state ?? state;
  }
  return state;
}
