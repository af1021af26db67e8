/**
 * Text in fact-checks, lists of outlets and of offices is as hostile as any other: no command that
 * judges lets a control character or a mark that turns a line around reach the terminal.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, runIn } from '../cli/program.fixture.ts';
import { fileIn, jsonLines } from '../pipeline/desk.fixture.ts';
import { CLAIM, PIER_ROWS, pierLines } from '../pipeline/judge/pier.fixture.ts';

const HOSTILE =
  'A\u001b[2J\u001b[31mB\u001b]0;title\u0007C\u009b31mD\u007fE\u0085F\rG\nEvil: 100 %\u2028H\u202eI\u2066J\u200fK\u061cL\u2069';
/** Control characters but the line feed, which ends the program's own lines; bidi marks. */
const HARMFUL = /(?!\n)\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

let folder: string;
let cascade: string;
let article: string;
let list: string;
const atalaya = (...argv: string[]): Promise<Ran> => runIn(join(folder, 'desk'), argv);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-hostile-'));
  const rows = PIER_ROWS.map((row) => ({
    ...row,
    outlet: `${row.name} ${HOSTILE}`,
    title: `${row.title ?? 'Notes'} ${HOSTILE}`,
    text: row.text
      .replace('Peter Talmek', `Peter ${HOSTILE} Talmek`)
      .replace('pier', `pier ${HOSTILE}`),
  }));
  await atalaya(
    'ingest',
    fileIn(
      folder,
      'a.jsonl',
      pierLines([...rows, ...PIER_ROWS.map((row) => ({ ...row, name: `${row.name}2` }))]),
    ),
  );
  await atalaya('read');
  const check = (n: number) => ({
    claim: `${CLAIM} ${HOSTILE}`,
    rating: `False ${HOSTILE}`,
    checker: `Bay Check ${n} ${HOSTILE}`,
    url: `https://bay.example/${n}?${HOSTILE}`,
    title: HOSTILE,
    summary: HOSTILE,
    claimed_by: HOSTILE,
    checked: n === 1 ? '2024-05-11' : HOSTILE,
    outlets: [HOSTILE],
  });
  const checks = `${jsonLines([check(1), check(2)])}{"claim": "", "checker": ${JSON.stringify(HOSTILE)}}\n`;
  const { code, out, err } = await atalaya('checks', fileIn(folder, `${HOSTILE}.jsonl`, checks));
  expect([code, err]).toEqual([0, '']);
  harmless(out);
  const offices = `person,office,from,to,source_name\n"Peter Talmek ${HOSTILE}","Commander of the Lorvane Coast Guard ${HOSTILE}",2020-01-01,2024-02-01,"List ${HOSTILE}"\n"","${HOSTILE}",2020,,\n`;
  const added = await atalaya(
    'offices',
    '--add',
    fileIn(folder, `${HOSTILE}.csv`, offices),
    'Talmek',
  );
  expect(added.code).toBe(0);
  harmless(added.out);
  expect(added.out).toContain('Evil: 100 %');
  list = fileIn(
    folder,
    `${HOSTILE}-list.csv`,
    `domain,name,owner,country,affiliation,source_name,source_url\nharrow.example,"Harrow ${HOSTILE}","Astral ${HOSTILE}",AR,,"List ${HOSTILE}",https://list.example/\n`,
  );
  const { answer } = JSON.parse((await atalaya('claim', CLAIM, '--json')).out);
  article = answer.judged.carriers[0].article.id;
  cascade = JSON.parse((await atalaya('cascades', '--json')).out).cascades[0].id;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function harmless(out: string): void {
  expect(out).not.toMatch(HARMFUL);
  expect(out).not.toMatch(/^\s*Evil/m);
}

describe('hostile text', () => {
  it.each([
    ['claim in words', () => ['claim', CLAIM]],
    ['claim in hostile words', () => ['claim', `${CLAIM} ${HOSTILE}`]],
    ['claim in a hostile language', () => ['claim', CLAIM, '--language', HOSTILE]],
    ['claim of a cascade', () => ['claim', cascade]],
    ['claim of an article', () => ['claim', article]],
    ['origins', () => ['origins']],
    ['origins of a cascade', () => ['origins', cascade]],
    ['origins of hostile words', () => ['origins', `${CLAIM} ${HOSTILE}`]],
    ['checks', () => ['checks']],
    ['checks of a hostile name', () => ['checks', join(folder, `nowhere ${HOSTILE}`)]],
    ['offices', () => ['offices', 'Talmek']],
    ['offices of hostile words', () => ['offices', HOSTILE]],
    ['offices of a hostile name', () => ['offices', '--add', join(folder, `nowhere ${HOSTILE}`)]],
    ['outlets', () => ['outlets', 'harrow.example', HOSTILE, '--list', list]],
  ])('never reaches the terminal from %s', async (_what, argv) => {
    const { out, err } = await atalaya(...argv());
    harmless(out);
    // A message may have lines of its own, and here repeats what the user typed.
    expect(err).not.toMatch(HARMFUL);
    expect(out + err).not.toBe('');
    const asJson = await atalaya(...argv(), '--json');
    harmless(asJson.out);
    expect(asJson.err).not.toMatch(HARMFUL);
  });

  it('is still said, as words', async () => {
    for (const argv of [['claim', CLAIM], ['claim', cascade], ['claim', article], ['checks']]) {
      expect((await atalaya(...argv)).out).toContain('Evil: 100 %');
    }
    expect((await atalaya('outlets', 'harrow.example', '--list', list)).out).toContain(
      'Evil: 100 %',
    );
  });

  it('is kept as it was in JSON', async () => {
    const { checks } = JSON.parse((await atalaya('claim', CLAIM, '--json')).out).answer.judged;
    expect(checks.length).toBe(2);
    expect(checks[0].rating).toContain('H\u202eI\u2066J\u200fK\u061cL\u2069');
  });
});
