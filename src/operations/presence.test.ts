import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runIn } from '../cli/program.fixture.ts';
import { missionLines, PEOPLE } from '../collect/presence/lists/invented-list.fixture.ts';
import { dumpDesk, fileIn, jsonLines, useFolder } from '../pipeline/desk.fixture.ts';

const folder = useFolder();
let desk = '';
beforeEach(() => {
  desk = join(folder(), 'desk');
});
const run = (...argv: readonly string[]) => runIn(desk, ['presence', ...argv]);
const file = (name: string, content: string): string => fileIn(folder(), name, content);

/** Invented counts of invented papers. */
const HEADER = 'sender,host,measure,min,max,unit,scope,as_of,kind,source_name,note,supersedes';
const table = (...rows: readonly string[]): string => [HEADER, ...rows, ''].join('\n');
const RUSSIANS = table(
  'RU,MX,level,1,1,military,embassy,2024-01-15,press,Bay Courier,,',
  'RU,MX,level,2,2,military,embassy,2024-02-15,press,Bay Courier,,',
  'RU,MX,level,4,4,diplomats,embassy,,press,Bay Courier,undated,',
  'RU,MX,rise,,,staff,embassy,2024,press,Bay Courier,,',
);

describe('presence', () => {
  it('says of an empty desk how to fill it', async () => {
    const { code, out, err } = await run();
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      'The ledger is empty. Give it lists and tables: atalaya presence --add FILES\n',
    );
    expect((await run('RU', 'MX')).out).toContain('The ledger holds nothing on RU in MX.');
    expect((await run('fit')).out).toContain('cannot say: the ledger holds no official list');
  });

  it.each([
    [['Russia'], '"Russia" is no code of a state'],
    [['RU', 'M1'], '"M1" is no code of a state'],
    [['RU', 'MX', 'US'], 'name two states'],
    [['--list', 'x.html'], '--list needs --host'],
    [['--list', 'x.html', '--host', 'MX'], '--list needs --host'],
    [['--list', 'x.html', '--host', 'MX', '--as-of', '2024'], '"2024" is not YYYY-MM-DD'],
    [['--add', 'no-such-table.csv'], 'no-such-table.csv cannot be read'],
    [
      ['--list', 'no-such-list.html', '--host', 'MX', '--as-of', '2024-01-01'],
      'no-such-list.html cannot be read',
    ],
  ])('refuses %j', async (argv, message) => {
    const { code, out, err } = await run(...argv);
    expect(code).not.toBe(0);
    expect(out).toBe('');
    expect(err).toContain(message);
  });

  it('fails where no file gave anything, and says why', async () => {
    const { code, out, err } = await run('--add', file('other.csv', 'a,b\n1,2\n'));
    expect(code).not.toBe(0);
    expect(`${out}${err}`).toContain('nothing could be read of these files');
    expect(`${out}${err}`).toContain('other.csv:1: the header is');
  });

  it('says why a PDF cannot be counted', async () => {
    const list = file('list.pdf', '%PDF-1.7 and nothing that a reader knows');
    const { code, out } = await run('--list', list, '--host', 'MX', '--as-of', '2024-01-01');
    expect(code).not.toBe(0);
    expect(out).toMatch(/list\.pdf:1: \S/);
    expect(dumpDesk(desk).tables['ledger_entry']).toEqual([]);
  });

  it('shows fewer than three people as a range, in words and in data, and nowhere their number', async () => {
    await run('--add', file('counts.csv', RUSSIANS));
    const { out } = await run('RU', 'MX');
    expect(out.match(/\b1–2 +press/g)).toHaveLength(2);
    expect(out).toMatch(/undated +4 {2}press/);
    expect(out).toMatch(/no number +press/);
    expect(out).toContain('(so few that no probability is shown)');
    expect(out).not.toMatch(/\(p /);
    const { presence } = JSON.parse((await run('RU', 'MX', '--json')).out);
    const counts = presence.series.flatMap(({ entries }: { entries: { count?: string }[] }) =>
      entries.map(({ count }) => count),
    );
    expect(counts).toEqual(['1–2', '1–2', '4', undefined]);
    // What a page on two soldiers may hold of 1 and 2: dates, lines of the file, numbers of fits and ties.
    const bare = JSON.stringify(presence.series, (key, value) =>
      ['asOf', 'evidence', 'id', 'from', 'to', 'differing'].includes(key) ? undefined : value,
    );
    expect(bare.replaceAll('1–2', '').replace(/\d{4}-\d\d-\d\d/g, '')).not.toMatch(
      /\b[12]\b(?!\d|\.)/,
    );
  });

  it('shows no sum that would tell how many one or two are', async () => {
    const part = (count: number, scope: string) =>
      `RU,MX,level,${count},${count},diplomats,${scope},2024-01-15,press,Bay Courier,,`;
    const sum = (whole: number, rest: number) =>
      table(part(whole, 'country'), part(59, 'embassy'), part(rest, 'consulate'));
    await run('--add', file('few.csv', sum(61, 2)));
    expect((await run('RU', 'MX')).out).not.toContain('they add up');
    await run('--add', file('many.csv', sum(63, 4)));
    expect((await run('RU', 'MX')).out).toContain('63 diplomats, country (Bay Courier) = 59');
  });

  it('counts a diplomatic list without a name of it, and says where two missions were read as one', async () => {
    const states = ['ARGENTINA', 'BELGIUM', 'CANADA', 'DENMARK', 'ESTONIA', 'FINLAND'];
    // A heading that is lost leaves two missions under one: the planted merge.
    const lines = states.flatMap((state, i) => {
      const mission = missionLines(state, 3, i);
      return i === 3 ? mission.slice(1) : mission;
    });
    const list = file('list.html', lines.map((line) => `<p>${line}</p>`).join('\n'));
    const named = ['--list', list, '--host', 'mx', '--as-of', '2024-09-01'];
    const { code, out } = await run(...named);
    expect(code).toBe(0);
    expect(out).toMatch(/look at .*CANADA/i);
    const json = (await run(...named, '--json')).out;
    expect(JSON.parse(json).kept[0].hints.length).toBeGreaterThan(0);
    const page = (await run('CA', 'MX')).out;
    expect(page).toContain('look at: ');
    // The archived file is the evidence itself, and may hold names; what the desk makes of it holds none.
    const { capture, ...tables } = dumpDesk(desk).tables;
    expect(capture).toHaveLength(1);
    const made = [out, json, page, JSON.stringify(tables)].join('\n');
    for (const name of PEOPLE.flatMap((one) => one.split(' '))) {
      expect(made.toLowerCase()).not.toContain(name.toLowerCase());
    }
  });

  it('shows what is superseded as that, with what supersedes it', async () => {
    await run('--add', file('counts.csv', RUSSIANS));
    const right = table(
      'RU,MX,level,5,5,diplomats,embassy,,press,Bay Courier,,Bay Courier undated',
    );
    const { out } = await run('--add', file('right.csv', right), 'RU', 'MX');
    const [standing = '', struck = ''] = out.split('Superseded: kept, and counted nowhere');
    expect(standing).toMatch(/undated +5 {2}press/);
    expect(standing).not.toMatch(/undated +4 {2}press/);
    expect(struck).toMatch(/undated +4 {2}press/);
    const { presence } = JSON.parse((await run('RU', 'MX', '--json')).out);
    expect(struck).toContain(`superseded by ${presence.superseded[0].by[0]}`);
    const bad = table('RU,MX,level,5,5,diplomats,embassy,,press,Bay Courier,,Faro undated');
    expect((await run('--add', file('bad.csv', bad))).out).toMatch(
      /bad\.csv:2: supersedes "Faro" of no day, and no entry/,
    );
  });

  it('brings the ledger back by reread, and says so', async () => {
    await run('--add', file('counts.csv', RUSSIANS));
    const other = join(folder(), 'other');
    const { code, out } = await runIn(other, ['reread', join(desk, 'archive')]);
    expect(code).toBe(0);
    expect(out).toContain('4 entries of the ledger');
    expect((await runIn(other, ['presence', 'RU', 'MX', '--json'])).out).toBe(
      (await run('RU', 'MX', '--json')).out,
    );
  });

  it('never lets foreign words harm the terminal', async () => {
    const bad = 'A\u001b[2J\u202eB\u0085C\u009b31mD';
    const rows = [1, 2, 3].map(
      (n) =>
        `RU,MX,level,${n}0,${n}0,unstated,embassy,202${n}-01-15,press,Paper ${bad},note ${bad},`,
    );
    const broken = `RU,${bad},level,1,1,staff,embassy,2024,press,Paper,,`;
    const text = `The paper ${bad} reports. Mexico hosted a Russian delegation in 2023 ${bad}.`;
    const articles = file('a.jsonl', jsonLines([{ url: 'https://a.example/1', text }]));
    await runIn(desk, ['ingest', articles]);
    await runIn(desk, ['read']);
    const shown = await run('--add', file('hostile.csv', table(...rows, broken)), 'RU', 'MX');
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('Positions and visits');
    const json = await run('RU', 'MX', '--json');
    for (const out of [shown.out, json.out, (await run()).out]) {
      expect(out).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    }
  });
});

it('keeps the file itself as evidence, byte for byte', async () => {
  const path = file('counts.csv', RUSSIANS);
  await run('--add', path);
  const [row] = dumpDesk(desk).tables['capture'] as { origin: string; length: number }[];
  expect(row).toMatchObject({ origin: `presence:${path}`, length: readFileSync(path).byteLength });
});
