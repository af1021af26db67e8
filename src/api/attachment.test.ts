import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentOf } from './attachment.ts';
import { as, openTestDoor, type TestDoor } from './door.fixture.ts';

const WATCH = join(import.meta.dirname, '..', '..', 'example', 'watch.yaml');

describe('attachmentOf', () => {
  it('takes documents of bytes alone', () => {
    for (const output of [{}, { bytes: 12 }, { mediaType: 'text/html', text: 'x' }]) {
      expect(attachmentOf(output)).toBeUndefined();
    }
  });
});

describe('documents of text and of pieces', () => {
  async function* pieces(): AsyncGenerator<string | Uint8Array> {
    yield 'ñ,';
    yield Buffer.from('1\r\n');
  }

  it('are sent as they are, to be saved', async () => {
    const named = { mediaType: 'text/csv', fileName: 'a.csv' };
    for (const output of [
      { ...named, text: 'ñ,1\r\n' },
      { ...named, pieces: pieces() },
    ]) {
      const response = attachmentOf(output)!;
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(response.headers.get('content-disposition')).toBe('attachment; filename="a.csv"');
      expect(await response.text()).toBe('ñ,1\r\n');
    }
  });

  it('come whole over HTTP, for people who may read', async () => {
    const door = await openTestDoor({ watchFile: WATCH });
    try {
      const ask = (path: string, headers: Record<string, string>) =>
        door.app.request(`http://localhost:8420${path}`, { headers });
      const csv = await ask('/api/export?kind=csv&table=articles', as('reader'));
      expect(csv.status).toBe(200);
      expect((await csv.text()).split('\r\n').length).toBeGreaterThan(70);
      const briefing = await ask('/api/briefing?format=md', as('reader'));
      expect(await briefing.text()).toMatch(/^# Briefing/);
      expect((await ask('/api/export?kind=nothing', as('reader'))).status).toBe(400);
      expect((await ask('/api/export?kind=csv', {})).status).toBe(401);
    } finally {
      await door.close();
    }
  });
});

describe('a receipt over HTTP', () => {
  let door: TestDoor;
  beforeAll(async () => {
    // The list that the example's alerts were raised with.
    door = await openTestDoor({ watchFile: WATCH });
  });
  afterAll(() => door.close());

  it('is a file to be saved', async () => {
    const { store } = door.program.desk;
    const [alert] = await store.alerts({ limit: 1, offset: 0 });
    const address = `http://localhost:8420/api/receipt?id=${alert!.id}`;
    const response = await door.app.request(address, { headers: as('reader') });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="receipt-${alert!.id}.zip"`,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(bytes.includes('manifest.json')).toBe(true);
  });

  it('is for people who may read', async () => {
    const response = await door.app.request('http://localhost:8420/api/receipt?id=abcd');
    expect(response.status).toBe(401);
  });
});
