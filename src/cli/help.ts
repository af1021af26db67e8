/** Help, written from the list of operations. */
import type { z } from 'zod';
import type { Entry } from '../operations/catalogue.ts';
import type { Operation } from '../operations/operation.ts';
import { flagsOf } from './arguments.ts';

const COMMON: readonly (readonly [string, string])[] = [
  ['--desk FOLDER', 'the desk to work on (default: ATALAYA_DESK, else ./atalaya-desk)'],
  ['--json', 'the answer as JSON'],
  ['--out FILE', 'write the answer to a file'],
  ['-h, --help', 'this help'],
];

/** The help of the program as a whole. */
export function programHelp(operations: readonly Entry[], version: string): string {
  const commands = operations.map(({ name, summary }): [string, string] => [name, summary]);
  return [
    `Atalaya ${version}: who says what, who parrots whom, one click from the passage.`,
    '',
    'Usage: atalaya COMMAND [ARGUMENTS] [FLAGS]',
    '',
    'Commands:',
    rows(commands),
    '',
    'Flags of every command:',
    rows(COMMON),
    '',
    'Exit codes: 0 done (perhaps with refusals), 1 nothing could be read or the desk is broken,',
    '2 wrong usage.',
  ].join('\n');
}

/** The help of one command. */
export function commandHelp(operation: Operation): string {
  const { name, summary, positional } = operation;
  const argument = positional === undefined ? '' : ` ${positional.toUpperCase()}`;
  const flags = flagsOf(operation).map((flag): [string, string] => [
    `--${flag.name}${flag.kind === 'boolean' ? '' : ' VALUE'}`,
    flag.fallback === undefined
      ? flag.description
      : `${flag.description} (default: ${flag.fallback})`,
  ]);
  const about =
    positional === undefined
      ? []
      : [
          [
            positional.toUpperCase(),
            (operation.input.shape[positional] as z.ZodType).description ?? '',
          ] as const,
        ];
  return [
    `${summary}.`,
    '',
    `Usage: atalaya ${name}${argument} [FLAGS]`,
    '',
    rows([...about, ...flags, ...COMMON]),
  ].join('\n');
}

function rows(pairs: readonly (readonly [string, string])[]): string {
  const width = Math.max(...pairs.map(([left]) => left.length));
  return pairs.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
