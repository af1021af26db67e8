/** The editor of the watch list: a plain text field with line numbers, and what is wrong, by line. */
import type { WatchProblem } from '../domain/watch.ts';
import { html, type Markup } from '../export/markup.ts';
import type { SettingsView } from '../operations/settings.ts';
import { ours, theirs } from './foreign.ts';
import { actionForm } from './forms.ts';
import type { ConsoleLanguage, PageRequest } from './page.ts';
import { WORDS as EXPORT_WORDS } from './words/exports.ts';
import { counted, figure } from './words/figures.ts';
import { WORDS } from './words/settings.ts';

const MOST_PROBLEMS = 50;
/** Rows of the field where the text is shorter. */
const LEAST_ROWS = 12;
/** Longer texts are edited without numbers beside them: the column of numbers would be the page. */
const MOST_ROWS = 20_000;

type Asking = Pick<PageRequest, 'person' | 'address' | 'language'>;

/** `view` is absent for those who may not see the watch list. */
export function settingsBody(view: SettingsView | undefined, request: Asking): Markup {
  const words = WORDS[request.language];
  const people =
    request.person.role === 'admin'
      ? html`<li><a href="/people">${words.people}</a></li>`
      : undefined;
  return html`<h1>${words.title}</h1><section><h2>${words.watch}</h2>${view === undefined ? html`<p>${words.notEditor}</p>` : editor(view, request)}</section><section><h2>${words.other}</h2><ul><li><a href="/settings/indicators">${words.indicators}</a> <span class="dim">${words.otherLead}</span></li><li><a href="/exports">${EXPORT_WORDS[request.language].title}</a></li>${people}</ul></section>`;
}

function editor(view: SettingsView, request: Asking): Markup {
  const words = WORDS[request.language];
  const lines = view.text.split('\n').length;
  const wrong = new Set(view.problems.map(({ line }) => line));
  const rows = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, lines));
  const fields = html`<label for="watch-text">${words.editor}</label><div class="editor">${lines > MOST_ROWS ? undefined : html`<ol class="lines" aria-hidden="true">${numbers(rows, wrong, request.language)}</ol>`}<textarea id="watch-text" name="text" rows="${rows}" spellcheck="false" autocapitalize="off" autocomplete="off" wrap="off" aria-describedby="watch-state">
${view.text}</textarea></div><div class="buttons"><button name="action" value="check">${words.check}</button><button class="main" name="action" value="save">${words.save}</button>${view.draft ? html`<button name="action" value="discard">${words.discard}</button>` : undefined}</div>`;
  return html`<p>${words.lead} ${words.restart}</p><p class="dim">${words.file}: <code><bdi>${view.file}</bdi></code>${view.exists ? undefined : html` ${words.missing}`}</p>${state(view, request.language)}${actionForm('settings-save', request, { digest: view.digest }, fields)}`;
}

/** Line numbers; those of lines with a problem are marked, and problems link to them. */
function numbers(
  rows: number,
  wrong: ReadonlySet<number>,
  language: ConsoleLanguage,
): readonly Markup[] {
  return Array.from({ length: rows }, (_, i) => {
    const n = i + 1;
    return wrong.has(n)
      ? html`<li id="line-${n}"><mark>${figure(n, language)}</mark></li>`
      : html`<li>${n}</li>`;
  });
}

function state(view: SettingsView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { problems, draft, outdated, exists } = view;
  const [one, many] = words.problem;
  const said = [...(draft ? [words.draft] : []), ...(outdated ? [words.outdated] : [])];
  if (problems.length > 0) {
    const head = words.problems(counted(problems.length, one, many, language));
    return html`<div id="watch-state" class="problem" role="alert"><p>${said.join(' ')} <strong>${head}:</strong></p><ul class="problems">${problems.slice(0, MOST_PROBLEMS).map((problem) => problemLine(problem, language))}</ul></div>`;
  }
  const sound = !exists && !draft ? '' : draft ? words.sound : words.saved;
  return html`<p id="watch-state" class="done" role="status">${[...said, sound].join(' ')}</p>`;
}

function problemLine(
  { line, column, path, message }: WatchProblem,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const where = `${words.line} ${figure(line, language)}, ${words.column} ${figure(column, language)}`;
  return html`<li><a href="#line-${line}">${where}</a>: ${path === '' ? undefined : html`<code>${theirs(path)}</code> `}${ours(message)}</li>`;
}
