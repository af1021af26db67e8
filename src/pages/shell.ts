/** The frame around every page: a whole document with header, navigation, content and foot. */
import { mayAs, type Person } from '../domain/people.ts';
import type { Coverage } from '../domain/today-views.ts';
import { html, type Markup, markupText } from '../export/markup.ts';
import { coverageWords } from './coverage.ts';
import { ours } from './foreign.ts';
import type { ConsoleLanguage, PageAnswer, PageRequest, Section } from './page.ts';
import { SECTIONS } from './page.ts';
import { WORDS } from './words/shell.ts';

const PATHS: Readonly<Record<Section, string>> = {
  today: '/',
  alerts: '/alerts',
  search: '/search',
  cascades: '/cascades',
  claims: '/claims',
  outlets: '/outlets',
  presence: '/presence',
  sources: '/sources',
  settings: '/settings',
};
/** Longest refusal that is told in a page; it comes back through the address. */
const PROBLEM_LENGTH = 400;

export interface ShellOptions {
  /** Which entry of the navigation is the present one; absent for sign-in and errors. */
  readonly section: Section | undefined;
  readonly version: string;
  readonly coverage: Coverage | undefined;
  /** Whether this desk holds the bundled example. */
  readonly invented: boolean;
}

type Shown = Pick<Extract<PageAnswer, { kind: 'page' }>, 'title' | 'body' | 'scripts'>;

interface Asking extends Pick<PageRequest, 'address' | 'language' | 'query'> {
  /** Absent where nobody is signed in: then the page has wordmark, language and content only. */
  readonly person: Person | undefined;
}

/** The whole document. Its body must hold the page's one `h1`. */
export function shellPage(request: Asking, answer: Shown, options: ShellOptions): string {
  const { language, query, person } = request;
  const words = WORDS[language];
  const scripts = [...(person ? ['live.js'] : []), ...(answer.scripts ?? [])];
  const problem = query.get('problem');
  return markupText(html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${answer.title} · Atalaya</title><meta name="color-scheme" content="light dark"><meta name="referrer" content="same-origin"><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/report.css"><link rel="stylesheet" href="/assets/console.css">${sheetOf(options.section)}${scripts.map(
    (file) => html`<script type="module" src="/assets/${file}"></script>`,
  )}</head>
<body><a class="skip" href="#content">${words.skip}</a>
${header(request, options)}
<main id="content" tabindex="-1">${options.invented ? html`<p class="invented">${words.invented}</p>` : undefined}${
    problem === null
      ? undefined
      : html`<p class="problem" role="alert"><strong>${words.refused}</strong> ${ours(problem.slice(0, PROBLEM_LENGTH))}</p>`
  }
${answer.body}
</main>
${footer(request, options)}
</body></html>
`);
}

/** Pages that show evidence itself have a sheet of their own, which must not reach the others. */
function sheetOf(section: Section | undefined): Markup | undefined {
  if (section === 'outlets') return html`<link rel="stylesheet" href="/assets/network.css">`;
  const evidence = section === 'search' || section === 'cascades' || section === 'claims';
  return evidence ? html`<link rel="stylesheet" href="/assets/evidence.css">` : undefined;
}

function header(request: Asking, options: ShellOptions): Markup {
  const { language, query, person } = request;
  const words = WORDS[language];
  const links = person ? sectionLinks(language, options.section) : undefined;
  return html`<header class="top"><div class="masttop"><a class="wordmark" href="/">Atalaya</a>${
    links &&
    html`<form class="find" role="search" action="/search"><label class="unseen" for="find">${words.search}</label><input id="find" name="q" type="search" placeholder="${words.searchHint}" value="${options.section === 'search' ? (query.get('q') ?? '') : ''}" autocomplete="off"><button>${words.go}</button></form>`
  }<div class="who">${person && who(person, language)}<a href="${switched(request.address, words.other.language)}" lang="${words.other.language}" hreflang="${words.other.language}">${words.other.name}</a></div></div>${
    links &&
    html`<nav class="sections wide" aria-label="${words.navigation}">${links}</nav><details class="sections narrow"><summary>${words.menu}${options.section === undefined ? undefined : html` <span>· ${words.sections[options.section]}</span>`}</summary><nav aria-label="${words.navigation}">${links}</nav></details>`
  }</header>${
    person
      ? html`<div class="live" role="status" data-one="${words.live.one}" data-many="${words.live.many}" data-came="${words.live.came}" data-show="${words.live.show}"></div>`
      : undefined
  }`;
}

/** All sections but the search, which has its field. */
function sectionLinks(language: ConsoleLanguage, present: Section | undefined): Markup {
  const names = WORDS[language].sections;
  return html`<ul>${SECTIONS.filter((section) => section !== 'search').map((section) =>
    section === present
      ? html`<li><a href="${PATHS[section]}" aria-current="page">${names[section]}</a></li>`
      : html`<li><a href="${PATHS[section]}">${names[section]}</a></li>`,
  )}</ul>`;
}

function who(person: Person, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  if (person.by === 'local') return html`<span class="dim">${words.localPerson}</span>`;
  const people = mayAs(person.role, 'admin')
    ? html`<a href="/people">${words.people}</a>`
    : undefined;
  return html`${people}<span class="dim"><bdi>${person.name}</bdi></span><form method="post" action="/sign-out"><input type="hidden" name="csrf" value="${person.csrf ?? ''}"><button class="plain">${words.signOut}</button></form>`;
}

/** The same address in the other language; a refusal is told once and not kept. */
function switched(address: string, language: ConsoleLanguage): string {
  const [path = '/', query = ''] = address.split('?');
  const fields = new URLSearchParams(query);
  fields.delete('problem');
  fields.set('lang', language);
  return `${path}?${fields}`;
}

function footer({ language, person }: Asking, { version, coverage }: ShellOptions): Markup {
  const words = WORDS[language];
  return html`<footer class="foot"><p>${
    person && coverage !== undefined
      ? html`<a href="/sources">${coverageWords(coverage, language)}</a> `
      : undefined
  }${words.leads}</p><p>${words.version} ${version}</p></footer>`;
}
