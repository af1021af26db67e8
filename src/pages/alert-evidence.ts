/** Findings of an alert, each with what shows it: words quoted, and a way to where they stand. */
import type { AlertPassage } from '../domain/alert-views.ts';
import type { EvidenceRef, Finding } from '../domain/alerts.ts';
import { html, type Markup, type Slot } from '../export/markup.ts';
import { theirs } from './foreign.ts';
import type { ConsoleLanguage } from './page.ts';
import { passageHref } from './passage-link.ts';
import { WORDS } from './words/alerts.ts';
import { figure } from './words/figures.ts';

/** Pieces of evidence of one finding that stand open; the others unfold. */
const OPEN = 3;

/** What the list needs besides the findings: their sentences, and what their references lead to. */
export interface EvidenceWords {
  readonly language: ConsoleLanguage;
  readonly sentence: (finding: Finding) => string;
  readonly passages: readonly AlertPassage[];
}

/** Findings in order; nothing is left out. */
export function findingList(findings: readonly Finding[], words: EvidenceWords): Markup {
  const byRef = new Map(words.passages.map((passage) => [keyOf(passage.ref), passage]));
  return html`<ul class="findings">${findings.map((finding) => {
    const shown = finding.refs.flatMap((ref) => byRef.get(keyOf(ref)) ?? []);
    return html`<li><p>${words.sentence(finding)}</p>${evidence(shown, words.language)}</li>`;
  })}</ul>`;
}

/** Where a reference leads within the console. */
export function evidenceHref(ref: EvidenceRef): string {
  switch (ref.kind) {
    case 'passage':
      return passageHref(ref.article, ref.span);
    case 'article':
      return `/articles/${ref.article}`;
    case 'cascade':
      return `/cascades/${ref.cascade}`;
    case 'check':
      return `/claims?q=${encodeURIComponent(ref.check)}`;
    case 'entry':
      return '/presence';
    case 'source':
      return `/sources#${sourceAnchor(ref.source)}`;
  }
}

/** An id for a source's place in the list of sources: letters, digits, `-`, `_` of its own id. */
export function sourceAnchor(id: string): string {
  return `s-${encodeURIComponent(id).replace(/[^\w-]/g, '_')}`;
}

function evidence(passages: readonly AlertPassage[], language: ConsoleLanguage): Slot {
  if (passages.length === 0) return undefined;
  const items = passages.map((passage) => evidenceItem(passage, language));
  const rest = items.slice(OPEN);
  const more =
    rest.length === 0
      ? undefined
      : html`<details><summary>${WORDS[language].moreEvidence(figure(rest.length, language))}</summary><ul class="shows">${rest}</ul></details>`;
  return html`<ul class="shows">${items.slice(0, OPEN)}</ul>${more}`;
}

function evidenceItem(passage: AlertPassage, language: ConsoleLanguage): Markup {
  const { ref, article, label, quote } = passage;
  const kind = ref.kind === 'passage' ? 'article' : ref.kind;
  const name =
    article === undefined
      ? html`<span class="dim">${WORDS[language].kinds[kind]}</span> `
      : html`<span class="outlet">${theirs(article.outlet)}</span> `;
  const link = html`<a href="${evidenceHref(ref)}">${theirs(label, passage.language)}</a>`;
  return html`<li>${name}${link}${quote === undefined ? undefined : quoted(passage, quote)}</li>`;
}

function quoted({ before, after, language }: AlertPassage, quote: string): Markup {
  const around = (text: string | undefined): Slot =>
    text === undefined || text === '' ? undefined : html`<span class="around">${text}</span>`;
  const gap = (text: string | undefined): string => (text === undefined || text === '' ? '' : ' ');
  return html`<blockquote>${theirs(html`${around(before)}${gap(before)}${quote}${gap(after)}${around(after)}`, language)}</blockquote>`;
}

function keyOf(ref: EvidenceRef): string {
  switch (ref.kind) {
    case 'passage':
      return `passage ${ref.article} ${ref.span.begin} ${ref.span.end}`;
    case 'article':
      return `article ${ref.article}`;
    case 'cascade':
      return `cascade ${ref.cascade}`;
    case 'check':
      return `check ${ref.check}`;
    case 'entry':
      return `entry ${ref.entry}`;
    case 'source':
      return `source ${ref.source}`;
  }
}
