/** An invented desk on one claim: told first, copied, told in other words, denied, told late. */
import { join } from 'node:path';
import type { CheckDraft } from '../../domain/checks.ts';
import { fileIn, jsonLines, NOW, prose } from '../desk.fixture.ts';
import { type Desk, openDesk } from '../desk.ts';
import { ingest } from '../ingest.ts';
import { readDesk } from '../read.ts';
import { traceDesk } from '../trace.ts';
import { keepChecks } from './keep-checks.ts';

/** One article on its own domain, `NAME.example`. */
export interface PierRow {
  readonly name: string;
  /** Its outlet; its name where not given. */
  readonly outlet?: string;
  /** Absent: undated. */
  readonly day?: string;
  readonly title?: string;
  readonly text: string;
}

export const CLAIM = 'Castran engineers bought the northern pier of Lorvane';
const FIRST =
  'Castran engineers secretly bought the northern pier of Lorvane for ninety million crowns, Peter Talmek, commander of the Lorvane Coast Guard, said on Thursday.';
const STORY = `${FIRST}\n\n${prose(1, 60)}`;

const around = (seed: number, sentence: string): string =>
  `${prose(seed, 20)}\n\n${sentence}\n\n${prose(seed + 1, 30)}`;

/** By name: who carries the claim, who does not. */
export const PIER_ROWS: readonly PierRow[] = [
  { name: 'harrow', day: '2024-05-10', title: 'Castrans buy Lorvane pier', text: STORY },
  { name: 'lowmere', day: '2024-05-11', text: STORY },
  { name: 'undated', text: STORY },
  {
    name: 'dunvale',
    day: '2024-05-12',
    text: around(
      2,
      'On Sunday Peter Talmek told reporters that engineers from Castra had purchased the northern pier of the city of Lorvane.',
    ),
  },
  {
    name: 'quill',
    day: '2024-05-12',
    text: around(
      4,
      'Maria Quill said that the northern pier at Lorvane was bought by Castran engineers.',
    ),
  },
  {
    name: 'late',
    day: '2024-07-20',
    text: around(6, 'Lorvane sold its northern pier to engineers from Castra, Peter Talmek said.'),
  },
  {
    name: 'denier',
    day: '2024-05-14',
    title: 'No pier was sold',
    text: around(
      8,
      'It is false that any Castran engineers have bought a northern pier in Lorvane.',
    ),
  },
  {
    name: 'choir',
    day: '2024-05-12',
    text: around(
      10,
      'On Sunday Peter Talmek said that the choir of Harlow market sang well on Sunday.',
    ),
  },
];

/** A desk whose clock moves a second with every file, with these articles traced and read. */
export async function onPier<T>(
  folder: string,
  work: (desk: Desk) => Promise<T>,
  files: readonly (readonly PierRow[])[] = [PIER_ROWS],
): Promise<T> {
  let seconds = 0;
  const desk = await openDesk({
    folder: join(folder, 'desk'),
    now: () => NOW + seconds * 1000,
    detectLanguage: async () => 'en',
  });
  try {
    for (const rows of files) {
      seconds++;
      await ingest(desk, [fileIn(folder, `rows-${seconds}.jsonl`, pierLines(rows))]);
    }
    await traceDesk(desk);
    await readDesk(desk);
    return await work(desk);
  } finally {
    await desk.close();
  }
}

/** Articles as JSON lines. */
export const pierLines = (rows: readonly PierRow[]): string => jsonLines(rows.map(lineOf));

function lineOf({
  name,
  outlet = name,
  day,
  title = `Notes from ${name}`,
  text,
}: PierRow): unknown {
  const domain = `${name}.example`;
  const published = day === undefined ? undefined : `${day}T10:00:00Z`;
  return {
    url: `https://${domain}/1`,
    domain,
    outlet,
    published,
    language: 'en',
    title,
    text,
  };
}

/** Keeps fact-checks as if a list stated them. */
export async function addChecks(desk: Desk, drafts: readonly Partial<CheckDraft>[]): Promise<void> {
  async function* stated() {
    for (const [line, part] of drafts.entries()) {
      const draft = { claim: CLAIM, checker: 'Bay Check', appearances: [], outlets: [], ...part };
      yield {
        ok: true as const,
        value: {
          draft: { language: 'en', ...draft },
          bytes: Buffer.from(JSON.stringify(draft)),
          mediaType: 'application/json',
          place: { file: 'checks.jsonl', line },
          doubts: [],
          progress: 0,
        },
      };
    }
  }
  await keepChecks(desk, stated());
}

/** The moment of a whole UTC day. */
export function dayOf(day: string) {
  const earliest = Date.parse(`${day}T00:00:00Z`);
  const latest = earliest + 86_400_000 - 1;
  return { earliest, latest, precision: 'day', zone: 'stated' } as const;
}

/** The article of one name, in its first version. */
export async function articleOf({ store }: Desk, name: string) {
  for await (const article of store.articles()) if (article.outlet === name) return article;
  throw new Error(`no article of ${name}`);
}
