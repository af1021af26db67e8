/** Runs, paragraphs and links of WordprocessingML (ECMA-376, part 1), as text. */
import { safeLanguage } from '../escape.ts';
import { xmlText } from '../graphs/xml.ts';

/** Longest text of one run, in UTF-16 units: what is longer is no sentence. */
const LONGEST = 20_000;

/** One run; `language` is said to the program that checks spelling, and to those that read aloud. */
export function run(text: string, language?: string, style?: string): string {
  const tag = language === undefined ? undefined : safeLanguage(language);
  const properties = [
    style === undefined ? '' : `<w:rStyle w:val="${style}"/>`,
    tag === undefined ? '' : `<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/>`,
  ].join('');
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const shown = xmlText(cut.replace(/\s+/gu, ' '));
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${shown}</w:t></w:r>`;
}

export function paragraph(style: string, content: string, bookmark = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${bookmark}${content}</w:p>`;
}

/** A place that links inside the document lead to; `id` is its number. */
export function bookmarkOf(name: string, id: number): string {
  return `<w:bookmarkStart w:id="${id}" w:name="${name}"/><w:bookmarkEnd w:id="${id}"/>`;
}

export function linkTo(bookmark: string, content: string): string {
  return `<w:hyperlink w:anchor="${bookmark}" w:history="1">${content}</w:hyperlink>`;
}

/** Addresses that the document leads to, each with the id by which its text names it. */
export class OutsideLinks {
  private readonly ids = new Map<string, string>();

  /** `href` must be http or https. */
  link(href: string, content: string): string {
    const id = this.ids.get(href) ?? `link${this.ids.size + 1}`;
    this.ids.set(href, id);
    return `<w:hyperlink r:id="${id}" w:history="1">${content}</w:hyperlink>`;
  }

  /** As relationships of the document. */
  relationships(): string {
    return [...this.ids]
      .map(
        ([href, id]) =>
          `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${xmlText(href)}" TargetMode="External"/>`,
      )
      .join('');
  }
}
