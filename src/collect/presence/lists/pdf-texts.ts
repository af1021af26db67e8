/**
 * The texts of a PDF with their places, page by page (ISO 32000-1, 9.4; read by pdf.js, Apache-2.0).
 * Linear in the bytes, within limits on bytes, pages, texts and time. What cannot be read is a reason.
 */
import { getDocumentProxy } from 'unpdf';

/** A run of text. Lengths in points; the place is the left end of its baseline. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  /** From the upper edge of the page as it is shown, downwards. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Tells the fonts of one file apart; no name. */
  readonly font: string;
}

export interface PdfPage {
  /** From 1. */
  readonly page: number;
  readonly height: number;
  /** In the order of the file, which is not that of reading. */
  readonly texts: readonly PdfText[];
}

export type PdfTexts =
  | { readonly ok: true; readonly pages: readonly PdfPage[]; readonly unread: readonly number[] }
  /** A sentence: why not, and what to do. */
  | { readonly ok: false; readonly reason: string };

export interface PdfLimits {
  readonly bytes: number;
  readonly pages: number;
  readonly texts: number;
  readonly milliseconds: number;
}

/** The largest lists have 300 pages, 10 MB and 100,000 runs of text. */
const LIMITS: PdfLimits = {
  bytes: 100_000_000,
  pages: 3000,
  texts: 2_000_000,
  milliseconds: 180_000,
};

/**
 * The texts of a file. Never throws: a damaged, encrypted, too large or too slow file, and one of
 * images alone, is refused with a reason; `unread` names pages without text, or that were damaged.
 */
export async function pdfTexts(bytes: Uint8Array, limits: PdfLimits = LIMITS): Promise<PdfTexts> {
  if (bytes.byteLength > limits.bytes) {
    return refusal(
      `it has ${bytes.byteLength} bytes, and at most ${limits.bytes} are read: give it in parts`,
    );
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limits.milliseconds);
  });
  try {
    // The copy is handed over to pdf.js, which empties it.
    const opened = await open(new Uint8Array(bytes), late);
    if (opened === 'late') return tooSlow(limits);
    try {
      return await textsOf(opened, limits, late);
    } finally {
      await opened.destroy().catch(() => undefined);
    }
  } catch (error) {
    return refusal(reasonOf(error));
  } finally {
    clearTimeout(timer);
  }
}

type Opened = Awaited<ReturnType<typeof getDocumentProxy>>;
type Late = Promise<'late'>;

function open(data: Uint8Array, late: Late): Promise<Opened | 'late'> {
  // Letters are read and never drawn: no font of the machine is looked for.
  const options = { verbosity: 0, disableFontFace: true, useSystemFonts: false };
  return Promise.race([getDocumentProxy(data, options), late]);
}

async function textsOf(pdf: Opened, limits: PdfLimits, late: Late): Promise<PdfTexts> {
  if (pdf.numPages > limits.pages) {
    return refusal(
      `it has ${pdf.numPages} pages, and at most ${limits.pages} are read: give it in parts`,
    );
  }
  const until = Date.now() + limits.milliseconds;
  const pages: PdfPage[] = [];
  const unread: number[] = [];
  let count = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await Promise.race([pageOf(pdf, number).catch(() => undefined), late]);
    // A page is read without a pause, in which the timer could have ended.
    if (page === 'late' || Date.now() > until) return tooSlow(limits);
    if (page === undefined || page.texts.length === 0) unread.push(number);
    else pages.push(page);
    count += page?.texts.length ?? 0;
    if (count > limits.texts) {
      return refusal(
        `it has more than ${limits.texts} runs of text by page ${number}: give it in parts`,
      );
    }
  }
  if (pages.length === 0) {
    return refusal(
      'it holds no text, only images of pages or nothing: have its text recognised first (OCR), check that, and give the result',
    );
  }
  return { ok: true, pages, unread };
}

async function pageOf(pdf: Opened, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const { transform, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const texts = items.flatMap((item): readonly PdfText[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a, b, , , x, y] = product(transform, item.transform);
    // What stands upright or askew is a note on the margin or a watermark.
    if (!(Math.abs(b) < Math.abs(a) / 10)) return [];
    const size = Math.abs(a);
    return [{ text: item.str, x, y, width: item.width, size, font: item.fontName }];
  });
  page.cleanup();
  return { page: number, height, texts };
}

type Matrix = readonly [number, number, number, number, number, number];

/** Two transformations as one: `item` first (ISO 32000-1, 8.3.4). */
function product(view: readonly number[], item: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = item;
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
}

function tooSlow({ milliseconds }: PdfLimits): PdfTexts {
  return refusal(
    `reading it took longer than ${milliseconds / 1000} seconds: give it in parts, or printed to PDF anew`,
  );
}

function refusal(reason: string): PdfTexts {
  return { ok: false, reason: `this PDF is not read: ${reason}.` };
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return 'it is encrypted and asks for a password: save it without one';
  }
  return 'it is damaged, or no PDF: fetch it again, or open it in a viewer and print it to PDF';
}
