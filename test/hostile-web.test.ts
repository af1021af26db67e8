/**
 * The hostile web: at each misbehaviour the desk neither hangs nor fails, and says what it met by a
 * counted reason. The table below is checked for completeness.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fetched, FetchRequest } from '../src/collect/web/fetched.ts';
import { FETCH_REFUSALS, type FetchRefusal } from '../src/collect/web/refusals.ts';
import { openWeb, type Web, type WebOptions } from '../src/collect/web/web.ts';
import { HOSTILE_PATHS, type HostileWeb, startHostileWeb } from './hostile-web/hostile-web.ts';

/** What each path comes to. `answer` where what is wrong is for a later stage to see. */
const EXPECTED: Readonly<Record<string, FetchRefusal | 'answer'>> = {
  '/slow-drip': 'time-out',
  '/slow-head': 'time-out',
  '/silent': 'time-out',
  '/stalls': 'time-out',
  '/endless-body': 'too-large',
  '/endless-head': 'too-large',
  '/endless-hints': 'time-out',
  '/says-huge': 'too-large',
  '/says-longer': 'wrong-length',
  // HTTP ends the body where the head said; what follows is no part of it.
  '/says-shorter': 'answer',
  '/says-nonsense': 'broken-transfer',
  '/says-twice': 'wrong-length',
  '/cut-chunks': 'broken-transfer',
  '/broken-chunks': 'broken-transfer',
  '/hangs-up': 'broken-transfer',
  '/no-http': 'broken-transfer',
  '/old-http': 'answer',
  '/gzip-bomb': 'bomb',
  '/brotli-bomb': 'bomb',
  '/nested-bomb': 'bomb',
  '/many-layers': 'bomb',
  '/cut-gzip': 'broken-transfer',
  '/broken-gzip': 'broken-transfer',
  '/no-gzip': 'answer',
  '/bare-deflate': 'answer',
  '/unasked-encoding': 'broken-transfer',
  '/video': 'media-type',
  '/empty': 'answer',
  '/loop': 'redirect-loop',
  '/loop-of-two': 'redirect-loop',
  '/loop-back': 'redirect-loop',
  '/without-end': 'too-many-redirects',
  '/to-loopback': 'private-address',
  '/to-loopback-number': 'private-address',
  '/to-loopback-v6': 'private-address',
  '/to-mapped': 'private-address',
  '/to-metadata': 'private-address',
  '/to-private-name': 'private-address',
  '/to-file': 'bad-url',
  '/to-script': 'bad-url',
  '/to-mail-port': 'bad-url',
  '/to-nonsense': 'bad-url',
  '/to-password': 'bad-url',
  '/to-nothing': 'http-status',
  '/cookie-wall': 'answer',
  '/moved-for-good': 'answer',
  '/moved-again': 'answer',
  '/moved-for-now': 'answer',
  '/to-umlaut': 'answer',
  '/missing': 'not-found',
  '/gone': 'gone',
  '/forbidden': 'forbidden',
  '/no-law': 'forbidden',
  '/password': 'login',
  '/pay': 'login',
  '/teapot': 'http-status',
  '/broken-server': 'server-error',
  '/bad-gateway': 'server-error',
  '/too-many': 'rate-limited',
  '/too-many-seconds': 'rate-limited',
  '/too-many-for-ever': 'rate-limited',
  '/too-many-nonsense': 'rate-limited',
  '/busy': 'server-error',
  '/busy-until': 'server-error',
  '/captcha': 'captcha',
  '/captcha-403': 'captcha',
  '/captcha-503': 'captcha',
  '/captcha-unmarked': 'captcha',
  '/blocked': 'blocked-page',
  '/blocked-200': 'blocked-page',
  '/blocked-ru': 'blocked-page',
  '/consent': 'consent-page',
  '/to-consent': 'consent-page',
  '/gate': 'answer',
  '/to-login': 'login',
  '/login': 'answer',
  '/about-captchas': 'answer',
  '/no-content': 'http-status',
  '/unasked-part': 'http-status',
  '/unasked-304': 'http-status',
  '/broken.xml': 'answer',
  '/unclosed.xml': 'answer',
  '/entity-bomb.xml': 'answer',
  '/outside-entity.xml': 'answer',
  '/lying-dates.xml': 'answer',
  '/changing-guids.xml': 'answer',
  '/wrong-charset.xml': 'answer',
  '/page-as-feed.xml': 'answer',
  '/empty.xml': 'answer',
  '/deep.xml': 'answer',
};

/** Nothing waits so long; and what is waited for where the server never ends, with room for load. */
const PATIENT = { connectMs: 60_000, headersMs: 60_000, idleMs: 60_000, wholeMs: 60_000 };
const HASTY = { connectMs: 3000, headersMs: 3000, idleMs: 3000, wholeMs: 4000 };
const HASTY_PATHS = /^\/(?:slow|silent|stalls|endless-hints)/;

let hostile: HostileWeb;
const webs: Web[] = [];

beforeAll(async () => {
  hostile = await startHostileWeb();
});
afterAll(async () => {
  await Promise.all(webs.map((web) => web.close()));
  await hostile.close();
});

function opened(options: Partial<WebOptions> = {}): Web {
  const web = openWeb({ ...hostile.webOptions, paceMs: 0, timeOuts: PATIENT, ...options });
  webs.push(web);
  return web;
}

/** Asks for a path on a host of its own. */
function ask(
  web: Web,
  path: string,
  host: string,
  more: Partial<FetchRequest> = {},
): Promise<Fetched> {
  const purpose = path.endsWith('.xml') ? 'feed' : 'page';
  return web.get({ url: hostile.at(host, path), purpose, ...more });
}

const reasonOf = (fetched: Fetched): string =>
  fetched.kind === 'refused' ? fetched.reason : fetched.kind;
const hostFor = (path: string): string => `h${HOSTILE_PATHS.indexOf(path)}`;

describe('each misbehaviour', () => {
  it('stands in the table', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...HOSTILE_PATHS].sort());
  });

  it('ends with its reason, and with a sentence that names the host', async () => {
    const patient = opened();
    const hasty = opened({ timeOuts: HASTY });
    const met = await Promise.all(
      HOSTILE_PATHS.map(async (path) => {
        const web = HASTY_PATHS.test(path) ? hasty : patient;
        return [path, await ask(web, path, hostFor(path))] as const;
      }),
    );
    expect(Object.fromEntries(met.map(([path, fetched]) => [path, reasonOf(fetched)]))).toEqual(
      EXPECTED,
    );
    for (const [, fetched] of met) {
      if (fetched.kind === 'refused') expect(fetched.detail).toMatch(/^\S.{20,700}[^.]\.$/su);
    }
  });

  it('costs one request, or two where the connection broke', () => {
    for (const path of HOSTILE_PATHS) {
      if (path === '/cookie-wall' || path === '/hangs-up' || path === '/without-end') continue;
      expect([path, hostile.hits(hostFor(path), path)]).toEqual([path, 1]);
    }
    expect(hostile.hits(hostFor('/without-end'), '/without-end')).toBe(11);
    expect(hostile.hits('private', '/admin')).toBe(0);
  });
});

describe('where a host asks for peace', () => {
  it.each([
    ['/too-many', 5000, 5000],
    ['/too-many-seconds', 120_000, 120_000],
    ['/too-many-for-ever', 3_600_000, 3_600_000],
    ['/busy', 5000, 5000],
    ['/busy-until', 60_000, 90_000],
  ])('%s is not asked again before', async (path, least, most) => {
    const web = opened();
    const host = `peace${path.replaceAll('/', '-')}`;
    const first = await ask(web, path, host);
    if (first.kind !== 'refused') throw new Error('an answer where a refusal was expected');
    expect(first.retryAfterMs).toBeGreaterThanOrEqual(least);
    expect(first.retryAfterMs).toBeLessThanOrEqual(most);
    expect(first.detail).toMatch(/to be asked again in \d+ seconds/);
    const asked = hostile.total();
    const second = await ask(web, '/page/1', host);
    expect(reasonOf(second)).toBe('rate-limited');
    expect(hostile.total()).toBe(asked);
  });
});

describe('robots.txt', () => {
  it.each([
    ['robots-closed', 'robots', 'robots'],
    ['robots-closed-to-us', 'answer', 'robots'],
    ['robots-missing', 'answer', 'not-found'],
    ['robots-forbidden', 'answer', 'not-found'],
    ['robots-broken', 'robots-unreachable', 'robots-unreachable'],
    ['robots-busy', 'robots-unreachable', 'robots-unreachable'],
    ['robots-silent', 'robots-unreachable', 'robots-unreachable'],
    ['robots-hangs-up', 'robots-unreachable', 'robots-unreachable'],
    ['robots-huge', 'answer', 'robots'],
    ['robots-endless', 'answer', 'robots'],
    ['robots-binary', 'answer', 'not-found'],
    ['robots-loop', 'answer', 'not-found'],
    ['robots-away', 'robots', 'robots'],
    ['robots-inside', 'robots-unreachable', 'robots-unreachable'],
    ['robots-page', 'answer', 'not-found'],
  ])('of %s', async (host, open, closed) => {
    const web = opened({ timeOuts: host === 'robots-silent' ? HASTY : PATIENT });
    const asked = hostile.hits(host, '/robots.txt');
    expect(reasonOf(await ask(web, '/page/1', host))).toBe(open);
    expect(reasonOf(await ask(web, '/private/1', host))).toBe(closed);
    if (open !== 'answer') expect(hostile.hits(host, '/page/1')).toBe(0);
    // The loop is two requests, a broken connection is tried twice, and none is asked a second time.
    expect(hostile.hits(host, '/robots.txt') - asked).toBeLessThanOrEqual(2);
  });

  it('sets the pace', async () => {
    const waits: number[] = [];
    const wait = async (ms: number): Promise<void> => {
      waits.push(Math.round(ms / 1000));
      await new Promise((resolve) => setImmediate(resolve));
      clock += ms;
    };
    let clock = 0;
    const web = opened({ now: () => clock, wait, paceMs: 2000 });
    for (const host of ['robots-delay', 'robots-delay-for-ever', 'plain']) {
      await ask(web, '/page/1', host);
      await ask(web, '/page/2', host);
    }
    expect(waits).toEqual([7, 30, 2]);
  });
});

describe('addresses', () => {
  it.each([
    ['http://private.example/', 'private-address'],
    ['http://mixed.example/', 'private-address'],
    ['http://unknown.example/', 'dns'],
    ['http://127.0.0.1/', 'private-address'],
    ['nonsense', 'bad-url'],
  ])('%s', async (url, reason) => {
    expect(reasonOf(await opened().get({ url, purpose: 'page' }))).toBe(reason);
  });

  it('are asked only over a connection that can be trusted', async () => {
    const secure = (port: number): Promise<Fetched> =>
      opened().get({ url: `https://secure.example:${port}/page/1`, purpose: 'page' });
    const unsigned = await secure(hostile.securePort);
    expect(unsigned).toMatchObject({ reason: 'tls' });
    expect(unsigned.kind === 'refused' && unsigned.what).toMatch(/signed by itself/);
    expect(await secure(hostile.port)).toMatchObject({ reason: 'tls' });
  });

  it('that nobody serves refuse the connection', async () => {
    const web = opened({ allow: () => true, ports: [9] });
    const fetched = await web.get({ url: 'http://site.example:9/', purpose: 'page' });
    expect(reasonOf(fetched)).toBe('refused-connection');
  });
});

describe('an answer', () => {
  it('comes with its chain, its heads and its exact payload', async () => {
    const fetched = await ask(opened(), '/moved-for-good', 'chain');
    if (fetched.kind !== 'answer') throw new Error(reasonOf(fetched));
    const at = (path: string): string => hostile.at('chain', path);
    expect(fetched).toMatchObject({
      url: at('/moved-for-good'),
      finalUrl: at('/page/1'),
      permanent: at('/page/1'),
      redirects: [
        { url: at('/moved-for-good'), status: 301, location: at('/moved-again') },
        { url: at('/moved-again'), status: 308, location: at('/page/1') },
      ],
      status: 200,
    });
    expect(fetched.wire.requestHead).toMatch(/\r\nuser-agent: Atalaya\/0\.0\.0\r\n/);
    expect(fetched.wire.responseHead).toMatch(/^HTTP\/1\.1 200 OK\r\n.*\r\n\r\n$/s);
    expect(Buffer.from(fetched.body).toString()).toContain('<article>');
    expect(await ask(opened(), '/moved-for-now', 'chain')).toMatchObject({ permanent: undefined });
  });

  it('is not sent twice where nothing is new', async () => {
    const web = opened({ contact: 'mailto:desk@site.example (office)\r\nx: y' });
    const first = await ask(web, '/feed.xml', 'fresh');
    if (first.kind !== 'answer') throw new Error(reasonOf(first));
    expect(first.wire.requestHead).toContain(
      'user-agent: Atalaya/0.0.0 (+mailto:desk@site.exampleofficex:y)\r\n',
    );
    const etag = first.headers.find(([name]) => name === 'etag')![1];
    const second = await ask(web, '/feed.xml', 'fresh', { etag });
    expect(second.kind).toBe('not-modified');
    expect((await ask(web, '/feed.xml', 'fresh', { etag: '"old\r\nx: y"' })).kind).toBe('answer');
  });
});

describe('stopping', () => {
  it('ends a request at once, wherever it stands, and leaves no connection', async () => {
    const web = opened({ paceMs: 3_600_000 });
    await ask(web, '/page/1', 'stop1');
    const stop = new AbortController();
    const asked = [
      ask(web, '/page/2', 'stop1', { signal: stop.signal }),
      ask(web, '/silent', 'stop2', { signal: stop.signal }),
      ask(web, '/page/1', 'robots-silent', { signal: stop.signal }),
      ask(web, '/slow-drip', 'stop3', { signal: stop.signal }),
    ];
    while (hostile.hits('stop3', '/slow-drip') === 0) await new Promise(setImmediate);
    stop.abort();
    expect((await Promise.all(asked)).map(reasonOf)).toEqual(Array(4).fill('aborted'));
  });

  it('ends all requests when the web is closed, and none is sent after', async () => {
    const web = opened();
    const asked = [ask(web, '/silent', 'close1'), ask(web, '/page/1', 'robots-silent')];
    while (hostile.hits('close1', '/silent') === 0) await new Promise(setImmediate);
    await web.close();
    asked.push(ask(web, '/page/1', 'close2'));
    expect((await Promise.all(asked)).map(reasonOf)).toEqual(Array(3).fill('aborted'));
    expect(hostile.hits('close2', '/page/1')).toBe(0);
    await web.close();
  });
});

describe('many hosts', () => {
  it('are asked side by side, one connection each', async () => {
    const web = opened({ inFlight: 8 });
    const asked = Array.from({ length: 600 }, (_, n) => ask(web, `/page/${n}`, `many${n % 60}`));
    const met = await Promise.all(asked);
    expect(met.filter((fetched) => fetched.kind === 'answer')).toHaveLength(600);
    expect(hostile.hits('many1', '/robots.txt')).toBe(1);
  });
});

describe('the reasons', () => {
  it('are all met here or in the tests beside the code', () => {
    const met = new Set([...Object.values(EXPECTED), 'robots', 'robots-unreachable', 'dns', 'tls']);
    const elsewhere = ['refused-connection', 'aborted'];
    expect(FETCH_REFUSALS.filter((reason) => !met.has(reason))).toEqual(elsewhere);
  });
});
