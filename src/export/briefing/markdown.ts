/**
 * A briefing as Markdown (CommonMark, read well by GitHub too): numbers in brackets lead to the list of
 * sources. All text is escaped for Markdown and for HTML, so that nothing stored becomes markup or a link.
 */
import type {
  Briefing,
  BriefingSection,
  BriefingSentence,
  BriefingSource,
  Footing,
} from '../../domain/briefing.ts';
import { safeHref, safeLanguage, visible } from '../escape.ts';
import { daysInWords } from './days.ts';
import { phrasesIn } from './language-table.ts';
import { leadLanguage, piecesOf } from './pieces.ts';

/** The whole briefing; the same one gives the same bytes. */
export function briefingMarkdown(briefing: Briefing): string {
  const { furniture } = phrasesIn(briefing.language);
  const blocks = [
    `# ${escaped(briefing.title)}`,
    escaped(briefing.subtitle),
    ...briefing.sections.map((section) => sectionText(section, briefing)),
    `## ${furniture.sources}`,
    briefing.sources.map((footing) => sourceText(footing, briefing)).join('\n'),
    ...refusedText(briefing),
    '---',
    escaped(furniture.footer(briefing.version)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function sectionText({ part, heading, items }: BriefingSection, briefing: Briefing): string {
  const listed = part === 'judgements';
  const blocks = items.map((item) => {
    const sentences = item.sentences.map((one) => sentenceText(one, briefing));
    if (item.lead === undefined) {
      return listed ? `- ${sentences.join(' ')}` : sentences.join(' ');
    }
    const lead = `### ${escaped(item.lead)}${tagText(leadLanguage(item), briefing)}`;
    return `${lead}\n\n${sentences.map((one) => `- ${one}`).join('\n')}`;
  });
  return [`## ${escaped(heading)}`, blocks.join(listed ? '\n' : '\n\n')].join('\n\n');
}

function sentenceText(sentence: BriefingSentence, briefing: Briefing): string {
  const pieces = piecesOf(sentence);
  const words = pieces.map(({ text, language }, i) => {
    const shown = escapedInline(text);
    // The tag stands behind the closing mark, which belongs to the next piece.
    const before = pieces[i - 1];
    const tag = before?.quoted ? tagText(before.language, briefing) : '';
    return tag === '' || language !== undefined
      ? shown
      : `${shown.slice(0, 1)}${tag}${shown.slice(1)}`;
  });
  const notes = sentence.footings.map(({ n }) => `[\\[${n}\\]](#source-${n})`).join('');
  return `${lineStart(words.join(''))} ${notes}`;
}

/** ` (ru)` for words in another language than the briefing's. */
function tagText(language: string | undefined, briefing: Briefing): string {
  return language === undefined || language === briefing.language ? '' : ` (${language})`;
}

function sourceText(footing: Footing, briefing: Briefing): string {
  const anchor = `${footing.n}. <a id="source-${footing.n}"></a>`;
  return `${anchor}${footingText(footing, briefing)}`;
}

function footingText(footing: Footing, briefing: Briefing): string {
  const { furniture, quote } = phrasesIn(briefing.language);
  switch (footing.kind) {
    case 'count':
      return `${furniture.ownCount}: ${escaped(footing.what)}. ${furniture.countAgain} \`${code(footing.command)}\``;
    case 'record':
      return `${quote(escapedInline(footing.words))} — ${placeText(footing.source, briefing)}`;
    case 'passage': {
      const tag = tagText(safeLanguage(footing.language), briefing);
      const { begin, end } = footing.span;
      const place = placeText(footing.source, briefing);
      return `${quote(escapedInline(footing.quote))}${tag} — ${place} · ${begin}–${end}`;
    }
  }
}

function placeText({ name, title, url, day, digest }: BriefingSource, briefing: Briefing): string {
  const { furniture, quote } = phrasesIn(briefing.language);
  const href = safeHref(url);
  const parts = [
    escapedInline(name),
    title === '' ? '' : quote(escapedInline(title)),
    day === undefined ? furniture.undated : escaped(daysInWords(day, briefing.language)),
    href === undefined ? '' : `<${href.replace(/[<>\s\\]/g, encodeURIComponent)}>`,
    digest === undefined ? '' : `${furniture.archived} \`${code(digest)}\``,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function refusedText({ refused, language }: Briefing): readonly string[] {
  if (refused.length === 0) return [];
  const { furniture } = phrasesIn(language);
  const lines = refused.map(({ text, why }) => `- ${escaped(text)} — *${escaped(why)}*`);
  return [`## ${furniture.refusedHeading}`, furniture.refusedLead, lines.join('\n')];
}

/** Text on one line, fit for the beginning of a block. */
function escaped(text: string): string {
  return lineStart(escapedInline(text));
}

/** Everything that Markdown, its dialects or HTML would read as more than a character. */
function escapedInline(text: string): string {
  return visible(text)
    .replace(/[^\S\u202f]+/gu, ' ')
    .replace(/[\\`*_[\]#|~$^{}=]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, '&#64;')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`);
}

/** Without a marker of a list or a rule at its beginning. */
function lineStart(text: string): string {
  return text
    .trim()
    .replace(/^(\d+)(?=[.)])/, '$1\\')
    .replace(/^[-+]/, '\\$&');
}

function code(text: string): string {
  return visible(text)
    .replace(/[`\s]+/g, ' ')
    .trim();
}
