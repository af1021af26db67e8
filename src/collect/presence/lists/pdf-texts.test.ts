import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writePdf } from './pdf.fixture.ts';
import { pdfTexts } from './pdf-texts.ts';

const LIMITS = { bytes: 1e6, pages: 10, texts: 100, milliseconds: 60_000 };
const page = [{ text: 'Fiji', x: 60, y: 800 }];

/** A file whose trailer names an encryption that no password known here opens. */
function encrypted(): Uint8Array {
  const file = Buffer.from(writePdf([page])).toString('latin1');
  const key = `<${'ab'.repeat(32)}>`;
  const entry = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00> <00>] /Root`;
  return Buffer.from(file.replace('/Root', entry), 'latin1');
}

describe('pdfTexts', () => {
  test('places, sizes, fonts; letters of other scripts', async () => {
    const bytes = writePdf([
      [
        { text: 'Посольство (Мексики) é\\', x: 60, y: 800, size: 12, bold: true },
        { text: 'Fiji', x: 300, y: 742 },
      ],
      page,
    ]);
    const read = await pdfTexts(bytes, LIMITS);
    expect(read).toMatchObject({
      ok: true,
      unread: [],
      pages: [
        {
          page: 1,
          height: 842,
          texts: [
            { text: 'Посольство (Мексики) é\\', x: 60, y: 42, size: 12 },
            { text: 'Fiji', x: 300, y: 100, size: 10 },
          ],
        },
        { page: 2, texts: [{ text: 'Fiji' }] },
      ],
    });
    const [bold, plain, again] = read.ok ? read.pages.flatMap(({ texts }) => texts) : [];
    expect(bold?.font).not.toBe(plain?.font);
    expect(again?.font).toBe(plain?.font);
  });

  test('a page that lies on its side has nothing that stands upright on it', async () => {
    expect(await pdfTexts(writePdf([page], 90), LIMITS)).toMatchObject({ ok: false });
    expect(await pdfTexts(writePdf([page], 180), LIMITS)).toMatchObject({
      ok: true,
      pages: [{ texts: [{ text: 'Fiji', x: 535, y: 800 }] }],
    });
  });

  test('the bytes stay the caller’s', async () => {
    const bytes = writePdf([page]);
    const before = Buffer.from(bytes).toString('hex');
    await pdfTexts(bytes, LIMITS);
    expect(Buffer.from(bytes).toString('hex')).toBe(before);
  });

  test('pages without text are named', async () => {
    expect(await pdfTexts(writePdf([[], page, []]), LIMITS)).toMatchObject({
      ok: true,
      unread: [1, 3],
    });
  });

  test.each([
    ['images alone', writePdf([[], []]), {}, 'it holds no text'],
    ['encrypted', encrypted(), {}, 'it is encrypted'],
    ['cut off', writePdf([page]).slice(0, 300), {}, 'it is damaged'],
    ['nothing', new Uint8Array(), {}, 'it is damaged'],
    ['too many bytes', writePdf([page]), { bytes: 100 }, 'at most 100 are read'],
    ['too many pages', writePdf([page, page]), { pages: 1 }, '2 pages, and at most 1 are'],
    ['too many texts', writePdf([page, page]), { texts: 1 }, 'more than 1 runs of text by page 2'],
    ['too slow', writePdf([page]), { milliseconds: -1 }, 'longer than -0.001 seconds'],
  ])('refused: %s', async (_, bytes, limits, reason) => {
    const read = await pdfTexts(bytes, { ...LIMITS, ...limits });
    expect(read).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  test('never throws, whatever is overwritten', async () => {
    const whole = writePdf([page, page]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.uint8Array({ maxLength: 40 }),
        async (at, by) => {
          const bytes = Uint8Array.from(whole);
          bytes.set(by.slice(0, whole.length - at), at);
          expect(typeof (await pdfTexts(bytes, LIMITS)).ok).toBe('boolean');
        },
      ),
      { numRuns: 60 },
    );
  });
});
