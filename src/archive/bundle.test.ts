import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { digestOf } from '../domain/ids.ts';
import { packBundle, unpackBundle } from './bundle.ts';

const PARTS = [
  { name: 'a.json', bytes: Buffer.from('{"a": 1}') },
  { name: 'b.bin', bytes: Buffer.alloc(3000, 'b') },
];
const MOST = new Map([
  ['a.json', 100],
  ['b.bin', 10_000],
]);

let folder: string;
let inner: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-bundle-'));
  inner = join(folder, 'inner');
  mkdirSync(inner);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function unpack(bytes: Uint8Array, most: ReadonlyMap<string, number> = MOST) {
  const path = join(folder, 'bundle.zip');
  writeFileSync(path, bytes);
  return unpackBundle(path, inner, most);
}

/** As others pack: deflated, under any name. */
async function zipOf(files: readonly (readonly [string, Uint8Array])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(Buffer.from(bytes), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A name of the same length put in the place of another, in both lists of the ZIP file. */
function renamed(bytes: Buffer, from: string, to: string): Buffer {
  expect(to.length).toBe(from.length);
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}

describe('packBundle', () => {
  it('gives the same bytes in any zone', async () => {
    const zone = process.env['TZ'];
    const first = await packBundle(PARTS);
    process.env['TZ'] = 'Pacific/Auckland';
    const second = await packBundle(PARTS);
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(digestOf(second)).toBe(digestOf(first));
  });
});

describe('unpackBundle', () => {
  it('gives back what was packed', async () => {
    const { parts, problems } = await unpack(await packBundle(PARTS));
    expect(problems).toEqual([]);
    for (const { name, bytes } of PARTS) {
      const part = parts.get(name)!;
      expect(readFileSync(part.path)).toEqual(bytes);
      expect(part).toMatchObject({ bytes: bytes.length, sha256: digestOf(bytes) });
    }
  });

  it('names what does not belong there, and leaves it packed', async () => {
    const { parts, problems } = await unpack(
      await packBundle([...PARTS, { name: 'c.txt', bytes: Buffer.from('c') }]),
    );
    expect([...parts.keys()]).toEqual(['a.json', 'b.bin']);
    expect(problems).toEqual(['The file holds "c.txt", which belongs to no receipt.']);
    expect(readdirSync(inner).sort()).toEqual(['a.json', 'b.bin']);
  });

  it.each(['../x.son', '/a.jsonx', 'a\\b.json', '..\\..\\x'])(
    'writes nothing for the name %s',
    async (name) => {
      const plain = 'q'.repeat(name.length);
      const bytes = renamed(await zipOf([[plain, Buffer.from('x')]]), plain, name);
      const { parts, problems } = await unpack(bytes, new Map([[name, 100]]));
      expect(parts.size).toBe(0);
      expect(problems.join()).toContain('The list of files cannot be read to its end');
      expect(readdirSync(inner)).toEqual([]);
      expect(readdirSync(folder).sort()).toEqual(['bundle.zip', 'inner']);
    },
  );

  it('stops at the stated size, and where the size is a lie', async () => {
    const bomb = await zipOf([['a.json', Buffer.alloc(50_000_000)]]);
    expect((await unpack(bomb)).problems).toEqual([
      'a.json has 50000000 bytes, at most 100 are read.',
    ]);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(50_000_000);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(50);
    const hex = bomb.toString('hex').replaceAll(size.toString('hex'), small.toString('hex'));
    const { parts, problems } = await unpack(Buffer.from(hex, 'hex'));
    expect(parts.size).toBe(0);
    expect(problems.join()).toMatch(/^a\.json cannot be unpacked/);
  });

  it('refuses a name that stands there twice', async () => {
    const twice = renamed(
      await zipOf([
        ['a.json', Buffer.from('1')],
        ['z.json', Buffer.from('2')],
      ]),
      'z.json',
      'a.json',
    );
    const { parts, problems } = await unpack(twice);
    expect(readFileSync(parts.get('a.json')!.path, 'utf8')).toBe('1');
    expect(problems).toEqual(['The file holds a.json twice.']);
  });

  it('finds a changed byte by the checksum', async () => {
    const bytes = Buffer.from(await packBundle(PARTS));
    bytes[bytes.indexOf('bbbb')]! ^= 1;
    const { parts, problems } = await unpack(bytes);
    expect([...parts.keys()]).toEqual(['a.json']);
    expect(problems).toEqual(['b.bin does not fit the checksum that the ZIP file states.']);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no ZIP file', Buffer.from('<html>not found</html>')],
  ])('says so of %s', async (_what, bytes) => {
    const { parts, problems } = await unpack(bytes);
    expect(parts.size).toBe(0);
    expect(problems.join()).toMatch(/^The file cannot be opened as a ZIP file/);
  });
});
