/**
 * ZIP files written by hand, so that they can lie (PKWARE APPNOTE 4.3): names that climb out of a folder,
 * sizes, places and checksums that are not those of the parts, parts that stand there twice.
 */
import { crc32, deflateRawSync } from 'node:zlib';
import { between, type Chance } from '../../bench/chance.ts';
import { brokenBytes } from './bytes.ts';
import { pick } from './pick.ts';

interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATE = 8;
/** The longest way out that is tried climbs from any temporary folder to its parent. */
const NAMES = [
  ...[
    '../escaped',
    '../../escaped',
    'a/../../escaped',
    '/tmp/escaped',
    'C:\\escaped',
    '..\\escaped',
  ],
  ...[
    'a/./b',
    'a//b',
    '',
    '/',
    '..',
    '.',
    'a\0b',
    'archive/../../escaped.warc',
    '\ud800',
    'a'.repeat(300),
  ],
  ...[
    'archive/../escaped',
    'CON',
    'receipt.json/',
    'receipt.json/x',
    'pages/\n.jsonl',
    '~/escaped',
  ],
] as const;

type Header = readonly (readonly [width: 2 | 4, value: number])[];

function written(fields: Header, ...rest: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) at = head.writeUIntLE(value % 2 ** (8 * width), at, width);
  return Buffer.concat([head, ...rest]);
}

/** A number as it is, or one in eight a lie. */
const lie = (value: number, lies: number, chance: Chance): number =>
  chance() < lies
    ? pick([0, 1, value + 1, value * 2, 0xffff, 0x7fffffff, 0xffffffff], chance)
    : value;

/** A ZIP file of the parts; `lies`: how often a field is not what it should be, from 0 to 1. */
function zipped(parts: readonly ZipPart[], lies: number, chance: Chance): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const label = Buffer.from(name);
    const method = chance() < 0.5 ? DEFLATE : 0;
    const data = method === DEFLATE ? deflateRawSync(bytes) : Buffer.from(bytes);
    const common = (): Header => [
      [2, lie(20, lies, chance)],
      [2, lie(0x0800, lies, chance)],
      [2, lie(method, lies, chance)],
      [4, 0x21_0000],
      [4, lie(crc32(bytes), lies, chance)],
      [4, lie(data.length, lies, chance)],
      [4, lie(bytes.length, lies, chance)],
      [2, lie(label.length, lies / 4, chance)],
      [2, lie(0, lies / 4, chance)],
    ];
    const local = written([[4, LOCAL], ...common()], label, data);
    // 0xA1FF0000: a symbolic link, as Unix writes it.
    const mode = chance() < lies ? 0xa1ff0000 : 0x81a40000;
    const place = lie(offset, lies, chance);
    const tail: Header = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, mode],
      [4, place],
    ];
    central.push(written([[4, CENTRAL], [2, 0x0314], ...common(), ...tail], label));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(central);
  const count = lie(parts.length, lies, chance);
  const end = written([
    [4, END],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, lie(list.length, lies, chance)],
    [4, lie(offset, lies, chance)],
    [2, 0],
  ]);
  return Buffer.concat([...locals, list, end]);
}

/** The parts with some renamed, doubled or dropped, zipped with lies, and broken at times. */
export function brokenZip(parts: readonly ZipPart[], chance: Chance): Buffer {
  const changed = parts.flatMap((part) => {
    const dice = chance();
    if (dice < 0.1) return [{ ...part, name: pick(NAMES, chance) }];
    if (dice < 0.15) return [part, part];
    if (dice < 0.2) return [];
    if (dice < 0.25) return [part, { ...part, name: pick(NAMES, chance) }];
    return [part];
  });
  const file = zipped(changed, pick([0, 0, 0.02, 0.1], chance), chance);
  if (chance() > 0.3) return file;
  const end = between(chance, 0, file.length);
  return chance() < 0.5 ? brokenBytes(file, chance) : Buffer.concat([file.subarray(end), file]);
}
