/** The pages of signing in and of changing one's password, without their frame. */
import type { Person } from '../domain/people.ts';
import { html, type Markup, type Slot } from '../export/markup.ts';
import type { ConsoleLanguage } from '../pages/page.ts';
import { WORDS } from '../pages/words/sign-in.ts';

/** What the frame of a page needs to know of the request. */
export interface FrameRequest {
  readonly address: string;
  readonly language: ConsoleLanguage;
  readonly query: URLSearchParams;
  readonly person: Person | undefined;
}

/** Makes a whole document of a title and a body that holds the page's one `h1`. */
export type Frame = (
  request: FrameRequest,
  shown: { readonly title: string; readonly body: Markup },
) => string;

export interface SignInForm {
  readonly language: ConsoleLanguage;
  /** Where to go afterwards; already known to be safe. */
  readonly back: string;
  /** What was typed, so that it need not be typed again. */
  readonly name: string;
  /** Whether there is another service to sign in with. */
  readonly service: boolean;
  readonly problem: string | undefined;
}

export function signInBody({ language, back, name, service, problem }: SignInForm): Markup {
  const words = WORDS[language];
  return html`<h1>${words.title}</h1>
<p>${words.lead}</p>${said(problem)}
<form class="act enter" method="post" action="/sign-in"><input type="hidden" name="back" value="${back}">
<p><label for="name">${words.name}</label><input id="name" name="name" value="${name}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required></p>
<p><label for="password">${words.password}</label><input id="password" name="password" type="password" autocomplete="current-password" maxlength="512" required></p>
<p><button class="main">${words.enter}</button></p></form>${
    service
      ? html`<p><a href="/sign-in/oidc?back=${encodeURIComponent(back)}">${words.service}</a></p>`
      : undefined
  }`;
}

export interface PasswordForm {
  readonly language: ConsoleLanguage;
  readonly person: Person;
  readonly problem: string | undefined;
  readonly changed: boolean;
}

export function passwordBody({ language, person, problem, changed }: PasswordForm): Markup {
  const words = WORDS[language];
  const done: Slot = changed ? html`<p class="done" role="status">${words.changed}</p>` : undefined;
  return html`<h1>${words.passwordTitle}</h1>
<p>${words.passwordLead}</p>${said(problem)}${done}
<form class="act enter" method="post" action="/password"><input type="hidden" name="csrf" value="${person.csrf ?? ''}"><input type="hidden" name="name" value="${person.name}" autocomplete="username">
<p><label for="current">${words.current}</label><input id="current" name="current" type="password" autocomplete="current-password" maxlength="512" required></p>
<p><label for="next">${words.next}</label><input id="next" name="next" type="password" autocomplete="new-password" maxlength="512" aria-describedby="next-hint" required></p>
<p id="next-hint" class="dim">${words.nextHint}</p>
<p><button class="main">${words.change}</button></p></form>`;
}

function said(problem: string | undefined): Slot {
  return problem === undefined ? undefined : html`<p class="problem" role="alert">${problem}</p>`;
}
