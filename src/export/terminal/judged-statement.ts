/** A judged statement for a terminal: its clocks, what is old about it, the role, and its claim. */
import type { JudgedStatementView, RoleView } from '../../domain/judgement-views.ts';
import type { Tenure } from '../../domain/tenure.ts';
import { CREDIBILITY_WORDS, RECYCLED_WORDS, ROLE_STANDING_WORDS } from '../judgement-wording.ts';
import { ladderLine } from '../ladder-wording.ts';
import { momentWords } from '../moments.ts';
import { figure } from '../wording.ts';
import { checkLines } from './claim.ts';
import { foreign, type Ink } from './ink.ts';
import { evidenceLine } from './ladder.ts';
import { statementLines } from './reading.ts';

const PAD = '      ';

/** One statement of the article `own`; `known`: fact-checks that the desk keeps. */
export function judgedStatementLines(
  view: JudgedStatementView,
  own: string,
  known: number,
  ink: Ink,
): string[] {
  const { place, statement, recycled, role, ratedFalse, judged } = view;
  const isTold = judged.carriers.length > 1 || judged.checks.length > 0 || ratedFalse;
  return [
    ...statementLines(statement, ink, `  [${place + 1}] `),
    ...clockLines(view, own, ink),
    ...recycled.flatMap(({ reason, days, evidence }) => [
      `${PAD}${ink.warn('recycled')}: ${RECYCLED_WORDS[reason]}, ${ageWords(days)}`,
      ...evidence.slice(0, 2).map((one) => evidenceLine(one, PAD, ink)),
    ]),
    ...(role === undefined || role.standing === 'unknown' ? [] : roleLines(role, ink)),
    ...(ratedFalse ? [`${PAD}${ink.warn('called false')} by this article itself`] : []),
    ...(judged.checks.length > 0
      ? checkLines(judged.checks, known, ink).map((line) => `    ${line}`)
      : []),
    ...(isTold && judged.ladder !== undefined ? [`${PAD}${ladderLine(judged.ladder)}`] : []),
    ...(isTold
      ? [
          `${PAD}information ${judged.credibility.grade}: ${CREDIBILITY_WORDS[judged.credibility.grade]}`,
        ]
      : []),
  ];
}

/** Only what the heading does not say of every statement: when it was made, and an earlier print. */
function clockLines(
  { clocks: { uttered, firstPublished } }: JudgedStatementView,
  own: string,
  ink: Ink,
): string[] {
  const days = uttered?.days;
  const when =
    days && `uttered ${days.first === days.last ? days.first : `${days.first} to ${days.last}`}`;
  const first =
    firstPublished === undefined || firstPublished.article === own
      ? undefined
      : `the same words first here ${momentWords(firstPublished.moment).main}, ${firstPublished.article}`;
  const words = [when, first].filter((part) => part !== undefined);
  return words.length === 0 ? [] : [ink.dim(`${PAD}${words.join(' · ')}`)];
}

function ageWords({ min, max }: { readonly min: number; readonly max: number | null }): string {
  const least = `${figure(min)} days old or more`;
  return max === null || max === min ? least : `${figure(min)} to ${figure(max)} days old`;
}

/** What the registry says of a role, and whose word that is. */
export function roleLines(
  { standing, evidence, tenures, heldWhenUttered }: RoleView,
  ink: Ink,
): string[] {
  const [stated] = evidence;
  const role = stated === undefined ? 'role' : `role “${foreign(stated.text)}”`;
  const old =
    standing === 'held-then-not-now' || standing === 'never-held' || standing === 'not-yet';
  const then =
    heldWhenUttered === 'unknown'
      ? ''
      : heldWhenUttered === 'yes'
        ? '; held when it was said'
        : '; not held when it was said';
  const words = `${ROLE_STANDING_WORDS[standing]}${then}`;
  return [
    `${PAD}${role}: ${old ? ink.warn(words) : words}`,
    ...tenures.slice(0, 3).map((tenure) => ink.dim(`${PAD}    ${tenureWords(tenure)}`)),
  ];
}

/** `Glen VanHerck, Commander of …, 2020-08-20 to 2024-02-05 (NORAD, https://…)`. */
export function tenureWords({ person, office, from, to, source }: Tenure): string {
  const day = (days: Tenure['from'], absent: string): string => {
    if (days === undefined) return absent;
    return days.first === days.last ? days.first : `${days.first} … ${days.last}`;
  };
  const until =
    to === undefined ? `to ${source.date ?? 'an unstated day'} or later` : `to ${day(to, '')}`;
  const where = source.url === undefined ? source.name : `${source.name}, ${source.url}`;
  return foreign(`${person}, ${office}, from ${day(from, 'an unstated day')} ${until} (${where})`);
}
