/**
 * A briefing as one HTML file that opens offline and prints on A4: no script, no request, a content security
 * policy that forbids both. Notes lead to sources and sources back to notes. O(size of the briefing).
 */
import type { Briefing, BriefingSection, BriefingSentence } from '../../domain/briefing.ts';
import { html, type Markup, markupText, trusted } from '../markup.ts';
import { foreignWords } from './html-foreign.ts';
import { type Mentions, mentions, sourcesMarkup } from './html-sources.ts';
import { BRIEFING_STYLE } from './html-style.ts';
import { phrasesIn } from './language-table.ts';
import { leadLanguage, piecesOf } from './pieces.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole page as text; write it as UTF-8. The same briefing gives the same bytes. */
export function briefingHtml(briefing: Briefing): string {
  const { furniture } = phrasesIn(briefing.language);
  const noted = mentions();
  const sections = briefing.sections.map((section) => sectionMarkup(section, briefing, noted));
  return markupText(html`<!doctype html>
<html lang="${briefing.language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><meta name="generator" content="Atalaya"><title>${briefing.title}</title><style>${trusted(BRIEFING_STYLE)}</style></head>
<body><header><p class="brand">Atalaya</p><h1><bdi>${briefing.title}</bdi></h1><p class="subtitle">${briefing.subtitle}</p>${contents(briefing)}</header>
<main>${sections}
${sourcesMarkup(briefing, noted)}${refusedMarkup(briefing)}</main>
<footer><p>${furniture.footer(briefing.version)}</p></footer></body></html>
`);
}

function contents({ sections, language }: Briefing): Markup {
  const { furniture } = phrasesIn(language);
  const links = sections.map(
    ({ part, heading }) => html`<li><a href="#${part}">${heading}</a></li>`,
  );
  return html`<nav aria-label="${furniture.contents}"><ul>${links}<li><a href="#sources">${furniture.sources}</a></li></ul></nav>`;
}

function sectionMarkup(section: BriefingSection, briefing: Briefing, noted: Mentions): Markup {
  const { part, heading } = section;
  const body =
    part === 'judgements' ? judgements(section, briefing, noted) : items(section, briefing, noted);
  return html`
<section id="${part}" class="${part}" aria-labelledby="h-${part}"><h2 id="h-${part}">${heading}</h2>${body}</section>`;
}

function judgements({ items }: BriefingSection, briefing: Briefing, noted: Mentions): Markup {
  const listed = items.map(
    ({ sentences }) =>
      html`<li>${sentences.map((one) => sentenceMarkup(one, briefing, noted))}</li>`,
  );
  return html`<ol>${listed}</ol>`;
}

function items(section: BriefingSection, briefing: Briefing, noted: Mentions): Markup {
  const shown = section.items.map((item) => {
    const sentences = item.sentences.map((one) => sentenceMarkup(one, briefing, noted));
    if (item.lead === undefined) return html`${sentences.map((one) => html`<p>${one}</p>`)}`;
    const lead = foreignWords(item.lead, leadLanguage(item), briefing.language);
    return html`<div class="item"><h3>${lead}</h3><ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul></div>`;
  });
  return html`${shown}`;
}

function sentenceMarkup(
  sentence: BriefingSentence,
  { language }: Briefing,
  noted: Mentions,
): Markup {
  const pieces = piecesOf(sentence).map((piece) =>
    piece.quoted
      ? html`<q>${foreignWords(piece.text, piece.language, language)}</q>`
      : html`${piece.text}`,
  );
  // U+2060: the notes stay on the line of the sentence's end.
  const notes = sentence.footings.map(
    ({ n }) => html`<a href="#source-${n}" id="${noted.add(n)}">${n}</a>`,
  );
  const spaced = notes.map((note, i) => (i === 0 ? note : html` ${note}`));
  return html`${pieces}\u2060<sup class="notes">[${spaced}]</sup>`;
}

function refusedMarkup({ refused, language }: Briefing): Markup {
  if (refused.length === 0) return html``;
  const { furniture } = phrasesIn(language);
  const listed = refused.map(
    ({ text, why }) => html`<li><bdi>${text}</bdi> <span class="why">${why}</span></li>`,
  );
  return html`
<section class="refused" aria-labelledby="h-refused"><h2 id="h-refused">${furniture.refusedHeading}</h2><p>${furniture.refusedLead}</p><ul>${listed}</ul></section>`;
}
