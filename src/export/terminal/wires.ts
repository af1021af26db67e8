/** The wires that a cascade's members credit, for a terminal. */
import type { CascadeView, WireView } from '../../domain/views.ts';
import { strengthWords, wireWords } from '../wording.ts';
import { clipped, foreign, type Ink } from './ink.ts';

/** Characters of a credit's surroundings. */
const CREDIT_WIDTH = 110;

/** One line a wire; with `all`, every credit, and also what was only said to a wire. */
export function wireLines({ wires, order }: CascadeView, ink: Ink, all: boolean): string[] {
  return wires
    .filter(({ claim }) => all || claim !== 'said-to')
    .flatMap((wire) => [
      `  ${sentence(wire, order, ink)}`,
      ...(all ? wire.credits.map((credit) => creditLine(credit, ink)) : []),
    ]);
}

function sentence(wire: WireView, order: CascadeView['order'], ink: Ink): string {
  const { lead, rest } = wireWords(wire);
  const words = `${lead} ${ink.bold(foreign(wire.name))}${rest}.`;
  if (wire.earliestCredits.length === 0) return words;
  const named = wire.earliestCredits.map(({ outlet }) => foreign(outlet)).join(', ');
  return order === 'established'
    ? `${words} The earliest seen here, ${named}, credits it.`
    : `${words} Of those that may be the earliest, it is credited by ${named}.`;
}

function creditLine(credit: WireView['credits'][number], ink: Ink): string {
  const words = clipped(foreign(`${credit.before}${credit.text}${credit.after}`), CREDIT_WIDTH);
  return ink.dim(`      ${foreign(credit.outlet)}, ${strengthWords(credit)}: “${words}”`);
}
