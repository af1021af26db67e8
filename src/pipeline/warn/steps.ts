/** A person's step with an alert, kept with its line in the log. */
import type { Alert } from '../../domain/alerts.ts';
import type { Store } from '../../store/store.ts';
import { type AlertStep, stepAlert } from '../../warn/steps.ts';

/** Takes the step; throws, saying what can be done instead, where the alert's state does not allow it. */
export async function takeStep(store: Store, alert: Alert, step: AlertStep): Promise<Alert> {
  const taken = stepAlert(alert, step);
  if ('refused' in taken) throw new Error(taken.refused);
  await store.saveAlertStep(taken.alert, taken.event);
  return taken.alert;
}
