/**
 * A briefing from templates, without a language model: drafts by part, the gate, numbers for what stands.
 * Deterministic: the same facts give the same briefing. O(size of what is shown of the facts).
 */
import {
  BRIEFING_PARTS,
  type Briefing,
  type BriefingFacts,
  type BriefingLanguage,
  type BriefingPart,
  type BriefingSection,
  type RefusedSentence,
} from '../../domain/briefing.ts';
import { alertItems } from './alerts-part.ts';
import { bottomLine } from './bottom-line.ts';
import { cascadeItems } from './cascades-part.ts';
import { claimItems } from './claims-part.ts';
import { daysInWords } from './days.ts';
import { gapItems, notWrittenItem } from './gaps-part.ts';
import { gateFor, refusedFor } from './gate.ts';
import { type DraftItem, type Ground, groundOf, topicOf } from './ground.ts';
import { judgementItems } from './judgements-part.ts';
import { numbering } from './numbered.ts';
import { nameIn, oneLine } from './plain.ts';
import { presenceItems } from './presence-part.ts';
import { saidItems } from './said-part.ts';

const ITEMS: Readonly<Record<BriefingPart, (ground: Ground) => readonly DraftItem[]>> = {
  'bottom-line': bottomLine,
  judgements: judgementItems,
  alerts: alertItems,
  cascades: cascadeItems,
  claims: (ground) => [...claimItems(ground), ...saidItems(ground)],
  presence: presenceItems,
  gaps: gapItems,
};

/** Writes the briefing; sentences that their footings do not bear out are in `refused`. */
export function composeBriefing(facts: BriefingFacts, language: BriefingLanguage): Briefing {
  const ground = groundOf(facts, language);
  const { furniture, from } = ground.phrases;
  const refused: RefusedSentence[] = [];
  const pass = gated(ground, refused);
  const parts = BRIEFING_PARTS.map((part) => [part, pass(part, ITEMS[part](ground))] as const);
  const all = refused.length;
  const last = all === 0 ? [] : pass('gaps', [notWrittenItem(ground, all)]);
  const numbers = numbering();
  const sections = parts.map(([part, items]): BriefingSection => {
    const drafts = part === 'gaps' ? [...items, ...last] : items;
    return {
      part,
      heading: furniture.parts[part],
      items: drafts.map(({ lead, sentences }) => ({
        lead,
        sentences: sentences.map((one) => ({ ...one, footings: numbers.number(one.footings) })),
      })),
    };
  });
  const { first, last: end } = facts.period;
  const period = daysInWords(from(oneLine(first, 20), oneLine(end, 20)), language);
  return {
    language,
    title: furniture.title(facts.title === undefined ? undefined : nameIn(facts.title)),
    subtitle: furniture.subtitle(period, topicOf(ground)),
    version: oneLine(facts.version, 40),
    sections,
    sources: numbers.all(),
    refused,
  };
}

/** Lets items through the gate; what it refuses goes to the list. An item without any sentence is left out. */
function gated(
  { facts, language }: Ground,
  refused: RefusedSentence[],
): (part: BriefingPart, items: readonly DraftItem[]) => readonly DraftItem[] {
  const ask = gateFor(facts, language);
  return (part, items) =>
    items
      .map(({ lead, sentences }) => ({
        lead,
        sentences: sentences.filter((sentence) => {
          const reason = ask({ part, ...sentence });
          if (reason !== undefined) {
            refused.push(refusedFor({ part, text: sentence.text }, reason, language));
          }
          return reason === undefined;
        }),
      }))
      .filter(({ sentences }) => sentences.length > 0);
}
