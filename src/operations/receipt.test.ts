/** Receipts of the example's alerts: written, checked without a desk, changed in every way. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packBundle, unpackBundle } from '../archive/bundle.ts';
import { type Ran, runIn } from '../cli/program.fixture.ts';
import { digestOf } from '../domain/ids.ts';
import { lazyLanguageDetector } from '../text/language.ts';

const detectLanguage = lazyLanguageDetector();
const WATCH = join(import.meta.dirname, '..', '..', 'example', 'watch.yaml');
const NAMES = ['manifest.json', 'README.txt', 'receipt.json', 'captures.wacz'] as const;
type Name = (typeof NAMES)[number];

interface AlertRow {
  readonly id: string;
  readonly measure: string;
  readonly unit: string;
}

let folder: string;
let desk: string;
let alerts: readonly AlertRow[];
/** One receipt a measure, by its path. */
const files = new Map<string, string>();

const receiptOf = (id: string, out: string, more: readonly string[] = []): Promise<Ran> =>
  runIn(desk, ['receipt', id, '--watch', WATCH, '--out', out, ...more], { detectLanguage });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-receipts-'));
  desk = join(folder, 'desk');
  await runIn('unused', ['demo', '--desk', desk], { detectLanguage });
  const { out } = await runIn(desk, ['alerts', '--json', '--limit', '100']);
  alerts = JSON.parse(out).alerts.map(({ alert }: { alert: AlertRow }) => alert);
  for (const { id, measure } of alerts) {
    if (files.has(measure)) continue;
    const file = join(folder, `${measure}.zip`);
    const { code, err } = await receiptOf(id, file);
    expect([measure, code, err]).toEqual([measure, 0, '']);
    files.set(measure, file);
  }
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Checks a file where there is no desk at all. */
async function verify(file: string): Promise<Ran & { readonly view: Checked }> {
  const ran = await runIn(join(folder, 'no-desk'), ['verify', file, '--json']);
  return { ...ran, view: ran.out === '' ? undefined : JSON.parse(ran.out).receipt };
}

// biome-ignore lint/suspicious/noExplicitAny: JSON as it was printed.
type Checked = any;

async function verifyBytes(bytes: Uint8Array): ReturnType<typeof verify> {
  const file = join(folder, 'changed.zip');
  writeFileSync(file, bytes);
  return verify(file);
}

const differencesIn = (view: Checked): string =>
  view.steps.flatMap((step: Checked) => step.differences).join('\n');

async function partsOf(file: string): Promise<Record<Name, Buffer>> {
  const inner = mkdtempSync(join(folder, 'parts-'));
  const most = new Map(NAMES.map((name) => [name, 1e9]));
  const { parts } = await unpackBundle(file, inner, most);
  return Object.fromEntries(
    NAMES.map((name) => [name, readFileSync(parts.get(name)!.path)]),
  ) as Record<Name, Buffer>;
}

/** Packs changed parts with a manifest that fits them: a forger has read the format. */
async function repacked(parts: Record<Name, Buffer>): Promise<Uint8Array> {
  const manifest = JSON.parse(parts['manifest.json'].toString());
  for (const part of manifest.parts) {
    const bytes = parts[part.name as Name];
    part.bytes = bytes.length;
    part.sha256 = digestOf(bytes);
  }
  const stated = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`);
  const all = { ...parts, 'manifest.json': stated };
  return packBundle(NAMES.map((name) => ({ name, bytes: all[name] })));
}

/** The receipt of a measure with its JSON changed, and all around it made to fit. */
async function forged(measure: string, change: (receipt: Checked) => void): Promise<Uint8Array> {
  const parts = await partsOf(files.get(measure)!);
  const receipt = JSON.parse(parts['receipt.json'].toString());
  change(receipt);
  const text = Buffer.from(`${JSON.stringify(receipt, undefined, 2)}\n`);
  return repacked({ ...parts, 'receipt.json': text });
}

describe('receipt', () => {
  it('is written of every measure that fires, and each is sound without a desk', async () => {
    expect(files.size).toBeGreaterThanOrEqual(8);
    for (const [measure, file] of files) {
      const { code, view, err } = await verify(file);
      expect([measure, differencesIn(view), code, err]).toEqual([measure, '', 0, '']);
      expect(view).toMatchObject({ sound: true, remarks: [] });
      expect(view.steps.map((step: Checked) => step.check)).toEqual(
        'files records evidence verdict'.split(' '),
      );
    }
    expect(readdirSync(folder)).not.toContain('no-desk');
  });

  it('gives the same bytes twice', async () => {
    const { id, measure } = alerts[0]!;
    const again = join(folder, 'again.zip');
    await receiptOf(id, again);
    expect(digestOf(readFileSync(again))).toBe(digestOf(readFileSync(files.get(measure)!)));
  });

  it('holds only the captures behind the evidence, and quotes no article at length', async () => {
    const parts = await partsOf(files.get('state-pickup')!);
    const receipt = JSON.parse(parts['receipt.json'].toString());
    expect(receipt.captures.length).toBeLessThan(12);
    expect(receipt.passages.length).toBeGreaterThan(2);
    for (const { quote } of receipt.passages) {
      expect(quote.split(/\s+/).length).toBeLessThanOrEqual(60);
    }
    expect(receipt.log[0]).toMatchObject({ action: 'raised', by: 'desk' });
    expect(parts['README.txt'].toString()).toContain(`line ${receipt.chainHead.n}, SHA-256`);
  });

  it('brings what the alert points at, after it was acknowledged, too', async () => {
    const { id } = alerts.find(({ measure }) => measure === 'state-pickup')!;
    await runIn(desk, ['alert-step', id, '--action', 'acknowledge', '--note', 'seen']);
    const file = join(folder, 'acknowledged.zip');
    const { out } = await receiptOf(id, file);
    expect(out).toContain(`Wrote ${file}: alert ${id} with 8 articles, 7 passages`);
    const receipt = JSON.parse((await partsOf(file))['receipt.json'].toString());
    expect(receipt.log.map((line: Checked) => line.action)).toEqual(['raised', 'acknowledged']);
    expect((await verify(file)).code).toBe(0);
  });

  it('says with --json what it wrote, and writes the bytes all the same', async () => {
    const file = join(folder, 'with-json.zip');
    const { out } = await receiptOf(alerts[0]!.id, file, ['--json']);
    const view = JSON.parse(out);
    expect(view).toMatchObject({ mediaType: 'application/zip', alert: alerts[0]!.id });
    expect(view.bytes).toBeUndefined();
    expect((await verify(file)).view.manifestSha256).toBe(view.manifestSha256);
  });

  it('says where the indicator was changed since, and is sound all the same', async () => {
    const { id } = alerts.find(({ measure }) => measure === 'burst')!;
    const own = join(desk, 'indicators.yaml');
    writeFileSync(own, 'indicators:\n  - id: burst\n    threshold: 2\n');
    const file = join(folder, 'other-threshold.zip');
    const { out } = await receiptOf(id, file);
    rmSync(own);
    expect(out).toContain('The indicator was changed since the alert was last measured');
    const { code, view } = await verify(file);
    expect([code, view.remarks.length]).toEqual([0, 1]);
  });

  it('says what to do where the desk no longer measures it', async () => {
    const { id } = alerts.find(({ measure }) => measure === 'burst')!;
    const file = join(folder, 'x.zip');
    const { out } = await receiptOf(id, file, ['--as-of', '2020-01-01']);
    expect(out).toContain('The alert was last measured at 4; the desk as it is now gives 0.');
    const unwatched = join(folder, 'unwatched.yaml');
    writeFileSync(unwatched, 'host: XS\nsponsors: [XM]\nlanguages: [es]\n');
    const other = await runIn(desk, ['receipt', id, '--watch', unwatched, '--out', file]);
    expect([other.code, other.err]).toEqual([
      1,
      `atalaya: the desk no longer measures topic:XV, on which alert ${id} is: name the watch list that it was measured with by --watch, or the day by --as-of\n`,
    ]);
  });

  it('knows no alert that is not there', async () => {
    const { code, err } = await receiptOf('ffff0000', join(folder, 'x.zip'));
    expect([code, err]).toEqual([
      1,
      'atalaya: no alert of this desk has an id that begins with ffff0000\n',
    ]);
  });
});

describe('verify of a changed receipt', () => {
  const CASES: readonly (readonly [string, string, (receipt: Checked) => void, RegExp])[] = [
    [
      'a fact',
      'state-pickup',
      (r) => {
        for (const echo of r.facts.facts.echoes) echo.credit = 'kept';
      },
      /The facts give 0; the receipt states 3/,
    ],
    [
      'the verdict',
      'burst',
      (r) => (r.verdict.value = 9),
      /The facts give 4; the receipt states 9/,
    ],
    [
      'the alert’s value',
      'burst',
      (r) => (r.alert.value = 9),
      /The alert states 9, the verdict 4, and nothing says why/,
    ],
    ['the threshold', 'burst', (r) => (r.indicator.threshold = 1), /The indicator is not the one/],
    ['the unit', 'burst', (r) => (r.facts.facts.unit = 'topic:XX'), /The facts are of topic:XX/],
    [
      'a quote',
      'state-pickup',
      (r) => (r.passages[0].quote = 'Something else.'),
      /Other words stand at characters/,
    ],
    [
      'an offset',
      'state-pickup',
      (r) => (r.passages[0].span.begin += 1),
      /Other words stand at characters/,
    ],
    [
      'a span beyond the text',
      'state-pickup',
      (r) => (r.passages[0].span = { begin: 1e15, end: 2e15 }),
      /Other words stand at characters/,
    ],
    [
      'a headline',
      'state-pickup',
      (r) => (r.articles[0].title = 'Other'),
      /has another capture, outlet, title or address/,
    ],
    [
      'an article that no capture has',
      'state-pickup',
      (r) => (r.articles[0].id = '0'.repeat(16)),
      /Article 0{16} did not come out of its capture again/,
    ],
    [
      'a passage left out',
      'state-pickup',
      (r) => r.passages.pop(),
      /of the findings lead to nothing in the receipt/,
    ],
    [
      'a fact-check that no capture has',
      'debunked-repeat',
      (r) => (r.checks[0].id = '0'.repeat(16)),
      /Fact-check 0{16} did not come out/,
    ],
    [
      'an entry that no capture has',
      'presence-above',
      (r) => (r.entries[0].id = '0'.repeat(16)),
      /Entry 0{16} of the ledger did not come out/,
    ],
    [
      'a record’s digest',
      'burst',
      (r) => (r.records[0].sha256 = '0'.repeat(64)),
      /The record of line \d+ of the chain is not as stored/,
    ],
    ['a record left out', 'burst', (r) => r.records.pop(), /holds 5 records; the receipt states 4/],
    [
      'the chain’s head',
      'burst',
      (r) => (r.chainHead.n += 1),
      /state different heads of the archive’s chain/,
    ],
    [
      'a newer layout',
      'burst',
      (r) => (r.schema = 2),
      /is of version 2, this program reads version 1: take a newer one/,
    ],
    [
      'days without end',
      'official-warnings',
      (r) => (r.indicator.lookBackDays = 1e9),
      /has not the form of a receipt \(indicator\.lookBackDays/,
    ],
    [
      'warnings without end',
      'official-warnings',
      (r) => (r.facts.facts.days[0].count = 1e9),
      /more warnings than can be computed with/,
    ],
    ['a missing field', 'burst', (r) => delete r.facts, /has not the form of a receipt \(facts/],
  ];

  it.each(CASES)('finds %s', async (_what, measure, change, differs) => {
    const { code, view, err } = await verifyBytes(await forged(measure, change));
    expect(differencesIn(view)).toMatch(differs);
    expect([code, err]).toEqual([1, 'atalaya: the receipt is not what it states: see above\n']);
  });

  it('finds captures that were exchanged for others', async () => {
    const parts = await partsOf(files.get('state-pickup')!);
    const other = await partsOf(files.get('burst')!);
    const changed = await repacked({ ...parts, 'captures.wacz': other['captures.wacz'] });
    const { code, view } = await verifyBytes(changed);
    expect(code).toBe(1);
    expect(differencesIn(view)).toMatch(/is not among the records/);
  });

  it.each(NAMES)('finds %s missing', async (name) => {
    const parts = await partsOf(files.get('burst')!);
    const rest = NAMES.filter((one) => one !== name);
    const { code, view } = await verifyBytes(
      await packBundle(rest.map((one) => ({ name: one, bytes: parts[one] }))),
    );
    expect(code).toBe(1);
    expect(differencesIn(view)).toContain(name);
  });

  it('finds a flipped bit in every file of it', async () => {
    const file = files.get('lone-utterance')!;
    const bytes = readFileSync(file);
    const parts = await partsOf(file);
    for (const name of NAMES) {
      const begin = bytes.indexOf(parts[name]);
      expect(begin).toBeGreaterThan(0);
      for (let i = 0; i < 8; i++) {
        const at = begin + Math.floor(((i + 0.5) / 8) * parts[name].length);
        const changed = Buffer.from(bytes);
        changed[at]! ^= 1 << i;
        const { code, view } = await verifyBytes(changed);
        expect([name, at, code]).toEqual([name, at, 1]);
        expect(differencesIn(view)).toContain(name);
      }
    }
  });

  it('finds a flipped bit in names, sizes and checksums of the ZIP file', async () => {
    const bytes = readFileSync(files.get('lone-utterance')!);
    const central = bytes.indexOf('PK\u0001\u0002');
    const end = bytes.lastIndexOf('PK\u0005\u0006');
    // Signature, method, checksum, sizes, name; the count and place of the list.
    const places = [0, 10, 16, 20, 24, 28, 46].map((at) => central + at);
    for (const at of [...places, end, end + 10, end + 16, 0]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect([at, (await verifyBytes(changed)).code]).toEqual([at, 1]);
    }
  });

  it('refuses JSON that is too long, too deep, or none', async () => {
    const parts = await partsOf(files.get('burst')!);
    for (const text of [
      '['.repeat(5_000_000),
      `"${'x'.repeat(33 * 1024 * 1024)}"`,
      '',
      '{',
      'null',
    ]) {
      const changed = await repacked({ ...parts, 'receipt.json': Buffer.from(text) });
      const { code, view } = await verifyBytes(changed);
      expect(code).toBe(1);
      expect(view.alert).toBeUndefined();
    }
  });

  it('lets no text of a receipt reach the terminal as more than text', async () => {
    const hostile = 'A\u001b[2JB\u009b31mC\nEvil: sound\u202eD';
    const bytes = await forged('burst', (r) => {
      for (const key of ['subject', 'indicator']) r.alert[key] = hostile;
      r.writtenBy = hostile;
      r.version = hostile;
      r.remarks = [hostile];
      r.facts.facts.unit = hostile;
      r.articles[0].title = hostile;
    });
    const file = join(folder, 'hostile.zip');
    writeFileSync(file, bytes);
    const { code, out, err } = await runIn(join(folder, 'no-desk'), ['verify', file]);
    expect(code).toBe(1);
    expect(out).toContain('Evil: sound');
    expect(out + err).not.toMatch(/(?!\n)\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
    expect(out).not.toMatch(/^\s*Evil/m);
  });

  it('says so of what is no bundle', async () => {
    const { code, view } = await verifyBytes(Buffer.from('not a ZIP file'));
    expect(code).toBe(1);
    expect(differencesIn(view)).toContain('The file cannot be opened as a ZIP file');
    const missing = await verify(join(folder, 'nowhere.zip'));
    expect(missing.code).toBe(1);
  });
});
