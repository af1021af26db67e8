/** The words of a grammar by what they do in a sentence. */
import type { EventLexicon } from './event-lexicon.ts';

/** The lists of a grammar as sets. */
export interface FunctionWords {
  readonly complementizers: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  readonly subordinators: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly possessives: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly prepositions: ReadonlyMap<string, string>;
  readonly attaching: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly negativeSubjects: ReadonlySet<string>;
  readonly approximators: ReadonlySet<string>;
}

export function functionWords({ grammar }: EventLexicon): FunctionWords {
  return {
    complementizers: new Set(grammar.complementizers),
    relatives: new Set(grammar.relatives),
    subordinators: new Set(grammar.subordinators),
    conditions: new Set(grammar.conditions),
    possessives: new Set(grammar.possessives),
    pronouns: new Set(grammar.pronouns),
    prepositions: new Map(Object.entries(grammar.prepositions)),
    attaching: new Set(grammar.attaching),
    agents: new Set(grammar.agents),
    particles: new Set(grammar.particles),
    negativeSubjects: new Set(grammar.negativeSubjects),
    approximators: new Set(grammar.approximators),
  };
}
