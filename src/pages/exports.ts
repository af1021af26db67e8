/** `/exports`: the briefing of a period, and the desk in the words of other tools. Plain links and a form. */
import { html, type Markup } from '../export/markup.ts';
import { TABLE_NAMES } from '../operations/exports/kinds.ts';
import type { ConsoleLanguage, Page } from './page.ts';
import { type Offered, WORDS } from './words/exports.ts';

const TOOLS: readonly Offered[] = [
  'stix',
  'stix-lines',
  'navigator',
  'ftm',
  'misp',
  'annotations',
  'prov',
  'jsonl',
];
const REST: readonly Offered[] = ['ris', 'csl', 'graphml', 'gexf'];
/** A browser here need not be there: `pdf` says so itself where it cannot. */
const FORMATS = ['html', 'docx', 'pdf', 'md'] as const;

export const exportsPage: Page = {
  path: '/exports',
  section: 'settings',
  role: 'reader',
  answer: async ({ language }) => ({
    kind: 'page',
    status: 200,
    title: WORDS[language].title,
    body: exportsBody(language),
    data: { briefing: '/api/briefing', exports: [...TOOLS, ...REST].map(addressOf) },
  }),
};

const addressOf = (kind: Offered): string => `/api/export?kind=${kind}`;

function exportsBody(language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const listed = (kinds: readonly Offered[]): Markup =>
    html`<ul>${kinds.map((kind) => html`<li><a href="${addressOf(kind)}" download>${words.kinds[kind]}</a></li>`)}</ul>`;
  const tables = TABLE_NAMES.map((name) => {
    const [csv, parquet] = (['csv', 'parquet'] as const).map(
      (kind) =>
        html`<a href="${`${addressOf(kind)}&table=${name}`}" download>${words.kinds[kind]}</a>`,
    );
    return html`<li lang="en">${name}: ${csv}, ${parquet}</li>`;
  });
  return html`<h1>${words.title}</h1><p class="standfirst">${words.lead}</p><section><h2>${words.briefing}</h2><p>${words.briefingLead}</p>${briefingForm(language)}</section><section><h2>${words.others}</h2>${listed(TOOLS)}</section><section><h2>${words.tables}</h2><p>${words.tablesLead}</p><ul>${tables}</ul></section><section><h2>${words.citations}</h2>${listed(REST)}</section>`;
}

function briefingForm(language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const languages = (['en', 'es'] as const).map((one) =>
    option(one, words.languages[one], one === language),
  );
  const formats = FORMATS.map((one) => option(one, one.toUpperCase(), one === 'html'));
  return html`<form class="filters" action="/api/briefing"><div><label for="from">${words.from}</label><input id="from" name="from" type="date" aria-describedby="usual"></div><div><label for="to">${words.to}</label><input id="to" name="to" type="date" aria-describedby="usual"></div><div><label for="language">${words.language}</label><select id="language" name="language">${languages}</select></div><div><label for="format">${words.format}</label><select id="format" name="format">${formats}</select></div><button class="main">${words.write}</button></form><p class="dim" id="usual">${words.usual}</p>`;
}

function option(value: string, label: string, chosen: boolean): Markup {
  return chosen
    ? html`<option value="${value}" selected>${label}</option>`
    : html`<option value="${value}">${label}</option>`;
}
