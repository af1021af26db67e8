/** What people do with an alert: a small machine of four states, and the log that it can be told from. */
import type { Alert, AlertEvent, AlertState, CloseReason } from '../domain/alerts.ts';

export const STEP_ACTIONS = ['acknowledge', 'assign', 'close', 'reopen', 'note'] as const;
export type StepAction = (typeof STEP_ACTIONS)[number];

export interface AlertStep {
  readonly action: StepAction;
  readonly by: string;
  readonly at: number;
  readonly assignee?: string;
  readonly reason?: CloseReason;
  readonly note?: string;
}

export type StepTaken =
  | { readonly alert: Alert; readonly event: AlertEvent }
  /** One sentence: what cannot be done, and what can. */
  | { readonly refused: string };

/** Takes one step; refuses one that the alert's state does not allow. */
export function stepAlert(alert: Alert, step: AlertStep): StepTaken {
  const refused = refusalOf(alert, step);
  if (refused !== undefined) return { refused };
  const { action, by, at, assignee, reason, note } = step;
  const words = note === undefined ? {} : { note };
  const head = { alert: alert.id, at, by } as const;
  switch (action) {
    case 'acknowledge':
      return {
        alert: { ...alert, state: 'acknowledged' },
        event: { ...head, action: 'acknowledged', ...words },
      };
    case 'assign':
      return {
        alert: { ...alert, state: 'assigned', assignee },
        event: { ...head, action: 'assigned', assignee: assignee!, ...words },
      };
    case 'close':
      return {
        alert: { ...alert, state: 'closed', closed: reason },
        event: { ...head, action: 'closed', reason: reason!, ...words },
      };
    case 'reopen':
      return {
        alert: { ...alert, state: 'new', assignee: undefined, closed: undefined },
        event: { ...head, action: 'reopened', ...words },
      };
    case 'note':
      return { alert, event: { ...head, action: 'noted', note: note! } };
  }
}

function refusalOf(
  { state }: Alert,
  { action, assignee, reason, note }: AlertStep,
): string | undefined {
  const closed = state === 'closed';
  switch (action) {
    case 'acknowledge':
      if (closed) return 'A closed alert cannot be acknowledged; reopen it first.';
      return state === 'new' ? undefined : `It is ${state} already.`;
    case 'assign':
      if (closed) return 'A closed alert cannot be assigned; reopen it first.';
      return assignee === undefined || assignee === '' ? 'Say to whom it is assigned.' : undefined;
    case 'close':
      if (closed) return 'It is closed already.';
      return reason === undefined ? 'Say why it is closed: give a reason.' : undefined;
    case 'reopen':
      return closed ? undefined : 'Only a closed alert can be reopened.';
    case 'note':
      return note === undefined || note === '' ? 'Write something to note.' : undefined;
  }
}

/** The state that a log tells, from its first line to its last. */
export function stateOf(
  events: readonly AlertEvent[],
): Pick<Alert, 'state' | 'assignee' | 'closed'> {
  let state: AlertState = 'new';
  let assignee: string | undefined;
  let closed: CloseReason | undefined;
  for (const event of events) {
    switch (event.action) {
      case 'raised':
      case 'reopened':
        [state, assignee, closed] = ['new', undefined, undefined];
        break;
      case 'acknowledged':
        state = 'acknowledged';
        break;
      case 'assigned':
        [state, assignee] = ['assigned', event.assignee];
        break;
      case 'closed':
        [state, closed] = ['closed', event.reason];
        break;
      case 'measured':
      case 'noted':
        break;
    }
  }
  return { state, assignee, closed };
}
