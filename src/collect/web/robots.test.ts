import { describe, expect, it } from 'vitest';
import type { Answer, Fetched, Refused } from './fetched.ts';
import { because, sentenceOf } from './refusals.ts';
import { openRobots } from './robots.ts';

const answer = (url: string, text: string): Answer => ({
  kind: 'answer',
  url,
  finalUrl: url,
  redirects: [],
  headers: [],
  startedAt: 0,
  ms: 1,
  status: 200,
  body: Buffer.from(text),
  wire: { requestHead: '', responseHead: '', payload: Buffer.from(text) },
});
const refusal = (url: string, reason: Refused['reason'], status?: number): Refused => {
  const why = because(reason, 'it failed');
  const told = { url, finalUrl: url, redirects: [], startedAt: 0, ms: 1 };
  return { kind: 'refused', ...told, ...why, detail: sentenceOf(why), status };
};

function opened(reply: (url: string) => Fetched) {
  const asked: string[] = [];
  const clock = { now: 0 };
  const fetch = async (url: string): Promise<Fetched> => {
    asked.push(url);
    return reply(url);
  };
  const robots = openRobots({ now: () => clock.now, agent: 'Atalaya', fetch });
  const verdict = (url: string) => robots.verdict(new URL(url));
  return { robots, verdict, asked, clock };
}

describe('openRobots', () => {
  it('asks a site once a day, however many wait', async () => {
    const { verdict, asked, clock } = opened((url) => answer(url, 'User-agent: *\nDisallow: /x'));
    const first = await Promise.all(
      ['/a', '/b', '/x'].map((p) => verdict(`https://a.example${p}`)),
    );
    expect(first.map((v) => v.kind)).toEqual(['allowed', 'allowed', 'refused']);
    clock.now = 86_399_999;
    await verdict('https://a.example/c');
    expect(asked).toEqual(['https://a.example/robots.txt']);
    clock.now = 86_400_001;
    await verdict('https://a.example/c');
    await verdict('http://a.example/c');
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['not-found', 404, 'allowed'],
    ['forbidden', 403, 'allowed'],
    ['login', 401, 'allowed'],
    ['redirect-loop', undefined, 'allowed'],
    ['too-many-redirects', 302, 'allowed'],
    ['server-error', 500, 'robots-unreachable'],
    ['time-out', undefined, 'robots-unreachable'],
    ['bomb', 200, 'robots-unreachable'],
    ['wrong-length', 200, 'robots-unreachable'],
    ['dns', undefined, 'dns'],
    ['tls', undefined, 'tls'],
    ['private-address', undefined, 'private-address'],
    ['rate-limited', 429, 'rate-limited'],
  ] as const)('where it is refused for %s (%s), says %s', async (reason, status, expected) => {
    const { verdict } = opened((url) => refusal(url, reason, status));
    const found = await verdict('https://a.example/a');
    expect(found.kind === 'refused' ? found.reason : found.kind).toBe(expected);
  });

  it('asks an unreachable site again after a while, and one that was busy at once', async () => {
    const broken = opened((url) => refusal(url, 'server-error', 500));
    await broken.verdict('https://a.example/a');
    expect(await broken.verdict('https://a.example/b')).toMatchObject({ retryAfterMs: 900_000 });
    expect(broken.asked).toHaveLength(1);
    broken.clock.now = 900_001;
    await broken.verdict('https://a.example/b');
    expect(broken.asked).toHaveLength(2);
    const busy = opened((url) => refusal(url, 'rate-limited', 429));
    await busy.verdict('https://a.example/a');
    await busy.verdict('https://a.example/a');
    expect(busy.asked).toHaveLength(2);
  });

  it('honours a crawl delay up to half a minute', async () => {
    const delay = (seconds: number) =>
      opened((url) => answer(url, `User-agent: *\nCrawl-delay: ${seconds}`)).verdict(
        'https://a.example/',
      );
    expect(await delay(7)).toEqual({ kind: 'allowed', crawlDelayMs: 7000 });
    expect(await delay(86_400)).toEqual({ kind: 'allowed', crawlDelayMs: 30_000 });
  });

  it('forgets the longest unasked sites when their rules grow large', async () => {
    const large = `User-agent: *\n${Array.from({ length: 9000 }, (_, n) => `Disallow: /${n}`).join('\n')}`;
    const { robots, verdict, asked } = opened((url) => answer(url, large));
    for (let n = 0; n < 60; n++) await verdict(`https://s${n}.example/a`);
    expect(robots.size()).toBeLessThan(40);
    await verdict('https://s59.example/a');
    expect(asked).toHaveLength(60);
    await verdict('https://s0.example/a');
    expect(asked).toHaveLength(61);
  });
});
