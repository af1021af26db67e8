/**
 * One command from `argv` to its exit code: 0 done, perhaps with refusals; 1 nothing could be read,
 * not found, or the desk is broken; 2 wrong usage. Answers on the standard output, all else on the
 * error stream.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  articlesOf,
  fileIn,
  jsonLines,
  onDesk,
  prose,
  useFolder,
} from '../pipeline/desk.fixture.ts';
import { flagsOf } from './arguments.ts';
import { COMMANDS, NEED_A_PLACE, type Ran, runIn, type Setting } from './program.fixture.ts';

const folder = useFolder();
const desk = (): string => join(folder(), 'desk');
const atalaya = (argv: readonly string[], setting?: Setting): Promise<Ran> =>
  runIn(desk(), argv, setting);

const STORY = prose(100, 40);
const rows = [1, 2, 3].map((n) => ({
  url: `https://outlet${n}.example/story`,
  title: `Title ${n}`,
  text: `${STORY} ${prose(n, 10 * n)}`,
  published: `2024-09-2${n}T10:00:00Z`,
}));

let input: string;
beforeEach(() => {
  input = fileIn(folder(), 'a.jsonl', jsonLines(rows));
});

describe('help', () => {
  it.each(COMMANDS.map((operation) => [operation.name, operation] as const))(
    'of %s lists its flags, argument and defaults',
    async (name, operation) => {
      for (const flag of ['--help', '-h']) {
        const { code, out, err } = await atalaya([name, flag]);
        expect([code, err]).toEqual([0, '']);
        expect(out).toContain(`${operation.summary}.`);
        for (const { name: own, description, fallback } of flagsOf(operation)) {
          expect(out).toContain(`--${own}`);
          expect(description).not.toBe('');
          expect(out).toContain(description);
          if (fallback !== undefined) expect(out).toContain(`(default: ${fallback})`);
        }
        for (const common of ['--desk', '--json', '--out', '--help']) expect(out).toContain(common);
        if (operation.positional !== undefined) {
          expect(out).toContain(`atalaya ${name} ${operation.positional.toUpperCase()}`);
        }
      }
      expect(existsSync(desk())).toBe(false);
    },
  );

  it('of the program names every command and the exit codes', async () => {
    for (const argv of [['--help'], ['-h'], ['help']]) {
      const { code, out } = await atalaya(argv);
      expect(code).toBe(0);
      for (const { name } of COMMANDS) expect(out).toContain(`  ${name}`);
      for (const { summary } of COMMANDS) expect(out).toContain(summary);
      expect(out).toContain('Exit codes: 0');
    }
  });

  it('is shown where no command is named, which is wrong usage', async () => {
    const { code, out } = await atalaya([]);
    expect(code).toBe(2);
    expect(out).toContain('Usage: atalaya COMMAND');
  });

  it('tells the version', async () => {
    expect(await atalaya(['--version'])).toEqual({ code: 0, out: '0.0.0-test\n', err: '' });
  });
});

describe('wrong usage', () => {
  it.each<[readonly string[], string]>([
    [['parrot'], '"parrot" is no command; there are demo, ingest, cascades, cascade-list, show'],
    [['--loud'], 'no command is named, only "--loud"'],
    [['cascades', '--loud'], "cascades: Unknown option '--loud'"],
    [['cascades', 'extra'], 'cascades takes no argument, but got "extra"'],
    [['cascades', '--limit'], "cascades: Option '--limit <value>' argument missing"],
    [['cascades', '--limit', 'many'], 'cascades --limit "many": '],
    [['cascades', '--limit', '0'], 'cascades --limit "0": '],
    [['cascades', '--limit=-3'], 'cascades --limit "-3": '],
    [['cascades', '--limit', '1.5'], 'cascades --limit "1.5": '],
    [['cascades', '--min-reach', '0'], 'cascades --min-reach "0": '],
    [['report', '--format', 'pdf'], 'report --format "pdf": '],
    [['trace', '--all=yes'], "trace: Option '--all' does not take an argument"],
    [['ingest'], 'ingest INPUTS: name at least one file or folder, or - for standard input'],
    [['ingest', 'a', '--timezone', 'Mars/Base'], '"Mars/Base" is not an IANA time zone'],
    [
      ['ingest', 'a', '--map', 'colour=red'],
      '"colour=red" is not FIELD=COLUMN with FIELD one of url, id',
    ],
    [['ingest', 'a', '--map', 'text='], '"text=" is not FIELD=COLUMN'],
    [['show'], 'show needs ID'],
    [['show', 'xyz'], '"xyz" is not an id: 4 to 16 digits of 0-9a-f are expected'],
    [['show', 'abc'], '"abc" is not an id'],
    [['show', 'abcd', 'ef01'], 'show takes one argument, but got "ef01" too'],
  ])('%j ends with 2 and names the value', async (argv, message) => {
    const { code, out, err } = await atalaya(argv);
    expect(err).toContain(`atalaya: `);
    expect(err).toContain(message);
    expect(err).toMatch(/Try atalaya --help\.\n$/);
    expect([code, out]).toEqual([2, '']);
    expect(existsSync(desk())).toBe(false);
  });
});

describe('without a desk', () => {
  it('shows a watch list, and what is wrong with it', async () => {
    const file = fileIn(
      folder(),
      'watch.yaml',
      'host: MX\nsponsors: [RU]\nlanguages: [es]\nevry: 3m\n',
    );
    const { code, out } = await atalaya(['settings', file]);
    expect([code, out]).toEqual([0, expect.stringContaining('4:1')]);
    expect(existsSync(desk())).toBe(false);
  });

  it.each(
    COMMANDS.filter(({ creates, deskless }) => !creates && deskless !== 'always').map(
      ({ name }) => name,
    ),
  )('%s ends with 1, says what to do, and makes none', async (name) => {
    const arguments_: Record<string, string[]> = {
      show: ['abcd'],
      claim: ['abcd'],
      pack: ['a.wacz'],
      backup: ['folder'],
      retain: ['--keep', '9', '--to', 'folder'],
      receipt: ['abcd'],
      article: ['abcd'],
      alert: ['abcd'],
      'alert-step': ['abcd', '--action', 'note'],
      'presence-map': ['RU'],
      'presence-pair': ['RU', '--host', 'MX'],
    };
    const argument = arguments_[name] ?? [];
    const { code, out, err } = await atalaya([name, ...argument]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      `atalaya: there is no desk in ${desk()}: make one with atalaya ingest, or name another with --desk\n`,
    );
    expect(existsSync(desk())).toBe(false);
  });

  it('names a desk that cannot be opened, and why', async () => {
    mkdirSync(desk());
    writeFileSync(
      join(desk(), 'desk.sqlite'),
      'not a database, but a long letter to someone'.repeat(30),
    );
    const { code, out, err } = await atalaya(['status']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      `atalaya: the database ${join(desk(), 'desk.sqlite')} cannot be used\n  because: file is not a database\n`,
    );
  });
});

describe('ingest', () => {
  it('ends with 0 and a table of what became of every item', async () => {
    const { code, out, err } = await atalaya(['ingest', input]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Read 3 items: 3 new articles.');
    expect(out).toContain('Traced 3 articles: 3 pairs share passages, in 1 cascade.');
    expect(out).toMatch(/items met +3\n/);
    const again = await atalaya(['ingest', input]);
    expect(again.code).toBe(0);
    expect(again.out).toContain(
      'Read 3 items, 3 of them known from an earlier run: 0 new articles.',
    );
    expect(again.out).toContain('The trace is up to date: 1 cascade.');
  });

  it('ends with 0 where something was refused and something read', async () => {
    writeFileSync(input, `${jsonLines(rows)}{broken\n`);
    const { code, out } = await atalaya(['ingest', input]);
    expect(code).toBe(0);
    expect(out).toMatch(/refused +1\n +not valid JSON +1\n/);
  });

  it('ends with 1 where nothing could be read, also when all is refused alike or again', async () => {
    writeFileSync(input, '{broken\n{broken\n{broken\n');
    for (let i = 0; i < 2; i++) {
      const { code, err } = await atalaya(['ingest', input, input]);
      expect(code).toBe(1);
      expect(err).toContain(
        'nothing could be read: every item was refused (atalaya refusals says why)',
      );
    }
    const empty = join(folder(), 'empty');
    mkdirSync(empty);
    const { code, err } = await atalaya(['ingest', empty]);
    expect(code).toBe(1);
    expect(err).toContain('nothing could be read: the inputs hold no item');
  });

  it('reads the standard input, with the fields that are named', async () => {
    const stdin = `headline_x,cuerpo\nOne,"${STORY}"\n`;
    const { code } = await atalaya(
      ['ingest', '-', '--map', 'text=cuerpo', '--map', 'title=headline_x'],
      { stdin },
    );
    expect(code).toBe(0);
    const { out } = await atalaya(['status', '--json']);
    expect(JSON.parse(out)).toMatchObject({ counts: { articles: 1 } });
  });
});

describe('answers', () => {
  beforeEach(() => atalaya(['ingest', input]));

  const alone = COMMANDS.filter(({ name }) => !NEED_A_PLACE.includes(name));

  it.each(alone.map(({ name }) => name))('%s --json prints JSON and nothing else', async (name) => {
    let at = 0;
    const own: Record<string, string[]> = {
      ingest: [input],
      demo: ['--desk', desk()],
      pack: [join(folder(), 'evidence.wacz')],
      claim: ['the', 'pier'],
      'presence-map': ['RU'],
      'presence-pair': ['RU', '--host', 'MX'],
    };
    const argv = [name, ...(own[name] ?? [])];
    const now = (): number => (at += 60_000);
    const { code, out } = await atalaya([...argv, '--json'], {
      errIsTerminal: true,
      now,
      color: true,
    });
    expect(code).toBe(0);
    expect(out.endsWith('}\n')).toBe(true);
    expect(typeof JSON.parse(out)).toBe('object');
    expect(out).not.toContain('\u001b');
  });

  it('shows progress on the error stream only', async () => {
    let at = 0;
    const many = Array.from({ length: 2500 }, (_, i) => ({
      domain: 'a.example',
      text: prose(i, 4),
    }));
    const path = fileIn(folder(), 'many.jsonl', jsonLines(many));
    const now = (): number => (at += 60_000);
    const { out, err } = await atalaya(['ingest', path, '--json'], { now });
    expect(err).toMatch(/^reading {2}\[#/);
    expect(JSON.parse(out)).toMatchObject({ run: { items: 2500 } });
  });

  it('shows a cascade and an article by the beginning of an id', async () => {
    const listed = JSON.parse((await atalaya(['cascades', '--json'])).out);
    const [cascade] = listed.cascades;
    const shown = await atalaya(['show', cascade.id.slice(0, 12)]);
    expect(shown.code).toBe(0);
    for (const word of ['Earliest seen', 'outlet1.example', 'outlet3.example', cascade.id]) {
      expect(shown.out).toContain(word);
    }
    const article = cascade.earliest[0];
    const { out } = await atalaya(['show', article.id]);
    expect(out).toContain(`SHA-256 ${article.capture.digest}, checked`);
    expect(out).toContain('captured    1 Jan 2025 00:00 UTC');
  });

  it('says that an id is not there, or is the beginning of several', async () => {
    const missing = await atalaya(['show', '0000000000000000']);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain(
      'no article or cascade of this desk has an id that begins with 0000000000000000',
    );
    const many = Array.from({ length: 1500 }, (_, i) => ({
      domain: 'a.example',
      text: `word ${i}`,
    }));
    await atalaya(['ingest', fileIn(folder(), 'many.jsonl', jsonLines(many))]);
    const ids = await onDesk(desk(), async ({ store }) =>
      (await articlesOf(store)).map(({ id }) => id).sort(),
    );
    // Of 1,500 ids some begin with the same four digits: the chance of none is one in 10,000,000.
    const [first, second] = ids.flatMap((id, i) =>
      id.slice(0, 4) === ids[i + 1]?.slice(0, 4) ? [id, ids[i + 1]!] : [],
    );
    const several = await atalaya(['show', first!.slice(0, 4)]);
    expect(several.code).toBe(1);
    expect(several.err).toContain(
      `${first!.slice(0, 4)} begins more than one id (${first}, ${second}`,
    );
  });

  it('refuses to show an article whose evidence was changed, and names the file', async () => {
    const listed = JSON.parse((await atalaya(['cascades', '--json'])).out);
    const archive = join(desk(), 'archive');
    const path = join(archive, readdirSync(archive)[0]!);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0x41, 0, bytes.length));
    const { code, out, err } = await atalaya(['show', listed.cascades[0].earliest[0].id]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${path} is damaged at byte`);
  });

  it('writes to the file that --out names, making its folder', async () => {
    const file = join(folder(), 'new', 'folder', 'answer');
    const plain = await atalaya(['cascades']);
    expect(await atalaya(['cascades', '--out', file], { color: true })).toEqual({
      code: 0,
      out: `Wrote ${file}.\n`,
      err: '',
    });
    expect(readFileSync(file, 'utf8')).toBe(plain.out);
    const json = await atalaya(['cascades', '--json']);
    await atalaya(['--out', file, 'cascades', '--json']);
    expect(readFileSync(file, 'utf8')).toBe(json.out);
    const report = await atalaya(['report', '--out', file]);
    expect(report.out).toContain(`Wrote ${file}: 1 cascade,`);
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>/i);
  });

  it('says where it may not write', async () => {
    const { code, err } = await atalaya(['cascades', '--out', join(input, 'x')]);
    expect(code).toBe(1);
    expect(err).toContain(input);
  });

  it('takes the desk before or behind the command', async () => {
    const other = join(folder(), 'other');
    await runIn(other, ['ingest', input]);
    const expected = (await runIn(other, ['status'])).out;
    for (const argv of [
      ['--desk', other, 'status'],
      ['status', '--desk', other],
      ['status', `--desk=${other}`],
    ]) {
      expect((await atalaya(argv)).out).toBe(expected);
    }
  });

  it('colours only where it is asked to', async () => {
    expect((await atalaya(['cascades'])).out).not.toContain('\u001b');
    expect((await atalaya(['cascades'], { color: true })).out).toContain('\u001b[1m');
  });
});
