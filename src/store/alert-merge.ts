/** What becomes of an alert that is measured again. */
import type { Alert, AlertEvent } from '../domain/alerts.ts';

/** A person may have moved on while the desk measured: only its own reopening changes their state. */
export function merged(
  alert: Alert,
  stored: Alert | undefined,
  events: readonly AlertEvent[],
): Alert {
  if (stored === undefined) return alert;
  const { state, assignee, closed, raisedAt } = stored;
  const reopens = events.some((one) => one.alert === alert.id && one.action === 'reopened');
  return reopens ? { ...alert, raisedAt } : { ...alert, state, assignee, closed, raisedAt };
}
