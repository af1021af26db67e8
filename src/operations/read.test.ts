import { describe, expect, it } from 'vitest';
import { fileIn, jsonLines, onDesk, useFolder } from '../pipeline/desk.fixture.ts';
import { ingest } from '../pipeline/ingest.ts';
import { showOperation } from './cascades.ts';
import type { Context } from './operation.ts';
import { readOperation, saidOperation } from './read.ts';

const folder = useFolder();

const ENGLISH = `William Burns, the CIA director, spoke in London. "They want a place to operate," Burns said during a hearing in 2022.

Norway expelled fifteen Russian diplomats. Hungary opposes the new sanctions. The number of staff at the Russian embassy in Oslo has grown substantially.`;
const RUSSIAN =
  'Сергей Шойгу заявил, что учения завершены. «Всё прошло по плану», — сказал Шойгу на брифинге.';

const ARTICLES = jsonLines([
  {
    url: 'https://paper.example/1',
    outlet: 'The Paper',
    title: 'One',
    text: ENGLISH,
    language: 'en',
    published: '2024-09-23T10:00:00Z',
  },
  {
    url: 'https://gazeta.example/2',
    outlet: 'Газета',
    title: 'Два',
    text: RUSSIAN,
    language: 'ru',
    published: '2024-09-24T10:00:00Z',
  },
  {
    url: 'https://journal.example/3',
    outlet: 'Journal',
    title: 'Trois',
    text: 'Le ministre a dit que tout va bien et que rien ne change.',
    language: 'fr',
  },
]);

/** Runs `work` on a desk that holds the articles. */
function onArticles<T>(work: (context: Context) => Promise<T>): Promise<T> {
  return onDesk(folder(), async (desk) => {
    await ingest(desk, [fileIn(folder(), 'a.jsonl', ARTICLES)]);
    return work({
      desk,
      progress: { step: () => {}, tell: () => {} },
      stdin: undefined,
      example: '',
      hasDesk: true,
      interrupted: () => new AbortController().signal,
      version: '0',
      by: 'local',
    });
  });
}

const plain = { color: false };

describe('read', () => {
  it('reads what it can and names the languages that it cannot', async () => {
    await onArticles(async (context) => {
      const result = await readOperation.run({ reader: 'built-in' }, context);
      expect(result).toMatchObject({
        read: 2,
        otherLanguages: [{ language: 'fr', articles: 1 }],
      });
      expect(result.statements).toBeGreaterThanOrEqual(3);
      const text = readOperation.text(result, plain);
      expect(text).toMatch(/^Read 2 articles with built-in@2: \d+ statements/);
      expect(text).toContain('Not read, since in other languages: 1 article (fr 1).');
      const again = await readOperation.run({ reader: 'built-in' }, context);
      expect(readOperation.text(again, plain)).toContain('Nothing to read');
    });
  });

  it('says which setting is missing where a model is asked for and none is named', async () => {
    await onArticles(async (context) => {
      await expect(readOperation.run({ reader: 'model' }, context)).rejects.toThrow(
        /ATALAYA_READER/,
      );
    });
  });
});

describe('said', () => {
  it('lists speakers, and of one the statements with venue, date and role', async () => {
    await onArticles(async (context) => {
      await readOperation.run({ reader: 'built-in' }, context);
      const all = await saidOperation.run({ name: [], limit: 20, offset: 0 }, context);
      expect(all.speakers.map(({ name }) => name)).toContain('William Burns');
      expect(saidOperation.text(all, plain)).toContain('What one of them said');
      const one = await saidOperation.run({ name: ['burns'], limit: 20, offset: 0 }, context);
      expect(one.statements.map(({ statement }) => statement)).toContainEqual(
        expect.objectContaining({
          mode: 'direct',
          venue: expect.objectContaining({ text: 'a hearing' }),
          uttered: expect.objectContaining({ value: '2022' }),
        }),
      );
      const text = saidOperation.text(one, plain);
      expect(text).toContain('They want a place to operate');
      expect(text).toContain('uttered: 2022');
    });
  });

  it('finds a speaker in another script’s letters, and says where there is none', async () => {
    await onArticles(async (context) => {
      await readOperation.run({ reader: 'built-in' }, context);
      const russian = await saidOperation.run({ name: ['шойгу'], limit: 20, offset: 0 }, context);
      expect(russian.statements.length).toBeGreaterThanOrEqual(2);
      const nobody = await saidOperation.run({ name: ['nobody'], limit: 20, offset: 0 }, context);
      expect(saidOperation.text(nobody, plain)).toContain('No speaker of that name');
    });
  });
});

describe('show of an article', () => {
  it('gives its readings: who said what, what happened, how many, who stands where', async () => {
    await onArticles(async (context) => {
      await readOperation.run({ reader: 'built-in' }, context);
      const ids = await context.desk.store.unread({
        reader: 'nobody@1',
        languages: ['en'],
        from: 0,
        limit: 1,
      });
      const shown = await showOperation.run({ id: ids[0]!.article.id }, context);
      if (shown.kind !== 'article') throw new Error('an article was expected');
      const [reading] = shown.readings;
      expect(reading).toMatchObject({ reader: 'built-in@2', refused: {} });
      expect(reading!.events).toContainEqual(
        expect.objectContaining({ kind: 'expel', status: 'happened' }),
      );
      expect(reading!.counts).toContainEqual(
        expect.objectContaining({ measure: 'rise', scope: 'embassy' }),
      );
      expect(reading!.positions).toContainEqual(expect.objectContaining({ stance: 'opposes' }));
      const text = showOperation.text(shown, plain);
      for (const part of ['Read by built-in@2', 'event  expel', 'count  rise', 'opposes']) {
        expect(text).toContain(part);
      }
    });
  });
});
