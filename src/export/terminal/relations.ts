/** What articles tell of two states, for a terminal: positions and visits, newest first, with their words. */
import type { RelationsView, RelationView } from '../../domain/presence-views.ts';
import type { StateCode } from '../../domain/reading.ts';
import type { Days } from '../../domain/tenure.ts';
import { STANCE_WORDS } from '../reading-wording.ts';
import { counted, figure } from '../wording.ts';
import { clipped, foreign, type Ink } from './ink.ts';

/** Relations shown; more are counted. */
const SHOWN = 12;
const PASSAGE_WIDTH = 160;

/** The section of a page of presence; nothing where no article tells anything. */
export function relationLines({ total, read, newest }: RelationsView, ink: Ink): string[] {
  if (total === 0) return [];
  const more = newest.length - SHOWN;
  return [
    '',
    ink.bold('Positions and visits, as articles tell them, newest first'),
    ...newest.slice(0, SHOWN).flatMap((one) => linesOf(one, ink)),
    ...(more > 0 ? [ink.dim(`  … and ${figure(more)} more (--json)`)] : []),
    ...(total > read
      ? [
          ink.dim(
            `  of the newest ${figure(read)}; ${figure(total - read)} older ones are not shown`,
          ),
        ]
      : []),
  ];
}

function linesOf(one: RelationView, ink: Ink): string[] {
  const { passage, evidence, attributed, days, told } = one;
  const when = days === undefined ? `told ${told ?? 'undated'}` : daysWords(days);
  const by = attributed ? '  as a source of the article tells it' : '';
  const further = evidence.length - 1;
  const alike = further > 0 ? `, and in the same words in ${counted(further, 'more article')}` : '';
  return [
    `  ${when.padEnd(24)} ${wordsOf(one)}${ink.dim(by)}`,
    `      “${clipped(foreign(passage), PASSAGE_WIDTH)}”`,
    ink.dim(`      ${evidence[0]!.article}${alike}`),
  ];
}

function wordsOf({ kind, from, to, stance, topic }: RelationView): string {
  if (kind === 'visit' || stance === undefined) return `${from} and ${to}: a meeting or a visit`;
  return `${from} ${STANCE_WORDS[stance]} ${onWhat(to, topic)}`;
}

const onWhat = (to: StateCode, topic: string | undefined): string =>
  topic === undefined ? to : `“${foreign(topic)}” (${to})`;

const daysWords = ({ first, last }: Days): string =>
  first === last ? first : `${first} to ${last}`;
