/**
 * Character and entity references in XML text, as the web writes them: those of XML, those of HTML
 * (also where no DTD declares them), numbers that mean windows-1252, and the short plain entities
 * that a DOCTYPE declares. What refers to nothing stays as it stands. Linear.
 */
import { Parser } from 'htmlparser2';

/** `&` alone matches too, so that one pass counts those that begin no reference. */
const REFERENCE = /&(?:#[xX]([\da-fA-F]{1,6});|#(\d{1,7});|([A-Za-z][\w.-]{0,30});)?/g;
const OF_XML: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** What windows-1252 has at 0x80–0x9F; numbers in that range mean it (HTML standard, 13.2.5.80). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Expansions of declared entities in one document, in UTF-16 units: a bomb ends here. */
const MAX_EXPANDED = 100_000;

/** Names of one document that HTML is asked for in vain: asking costs more than reading them. */
const MAX_UNKNOWN = 1000;

/** Reads references in one document and counts what it met. */
export class References {
  /** `&` that begin no reference. */
  bare = 0;
  readonly #declared: ReadonlyMap<string, string>;
  #expanded = 0;
  #unknown = 0;

  /** `declared`: entities of the document's own; see `declaredEntities`. */
  constructor(declared: ReadonlyMap<string, string> = new Map()) {
    this.#declared = declared;
  }

  /** `text` with its references resolved. */
  resolve(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return this.#named(name) ?? whole;
      const digits = hex ?? decimal;
      if (digits !== undefined) return character(Number.parseInt(digits, hex ? 16 : 10));
      this.bare++;
      return whole;
    });
  }

  #named(name: string): string | undefined {
    const value = OF_XML.get(name) ?? this.#ownEntity(name) ?? this.#ofHtml(name);
    if (value === undefined) this.bare++;
    return value;
  }

  #ofHtml(name: string): string | undefined {
    if (this.#unknown >= MAX_UNKNOWN) return ofHtml.get(name);
    const value = htmlEntity(name);
    if (value === undefined) this.#unknown++;
    return value;
  }

  #ownEntity(name: string): string | undefined {
    const value = this.#declared.get(name);
    if (value === undefined || this.#expanded + value.length > MAX_EXPANDED) return undefined;
    this.#expanded += value.length;
    return value;
  }
}

/** The character of a number; nothing for those that XML forbids. */
function character(point: number): string {
  if (point >= 0x80 && point <= 0x9f) return WINDOWS_1252[point - 0x80]!;
  if (point < 0x20 && point !== 9 && point !== 10 && point !== 13) return '';
  if ((point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff) return '\ufffd';
  return String.fromCodePoint(point);
}

/** Names met so far: HTML has 2,231; what is none is not kept, or a hostile text would fill memory. */
const ofHtml = new Map<string, string>();

/** What HTML's `&name;` stands for: asked of the HTML parser, once a name. */
function htmlEntity(name: string): string | undefined {
  const known = ofHtml.get(name);
  if (known !== undefined) return known;
  let value = '';
  const parser = new Parser(
    {
      ontext: (text) => {
        value += text;
      },
    },
    { decodeEntities: true },
  );
  parser.end(`&${name};`);
  // `&notit;` is read as `¬it;`: only a whole name counts.
  if (value.endsWith(';') && name !== 'semi') return undefined;
  ofHtml.set(name, value);
  return value;
}
