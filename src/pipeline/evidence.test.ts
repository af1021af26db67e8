import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../domain/article.ts';
import { digestOf } from '../domain/ids.ts';
import { articlesOf, fileIn, onDesk, prose, useFolder } from './desk.fixture.ts';
import { evidenceOf } from './evidence.ts';
import { ingest } from './ingest.ts';

const folder = useFolder();
const LINE = JSON.stringify({ url: 'https://a.example/1', text: prose(1, 30) });
const HEADER = 'url,text\r\n';
const ROW = `https://b.example/1,"${prose(2, 30)}"\r\n`;
/** The same words in an older character set: evidence keeps the bytes as they came. */
const PAGE = Buffer.from(
  `<html><head><meta charset="windows-1252"><title>Se\u00f1or</title></head><body><p>${prose(3, 40)} a\u00f1o</p></body></html>`,
  'latin1',
);

describe('evidenceOf', () => {
  it('leads from every article back to the bytes it was read from', async () => {
    await onDesk(folder(), async (desk) => {
      const jsonl = fileIn(folder(), 'a.jsonl', `${LINE}\n`);
      const csv = fileIn(folder(), 'b.csv', HEADER + ROW);
      const page = fileIn(folder(), 'c.html', PAGE);
      await ingest(desk, [jsonl, csv, page]);
      const found: { readonly capture: Capture; readonly bytes: Uint8Array }[] = [];
      for (const article of await articlesOf(desk.store))
        found.push(await evidenceOf(desk, article));
      expect(found.map(({ capture }) => capture.origin)).toEqual([
        `file:${jsonl}#1`,
        `file:${csv}#2`,
        `file:${page}`,
      ]);
      expect(Buffer.from(found[0]!.bytes).toString()).toBe(LINE);
      expect(Buffer.from(found[1]!.bytes).toString()).toContain(ROW.trimEnd());
      expect(Buffer.from(found[2]!.bytes).equals(PAGE)).toBe(true);
      for (const { capture, bytes } of found) {
        expect(digestOf(bytes)).toBe(capture.digest);
        expect(bytes.byteLength).toBe(capture.length);
      }
    });
  });

  it('tells a changed byte of the archive', async () => {
    await onDesk(folder(), async (desk) => {
      await ingest(desk, [fileIn(folder(), 'a.jsonl', `${LINE}\n`)]);
      const [article] = await articlesOf(desk.store);
      const { capture } = await evidenceOf(desk, article!);
      const path = join(desk.archiveFolder, capture.record.file);
      const bytes = readFileSync(path);
      bytes[capture.record.offset + capture.record.length - 20]! ^= 1;
      writeFileSync(path, bytes);
      await expect(evidenceOf(desk, article!)).rejects.toThrow(
        `${path} is damaged at byte ${capture.record.offset}`,
      );
    });
  });

  it('says so where an article has no capture', async () => {
    await onDesk(folder(), async (desk) => {
      await ingest(desk, [fileIn(folder(), 'a.jsonl', `${LINE}\n`)]);
      const [article] = await articlesOf(desk.store);
      const lost = { ...article!, captureId: '0000000000000000' as Capture['id'] };
      await expect(evidenceOf(desk, lost)).rejects.toThrow(
        `article ${article!.id} has no capture in this desk`,
      );
    });
  });
});
