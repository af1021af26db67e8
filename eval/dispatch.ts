/** From a command line to a measure. Exit codes: 0 measured, 2 wrong usage, 3 data absent. */
import { parseArgs } from 'node:util';
import type { Measure } from './measure.ts';

/** Where the answer goes: `out` for what was asked, `err` for what was wrong. Whole lines. */
export interface Printer {
  out(line: string): void;
  err(line: string): void;
}

/** Runs `npm run eval -- <measure> <path> [--json]`; with `--json` the last line is the figures. */
export async function dispatch(
  measures: readonly Measure[],
  argv: readonly string[],
  print: Printer,
): Promise<0 | 2 | 3> {
  const call = readCall(measures, argv);
  if (typeof call === 'string') {
    print.err(call);
    print.err(usageOf(measures));
    return 2;
  }
  const answer = await call.measure.run(call.path, call.options);
  if (answer.kind === 'absent') {
    print.err(`${call.measure.name}: no data at ${answer.place}; expected ${answer.expected}.`);
    return 3;
  }
  print.out(answer.table);
  if (call.json) print.out(JSON.stringify(answer.figures));
  return 0;
}

interface Call {
  readonly measure: Measure;
  readonly path: string;
  readonly json: boolean;
  readonly options: Readonly<Record<string, string>>;
}

/** The call, or one sentence that says what is wrong with it. */
function readCall(measures: readonly Measure[], argv: readonly string[]): Call | string {
  let parsed: { values: Record<string, string | boolean | undefined>; positionals: string[] };
  const named = measures.flatMap((measure) => measure.options ?? []);
  try {
    parsed = parseArgs({
      args: [...argv],
      options: {
        ...Object.fromEntries(named.map((name) => [name, { type: 'string' as const }])),
        json: { type: 'boolean' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const [name, path, ...rest] = parsed.positionals;
  if (name === undefined) return 'No measure named.';
  const measure = measures.find((known) => known.name === name);
  if (measure === undefined) return `"${name}" is no measure.`;
  if (rest.length > 0) return `${name} takes one path; "${rest[0]}" is too much.`;
  if (measure.argument === '' && path !== undefined)
    return `${name} takes no path; "${path}" is too much.`;
  if (path === undefined && (measure.argument === 'DIR' || measure.argument === 'FILE'))
    return `${name} needs a path: ${measure.argument}.`;
  const options: Record<string, string> = {};
  for (const [option, value] of Object.entries(parsed.values)) {
    if (typeof value !== 'string') continue;
    if (!measure.options?.includes(option)) return `${name} takes no --${option}.`;
    options[option] = value;
  }
  return { measure, path: path ?? '', json: parsed.values['json'] === true, options };
}

function usageOf(measures: readonly Measure[]): string {
  const calls = measures.map(({ name, argument }) => `${name} ${argument}`.trim());
  const width = Math.max(...calls.map((call) => call.length));
  const lines = measures.map((measure, i) => `  ${calls[i]!.padEnd(width)}  ${measure.summary}`);
  return ['Usage: npm run -s eval -- <measure> <path> [--json]', ...lines].join('\n');
}
