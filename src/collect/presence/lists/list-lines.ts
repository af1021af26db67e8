/** A diplomatic list as lines, whatever it is written in: PDF by its first bytes, else HTML. */
import { readDiplomaticList } from './diplomatic-list.ts';
import type { ListLine } from './headings.ts';
import { htmlLines } from './html-lines.ts';
import { pdfReadings } from './pdf-lines.ts';
import { pdfTexts } from './pdf-texts.ts';

export type ListLines =
  | {
      readonly ok: true;
      readonly mediaType: 'application/pdf' | 'text/html';
      readonly lines: readonly ListLine[];
      /** Pages of a PDF on which no text was found: blank, images, or damaged. */
      readonly unread: readonly number[];
    }
  /** A sentence: why it is not read, and what to do. */
  | { readonly ok: false; readonly reason: string };

/** A PDF may have a few bytes before its own (ISO 32000-1, Annex H, note 13). */
const HEAD = 1024;

/** The lines of a file's bytes. Never throws. */
export async function listLines(bytes: Uint8Array): Promise<ListLines> {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  if (!head.includes('%PDF-') || head.trimStart().startsWith('<')) {
    const html = Buffer.from(bytes).toString('utf8');
    return { ok: true, mediaType: 'text/html', lines: htmlLines(html), unread: [] };
  }
  const read = await pdfTexts(bytes);
  if (!read.ok) return read;
  const lines = likeliest(pdfReadings(read.pages));
  return { ok: true, mediaType: 'application/pdf', lines, unread: read.unread };
}

/** The reading in which most states have a head of mission, then that with most diplomats; else the least cut. */
function likeliest(readings: readonly (readonly ListLine[])[]): readonly ListLine[] {
  if (readings.length === 1) return readings[0]!;
  let best: readonly ListLine[] = [];
  let [mostHeaded, mostDiplomats] = [-1, -1];
  for (const lines of readings) {
    const { missions } = readDiplomaticList(lines);
    const headed = new Set(missions.flatMap(({ sender, heads }) => (heads > 0 ? [sender] : [])));
    const diplomats = missions.reduce((sum, one) => sum + one.diplomats, 0);
    if (headed.size < mostHeaded || (headed.size === mostHeaded && diplomats <= mostDiplomats)) {
      continue;
    }
    [best, mostHeaded, mostDiplomats] = [lines, headed.size, diplomats];
  }
  return best;
}
