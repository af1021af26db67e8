import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '../src/domain/ids.ts';
import type { Reading } from '../src/domain/reading.ts';
import { acceptanceMeasure, type ReadRecord } from './acceptance.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acceptance-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A record with two dates; the reader below finds the first of them. */
function line(id: string, language: string): string {
  const gold = {
    ...{ attributions: [], events: [], counts: [], positions: [], staleness: [] },
    dates: [
      { trigger: 'on Monday', value: '2024-05-13' },
      { trigger: 'in 2019', value: '2019' },
    ],
  };
  const text = 'It rained on Monday and in 2019.';
  const about = { id, language, published: '2024-05-16', outlet: 'Faro', invented: true };
  return JSON.stringify({ ...about, url: `https://faro.example/${id}`, text, gold });
}

const seen: unknown[] = [];
const readMonday: ReadRecord = (record): Reading => {
  seen.push(record);
  const begin = record.text.indexOf('on Monday');
  return {
    ...{ article: record.id as ArticleId, reader: 'test@1', mentions: [], attributions: [] },
    ...{ events: [], counts: [], positions: [], staleness: [], refused: {} },
    dates: [
      {
        ...{ span: { begin, end: begin + 9 }, text: 'on Monday', type: 'DATE' },
        ...{ value: '2024-05-13', basis: 'relative', days: undefined },
      },
    ],
  };
};
const measure = () => acceptanceMeasure(folder, () => readMonday);
const put = (name: string, content: string): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

describe('acceptance', () => {
  it('measures both halves apart, and lists no item', async () => {
    put('acceptance-tune.jsonl', `${line('a', 'en')}\n${line('b', 'ru')}\n`);
    put('acceptance-held.jsonl', line('c', 'es'));
    const answer = await measure().run('');
    const half = { p: 1, r: 0.5, f1: 2 / 3 };
    expect(answer).toMatchObject({
      kind: 'measured',
      figures: {
        tune: {
          overall: half,
          languages: { en: half, ru: half },
          parts: { dates: half, events: { p: null, r: null, f1: null } },
          details: { aligned: { f1: null } },
        },
        held: { overall: half, languages: { es: half } },
      },
    });
    const table = answer.kind === 'measured' ? answer.table : '';
    expect(table).toContain('tune: 2 records');
    expect(table).toMatch(/dates +1\.0000 +0\.5000 +0\.6667 +2 +0 +2\n/);
    expect(table).not.toContain('It rained');
  });

  it('lists what differs of a file that is named', async () => {
    const answer = await measure().run(put('mine.jsonl', line('a', 'en')));
    const table = answer.kind === 'measured' ? answer.table : '';
    expect(table).toContain(
      'a: It rained on Monday and in 2019.\n  dates missed: {"trigger":"in 2019","value":"2019"}',
    );
    expect(answer).toMatchObject({ figures: { mine: { overall: { f1: 2 / 3 } } } });
  });

  it('shows the reader no gold', async () => {
    seen.length = 0;
    await measure().run(put('mine.jsonl', line('a', 'en')));
    expect(JSON.stringify(seen)).toContain('"published":"2024-05-16"');
    expect(JSON.stringify(seen)).not.toContain('gold');
  });

  it('says where it looked for absent data, and opens no reader for it', async () => {
    const open = () => {
      throw new Error('opened');
    };
    const answer = await acceptanceMeasure(folder, open).run('');
    expect(answer).toMatchObject({ kind: 'absent', place: join(folder, 'acceptance-tune.jsonl') });
  });

  it('refuses a file with a fault and names it', async () => {
    const file = put('mine.jsonl', `${line('a', 'en')}\n${line('a', 'xx')}\n`);
    await expect(measure().run(file)).rejects.toThrow(`${file}, line 2, language: `);
  });
});
