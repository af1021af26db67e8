/** WARC files of broken records: plain, a gzip member a record, or one gzip over all, broken once more. */
import { gzipSync } from 'node:zlib';
import { between, type Chance } from '../../bench/chance.ts';
import { WARC_RECORDS } from '../seeds/warc.ts';
import { brokenBytes } from './bytes.ts';
import { LINE_MUTATORS } from './lines.ts';
import { type Mutator, mutated, pick } from './pick.ts';
import { replaceOne, TEXT_MUTATORS } from './text.ts';

const STATED = /Content-Length: \d+/g;
const CHUNK = /\r\n[0-9a-f]+(?:;[^\r\n]*)?\r\n/g;
const LENGTHS = ['0', '1', '99999999999999', '-1', '4294967296', '1e3', '', '00012', '40'];
const CHUNKS = [
  '0',
  'ffffffff',
  'fffffffff',
  '-1',
  'x',
  '1',
  '3',
  '00000005',
  '5;'.padEnd(5000, 'a'),
];

const MUTATORS: readonly Mutator[] = [
  ...TEXT_MUTATORS,
  ...LINE_MUTATORS,
  (text, chance) =>
    replaceOne(text, STATED, () => `Content-Length: ${pick(LENGTHS, chance)}`, chance),
  (text, chance) => replaceOne(text, CHUNK, () => `\r\n${pick(CHUNKS, chance)}\r\n`, chance),
  (text, chance) =>
    text.replace(
      'WARC/1.1',
      pick(['WARC/1.0', 'WARC/0.18', 'WARC/9.9', 'WARC/', 'HTTP/1.1'], chance),
    ),
];

/** One to four records, most of them broken. */
export function brokenWarc(chance: Chance): Buffer {
  const records = Array.from({ length: between(chance, 1, 4) }, () =>
    chance() < 0.3 ? pick(WARC_RECORDS, chance) : mutated(WARC_RECORDS, MUTATORS, chance),
  ).map((record) => Buffer.from(record.slice(0, 20_000)));
  const dice = chance();
  const file =
    dice < 0.4
      ? Buffer.concat(records)
      : dice < 0.8
        ? Buffer.concat(records.map((record) => gzipSync(record, { level: 1 })))
        : gzipSync(Buffer.concat(records), { level: 1 });
  return chance() < 0.5 ? brokenBytes(file, chance) : file;
}
