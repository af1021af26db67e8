/** Lists in parts: the cursor of the Link header leads through all of it, and belongs to its list alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { named, type Operation } from '../operations/operation.ts';
import { as, ORIGIN, openTestDoor, type TestDoor } from './door.fixture.ts';

let door: TestDoor;
beforeAll(async () => {
  door = await openTestDoor();
});
afterAll(() => door.close());

const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
  door.app.request(ORIGIN + path, init);

describe('lists', () => {
  it('go on by the cursor until all was seen, once', async () => {
    const whole = (await (
      await ask('/api/cascade-list?limit=200&minReach=1', { headers: as('reader') })
    ).json()) as { cascades: { id: string }[] };
    expect(whole.cascades.length).toBeGreaterThan(2);
    const seen: string[] = [];
    let next: string | undefined = '/api/cascade-list?limit=2&minReach=1';
    while (next !== undefined) {
      const response = await ask(next, { headers: as('reader') });
      expect(response.status).toBe(200);
      seen.push(...((await response.json()) as typeof whole).cascades.map(({ id }) => id));
      next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual(whole.cascades.map(({ id }) => id));
  });

  it.each([
    ['counted to the end', { total: 4, more: false }, [2, 2]],
    ['not counted to the end', { total: 2, more: true }, [2, 2, 0]],
    ['without a total', {}, [2, 2, 0]],
  ])('that are %s go on while there is more', async (_how, told, parts) => {
    const all = ['a', 'b', 'c', 'd'];
    const one = named('parts', 'Give a list in parts', {
      input: z.object({ limit: z.coerce.number(), offset: z.coerce.number().default(0) }),
      creates: false,
      remote: { role: 'reader', changes: false },
      run: async ({ offset, limit }) => ({ hits: all.slice(offset, offset + limit), ...told }),
      text: () => '',
    }) as unknown as Operation;
    const { app } = door.again({ operations: [one] });
    const seen: number[] = [];
    let next: string | undefined = '/api/parts?limit=2';
    while (next !== undefined && seen.length < 9) {
      const response = await app.request(ORIGIN + next, { headers: as('reader') });
      seen.push(((await response.json()) as { hits: string[] }).hits.length);
      next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual(parts);
  });

  it('refuse a cursor of another list, or none', async () => {
    const first = await ask('/api/cascade-list?limit=1', { headers: as('reader') });
    const cursor = /cursor=([^&>]+)/.exec(first.headers.get('link')!)![1]!;
    for (const place of [
      `/api/cascade-list?limit=2&cursor=${cursor}`,
      `/api/cascades?limit=1&cursor=${cursor}`,
      `/api/status?cursor=${cursor}`,
      `/api/cascade-list?limit=1&offset=1&cursor=${cursor}`,
      `/api/cascade-list?limit=1&cursor=${cursor}&cursor=${cursor}`,
      `/api/cascade-list?limit=1&cursor=${cursor}A`,
      `/api/cascade-list?limit=1&cursor=${cursor}!!`,
      '/api/cascade-list?limit=1&cursor=',
      '/api/cascade-list?limit=1&cursor=MS4tMS4w',
      '/api/cascade-list?limit=1&cursor=%00',
      '/api/cascade-list?limit=1&cursor=__proto__',
    ]) {
      const response = await ask(place, { headers: as('reader') });
      expect(response.status, place).toBe(400);
      expect(((await response.json()) as { type: string }).type).toMatch(/bad-(?:cursor|input)$/);
      expect(response.headers.get('link')).toBeNull();
    }
  });
});
