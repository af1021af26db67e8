/** `/metrics`: read by the rules of its format; who may read it; numbers that stay few whatever is asked. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../domain/people.ts';
import { as, ORIGIN, openTestDoor, type TestDoor } from './door.fixture.ts';
import { type ReadFamily, readMetrics } from './metrics-grammar.fixture.ts';
import { openProcessWatch } from './metrics-process.ts';
import { requestNumbers } from './metrics-requests.ts';
import { metricsText } from './metrics-text.ts';

let door: TestDoor;
beforeAll(async () => {
  door = await openTestDoor();
});
afterAll(() => door.close());

async function metricsOf(app: TestDoor['app']): Promise<ReadonlyMap<string, ReadFamily>> {
  const answer = await app.request(`${ORIGIN}/metrics`, { headers: as('reader') });
  expect(answer.status).toBe(200);
  return readMetrics(await answer.text());
}

function valueIn(
  families: ReadonlyMap<string, ReadFamily>,
  name: string,
  labels: object = {},
): number | undefined {
  const samples = families.get(name)?.samples ?? [];
  return samples.find((one) => JSON.stringify(one.labels) === JSON.stringify(labels))?.value;
}

describe('/metrics', () => {
  it('is in the text format, and says what the desk holds', async () => {
    const answer = await door.app.request(`${ORIGIN}/metrics`, { headers: as('reader') });
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const families = readMetrics(await answer.text());
    const { store } = door.program.desk;
    const { articles, outlets } = await store.counts();
    expect(articles).toBeGreaterThan(0);
    expect(valueIn(families, 'atalaya_articles')).toBe(articles);
    expect(valueIn(families, 'atalaya_outlets')).toBe(outlets);
    expect(valueIn(families, 'atalaya_build_info', { version: '0.0.0-test' })).toBe(1);
    const alerts = await store.alerts({ limit: 100_000, offset: 0 });
    expect(alerts.length).toBeGreaterThan(0);
    const states = families.get('atalaya_alerts')!.samples;
    for (const { labels, value } of states) {
      expect(value).toBe(alerts.filter(({ state }) => state === labels['state']).length);
    }
    expect(states.map(({ labels }) => labels['state'])).toEqual(
      expect.arrayContaining(['new', 'acknowledged', 'assigned', 'closed']),
    );
  });

  it('counts requests by pattern and class, never by what was asked', async () => {
    const { app } = door.again({});
    const headers = as('reader');
    await app.request(`${ORIGIN}/alerts/0123456789abcdef?x=1`, { headers });
    await app.request(`${ORIGIN}/alerts/fedcba9876543210.json`, { headers });
    await app.request(`${ORIGIN}/health/live`);
    for (let i = 0; i < 40; i++) await app.request(`${ORIGIN}/made-up/${i}`, { headers });
    await app.request(`${ORIGIN}/health/live`, { method: 'BREW' });
    const families = await metricsOf(app);
    const requests = families.get('atalaya_http_requests_total')!.samples;
    const shown = requests.map(({ labels, value }) => [...Object.values(labels), value].join(' '));
    expect(shown.sort()).toEqual([
      '/alerts/:id GET 4xx 1',
      '/alerts/:id.json GET 4xx 1',
      '/health/live GET 2xx 1',
      '/health/live other 4xx 1',
      'none GET 4xx 40',
    ]);
    expect(families.get('atalaya_http_request_duration_seconds')!.kind).toBe('histogram');
  });

  it('is for whoever may read the desk', async () => {
    const { app } = door;
    expect((await app.request(`${ORIGIN}/metrics`)).status).toBe(401);
    for (const by of ['session', 'token', 'local'] as const satisfies readonly Person['by'][]) {
      const answer = await app.request(`${ORIGIN}/metrics`, { headers: as('reader', by) });
      expect(answer.status, by).toBe(200);
    }
    const posted = await app.request(`${ORIGIN}/metrics`, { method: 'POST', headers: as('admin') });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('gives numbers of the process where it is given them', async () => {
    const watched = openProcessWatch();
    await new Promise((resolve) => setTimeout(resolve, 60));
    const families = await metricsOf(door.again({ process: watched.families }).app);
    watched.close();
    expect(valueIn(families, 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
    expect(valueIn(families, 'atalaya_uptime_seconds')).toBeGreaterThan(0);
    const [p50, p99, max] = ['p50', 'p99', 'max'].map(
      (part) => valueIn(families, `nodejs_eventloop_lag_${part}_seconds`) ?? -1,
    );
    expect(p50).toBeGreaterThanOrEqual(0);
    expect(p99).toBeGreaterThanOrEqual(p50!);
    expect(max).toBeGreaterThanOrEqual(0);
    expect(families.get('process_cpu_seconds_total')!.kind).toBe('counter');
    expect((await metricsOf(door.app)).has('process_resident_memory_bytes')).toBe(false);
  });
});

describe('requestNumbers', () => {
  it('puts each time into its bucket, as counting one by one does', () => {
    const ends = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, Infinity];
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 60_000, noNaN: true })), (times) => {
        const numbers = requestNumbers();
        for (const ms of times) numbers.count({ method: 'GET', route: '/', status: 200, ms });
        const text = metricsText(numbers.families());
        if (times.length === 0) return text === '';
        const { samples } = readMetrics(text).get('atalaya_http_request_duration_seconds')!;
        const buckets = samples.filter(({ name }) => name.endsWith('_bucket'));
        expect(buckets.map(({ value }) => value)).toEqual(
          ends.map((end) => times.filter((ms) => ms / 1000 <= end).length),
        );
        return true;
      }),
    );
  });
});

describe('metricsText', () => {
  it('writes any label and number so that they can be read again', () => {
    const label = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(label, label, fc.double(), (help, value, number) => {
        fc.pre(!/[\r\u2028\u2029]/.test(help + value));
        const samples = [{ labels: { l: value, m: help }, value: number }];
        const text = metricsText([{ name: 'a_b', kind: 'gauge', help, samples }]);
        const [read] = readMetrics(text).get('a_b')!.samples;
        expect(read!.labels).toEqual({ l: value, m: help });
        expect(read!.value === number || Number.isNaN(number)).toBe(true);
      }),
    );
  });

  it('leaves out a family without samples', () => {
    expect(metricsText([{ name: 'a', kind: 'gauge', help: 'b', samples: [] }])).toBe('');
  });
});

describe('the reader of this test', () => {
  const head = '# HELP a b\n# TYPE a gauge\n';
  it.each([
    ['no end', `${head}a 1`],
    ['no type', 'a 1\n'],
    ['a quote in a label', `${head}a{l="""} 1\n`],
    ['no number', `${head}a one\n`],
    ['a sample of others', `${head}b 1\n`],
    ['a sample twice', `${head}a 1\na 2\n`],
    ['a label twice', `${head}a{l="1",l="2"} 1\n`],
    ['a family twice', `${head}a 1\n${head}a 2\n`],
    ['no samples', head],
    ['a comma too many', `${head}a{l="1",} 1\n`],
    ['a counter below zero', '# HELP a b\n# TYPE a counter\na -1\n'],
    [
      'buckets that shrink',
      '# HELP a b\n# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\n',
    ],
    ['a count of others', '# HELP a b\n# TYPE a histogram\na_bucket{le="+Inf"} 1\na_count 2\n'],
  ])('refuses %s', (_what, text) => {
    expect(() => readMetrics(text)).toThrow();
  });
});
