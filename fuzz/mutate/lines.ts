/** Mutations of texts of lines: headers, robots.txt, tables, YAML. */
import { between, type Chance } from '../../bench/chance.ts';
import { type Mutator, pick } from './pick.ts';

type ChangeLines = (lines: string[], at: number, chance: Chance) => void;

const HEADERS = [
  ...['Content-Length: 99999999999999999999', 'Content-Length: -1', 'Content-Length: 1'],
  ...['Transfer-Encoding: chunked', 'Content-Encoding: gzip, br, deflate', 'Content-Encoding: x'],
  ...['Content-Type: text/html; charset=utf-7', ': no name', 'no colon', ' folded', 'A:', '\0: \0'],
] as const;

const over =
  (change: ChangeLines): Mutator =>
  (text, chance) => {
    const lines = text.split('\n');
    change(lines, between(chance, 0, lines.length - 1), chance);
    return lines.join('\n');
  };

export const LINE_MUTATORS: readonly Mutator[] = [
  over((lines, at) => lines.splice(at, 1)),
  over((lines, at) => lines.splice(at, 0, lines[at]!)),
  over((lines, at, chance) => {
    const other = between(chance, 0, lines.length - 1);
    [lines[at], lines[other]] = [lines[other]!, lines[at]!];
  }),
  over((lines, at) => lines.splice(at, 2, `${lines[at]}${lines[at + 1] ?? ''}`)),
  over((lines, at, chance) => {
    const cut = between(chance, 0, lines[at]!.length);
    lines.splice(at, 1, lines[at]!.slice(0, cut), lines[at]!.slice(cut));
  }),
  over((lines, at) => lines.splice(at, 0, '')),
  over((lines, at, chance) => lines.splice(at, 0, pick(HEADERS, chance))),
  (text) => text.replaceAll('\r\n', '\n'),
  (text) => text.replaceAll('\n', '\r'),
];

/** Cells that tables must bear: quotes that do not close, formulas, what looks like other cells. */
const CELLS = [
  ...['"', '""', '"a', 'a"b', "'", '=1+1', '@x', '\t', ',,,', ';', '"\n"', 'XX', 'ZZ', 'RU', 'MX'],
  ...['-5', '1e9', '0.5', '2024-09', '2024-09-23', '2024-02-31', '10-5', '>10', '<0', '~10', '?'],
] as const;

export const CELL_MUTATORS: readonly Mutator[] = [
  over((lines, at, chance) => {
    const cells = lines[at]!.split(',');
    cells[between(chance, 0, cells.length - 1)] = pick(CELLS, chance);
    lines[at] = cells.join(',');
  }),
  over((lines, at, chance) => {
    const cells = lines[at]!.split(',');
    cells.splice(between(chance, 0, cells.length - 1), chance() < 0.5 ? 1 : 0, pick(CELLS, chance));
    lines[at] = cells.join(',');
  }),
  (text, chance) => text.replaceAll(',', pick([';', '\t', '|'], chance)),
];

const YAML = [
  ...[
    'a: &a [*a]',
    '*missing',
    '!!js/function x',
    '!!binary "="',
    '<<: *a',
    '---',
    '...',
    '%YAML 9.9',
  ],
  ...[
    '? [a, b]',
    '- - - -',
    '\t- tab',
    'key: |',
    'key: >-',
    '"',
    "'",
    '{',
    '[',
    '{a: {b: [',
    '!<x> y',
  ],
  ...[
    '&x &y z',
    'y: !!float .nan',
    'n: 0o17',
    'd: 2024-99-99',
    '"\\x"',
    '@',
    '`',
    'null: null',
    '? ',
    ': ',
  ],
] as const;
/** Aliases of aliases: 10^9 items where they are followed. */
const LAUGHS = Array.from(
  { length: 9 },
  (_, i) =>
    `a${i}: &a${i} [${
      i === 0
        ? 'x'
        : Array(10)
            .fill(`*a${i - 1}`)
            .join(', ')
    }]`,
).join('\n');

export const YAML_MUTATORS: readonly Mutator[] = [
  over((lines, at, chance) => {
    const indent = /^ */.exec(lines[at]!)![0];
    lines.splice(at, 0, indent + pick(YAML, chance));
  }),
  over((lines, at, chance) => {
    lines[at] = lines[at]!.replace(/:.*/, () => `: ${pick(YAML, chance)}`);
  }),
  over((lines, at, chance) => {
    lines[at] = ' '.repeat(between(chance, 0, 9)) + lines[at]!.trimStart();
  }),
  (text) => `${LAUGHS}\n${text}`,
  (text, chance) => `${text}\nx: ${'['.repeat(Math.floor(1 + 3000 * chance() ** 4))}`,
];
