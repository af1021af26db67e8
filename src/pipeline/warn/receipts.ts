/**
 * An alert as a bundle that anybody can check: what was measured, the passages and captures that it rests on,
 * and the log. The same alert of the same desk gives the same bytes.
 */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BundlePart, packBundle } from '../../archive/bundle.ts';
import type { ChainLine } from '../../archive/chain.ts';
import { chainHeadAt } from '../../archive/chain-places.ts';
import {
  type CopiedRecord,
  copyRecords,
  exchangeOf,
  foundAgainOf,
} from '../../archive/copy-records.ts';
import { type WaczPage, writeWacz } from '../../archive/write-wacz.ts';
import type { Alert } from '../../domain/alerts.ts';
import { digestOf } from '../../domain/ids.ts';
import { indicatorDigest } from '../../warn/alerts.ts';
import { observe } from '../../warn/observe.ts';
import { receiptOf } from '../../warn/receipt.ts';
import type { Desk } from '../desk.ts';
import { type AlertEvidence, evidenceOfAlert } from './alert-evidence.ts';
import { factsOfAlert } from './alert-facts.ts';
import {
  type BundledReceipt,
  CAPTURES_FILE,
  EVIDENCE_FILE,
  jsonText,
  MANIFEST_FILE,
  type Manifest,
  README_FILE,
  RECEIPT_FILE,
} from './bundled-receipt.ts';
import { deskIndicators } from './indicators.ts';
import { readmeText } from './receipt-readme.ts';
import { rereadEvidence } from './reread-evidence.ts';
import type { SceneOptions } from './scene.ts';

/** More would not fit into memory, in which the bundle is made. */
const MOST_BYTES = 512 * 1024 * 1024;

export interface MadeReceipt {
  readonly bytes: Uint8Array;
  readonly receipt: BundledReceipt;
  /** SHA-256 of `manifest.json`: it stands for the whole bundle. */
  readonly manifestSha256: string;
}

export interface ReceiptOptions extends SceneOptions {
  readonly version: string;
}

/** Makes the bundle; throws, saying what to do, where the desk no longer measures what raised the alert. */
export async function makeReceipt(
  desk: Desk,
  alert: Alert,
  options: ReceiptOptions,
): Promise<MadeReceipt> {
  const measured = await measure(desk, alert, options);
  const evidence = await evidenceOfAlert(desk.store, alert, measured.observed);
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-receipt-'));
  try {
    const copied = await copyEvidence(desk, evidence, folder);
    const receipt = await bundled(desk, options.version, measured, evidence, copied);
    return pack(receipt, await packCaptures(folder, receipt, evidence));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly receipt: ReturnType<typeof receiptOf>;
  readonly observed: ReturnType<typeof observe>;
  readonly remarks: readonly string[];
}

async function measure(desk: Desk, alert: Alert, options: ReceiptOptions): Promise<Measured> {
  const known = await deskIndicators(desk.folder);
  const indicator = known.find(({ id }) => id === alert.indicator);
  if (indicator === undefined) {
    throw new Error(
      `the indicator ${alert.indicator} that raised alert ${alert.id} is no longer known: put it back into indicators.yaml`,
    );
  }
  const facts = await factsOfAlert(desk, alert, indicator, options);
  if (facts === undefined) {
    throw new Error(
      `the desk no longer measures ${alert.unit}, on which alert ${alert.id} is: name the watch list that it was measured with by --watch, or the day by --as-of`,
    );
  }
  const receipt = receiptOf(alert, indicator, facts);
  const observed = observe(facts, indicator);
  const remarks = [
    ...(indicatorDigest(indicator) === alert.indicatorDigest
      ? []
      : [
          'The indicator was changed since the alert was last measured: it stands here as it is now.',
        ]),
    ...(observed.value === alert.value
      ? []
      : [
          `The alert was last measured at ${alert.value}; the desk as it is now gives ${observed.value}.`,
        ]),
  ];
  return { receipt, observed, remarks };
}

/** The records of all captures, and those without which an article would not come out again. */
async function copyEvidence(
  { archiveFolder, store }: Desk,
  { captures, articles }: AlertEvidence,
  folder: string,
): Promise<readonly CopiedRecord[]> {
  const total = captures.reduce((sum, { record }) => sum + record.length, 0);
  if (total > MOST_BYTES) {
    throw new Error(
      `the captures behind this alert have ${total} bytes, at most ${MOST_BYTES} fit into a receipt: atalaya pack writes the whole archive`,
    );
  }
  const lines: ChainLine[] = [];
  for (const { record } of captures) lines.push(...(await exchangeOf(archiveFolder, record)));
  const out = join(folder, EVIDENCE_FILE);
  const copied = await copyRecords(archiveFolder, lines, out);
  const wanted = new Set(articles.map(({ id }) => id));
  const again = await rereadEvidence(folder, EVIDENCE_FILE, wanted);
  const lost = new Set(
    articles.flatMap(({ id, capture }) => (again.articles.has(id) ? [] : [capture])),
  );
  const end = await store.archiveEnd();
  if (lost.size === 0 || end === undefined) return copied;
  for (const { id, record, digest } of captures) {
    if (lost.has(id)) lines.push(...(await foundAgainOf(archiveFolder, record, end, digest)));
  }
  return copyRecords(archiveFolder, lines, out);
}

async function bundled(
  { archiveFolder, store }: Desk,
  version: string,
  { receipt, remarks }: Measured,
  { captures, ...evidence }: AlertEvidence,
  copied: readonly CopiedRecord[],
): Promise<BundledReceipt> {
  const end = await store.archiveEnd();
  const head = end && (await chainHeadAt(archiveFolder, end));
  if (head === undefined) {
    throw new Error(
      'the archive has no chain yet: the next ingest or watch makes it, then write the receipt',
    );
  }
  return {
    ...receipt,
    writtenBy: version,
    remarks,
    ...evidence,
    captures: captures.map(({ record: _, ...capture }) => capture),
    records: copied.map(({ line: { n, file, offset, length, sha256 }, offset: copiedTo }) => ({
      n,
      file,
      offset,
      length,
      sha256,
      copiedTo,
    })),
    log: await store.alertEvents(receipt.alert.id),
    chainHead: head,
  };
}

async function packCaptures(
  folder: string,
  { alert }: BundledReceipt,
  { articles, captures }: AlertEvidence,
): Promise<Uint8Array> {
  const at = new Map(captures.map(({ id, capturedAt }) => [id, capturedAt]));
  const pages = articles.flatMap(({ url, capture, title }): WaczPage[] =>
    url === undefined ? [] : [{ url, capturedAt: at.get(capture) ?? alert.measuredAt, title }],
  );
  const path = join(folder, EVIDENCE_FILE);
  const warcFiles = (await stat(path)).size === 0 ? [] : [{ path }];
  const out = join(folder, CAPTURES_FILE);
  const title = `Evidence of alert ${alert.id}`;
  await writeWacz(out, { warcFiles, pages, title, now: alert.measuredAt });
  return readFile(out);
}

async function pack(receipt: BundledReceipt, captures: Uint8Array): Promise<MadeReceipt> {
  const parts: BundlePart[] = [
    { name: README_FILE, bytes: Buffer.from(readmeText(receipt)) },
    { name: RECEIPT_FILE, bytes: Buffer.from(jsonText(receipt)) },
    { name: CAPTURES_FILE, bytes: captures },
  ];
  const manifest: Manifest = {
    format: 'atalaya-receipt',
    version: receipt.schema,
    alert: receipt.alert.id,
    chainHead: receipt.chainHead,
    parts: parts.map(({ name, bytes }) => ({
      name,
      bytes: bytes.byteLength,
      sha256: digestOf(bytes),
    })),
  };
  const stated = Buffer.from(jsonText(manifest));
  const bytes = await packBundle([{ name: MANIFEST_FILE, bytes: stated }, ...parts]);
  return { bytes, receipt, manifestSha256: digestOf(stated) };
}
