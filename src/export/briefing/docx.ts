/**
 * A briefing as DOCX (ECMA-376): headings that Word knows, notes that lead to a numbered list of sources,
 * the language of every quotation. Written here, because the same briefing must give the same bytes, and
 * libraries put random names and the time of day into theirs.
 */
import { ZipFile } from 'yazl';
import type {
  Briefing,
  BriefingSection,
  BriefingSentence,
  BriefingSource,
  Footing,
} from '../../domain/briefing.ts';
import { safeHref, visible } from '../escape.ts';
import { daysInWords } from './days.ts';
import {
  CONTENT_TYPES,
  coreProperties,
  documentOf,
  documentRelations,
  footerOf,
  PACKAGE_RELATIONS,
  stylesOf,
} from './docx-files.ts';
import { bookmarkOf, linkTo, OutsideLinks, paragraph, run } from './docx-text.ts';
import { phrasesIn } from './language-table.ts';
import { leadLanguage, piecesOf } from './pieces.ts';

/** The whole package. The same briefing gives the same bytes. */
export async function briefingDocx(briefing: Briefing): Promise<Uint8Array> {
  const links = new OutsideLinks();
  const body = [
    paragraph('Title', run(visible(briefing.title))),
    paragraph('Subtitle', run(visible(briefing.subtitle))),
    ...briefing.sections.map((section) => sectionText(section, briefing)),
    ...sourcesText(briefing, links),
    ...refusedText(briefing),
  ].join('');
  const { furniture } = phrasesIn(briefing.language);
  return zipped([
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', PACKAGE_RELATIONS],
    ['docProps/core.xml', coreProperties(visible(briefing.title), briefing.language)],
    ['word/document.xml', documentOf(body)],
    ['word/_rels/document.xml.rels', documentRelations(links.relationships())],
    ['word/styles.xml', stylesOf(briefing.language)],
    ['word/footer.xml', footerOf(furniture.footer(briefing.version))],
  ]);
}

function sectionText(section: BriefingSection, briefing: Briefing): string {
  const { part, heading, items } = section;
  const lines = items.map((item, i) => {
    if (item.lead === undefined) {
      if (part === 'judgements') {
        const sentences = item.sentences.map((one) => sentenceText(one)).join(run(' '));
        return paragraph('Item', `${run(`${i + 1}. `)}${sentences}`);
      }
      const style = part === 'bottom-line' ? 'Lead' : 'Normal';
      return item.sentences.map((one) => paragraph(style, sentenceText(one))).join('');
    }
    const lead = paragraph('Heading2', run(visible(item.lead), foreign(item, briefing)));
    const sentences = item.sentences.map((one) =>
      paragraph('Item', `${run('• ')}${sentenceText(one)}`),
    );
    return `${lead}${sentences.join('')}`;
  });
  return `${paragraph('Heading1', run(heading))}${lines.join('')}`;
}

function foreign(item: BriefingSection['items'][number], { language }: Briefing) {
  const own = leadLanguage(item);
  return own === language ? undefined : own;
}

function sentenceText(sentence: BriefingSentence): string {
  const words = piecesOf(sentence).map(({ text, language }) => run(visible(text), language));
  const notes = sentence.footings.map(({ n }) =>
    linkTo(`source_${n}`, run(`[${n}]`, undefined, 'Note')),
  );
  return `${words.join('')}${notes.join('')}`;
}

function sourcesText({ sources, language }: Briefing, links: OutsideLinks): readonly string[] {
  const { furniture } = phrasesIn(language);
  return [
    paragraph('Heading1', run(furniture.sources)),
    ...sources.map((footing) =>
      paragraph(
        'Source',
        `${run(`${footing.n}. `)}${footingText(footing, language, links)}`,
        bookmarkOf(`source_${footing.n}`, footing.n),
      ),
    ),
  ];
}

function footingText(
  footing: Footing,
  language: Briefing['language'],
  links: OutsideLinks,
): string {
  const { furniture, quote } = phrasesIn(language);
  switch (footing.kind) {
    case 'count':
      return `${run(`${furniture.ownCount}: ${visible(footing.what)}. `)}${run(`${furniture.countAgain} ${visible(footing.command)}`, undefined, 'Place')}`;
    case 'record':
      return `${run(quote(visible(footing.words)))}${placeText(footing.source, language, links)}`;
    case 'passage': {
      const { begin, end } = footing.span;
      return `${run(quote(visible(footing.quote)), footing.language)}${placeText(footing.source, language, links)}${run(` · ${begin}–${end}`, undefined, 'Place')}`;
    }
  }
}

function placeText(
  { name, title, url, day, digest }: BriefingSource,
  language: Briefing['language'],
  links: OutsideLinks,
): string {
  const { furniture, quote } = phrasesIn(language);
  const href = safeHref(url);
  const before = [
    ` — ${visible(name)}`,
    ...(title === '' ? [] : [quote(visible(title))]),
    day === undefined ? furniture.undated : daysInWords(day, language),
    ...(digest === undefined ? [] : [`${furniture.archived} ${visible(digest).slice(0, 64)}`]),
  ].join(' · ');
  const link =
    href === undefined ? '' : `${run(' · ')}${links.link(href, run(href, undefined, 'Hyperlink'))}`;
  return `${run(before, undefined, 'Place')}${link}`;
}

function refusedText({ refused, language }: Briefing): readonly string[] {
  if (refused.length === 0) return [];
  const { furniture } = phrasesIn(language);
  return [
    paragraph('Heading1', run(furniture.refusedHeading)),
    paragraph('Normal', run(furniture.refusedLead)),
    ...refused.map(({ text, why }) =>
      paragraph(
        'Item',
        `${run(`• ${visible(text)}`)}${run(` — ${visible(why)}`, undefined, 'Place')}`,
      ),
    ),
  ];
}

/** The first day that a ZIP can name, in whatever zone the machine is: its fields are local time. */
const NO_TIME = new Date(1980, 0, 1);

async function zipped(files: readonly (readonly [path: string, text: string])[]) {
  const zip = new ZipFile();
  for (const [path, text] of files) {
    const options = { mtime: NO_TIME, mode: 0o100644, forceDosTimestamp: true };
    zip.addBuffer(Buffer.from(text), path, options);
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces) as Uint8Array;
}
