/** Bundles that are unpacked to the disk: nothing is written but what was asked for, where it was asked for. */
import type { Chance } from '../../bench/chance.ts';
import { unpackBundle } from '../../src/archive/bundle.ts';
import { fileOf, inFolder } from '../folder.ts';
import { brokenZip } from '../mutate/zip.ts';
import { firstOf, sentenceFault } from '../rules.ts';
import type { BytesTarget, Fault } from '../target.ts';

const MOST = new Map([
  ['manifest.json', 100],
  ['receipt.json', 5000],
  ['archive/captures.warc.gz', 5000],
]);
const WRITTEN = ['manifest.json', 'receipt.json', 'captures.warc.gz'];

function make(chance: Chance): Uint8Array {
  const sized = (most: number): Buffer => Buffer.alloc(Math.floor(most * chance() ** 3), 'ab');
  return brokenZip(
    [
      { name: 'manifest.json', bytes: sized(200) },
      { name: 'receipt.json', bytes: sized(8000) },
      { name: 'archive/captures.warc.gz', bytes: sized(8000) },
    ],
    chance,
  );
}

async function check(bytes: Uint8Array): Promise<Fault> {
  const path = fileOf('case.zip', bytes);
  return inFolder(WRITTEN, async (folder) => {
    const { parts, problems } = await unpackBundle(path, folder, MOST);
    return firstOf([
      ...problems.map((problem) => sentenceFault('a problem', problem)),
      ...[...parts].map(([name, part]) =>
        part.bytes > (MOST.get(name) ?? -1) ? `${name} has ${part.bytes} bytes` : undefined,
      ),
    ]);
  });
}

export const bundle: BytesTarget = { kind: 'bytes', name: 'bundle', weight: 3, make, check };
