/** `/claims?q=`: a claim in words, or by the id of a cascade or an article, judged. */
import type { CheckId } from '../domain/ids.ts';
import { html, type Markup } from '../export/markup.ts';
import { type CascadeListView, cascadeListOperation } from '../operations/cascade-rows.ts';
import { claimOperation } from '../operations/claim.ts';
import { type Context, NotFound } from '../operations/operation.ts';
import { claimBody } from './claim-body.ts';
import { theirs } from './foreign.ts';
import type { ConsoleLanguage, Page, PageAnswer, PageRequest } from './page.ts';
import { problemAnswer } from './problem-page.ts';
import { publishersOf } from './words/cascades.ts';
import { WORDS } from './words/claims.ts';

/** Characters of a claim that are judged. */
const MOST_TYPED = 1000;
/** Cascades offered where nothing is asked. */
const OFFERED = 12;

export const claimsPage: Page = {
  path: '/claims',
  section: 'claims',
  role: 'reader',
  answer: async (request) => {
    const { query, language, context } = request;
    const q = (query.get('q') ?? '').trim().slice(0, MOST_TYPED);
    if (q !== '') return judged(await claimOfCheck(q, context), request);
    const input = cascadeListOperation.input.parse({ limit: OFFERED });
    const view = await cascadeListOperation.run(input, context);
    return {
      kind: 'page',
      status: 200,
      title: WORDS[language].title,
      body: offerBody(view, language),
      data: view,
    };
  },
};

/** `/claims/:id`: the claim that a cascade or an article carries. */
export const claimPage: Page = {
  path: '/claims/:id',
  section: 'claims',
  role: 'reader',
  answer: (request) => judged((request.params['id'] ?? '').slice(0, MOST_TYPED), request),
};

/** Alerts point at a fact-check by its id: then what it checks is the claim. */
async function claimOfCheck(q: string, { desk: { store } }: Context): Promise<string> {
  if (!/^[0-9a-f]{16}$/.test(q)) return q;
  return (await store.checksByIds([q as CheckId])).get(q as CheckId)?.claim ?? q;
}

async function judged(q: string, { language, context }: PageRequest): Promise<PageAnswer> {
  try {
    const input = claimOperation.input.parse({ what: [q] });
    const view = await claimOperation.run(input, context);
    return {
      kind: 'page',
      status: 200,
      title: `${q.slice(0, 80)} · ${WORDS[language].title}`,
      body: html`<h1>${WORDS[language].title}</h1>${askForm(q, language)}${claimBody(view, language)}`,
      data: view,
    };
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const { notFound } = WORDS[language];
    const { body } = problemAnswer(404, language, error.message);
    return { kind: 'page', status: 404, title: notFound, body, data: { problem: notFound } };
  }
}

function askForm(q: string, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  return html`<form class="ask" action="/claims"><label for="claim">${words.field}</label><div class="row"><input id="claim" name="q" value="${q}" maxlength="${MOST_TYPED}" autocomplete="off" aria-describedby="claim-help"><button>${words.go}</button></div><p class="dim" id="claim-help">${words.help}</p></form>`;
}

function offerBody({ cascades }: CascadeListView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const offers = cascades.map(
    ({ id, title, reach, language: tag }) =>
      html`<li><a href="/claims/${id}">${theirs(title, tag)}</a> <span class="dim">${publishersOf(reach, language)}</span></li>`,
  );
  const list =
    offers.length === 0
      ? undefined
      : html`<section><h2>${words.widest}</h2><p>${words.empty}</p><ul class="lines">${offers}</ul></section>`;
  return html`<h1>${words.title}</h1><p class="standfirst">${words.lead}</p>${askForm('', language)}${list}`;
}
