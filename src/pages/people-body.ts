/** The accounts of the desk, what each may do, and what was done with them. */
import { ROLES } from '../domain/people.ts';
import { html, type Markup } from '../export/markup.ts';
import { isoOf } from '../export/moments.ts';
import type { AccountsView, AccountView, KeyView } from '../operations/accounts.ts';
import { ours } from './foreign.ts';
import { actionForm, choiceField } from './forms.ts';
import type { ConsoleLanguage, PageRequest } from './page.ts';
import { day, fromNow, instant } from './words/figures.ts';
import { WORDS } from './words/people.ts';
import { TERMS } from './words/terms.ts';

type Asking = Pick<PageRequest, 'person' | 'address' | 'language'>;

const COMMANDS = [
  'npx atalaya account add --name NAME --role reader',
  'npx atalaya account password --name NAME',
  'npx atalaya account key --name NAME --role reader --label LABEL',
] as const;

export function peopleBody(view: AccountsView, now: number, request: Asking): Markup {
  const words = WORDS[request.language];
  const list =
    view.accounts.length === 0
      ? html`<p>${words.none}</p>`
      : html`<ul class="items">${view.accounts.map((one) => accountItem(one, now, request))}</ul>`;
  return html`<h1>${words.title}</h1><p>${words.lead}</p><section aria-label="${words.title}">${list}<p class="dim">${words.terminal}</p><ul>${COMMANDS.map((command) => html`<li><code>${command}</code></li>`)}</ul></section><section><h2>${words.log}</h2>${log(view.log, request.language)}</section>`;
}

function accountItem(account: AccountView, now: number, request: Asking): Markup {
  const { language } = request;
  const words = WORDS[language];
  const { name, role, disabledAt, hasPassword, linked, lastSignIn } = account;
  const facts = [
    TERMS[language].role[role],
    ...(hasPassword ? [words.password] : []),
    ...(linked === undefined ? [] : [words.linked]),
    lastSignIn === undefined ? words.never : words.signedIn(fromNow(lastSignIn, now, language)),
    ...(disabledAt === undefined ? [] : [words.disabled(day(disabledAt, language))]),
  ];
  return html`<li><strong><bdi>${name}</bdi></strong><p class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p><details><summary>${words.more}</summary>${changes(account, request)}${keys(account.keys, now, request)}</details></li>`;
}

/** The role can be set, and the account closed or opened; the operation keeps the last admin. */
function changes({ name, role, disabledAt }: AccountView, request: Asking): Markup {
  const { language } = request;
  const words = WORDS[language];
  const choices = ROLES.map((one) => [one, TERMS[language].role[one]] as const);
  const place = { id: `role-${name}`, name: 'role', label: words.roleOf(name), value: role };
  const access = disabledAt === undefined ? 'disable' : 'enable';
  return html`<div class="steps">${actionForm(
    'account',
    request,
    { action: 'role', name },
    html`${choiceField(place, choices)}<button>${words.setRole}</button>`,
  )}${actionForm('account', request, { action: access, name }, html`<button aria-label="${words[access]}: ${name}">${words[access]}</button>`)}</div>`;
}

function keys(list: readonly KeyView[], now: number, request: Asking): Markup | undefined {
  if (list.length === 0) return undefined;
  const { language } = request;
  const words = WORDS[language];
  return html`<p><strong>${words.keys}</strong></p><ul class="items">${list.map((key) => {
    const facts = [
      TERMS[language].role[key.role],
      key.usedAt === undefined ? words.unused : words.used(fromNow(key.usedAt, now, language)),
      ...(key.expiresAt === undefined ? [] : [words.until(day(key.expiresAt, language))]),
    ];
    const end =
      key.revokedAt === undefined
        ? actionForm(
            'account',
            request,
            { action: 'revoke', id: key.id },
            html`<button aria-label="${words.revoke}: ${key.label}">${words.revoke}</button>`,
          )
        : html`<span class="dim">${words.revoked}</span>`;
    return html`<li><bdi>${key.label}</bdi><p class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>${end}</li>`;
  })}</ul>`;
}

function log(events: AccountsView['log'], language: ConsoleLanguage): Markup {
  if (events.length === 0) return html`<p class="dim">${WORDS[language].noLog}</p>`;
  return html`<ol class="log">${events.map(
    ({ at, by, action, account, detail }) =>
      html`<li><time datetime="${isoOf(at) ?? ''}">${instant(at, language)}</time> <span><bdi>${by}</bdi>: ${ours(action)} <bdi>${account}</bdi>${detail === undefined ? undefined : html` (<bdi>${detail}</bdi>)`}</span></li>`,
  )}</ol>`;
}
