import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../collect/web/fetched.ts';
import type { Web } from '../../collect/web/web.ts';
import { fileIn, onDesk, useFolder } from '../desk.fixture.ts';
import type { Desk } from '../desk.ts';
import { importChecks, searchChecks } from './import-checks.ts';

const folder = useFolder();
const inDesk = <T>(work: (desk: Desk) => Promise<T>): Promise<T> =>
  onDesk(join(folder(), 'desk'), work);

describe('importChecks', () => {
  const quiet = { stdin: undefined, onProgress: () => {} };

  it('counts what was repeated and what was kept with a doubt', async () => {
    const rows = [
      'claim,rating,checker,url,checked',
      'The pier was sold,False,Bay Check,https://check.example/1,some day',
      'The pier was sold,False,Bay Check,https://check.example/1,some day',
    ];
    const file = fileIn(folder(), 'c.csv', rows.join('\n'));
    const { notes, ...kept } = await inDesk((desk) => importChecks(desk, [file], quiet));
    expect(kept).toMatchObject({ met: 2, added: 1, searched: false, fault: undefined });
    expect(notes).toContain('1 state a claim that was read at the same address before.');
    expect(notes.join('\n')).toMatch(/2 were kept with a doubt: /);
  });

  it('passes over reviews of pictures, and says so', async () => {
    const review = { '@type': 'MediaReview', url: 'https://check.example/picture' };
    const claim = {
      '@type': 'ClaimReview',
      url: 'https://check.example/2',
      claimReviewed: 'The pier was sold',
    };
    const file = fileIn(folder(), 'c.json', JSON.stringify([review, claim]));
    const kept = await inDesk((desk) => importChecks(desk, [file], quiet));
    expect(kept.added).toBe(1);
    expect(kept.notes.join()).toContain('of pictures and videos');
  });

  it('tells how many bytes are done, of so many', async () => {
    const rows = `claim,checker\n${'The pier was sold,Bay Check\n'.repeat(3)}`;
    const file = fileIn(folder(), 'c.csv', rows);
    const steps: number[][] = [];
    const onProgress = (...step: number[]) => steps.push(step);
    await inDesk((desk) => importChecks(desk, [file], { stdin: undefined, onProgress }));
    expect(steps.at(-1)).toEqual([rows.length, rows.length]);
  });
});

describe('searchChecks', () => {
  /** A desk with a key and a web that answers so, or refuses. */
  function onWeb(desk: Desk, status: number, answer: unknown) {
    const state = { asked: [] as string[], closed: 0 };
    const body = Buffer.from(JSON.stringify(answer));
    const told = { finalUrl: '', redirects: [], startedAt: 0, ms: 0, status, body };
    const web: Web = {
      get: async ({ url }) => {
        state.asked.push(url);
        if (status !== 200) {
          const why = { what: `${url} was refused`, detail: `${url} was refused.` };
          return { kind: 'refused', url, reason: 'forbidden', ...why, ...told };
        }
        const wire = { url, status, headers: [], body } as unknown as Answer['wire'];
        return { kind: 'answer', url, headers: [], wire, ...told } as Answer;
      },
      close: async () => {
        state.closed++;
      },
    };
    return { desk: { ...desk, factCheckKey: 'a-secret-key', openWeb: () => web }, state };
  }

  it('needs a key, and a way to the web', async () => {
    await inDesk(async (desk) => {
      await expect(searchChecks(desk, 'pier', undefined)).rejects.toThrow('ATALAYA_FACTCHECK_KEY');
      const keyed = { ...desk, factCheckKey: 'a-secret-key' };
      await expect(searchChecks(keyed, 'pier', undefined)).rejects.toThrow('no way to the web');
    });
  });

  it('keeps what the API answers, and closes the web', async () => {
    const claims = [
      {
        text: 'The pier was sold',
        claimReview: [
          {
            publisher: { name: 'Bay Check' },
            url: 'https://check.example/1',
            textualRating: 'False',
          },
        ],
      },
    ];
    await inDesk(async (plain) => {
      const { desk, state } = onWeb(plain, 200, { claims });
      const kept = await searchChecks(desk, 'pier', 'en');
      expect(kept).toMatchObject({ searched: true, met: 1, added: 1, fault: undefined });
      expect((await plain.store.checkCounts()).checks).toBe(1);
      expect(state.asked[0]).toContain('query=pier');
      expect(state.closed).toBe(1);
    });
  });

  it('says why the API answered nothing, never with the key, and closes the web', async () => {
    await inDesk(async (plain) => {
      const { desk, state } = onWeb(plain, 403, {});
      const kept = await searchChecks(desk, 'pier', undefined);
      expect(kept).toMatchObject({ searched: true, met: 0, added: 0 });
      expect(kept.fault).toContain('status 403');
      expect(kept.notes).toEqual([]);
      expect(JSON.stringify(kept)).not.toContain('a-secret-key');
      expect(state.closed).toBe(1);
    });
  });
});
