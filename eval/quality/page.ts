/** docs/quality.md, drawn from what was answered. */
import type { Entry, FigureKind, Kept } from './entry.ts';

const SUBJECTS: Readonly<Record<Entry['subject'], string>> = {
  tracing: 'Who repeats whom',
  reading: 'Who says what',
  judging: 'New or old, one or ten, checked or not',
  collecting: 'From pages to articles',
  presence: 'Who is present',
  speed: 'How fast',
};

const HEAD = `# Every measure

Made by \`npm run quality\`, which runs each command and writes what it answered, whatever that is. Two cores, Node 20; times are of a shared
machine and wander by up to 40 %. Figures without a unit are shares of 1. \`DATA\` is a folder with the benchmarks in the layout that
each measure asks for (\`npm run -s eval\` lists them); they belong to others and are not part of the project. What is called *development*
part was looked at while rules were written, so such figures are a little optimistic.
`;

/** The page; an entry without an answer says so. */
export function qualityPage(
  entries: readonly Entry[],
  answers: Readonly<Record<string, Kept>>,
): string {
  const parts = Object.entries(SUBJECTS).flatMap(([subject, title]) => {
    const own = entries.filter((entry) => entry.subject === subject);
    if (own.length === 0) return [];
    const rows = own.map((entry) => rowOf(entry, answers[entry.id]));
    const wrong = own.flatMap((entry) =>
      entry.wrong === undefined ? [] : [`- *${entry.title}*: ${entry.wrong}`],
    );
    return [
      `## ${title}`,
      '',
      '| what | figures | best published | simple method | command | day |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows,
      '',
      ...(wrong.length === 0 ? [] : ['What goes wrong most often:', '', ...wrong, '']),
    ];
  });
  return `${[HEAD, ...parts].join('\n').trimEnd()}\n`;
}

function rowOf(entry: Entry, kept: Kept | undefined): string {
  const [script, ...rest] = entry.command;
  const cells = [
    entry.title,
    figuresOf(entry, kept),
    entry.published ?? '–',
    entry.baseline ?? '–',
    `\`${[script, ...rest].join(' ')}\`${entry.unpack === undefined ? '' : ` (of \`${entry.unpack}\`)`}`,
    kept?.day ?? '–',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function figuresOf({ figures }: Entry, kept: Kept | undefined): string {
  if (kept === undefined) return 'not measured yet';
  if (kept.kind === 'absent') return 'no data here';
  if (kept.kind === 'failed') return `**failed**: ${kept.reason}`;
  return figures
    .map(({ name, at, kind }) => `${name} ${shown(numberAt(kept.figures, at), kind)}`)
    .join('; ');
}

/** The number at a place of an answer; undefined where there is none. */
function numberAt(figures: unknown, at: readonly string[]): number | undefined {
  let value = figures;
  for (const key of at) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return typeof value === 'number' ? value : undefined;
}

function shown(value: number | undefined, kind: FigureKind): string {
  if (value === undefined) return '**not answered**';
  const plain = (digits: number): string =>
    value.toLocaleString('en-GB', { maximumFractionDigits: digits });
  switch (kind) {
    case 'share':
      return value === 1 ? '1' : value.toFixed(3).replace(/^(-?)0/, '$1');
    case 'count':
      return plain(1);
    case 'perSecond':
      return `${plain(0)} a second`;
    case 'seconds':
      return `${plain(1)} s`;
    case 'ms':
      return `${plain(0)} ms`;
    case 'mb':
      return `${plain(0)} MB`;
  }
}
