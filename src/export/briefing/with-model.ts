/** A briefing with the sentences of a model beside its own: those that pass the gate, and the others as refused. */
import type { Briefing, BriefingFacts, Footing } from '../../domain/briefing.ts';
import { gateModelSentences } from './model-sentences.ts';

/** The footings as a model is shown them. */
export function footingsFor({ sources }: Briefing): { n: number; words: string }[] {
  return sources.map((footing) => ({ n: footing.n, words: wordsOf(footing) }));
}

function wordsOf(footing: Footing): string {
  switch (footing.kind) {
    case 'count':
      return footing.what;
    case 'record':
      return `${footing.source.name}: ${footing.words}`;
    case 'passage':
      return `${footing.source.name}: "${footing.quote}"`;
  }
}

/** `text`: what the model wrote on the briefing's own footings. */
export function withModelSentences(
  briefing: Briefing,
  facts: BriefingFacts,
  text: string,
): Briefing {
  const { kept, refused } = gateModelSentences(text, briefing.sources, {
    facts,
    language: briefing.language,
    part: 'judgements',
  });
  const items = kept.map(({ text: words, footings, confidence }) => ({
    lead: undefined,
    sentences: [{ text: words, footings, ...(confidence !== undefined && { confidence }) }],
  }));
  return {
    ...briefing,
    sections: briefing.sections.map((section) =>
      section.part === 'judgements' ? { ...section, items: [...section.items, ...items] } : section,
    ),
    refused: [...briefing.refused, ...refused],
  };
}
