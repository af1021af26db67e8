/** The records of a receipt: each against its own digests, and against its line of the desk's chain. */
import type { UnpackedPart } from '../../archive/bundle.ts';
import { checkDigest } from '../../archive/digests.ts';
import { firstValue } from '../../archive/header-lines.ts';
import { readWacz } from '../../archive/read-wacz.ts';
import type { WarcEntry } from '../../archive/read-warc.ts';
import { digestOfFile } from '../../archive/stretch.ts';
import { counted } from '../../export/wording.ts';
import type { BundledReceipt } from './bundled-receipt.ts';
import { CAPTURES_FILE } from './bundled-receipt.ts';
import type { CheckStep } from './checked-receipt.ts';

/** Every record against its own digests, and its stored bytes against the line of the chain. */
export async function checkRecords(
  wacz: string | undefined,
  evidence: UnpackedPart | undefined,
  { records }: BundledReceipt,
): Promise<CheckStep> {
  const differences: string[] = [];
  let seen = 0;
  if (wacz !== undefined) {
    for await (const one of readWacz(wacz)) {
      if (one.kind === 'problem') {
        const about = one.file === undefined ? '' : `${one.file}: `;
        differences.push(`${CAPTURES_FILE}: ${about}${one.reason}.`);
      }
      if (one.kind !== 'warc') continue;
      seen++;
      const fault = faultOf(one.entry);
      if (fault !== undefined) {
        differences.push(`${CAPTURES_FILE}, byte ${one.entry.offset} of ${one.file}: ${fault}.`);
      }
    }
  }
  differences.push(...(await againstChain(evidence, records)));
  if (seen !== records.length) {
    differences.push(
      `${CAPTURES_FILE} holds ${seen} records; the receipt states ${records.length}.`,
    );
  }
  const found = `${counted(seen, 'record')} held against their digests and their lines of the desk’s chain.`;
  return { check: 'records', found, differences, unchecked: [] };
}

function faultOf(entry: WarcEntry): string | undefined {
  if (entry.kind !== 'record') return entry.reason;
  const { blockDigest, http, headers, block, type } = entry;
  if (blockDigest !== 'agrees') return `the record’s digest ${blockDigest}`;
  if (type !== 'response' && type !== 'resource') return undefined;
  const stated = firstValue(headers, 'warc-payload-digest');
  const payload = checkDigest(http?.payload ?? block, stated);
  return payload === 'differs' ? 'the digest of its payload differs' : undefined;
}

/** The records as stored, one behind the other without a gap. */
async function againstChain(
  evidence: UnpackedPart | undefined,
  records: BundledReceipt['records'],
): Promise<string[]> {
  const differences: string[] = [];
  let end = 0;
  for (const { n, copiedTo, length, sha256 } of records) {
    const found =
      evidence === undefined || copiedTo !== end
        ? undefined
        : await digestOfFile(evidence.path, length, copiedTo);
    if (found !== sha256)
      differences.push(`The record of line ${n} of the chain is not as stored.`);
    end = copiedTo + length;
  }
  if (evidence !== undefined && evidence.bytes !== end) {
    differences.push(
      `${CAPTURES_FILE} has ${evidence.bytes} bytes of records; the receipt states ${end}.`,
    );
  }
  return differences;
}
