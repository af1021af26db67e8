/** Rounds on the bundled, invented example: read once, then each test has a copy of the desk. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, runIn } from '../../cli/program.fixture.ts';
import { type Alert, type IndicatorReading, MEASURES } from '../../domain/alerts.ts';
import { lazyLanguageDetector } from '../../text/language.ts';
import { fileIn, jsonLines, onDesk, prose, useFolder } from '../desk.fixture.ts';
import { type RoundOptions, type WarnRound, warnRound } from './round.ts';
import { RoundMemory } from './round-memory.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', '..', 'example');
const WATCH = join(EXAMPLE, 'watch.yaml');
const detectLanguage = lazyLanguageDetector();

let base: string;
const folder = useFolder();

/** A copy of the example's desk as it is before anything was measured. */
function freshDesk(name: 'articles' | 'whole' = 'whole'): string {
  const desk = join(folder(), 'desk');
  cpSync(join(base, name), desk, { recursive: true });
  return desk;
}

async function done(desk: string, ...argv: string[]): Promise<void> {
  const { code, err } = await runIn(desk, argv, { detectLanguage });
  expect([argv, code, err]).toEqual([argv, 0, '']);
}

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'atalaya-rounds-'));
  const whole = join(base, 'whole');
  const presence = (name: string): string => join(EXAMPLE, 'presence', name);
  await done(whole, 'ingest', join(EXAMPLE, 'articles'));
  await done(whole, 'read');
  cpSync(whole, join(base, 'articles'), { recursive: true });
  await done(whole, 'checks', join(EXAMPLE, 'checks'));
  await done(whole, 'presence', '--add', presence('lists.csv'));
  await done(whole, 'presence', '--add', presence('expulsions.csv'));
  await done(whole, 'presence', '--ties', presence('ties.csv'));
});

afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

const measure = (desk: string, more: Partial<RoundOptions> = {}): Promise<WarnRound> =>
  onDesk(desk, (opened) =>
    warnRound(opened, { watchFile: WATCH, version: '0', onProgress: () => {}, ...more }),
  );

/** All alerts with their logs, as they are kept. */
function kept(desk: string) {
  return onDesk(desk, async ({ store }) => {
    const alerts = await store.alerts({ limit: 500, offset: 0 });
    const logs = await Promise.all(alerts.map(({ id }) => store.alertEvents(id)));
    return alerts.map((alert, i) => ({ alert, log: logs[i]! }));
  });
}

const asOf = (day: string): number => Date.parse(`${day}T23:59:59.999Z`);

describe('a round on the example', () => {
  it('raises an alert of each measure, with what speaks for it and what shows it', async () => {
    const desk = freshDesk();
    const { raised, measured, readings, left } = await measure(desk);
    expect(new Set(raised.map((alert) => alert.measure))).toEqual(new Set(MEASURES));
    expect([measured, left]).toEqual([0, 0]);
    for (const alert of raised) {
      expect(alert.value).toBeGreaterThanOrEqual(alert.threshold);
      expect(alert.findings.length).toBeGreaterThan(0);
      expect(alert.findings.some(({ refs }) => refs.length > 0)).toBe(true);
    }
    expect(readings.map((one) => one.measure)).toEqual([...MEASURES]);
    const firing = (id: string): number =>
      raised.filter(({ indicator }) => indicator === id).length;
    for (const { indicator, firing: stated } of readings) {
      expect([indicator, stated]).toEqual([indicator, firing(indicator)]);
    }
    const all = await kept(desk);
    expect(all).toHaveLength(raised.length);
    for (const { log } of all) expect(log.map(({ action }) => action)).toEqual(['raised']);
  });

  it('raises nothing a second time, and writes nothing into the log', async () => {
    const desk = freshDesk();
    const first = await measure(desk);
    const before = await kept(desk);
    const second = await measure(desk);
    expect(second.raised).toEqual([]);
    expect(second.measured).toBe(first.raised.length);
    expect(second.readings).toEqual(first.readings);
    expect(await kept(desk)).toEqual(before);
  });

  it('measures the same with what it kept of the round before, after checks and articles came in', async () => {
    const found: WarnRound[][] = [];
    for (const memory of [new RoundMemory(), undefined]) {
      const desk = join(folder(), memory === undefined ? 'fresh' : 'keeping');
      cpSync(join(base, 'articles'), desk, { recursive: true });
      const rounds = [await measure(desk, { memory })];
      await done(desk, 'checks', join(EXAMPLE, 'checks'));
      rounds.push(await measure(desk, { memory }), await measure(desk, { memory }));
      const more = [1, 2, 3, 4].map((n) => ({
        url: `https://more${n}.example/1`,
        title: `More ${n}`,
        text: prose(900, 60),
        published: '2024-07-20',
      }));
      await done(desk, 'ingest', fileIn(folder(), 'more.jsonl', jsonLines(more)));
      await done(desk, 'read');
      rounds.push(await measure(desk, { memory }));
      found.push(rounds);
    }
    const told = found.map((rounds) =>
      rounds.map(({ readings, raised }) => [readings, raised.length]),
    );
    expect(told[0]).toEqual(told[1]);
    expect(found[0]![1]!.raised.length).toBeGreaterThan(0);
  });

  it.each(['2024-05-01', '2024-06-13', '2024-07-15'])(
    'seen from %s rests on nothing of later',
    async (day) => {
      const desk = freshDesk();
      const { raised, asOf: seen } = await measure(desk, { asOf: asOf(day) });
      expect(seen).toBe(asOf(day));
      const days = await onDesk(desk, async ({ store }) => {
        const entries = new Map((await store.entries()).map((one) => [one.id, one]));
        const found: string[] = [];
        for (const { refs } of raised.flatMap(({ findings, counter }) => [
          ...findings,
          ...counter,
        ])) {
          for (const ref of refs) {
            if (ref.kind === 'entry') found.push(entries.get(ref.entry)?.asOf?.first ?? '');
            if (ref.kind !== 'article' && ref.kind !== 'passage') continue;
            const article = (await store.articlesByIds([ref.article])).get(ref.article);
            if (article?.published === undefined) continue;
            found.push(new Date(article.published.earliest).toISOString().slice(0, 10));
          }
        }
        return found;
      });
      expect(days.filter((one) => one > day)).toEqual([]);
      expect(raised.filter(({ at }) => at > asOf(day))).toEqual([]);
    },
  );

  it('seen from before any of it raises nothing, and later raises what came since', async () => {
    const desk = freshDesk();
    expect((await measure(desk, { asOf: asOf('2024-05-01') })).raised).toEqual([]);
    const then = await measure(desk, { asOf: asOf('2024-06-20') });
    expect(then.raised.map((alert) => alert.measure)).toContain('lone-utterance');
    const last = await measure(desk);
    const later = last.raised.map((alert) => alert.measure);
    expect(later).toEqual(expect.arrayContaining(['state-pickup', 'displacement']));
    const all = await kept(desk);
    const raisings = all.flatMap(({ log }) => log.filter(({ action }) => action === 'raised'));
    expect(raisings).toHaveLength(all.length);
  });

  it('counts an expulsion that was corrected once, as it was corrected', async () => {
    const desk = freshDesk();
    const columns =
      'sender,host,measure,min,max,unit,scope,as_of,kind,source_name,stated,episode,supersedes';
    const row =
      'XV,XH,expulsion,4,4,accredited,country,2024-02-19,press,Invented correction,accredited staff,spring-2024,Meridian Wire (invented) 2024-02-19';
    await done(desk, 'presence', '--add', fileIn(folder(), 'late.csv', `${columns}\n${row}\n`));
    const { raised } = await measure(desk);
    const [alert] = raised.filter((one) => one.measure === 'displacement');
    // 8 and 6 others; 11 as first stated would make 25.
    expect(alert?.findings[0]).toMatchObject({ figures: { people: 18, places: 3 } });
  });

  it('by the desk’s own indicators measures what is switched on, from its thresholds on', async () => {
    const desk = freshDesk();
    const own =
      'indicators:\n  - id: burst\n    enabled: false\n  - id: source-silent\n    threshold: 99\n';
    writeFileSync(join(desk, 'indicators.yaml'), own);
    const { raised, readings } = await measure(desk);
    const measures = raised.map((alert) => alert.measure);
    expect(measures).not.toContain('burst');
    expect(measures).not.toContain('source-silent');
    expect(readings.map(({ indicator }) => indicator)).not.toContain('burst');
    const silent = readings.find(({ indicator }) => indicator === 'source-silent');
    expect(silent?.nearest?.value).toBeGreaterThan(3);
  });

  it('by a broken file of indicators measures nothing, and says where it is broken', async () => {
    const desk = freshDesk('articles');
    writeFileSync(join(desk, 'indicators.yaml'), 'indicators:\n  - id: burst\n    threshold: 0\n');
    await expect(measure(desk)).rejects.toThrow(
      /indicators\.yaml cannot be used:\n.*3.*"0" is no/s,
    );
    expect(await kept(desk)).toEqual([]);
  });
});

describe('a desk that lacks something', () => {
  const reasons = (readings: readonly IndicatorReading[]): Record<string, string | undefined> =>
    Object.fromEntries(readings.map((one) => [one.measure, one.cannot]));
  const NO_CHECKS = 'the desk holds no fact-checks (atalaya checks FILES)';
  const NO_LEDGER = 'the ledger of presence is empty (atalaya presence --add FILES)';
  const rest = {
    'lone-utterance': undefined,
    'recycled-statement': undefined,
    'source-silent': undefined,
  };

  it('without fact-checks and ledger says so, and measures the rest', async () => {
    const { readings, raised } = await measure(freshDesk('articles'));
    expect(reasons(readings)).toEqual({
      ...rest,
      'state-pickup': undefined,
      'debunked-repeat': NO_CHECKS,
      'presence-above': NO_LEDGER,
      displacement: NO_LEDGER,
      'official-warnings': undefined,
      burst: undefined,
    });
    expect(raised.length).toBeGreaterThan(0);
  });

  it('without a watch list, too, says what that leaves unmeasured, also on the terminal', async () => {
    const desk = freshDesk('articles');
    const { readings } = await measure(desk, { watchFile: undefined });
    expect(reasons(readings)).toEqual({
      ...rest,
      'state-pickup': 'no watch list says which outlets are of the host',
      'debunked-repeat': NO_CHECKS,
      'presence-above': NO_LEDGER,
      displacement: NO_LEDGER,
      'official-warnings': 'no watch list says what is counted by the day',
      burst: 'no watch list says what is counted by the day',
    });
    const { out } = await runIn(desk, ['warn']);
    expect(out.match(/: cannot be measured: /g)).toHaveLength(6);
  });

  it('without articles is seen from now, and raises nothing', async () => {
    const { asOf: seen, raised, readings } = await measure(join(folder(), 'empty'));
    expect([seen, raised]).toEqual([Date.UTC(2025, 0, 1), []]);
    expect(readings.map(({ units, firing }) => [units, firing])).toEqual(
      // A topic is counted, if only to nothing.
      MEASURES.map((one) => [['official-warnings', 'burst'].includes(one) ? 1 : 0, 0]),
    );
  });
});

describe('alert-step', () => {
  it('takes steps, refuses what the state does not allow, and keeps the log of both doors', async () => {
    const desk = freshDesk('articles');
    const { raised } = await measure(desk);
    const [{ id }] = raised as [Alert];
    const step = (...more: string[]): Promise<Ran> =>
      runIn(desk, ['alert-step', id.slice(0, 8), ...more]);
    const refused = (message: string) => ({ code: 1, out: '', err: `atalaya: ${message}\n` });

    expect(await step('--action', 'reopen')).toEqual(
      refused('Only a closed alert can be reopened.'),
    );
    expect(await step('--action', 'assign')).toEqual(refused('Say to whom it is assigned.'));
    expect(await step('--action', 'note', '--note', '  ')).toEqual(
      refused('Write something to note.'),
    );
    expect((await step('--action', 'acknowledge')).out).toMatch(/^acknowledged; raised /m);
    expect(await step('--action', 'acknowledge')).toEqual(refused('It is acknowledged already.'));
    expect((await step('--action', 'assign', '--assignee', 'Ana')).out).toMatch(
      /^assigned, Ana; /m,
    );
    expect(await step('--action', 'close')).toEqual(
      refused('Say why it is closed: give a reason.'),
    );
    const closed = await step('--action', 'close', '--reason', 'explained', '--note', 'a wire');
    expect(closed.out).toMatch(/^closed, Ana; raised /m);
    expect(closed.out).toMatch(/ {2}local {2}closed: explained – a wire$/m);
    expect(await step('--action', 'assign', '--assignee', 'Bea')).toEqual(
      refused('A closed alert cannot be assigned; reopen it first.'),
    );

    expect((await measure(desk)).raised).toEqual([]);
    const [own] = (await kept(desk)).filter(({ alert }) => alert.id === id);
    expect(own?.alert).toMatchObject({ state: 'closed', closed: 'explained', assignee: 'Ana' });
    expect(own?.log.map(({ by, action }) => `${by} ${action}`)).toEqual([
      'desk raised',
      'local acknowledged',
      'local assigned',
      'local closed',
    ]);
    expect((await runIn(desk, ['alerts', '--limit', '100'])).out).not.toContain(id);
    expect((await runIn(desk, ['alerts', '--state', 'closed'])).out).toContain(id);
    expect((await step('--action', 'reopen')).out).toMatch(/^new; raised /m);
  });

  it('knows no alert that is not there, and no half of two', async () => {
    const desk = freshDesk('articles');
    const { raised } = await measure(desk);
    const missing = await runIn(desk, ['alert', 'ffffffff00']);
    expect([missing.code, missing.err]).toEqual([
      1,
      'atalaya: no alert of this desk has an id that begins with ffffffff00\n',
    ]);
    expect((await runIn(desk, ['alert', 'xyz'])).err).toContain('"xyz" is no id of an alert');
    expect((await runIn(desk, ['alert', raised[0]!.id])).code).toBe(0);
  });
});

describe('hostile texts', () => {
  /** Markup, controls as C0 and as C1, marks that turn a line around, and a line of its own. */
  const HOSTILE =
    '<b onclick="x()">&A\u001b[2J\u001b]0;title\u0007B\u009b31mC\u007fD\rE\nEvil: 100 %\u2028F\u202eG\u2066H\u200fI\u061cJ\u2069';
  const HARMFUL = /(?!\n)\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

  /** A notebook with a hostile name that is silent, and a newspaper that goes on. */
  function rows(): object[] {
    const days = (outlet: string, domain: string, from: number, to: number): object[] =>
      Array.from({ length: to - from }, (_, i) => ({
        url: `https://${domain}/${from + i}`,
        outlet,
        title: `${HOSTILE} ${i}`,
        text: `${HOSTILE} ${prose(from + i, 60)}`,
        published: new Date(Date.UTC(2024, 0, 1 + from + i)).toISOString(),
      }));
    return [
      ...days(`Notebook ${HOSTILE}`, 'notebook.example', 0, 20),
      ...days('Newspaper', 'newspaper.example', 300, 301),
    ];
  }

  it('never reach the terminal raw, and never make a line of their own', async () => {
    const desk = join(folder(), 'desk');
    await done(desk, 'ingest', fileIn(folder(), 'rows.jsonl', jsonLines(rows())));
    const warned = await runIn(desk, ['warn']);
    const [id] = /[0-9a-f]{16}/.exec(warned.out)!;
    const words = ['--note', HOSTILE, '--assignee', HOSTILE];
    const all = [
      warned,
      await runIn(desk, ['alerts']),
      await runIn(desk, ['alert-step', id, '--action', 'assign', ...words]),
      await runIn(desk, ['alert-step', id, '--action', 'note', '--note', HOSTILE]),
      await runIn(desk, ['alert', id]),
      await runIn(desk, ['indicators']),
      await runIn(desk, ['alert', id, '--json']),
      await runIn(desk, ['alerts', '--json']),
    ];
    for (const { code, out, err } of all) {
      expect([code, err]).toEqual([0, '']);
      expect(out).not.toMatch(HARMFUL);
      expect(out).not.toMatch(/^\s*Evil/m);
    }
    expect(all[4]?.out).toContain('Notebook <b onclick="x()">');
    expect(all[4]?.out.match(/Evil: 100 %/g)?.length).toBeGreaterThan(4);
    const { alert, events } = JSON.parse(all[6]!.out);
    expect(alert.subject).toContain('\u202eG\u2066H');
    expect(events.at(-1).note).toBe(HOSTILE);
  });
});
