/** The files of a DOCX package around its text: types, relations, styles, the foot of each page. */
import { xmlText } from '../graphs/xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/footer.xml" ContentType="${WORD}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

export const PACKAGE_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="document" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

export function documentRelations(links: string): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="footer" Type="${OFFICE}/footer" Target="footer.xml"/>${links}</Relationships>`;
}

/** Title and language alone: no author, no company, no date of the machine. */
export function coreProperties(title: string, language: string): string {
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>Atalaya</dc:creator><dc:language>${language}</dc:language></cp:coreProperties>`;
}

/** A4, 25 mm margins, with the number of the page at its foot. */
export function documentOf(body: string): string {
  return `${HEAD}<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

export function footerOf(words: string): string {
  const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${HEAD}<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">${xmlText(words)} · </w:t></w:r>${field('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}<w:r><w:t>1</w:t></w:r>${field('end')}</w:p></w:ftr>`;
}

/** Half points of size, twentieths of a point of space; one accent colour. */
const ACCENT = '0B5A8A';
const GREY = '5A6470';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph?: string;
  readonly text: string;
}

const PARAGRAPHS: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    paragraph: '<w:spacing w:after="60"/>',
    text: '<w:b/><w:sz w:val="44"/>',
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    paragraph: '<w:spacing w:after="320"/>',
    text: `<w:color w:val="${GREY}"/><w:sz w:val="24"/>`,
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph:
      '<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="2" w:color="auto"/></w:pBdr><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>',
    text: '<w:b/><w:sz w:val="28"/>',
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    paragraph: '<w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="1"/>',
    text: '<w:b/><w:sz w:val="23"/>',
  },
  {
    id: 'Lead',
    name: 'Bottom line',
    paragraph: `<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="${ACCENT}"/></w:pBdr><w:spacing w:after="120"/>`,
    text: '<w:sz w:val="25"/>',
  },
  {
    id: 'Item',
    name: 'Item',
    paragraph: '<w:keepLines/><w:spacing w:after="80"/><w:ind w:left="284" w:hanging="284"/>',
    text: '',
  },
  {
    id: 'Source',
    name: 'Source',
    paragraph: '<w:keepLines/><w:spacing w:after="80"/><w:ind w:left="567" w:hanging="567"/>',
    text: '<w:sz w:val="18"/>',
  },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: '<w:jc w:val="right"/>',
    text: `<w:color w:val="${GREY}"/><w:sz w:val="17"/>`,
  },
];

const RUNS: readonly Style[] = [
  { id: 'Hyperlink', name: 'Hyperlink', text: `<w:color w:val="${ACCENT}"/>` },
  {
    id: 'Note',
    name: 'Note',
    text: `<w:color w:val="${ACCENT}"/><w:vertAlign w:val="superscript"/>`,
  },
  { id: 'Place', name: 'Place', text: `<w:color w:val="${GREY}"/>` },
];

/** Styles that Word knows by name are not marked as ours. */
const isOwn = (id: string): string =>
  ['Lead', 'Item', 'Source', 'Note', 'Place'].includes(id) ? ' w:customStyle="1"' : '';

export function stylesOf(language: string): string {
  const paragraphs = PARAGRAPHS.map(
    ({ id, name, paragraph = '', text }) =>
      `<w:style w:type="paragraph"${isOwn(id)} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${text}</w:rPr></w:style>`,
  );
  const runs = RUNS.map(
    ({ id, name, text }) =>
      `<w:style w:type="character"${isOwn(id)} w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${text}</w:rPr></w:style>`,
  );
  return `${HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${paragraphs.join('')}${runs.join('')}</w:styles>`;
}
