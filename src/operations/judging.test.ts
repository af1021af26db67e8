/** Claims, origins and outlets on an invented desk, through the command line: text and JSON. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, runIn } from '../cli/program.fixture.ts';
import { fileIn } from '../pipeline/desk.fixture.ts';
import { CLAIM, PIER_ROWS, pierLines } from '../pipeline/judge/pier.fixture.ts';

let folder: string;
let cascade: string;
/** By the article's outlet. */
const idOf = new Map<string, string>();

const atalaya = (...argv: string[]): Promise<Ran> => runIn(join(folder, 'desk'), argv);
const json = async (...argv: string[]) => {
  const { code, out, err } = await atalaya(...argv, '--json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
};
const text = async (...argv: string[]): Promise<string> => {
  const { code, out, err } = await atalaya(...argv);
  expect([code, err]).toEqual([0, '']);
  return out;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-judging-'));
  await text('ingest', fileIn(folder, 'a.jsonl', pierLines(PIER_ROWS)));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('before any reading and any check, says what is missing and how to get it', async () => {
  const { cascades } = await json('cascades');
  cascade = cascades[0].id;
  const { answer } = await json('claim', CLAIM);
  for (const { article } of answer.judged.carriers) idOf.set(article.outlet, article.id);
  const article = await text('claim', idOf.get('harrow')!);
  expect(article).toContain('It is not read yet: run atalaya read.');
  expect(article).toContain('This desk keeps no fact-checks yet: atalaya checks FILES.');
  expect(await text('claim', CLAIM)).toContain(
    'this desk keeps no fact-checks yet (atalaya checks FILES)',
  );
  await text('read');
  const checks = `claim,rating,checker,url,checked,body\n${CLAIM},False,Bay Check,https://bay.example/1,2024-05-11T12:00:00Z,The register of the harbour names the city.\n`;
  await text('checks', fileIn(folder, 'checks.csv', checks));
});

describe('claim', () => {
  it('shows a claim in words: its checks with their evidence, who carries it, its ladder', async () => {
    const shown = await text('claim', ...CLAIM.split(' '));
    expect(shown).toContain(`“${CLAIM}”`);
    expect(shown).toContain('1 of 1 fact-check matches');
    expect(shown).toContain('“False” (rated false) · Bay Check, 11 May 2024');
    expect(shown).toMatch(/https:\/\/bay\.example\/1 {2}SHA-256 [0-9a-f]{64}/);
    expect(shown).toContain('5 improbable (Admiralty code, second axis)');
    expect(shown).toContain('Carried by 7 articles, by date:');
    expect(shown).toContain('denier  says that it is not true');
    expect(shown).toContain('2 to 5 first utterances');
    expect(shown).toContain('published 21 h 59 min or more after the check by Bay Check');
    expect(shown).toContain('published 1 h 59 min or more before the check by Bay Check');
  });

  it('says the same in JSON, each passage with its words', async () => {
    const { factChecks, answer } = await json('claim', CLAIM);
    expect([factChecks, answer.kind]).toEqual([1, 'text']);
    const { judged } = answer;
    expect(judged.checks).toMatchObject([{ checker: 'Bay Check', verdict: 'false' }]);
    // Bodies stay: a check is shown by its claim, its rating and where it is.
    expect(JSON.stringify(judged.checks)).not.toContain('The register of the harbour');
    expect(judged.carriers).toHaveLength(7);
    for (const { passages, sure } of judged.carriers) {
      expect(sure).toBe(true);
      expect(passages[0].text).toContain('pier');
    }
    const { ladder } = judged;
    expect(ladder.rungs.map(({ kind }: { kind: string }) => kind)).toEqual([
      'articles',
      'publishers',
      'agencies',
      'utterances',
    ]);
    const merges = ladder.rungs[2].merges;
    expect(merges.length).toBeGreaterThan(0);
    for (const { evidence } of merges) expect(evidence[0].text).toContain('northern pier');
  });

  it('shows a cascade, what perhaps belongs to it apart', async () => {
    const shown = await text('claim', cascade.slice(0, 8));
    expect(shown).toContain('“Castrans buy Lorvane pier”');
    expect(shown).toContain('Carried by 3 articles');
    expect(shown).toContain('Perhaps carried by 1 article');
    const { answer } = await json('claim', cascade);
    expect(answer).toMatchObject({ kind: 'cascade', cascade, recycledEchoes: [] });
    expect(answer.judged.carriers).toHaveLength(4);
  });

  it('shows an article statement by statement, each once', async () => {
    const shown = await text('claim', idOf.get('harrow')!);
    expect(shown).toContain('[1] Peter Talmek');
    expect(shown).toContain('Held against 1 fact-check. A match is a lead: read both.');
    expect(shown).not.toContain('[2]');
    const { answer } = await json('claim', idOf.get('harrow')!);
    expect(answer).toMatchObject({ kind: 'article', read: true });
    expect(answer.article.id).toBe(idOf.get('harrow'));
    expect(answer.headline).toHaveLength(1);
    expect(answer.statements).toHaveLength(1);
    expect(answer.statements[0].judged.carriers).toHaveLength(7);
  });

  it('tells of a role that had ended once a list of offices says so', async () => {
    const rows =
      'person,office,from,to,source_name\nPeter Talmek,Commander of the Lorvane Coast Guard,2020-01-01,2024-02-01,Invented list\n';
    const desk = join(folder, 'offices');
    await runIn(desk, ['ingest', join(folder, 'a.jsonl')]);
    await runIn(desk, ['read']);
    await runIn(desk, ['offices', '--add', fileIn(folder, 'offices.csv', rows)]);
    const { out } = await runIn(desk, ['claim', idOf.get('harrow')!]);
    expect(out).toMatch(
      /role “commander of the Lorvane Coast Guard”: .*; not held when it was said/,
    );
    expect(out).toContain('from 2020-01-01 to 2024-02-01 (Invented list)');
  });

  it('has nothing to say of a claim of which nothing is known', async () => {
    const shown = await text('claim', 'nine blue balloons over a village fair');
    expect(shown).toContain('none of 1 fact-check matches');
    expect(shown).toContain('6 truth cannot be judged');
    expect(shown).toContain('No article of this desk was found to carry it.');
  });

  it('takes what begins no id for words', async () => {
    const unused = ['dead', 'beef', '0000'].find(
      (id) => ![cascade, ...idOf.values()].some((own) => own.startsWith(id)),
    )!;
    expect((await json('claim', unused)).answer).toMatchObject({ kind: 'text' });
  });

  it.each([
    [['claim'], 2, 'give the claim in words, or the id of a cascade or an article'],
    [['claim', CLAIM, '--watch', 'no/such.yaml'], 1, 'no/such.yaml cannot be read'],
    [['claim', CLAIM, '--wrong'], 2, '--wrong'],
  ])('refuses %j', async (argv, wanted, message) => {
    const { code, out, err } = await atalaya(...argv);
    expect([code, out]).toEqual([wanted, '']);
    expect(err).toContain(message);
  });

  it.each(['claim', 'origins'])('%s says where there is no desk, and makes none', async (name) => {
    const nowhere = join(folder, 'nowhere');
    const { code, err } = await runIn(nowhere, [name, CLAIM]);
    expect(code).toBe(1);
    expect(err).toContain(`there is no desk in ${nowhere}`);
    expect((await runIn(nowhere, [name, CLAIM])).err).toContain('there is no desk');
  });
});

describe('origins', () => {
  it('lists the widest cascades, each in one line with its root', async () => {
    const shown = await text('origins');
    expect(shown).toContain('Castrans buy Lorvane pier');
    expect(shown).toContain('3 articles → 3 publishers → 1 newsroom or agency → 1 first utterance');
    expect(shown).toContain('All roads lead to one utterance: Peter Talmek');
    expect(shown).toContain('1 of 1 cascade, widest first.');
    expect(await json('origins')).toMatchObject({ whole: false, total: 1, ladders: [{ cascade }] });
  });

  it.each([
    ['a cascade', () => cascade],
    ['an article in it', () => idOf.get('lowmere')!],
  ])('tells every step of %s, each pair once', async (_what, id) => {
    const shown = await text('origins', id());
    expect(shown).toContain('3 to 4 articles');
    expect(shown).toContain('harrow ≈ dunvale: one speaker to the same effect');
    const steps = shown.match(/^.* = .*: the same words outside any quotation$/gm) ?? [];
    const pairs = steps.map((step) => step.trim().split(':')[0]!.split(' = ').toSorted().join());
    expect(pairs.toSorted()).toEqual(['harrow,lowmere', 'harrow,undated']);
    const { whole, ladders } = await json('origins', id());
    expect([whole, ladders.length]).toEqual([true, 1]);
    expect(ladders[0].ladder.rungs[0].bounds).toEqual({ atLeast: 3, atMost: 4 });
  });

  it('tells the ladder of words, or that nothing carries them', async () => {
    const { ladders } = await json('origins', CLAIM);
    expect(ladders).toMatchObject([{ title: CLAIM }]);
    expect(ladders[0]).not.toHaveProperty('cascade');
    expect(await text('origins', 'nine blue balloons over a village fair')).toBe(
      'No article of this desk was found that shares or carries it.\n',
    );
  });

  it('says that an article which shares nothing has no cascade', async () => {
    const { answer } = await json('claim', 'the choir of Harlow market sang well on Sunday');
    const [choir] = answer.judged.carriers;
    expect(choir.article.outlet).toBe('choir');
    expect((await json('origins', choir.article.id)).ladders).toEqual([]);
  });

  it('refuses a limit of none', async () => {
    const { code, err } = await atalaya('origins', '--limit', '0');
    expect(code).toBe(2);
    expect(err).toContain('origins --limit "0"');
  });
});

describe('outlets', () => {
  it('tells what this desk has seen of an outlet, and no rate of too few', async () => {
    const shown = await text('outlets', 'https://www.lowmere.example/1', 'nowhere.example');
    expect(shown).toContain('F reliability cannot be judged (Admiralty code, first axis)');
    expect(shown).toContain('on this desk 1 article, 1 place in cascades, 0 times earliest seen');
    expect(shown).toContain('reprints: harrow.example 1');
    expect(shown).toMatch(/median delay: 23 h \d+ min to 1 day \d h/);
    expect(shown).toContain('(too few for a rate)');
    expect(shown).toContain('on this desk no article of it');
    const { asked } = await json('outlets', 'harrow.example');
    expect(asked).toMatchObject([
      { outlet: 'harrow.example', profile: { articles: 1, earliest: 1, reprints: 0 } },
    ]);
    expect(await text('outlets', 'harrow.example')).toContain('1 time earliest seen');
  });

  it('tells a grade and facts where there is no desk, and makes none', async () => {
    const nowhere = join(folder, 'no-desk');
    const { code, out } = await runIn(nowhere, ['outlets', 'rt.com']);
    expect(code).toBe(0);
    expect(out).toContain('RU');
    expect(out).toContain('(Admiralty code, first axis)');
    expect(out).not.toMatch(/^ {2}on this desk/m);
    const asked = await runIn(nowhere, ['outlets', 'rt.com', '--json']);
    expect(JSON.parse(asked.out).asked[0]).not.toHaveProperty('profile');
    expect((await runIn(nowhere, ['claim', CLAIM])).err).toContain('there is no desk');
  });

  it('says how much is stated where no outlet is asked for, and reads a list', async () => {
    const list = fileIn(
      folder,
      'list.csv',
      'domain,name,country,source_name\nharrow.example,Harrow,AR,Invented list\n',
    );
    expect(await text('outlets')).toMatch(/^\d+ facts on \d+ outlets\.\n$/);
    const shown = await text('outlets', 'harrow.example', '--list', list);
    expect(shown).toContain(`${list}: 1 row, 1 fact, 0 repeated, 0 refused`);
    expect(shown).toMatch(/harrow\.example +Harrow/);
  });

  it('names a list that cannot be read', async () => {
    const { code, out, err } = await atalaya('outlets', '--list', 'no/such.csv');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('no/such.csv');
  });
});
