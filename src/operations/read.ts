/** Who says what: reading the articles of the desk, and what was said by whom. */
import { z } from 'zod';
import type { ArticleId } from '../domain/ids.ts';
import type { SaidView } from '../domain/reading-views.ts';
import { READ_REFUSAL_WORDS } from '../export/reading-wording.ts';
import { columns, foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { saidText } from '../export/terminal/reading.ts';
import { counted, figure } from '../export/wording.ts';
import { type ReadOptions, type ReadResult, readDesk } from '../pipeline/read.ts';
import type { SpeakerRow, StatementRow, Store } from '../store/store.ts';
import { articleViews } from './cascade-views.ts';
import { type Context, operation } from './operation.ts';
import { statementView } from './reading-views.ts';

/** Languages named where they cannot be read. */
const LANGUAGES_NAMED = 5;
/** Speakers offered where a name fits several. */
const SPEAKERS = 20;

/** The speakers that a name fits, and, where it is one, what they said. */
export interface SaidOfView {
  readonly speakers: readonly SpeakerRow[];
  readonly offset: number;
  readonly statements: readonly SaidView[];
}

export const readOperation = operation({
  input: z.object({
    reader: z
      .enum(['built-in', 'model'])
      .default('built-in')
      .describe('who reads: built-in, or the model that ATALAYA_READER names'),
  }),
  creates: false,
  run: async ({ reader }, context) =>
    reading(context, reader === 'model' ? modelOf(context) : undefined),
  text: (result, { color }) => readText(result, inkOf(color)),
});

export const saidOperation = operation({
  input: z.object({
    name: z
      .array(z.string())
      .default([])
      .describe('name or part of it, in any script; none: all speakers'),
    limit: z.coerce.number().int().min(1).max(1000).default(20).describe('how many to show'),
    offset: z.coerce.number().int().min(0).default(0).describe('how many statements to skip'),
  }),
  positional: 'name',
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async ({ name, limit, offset }, { desk: { store } }): Promise<SaidOfView> => {
    const part = name.join(' ').trim();
    const speakers = await store.speakers(part, part === '' ? limit : SPEAKERS);
    const one = part === '' ? undefined : onlyOne(speakers, part);
    if (one === undefined) return { speakers, offset: 0, statements: [] };
    const rows = await store.statementsOf(one.entity, limit, offset);
    return { speakers: [one], offset, statements: await saidViews(store, rows) };
  },
  text: (view, { color }) => saidOfText(view, inkOf(color)),
});

function modelOf({ desk: { openReader } }: Context): ReadOptions['reader'] {
  if (openReader !== undefined) return openReader();
  throw new Error(
    'no model is named that could read: set ATALAYA_READER to http://HOST/v1#MODEL or https://HOST/v1#MODEL, an OpenAI-compatible endpoint',
  );
}

/** Reads with progress, with the built-in reader where no other is given. Also what the demo does. */
export function reading(
  { desk, progress }: Context,
  reader?: ReadOptions['reader'],
): Promise<ReadResult> {
  return readDesk(desk, {
    reader,
    onProgress: (done, total) => progress.step('reading articles', done / total, 1),
  });
}

/** The speaker whose name it is, or the only one that it fits. */
function onlyOne(speakers: readonly SpeakerRow[], part: string): SpeakerRow | undefined {
  const exact = speakers.filter(({ name }) => name.toLowerCase() === part.toLowerCase());
  if (exact.length === 1) return exact[0];
  return speakers.length === 1 ? speakers[0] : undefined;
}

async function saidViews(store: Store, rows: readonly StatementRow[]): Promise<SaidView[]> {
  const ids = [...new Set(rows.map(({ article }) => article))];
  const views = new Map((await articleViews(store, ids)).map((view) => [view.id, view]));
  const texts = await store.articlesByIds(ids);
  const readings = await store.readingsOf(ids);
  return rows.map(({ article, reader, place }) => {
    const found = readings.get(article)!.find((one) => one.reader === reader)!;
    const text = texts.get(article as ArticleId)!.text;
    const statement = statementView(found.attributions[place]!, text, found.dates);
    return { article: views.get(article)!, reader, statement };
  });
}

/** The end of a reading for a terminal. */
export function readText(result: ReadResult, ink: Ink): string {
  const { read, statements, events, counts, positions, otherLanguages } = result;
  const lines =
    read === 0
      ? [`Nothing to read: every article that ${result.reader} can read is read.`]
      : [
          `Read ${counted(read, 'article')} with ${result.reader}: ${counted(statements, 'statement')}, ${counted(events, 'event')}, ${counted(counts, 'count of presence', 'counts of presence')}, ${counted(positions, 'position')}.`,
        ];
  const refused = Object.entries(result.refused) as [keyof typeof READ_REFUSAL_WORDS, number][];
  for (const [kind, count] of refused) {
    lines.push(
      ink.warn(`${counted(count, 'item')} of the reader refused: ${READ_REFUSAL_WORDS[kind]}.`),
    );
  }
  if (otherLanguages.length > 0) {
    const total = otherLanguages.reduce((sum, { articles }) => sum + articles, 0);
    const some = otherLanguages
      .slice(0, LANGUAGES_NAMED)
      .map(({ language, articles }) => `${language} ${figure(articles)}`);
    const more = otherLanguages.length > LANGUAGES_NAMED ? ', …' : '';
    lines.push(
      ink.dim(
        `Not read, since in other languages: ${counted(total, 'article')} (${some.join(', ')}${more}).`,
      ),
    );
  }
  return lines.join('\n');
}

function saidOfText({ speakers, statements, offset }: SaidOfView, ink: Ink): string {
  const [only] = speakers;
  if (only === undefined)
    return 'No speaker of that name is quoted in what was read (atalaya read).';
  if (statements.length === 0) {
    return [
      columns(
        speakers.map(({ name, statements: said, articles, entity }) => [
          foreign(name),
          counted(said, 'statement'),
          `in ${counted(articles, 'article')}`,
          ink.dim(entity),
        ]),
      ),
      ink.dim('What one of them said: atalaya said NAME'),
    ].join('\n');
  }
  const end = offset + statements.length;
  return [
    ...statements.map((one) => saidText(one, ink)),
    ink.dim(
      `${figure(offset + 1)}–${figure(end)} of ${counted(only.statements, 'statement')} by ${foreign(only.name)}, newest article first. What was uttered when is as stated.`,
    ),
  ].join('\n\n');
}
