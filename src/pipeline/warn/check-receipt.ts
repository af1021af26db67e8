/**
 * A receipt checked offline, on any machine: its files against the manifest, its records against their
 * digests, its articles and passages read again from the captured bytes, its verdict computed again from
 * its facts. Total: whatever a file holds, the answer is what differs. Writes into a temporary folder alone.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type UnpackedPart, unpackBundle } from '../../archive/bundle.ts';
import type { Alert } from '../../domain/alerts.ts';
import { digestOf } from '../../domain/ids.ts';
import {
  type BundledReceipt,
  CAPTURES_FILE,
  EVIDENCE_FILE,
  jsonText,
  MANIFEST_FILE,
  README_FILE,
  RECEIPT_FILE,
} from './bundled-receipt.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkRecords } from './check-records.ts';
import { checkVerdict } from './check-verdict.ts';
import { CHECKS, type CheckedReceipt, type CheckStep } from './checked-receipt.ts';
import { readManifest, readReceipt, type StatedManifest } from './receipt-schema.ts';

const MEGA = 1024 * 1024;
/** Files of a receipt with the most bytes of each that are read. */
const PARTS: ReadonlyMap<string, number> = new Map([
  [MANIFEST_FILE, MEGA],
  [README_FILE, MEGA],
  [RECEIPT_FILE, 32 * MEGA],
  [CAPTURES_FILE, 768 * MEGA],
]);

export interface CheckOptions {
  /** Of this program. */
  readonly version: string;
  readonly onProgress: (stage: string, done: number, total: number) => void;
}

/** Checks the bundle in `file`; throws only where the file cannot be opened at all. */
export async function checkReceipt(file: string, options: CheckOptions): Promise<CheckedReceipt> {
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-verify-'));
  try {
    return await checkIn(folder, file, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkIn(
  folder: string,
  file: string,
  { version, onProgress }: CheckOptions,
): Promise<CheckedReceipt> {
  onProgress('unpacking', 0, CHECKS.length);
  const { parts, problems } = await unpackBundle(file, folder, PARTS);
  const { stated, differences, sha256 } = await manifestOf(parts);
  differences.unshift(...problems);
  const receipt = await receiptOf(parts.get(RECEIPT_FILE), differences);
  if (stated !== undefined) {
    differences.push(...againstManifest(stated, parts));
    if (receipt !== undefined) differences.push(...againstReceipt(stated, receipt));
  }
  const found = `${[...parts.keys()].sort().join(', ')}: unpacked and held against the manifest.`;
  const steps: CheckStep[] = [{ check: 'files', found, differences, unchecked: [] }];
  if (receipt !== undefined) {
    onProgress('checking records', 1, CHECKS.length);
    const evidence = await evidenceFile(folder, parts.get(CAPTURES_FILE));
    steps.push(await checkRecords(parts.get(CAPTURES_FILE)?.path, evidence, receipt));
    onProgress('reading again', 2, CHECKS.length);
    steps.push(await checkEvidence(folder, evidence && EVIDENCE_FILE, receipt, version));
    onProgress('computing the verdict', 3, CHECKS.length);
    steps.push(checkVerdict(receipt, version));
  }
  return {
    file,
    sound: steps.every((step) => step.differences.length === 0) && receipt !== undefined,
    alert: receipt && shown(receipt.alert),
    manifestSha256: sha256,
    steps,
    remarks: receipt?.remarks ?? [],
  };
}

const shown = ({
  id,
  indicator,
  subject,
  unit,
  value,
  threshold,
  severity,
}: Alert): CheckedReceipt['alert'] => ({
  id,
  indicator,
  subject,
  unit,
  value,
  threshold,
  severity,
});

async function manifestOf(parts: ReadonlyMap<string, UnpackedPart>): Promise<{
  readonly stated: StatedManifest | undefined;
  readonly differences: string[];
  readonly sha256: string | undefined;
}> {
  const part = parts.get(MANIFEST_FILE);
  if (part === undefined) {
    const differences = [`${MANIFEST_FILE} is missing: nothing says what the files should be.`];
    return { stated: undefined, differences, sha256: undefined };
  }
  const text = await readFile(part.path, 'utf8');
  const stated = readManifest(text);
  if ('unreadable' in stated) {
    const differences = [`${MANIFEST_FILE} ${stated.unreadable}.`];
    return { stated: undefined, differences, sha256: part.sha256 };
  }
  const same = digestOf(jsonText(stated)) === part.sha256;
  const differences = same ? [] : [`${MANIFEST_FILE} is not written as Atalaya writes it.`];
  return { stated, differences, sha256: part.sha256 };
}

async function receiptOf(
  part: UnpackedPart | undefined,
  differences: string[],
): Promise<BundledReceipt | undefined> {
  if (part === undefined) {
    differences.push(`${RECEIPT_FILE} is missing: there is nothing to check.`);
    return undefined;
  }
  const read = readReceipt(await readFile(part.path, 'utf8'));
  if (!('unreadable' in read)) return read;
  differences.push(`${RECEIPT_FILE} ${read.unreadable}.`);
  return undefined;
}

function againstManifest(
  { parts: stated }: StatedManifest,
  parts: ReadonlyMap<string, UnpackedPart>,
): string[] {
  const named = new Set(stated.map(({ name }) => name));
  const unnamed = [...PARTS.keys()].filter((name) => name !== MANIFEST_FILE && !named.has(name));
  return [
    ...unnamed.map((name) => `${MANIFEST_FILE} does not name ${name}.`),
    ...stated.flatMap(({ name, bytes, sha256 }) => {
      const part = parts.get(name);
      if (part === undefined) return [`"${name.slice(0, 100)}" is stated, but not there.`];
      if (part.bytes !== bytes) {
        return [`${name} has ${part.bytes} bytes; the manifest states ${bytes}.`];
      }
      return part.sha256 === sha256
        ? []
        : [`${name} was changed: its SHA-256 is ${part.sha256}, the manifest states ${sha256}.`];
    }),
  ];
}

function againstReceipt({ alert, chainHead }: StatedManifest, receipt: BundledReceipt): string[] {
  const head = receipt.chainHead;
  return [
    ...(alert === receipt.alert.id ? [] : [`The manifest is of alert ${alert}, not of this one.`]),
    ...(chainHead.n === head.n && chainHead.sha256 === head.sha256
      ? []
      : ['Manifest and receipt state different heads of the archive’s chain.']),
  ];
}

/** The WARC file of the captures, unpacked beside them. */
async function evidenceFile(
  folder: string,
  captures: UnpackedPart | undefined,
): Promise<UnpackedPart | undefined> {
  if (captures === undefined) return undefined;
  const name = `archive/${EVIDENCE_FILE}`;
  const most = new Map([[name, PARTS.get(CAPTURES_FILE)!]]);
  return (await unpackBundle(captures.path, folder, most, { others: true })).parts.get(name);
}
