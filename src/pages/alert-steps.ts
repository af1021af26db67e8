/** What a person may do with an alert, and what was done with it. */
import { type Alert, type AlertEvent, CLOSE_REASONS } from '../domain/alerts.ts';
import { mayAs } from '../domain/people.ts';
import { actionWords, measureWords, reasonWords } from '../export/alert-wording.ts';
import { html, type Markup, type Slot } from '../export/markup.ts';
import { isoOf } from '../export/moments.ts';
import { actionForm, choiceField } from './forms.ts';
import type { ConsoleLanguage, PageRequest } from './page.ts';
import { WORDS } from './words/alerts.ts';
import { instant } from './words/figures.ts';

type Asking = Pick<PageRequest, 'person' | 'address' | 'language'>;

/** Forms for the steps that fit the alert's state; a sentence instead for those who may only read. */
export function stepForms(alert: Alert, request: Asking): Markup {
  const words = WORDS[request.language];
  if (!mayAs(request.person.role, 'analyst')) return html`<p class="dim">${words.readOnly}</p>`;
  const form = (action: string, fields: Slot): Markup =>
    actionForm('alert-step', request, { id: alert.id, action }, fields);
  const note = form(
    'note',
    html`<label for="step-note">${words.note}</label><textarea id="step-note" name="note" rows="2" required maxlength="2000"></textarea><button>${words.addNote}</button>`,
  );
  if (alert.state === 'closed') {
    return html`<div class="steps">${form('reopen', html`<button>${words.reopen}</button>`)}${note}</div>`;
  }
  return html`<div class="steps">${
    alert.state === 'new'
      ? form('acknowledge', html`<button class="main">${words.acknowledge}</button>`)
      : undefined
  }${form('assign', html`<label for="step-who">${words.assignee}</label><input id="step-who" name="assignee" required maxlength="100" autocomplete="off" value="${request.person.by === 'local' ? '' : request.person.name}"><button>${words.assign}</button>`)}${form('close', closeFields(request.language))}${note}</div>`;
}

function closeFields(language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const choices = CLOSE_REASONS.map((reason) => [reason, reasonWords(reason, language)] as const);
  const place = { id: 'step-why', name: 'reason', label: words.closeReason, value: 'explained' };
  return html`${choiceField(place, choices)}<label for="step-close-note">${words.note}</label><input id="step-close-note" name="note" maxlength="2000"><button>${words.close}</button>`;
}

/** The audit log, oldest first. */
export function auditLog(
  { measure }: Alert,
  events: readonly AlertEvent[],
  language: ConsoleLanguage,
): Markup {
  return html`<ol class="log">${events.map((event) => {
    const details = [
      ...(event.value === undefined ? [] : [measureWords(measure, event.value, language)]),
      ...(event.reason === undefined ? [] : [reasonWords(event.reason, language)]),
    ];
    return html`<li><time datetime="${isoOf(event.at) ?? ''}">${instant(event.at, language)}</time> <span>${event.by === 'desk' ? WORDS[language].desk : html`<bdi>${event.by}</bdi>`}: ${actionWords(event.action, language)}${event.assignee === undefined ? undefined : html` → <bdi>${event.assignee}</bdi>`}${details.length === 0 ? undefined : html` (${details.join('; ')})`}</span>${event.note === undefined ? undefined : html`<p class="note"><bdi>${event.note}</bdi></p>`}</li>`;
  })}</ol>`;
}
