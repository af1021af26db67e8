import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { sourceText } from './source-text.ts';

const text = '<?xml version="1.0" encoding="X"?><t>Год: «Кремль» — это новости о политике</t>';
const encoded = (source: string, charset: string) => iconv.encode(source, charset);

describe('sourceText', () => {
  it('reads what is declared in the document or by the server', () => {
    const own = text.replace('X', 'windows-1251');
    expect(sourceText(encoded(own, 'windows-1251'), undefined)).toEqual({
      ...{ text: own, charset: 'windows-1251', controls: 0, doubts: [] },
    });
    expect(sourceText(encoded(text, 'koi8-r'), 'text/xml; charset="KOI8-R"').charset).toBe(
      'koi8-r',
    );
  });

  it('reads UTF-8 as UTF-8 whatever is declared, and says so', () => {
    const own = text.replace('X', 'iso-8859-1');
    const read = sourceText(Buffer.from(own), 'text/xml');
    expect(read.text).toBe(own);
    expect(read.doubts).toEqual([
      'declared as iso-8859-1, read as utf-8: its bytes are valid UTF-8',
    ]);
  });

  it('does not read as UTF-8 what is none, and guesses', () => {
    const own = text.replace('X', 'utf-8');
    const read = sourceText(encoded(own, 'windows-1251'), 'text/xml; charset=utf-8');
    expect([read.text, read.charset]).toEqual([own, 'windows-1251']);
    expect(read.doubts).toEqual(['declared as utf-8, read as windows-1251']);
  });

  it('reads latin-1 as windows-1252, and two bytes of Korean as Korean', () => {
    const own = '<?xml version="1.0" encoding="iso-8859-1"?><t>“x”</t>';
    expect(sourceText(encoded(own, 'windows-1252'), undefined).text).toBe(own);
    const korean = '<?xml version="1.0" encoding="euc-kr"?><t>년</t>';
    expect(sourceText(encoded(korean, 'euc-kr'), undefined).text).toBe(korean);
  });

  it('reads wide characters with and without a mark', () => {
    for (const charset of ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
      for (const addBOM of [true, false]) {
        expect(sourceText(iconv.encode('<t>ñ abc</t>', charset, { addBOM }), undefined).text).toBe(
          '<t>ñ abc</t>',
        );
      }
    }
  });

  it('leaves out control characters and says what was replaced or unknown', () => {
    expect(sourceText(Buffer.from('<t>a\0\x08b\n</t>'), 'x; charset=bogus')).toMatchObject({
      text: '<t>ab\n</t>',
      doubts: [
        'declared as bogus, which is no known character set',
        'control characters were left out: 2',
      ],
    });
    const broken = Buffer.concat([
      Buffer.from('\ufeff<t>ñ'),
      Buffer.from([0xff]),
      Buffer.from('</t>'),
    ]);
    expect(sourceText(broken, undefined).doubts).toEqual([
      'some bytes are not utf-8 and were replaced',
    ]);
  });
});
