import { describe, expect, test } from 'vitest';
import { ALERT_STATES, type Alert, type AlertState, CLOSE_REASONS } from '../domain/alerts.ts';
import { alertIdOf } from '../domain/ids.ts';
import { type AlertStep, STEP_ACTIONS, type StepAction, stateOf, stepAlert } from './steps.ts';

function alertIn(state: AlertState): Alert {
  return {
    id: alertIdOf('burst', 'one'),
    indicator: 'burst',
    measure: 'burst',
    unit: 'one',
    subject: 'Invented',
    value: 4,
    at: 1,
    findings: [],
    counter: [],
    confidence: 'likely',
    severity: 'low',
    threshold: 3,
    raisedAt: 2,
    measuredAt: 2,
    state,
    assignee: state === 'assigned' ? 'ana' : undefined,
    closed: state === 'closed' ? 'explained' : undefined,
    stands: true,
    version: '0.0.0',
    indicatorDigest: '-',
  };
}

/** With all that any action needs. */
const stepOf = (action: StepAction): AlertStep => ({
  action,
  by: 'bea',
  at: 9,
  assignee: 'carla',
  reason: 'error',
  note: 'looked at',
});

/** The state that each action leads to; absent: it is refused. */
const LEADS: Readonly<Record<AlertState, Partial<Record<StepAction, AlertState>>>> = {
  new: { acknowledge: 'acknowledged', assign: 'assigned', close: 'closed', note: 'new' },
  acknowledged: { assign: 'assigned', close: 'closed', note: 'acknowledged' },
  assigned: { assign: 'assigned', close: 'closed', note: 'assigned' },
  closed: { reopen: 'new', note: 'closed' },
};
const CASES = ALERT_STATES.flatMap((state) => STEP_ACTIONS.map((action) => ({ state, action })));

describe('stepAlert', () => {
  test.each(CASES)('$action of an alert that is $state', ({ state, action }) => {
    const before = alertIn(state);
    const taken = stepAlert(before, stepOf(action));
    const to = LEADS[state][action];
    expect(before).toEqual(alertIn(state));
    if (to === undefined) {
      expect(taken).toEqual({ refused: expect.stringMatching(/^[A-Z].*\.$/) });
      return;
    }
    expect(taken).toMatchObject({
      alert: { id: before.id, state: to, value: 4, stands: true },
      event: { alert: before.id, at: 9, by: 'bea', note: 'looked at' },
    });
  });

  test('assigns to whom it is said to, and closes for the reason given', () => {
    expect(stepAlert(alertIn('new'), stepOf('assign'))).toMatchObject({
      alert: { assignee: 'carla' },
      event: { action: 'assigned', assignee: 'carla' },
    });
    for (const reason of CLOSE_REASONS) {
      expect(stepAlert(alertIn('assigned'), { ...stepOf('close'), reason })).toMatchObject({
        alert: { closed: reason, assignee: 'ana' },
        event: { action: 'closed', reason },
      });
    }
  });

  test('reopens as nobody’s, and without the reason', () => {
    const closed: Alert = { ...alertIn('closed'), assignee: 'ana' };
    expect(stepAlert(closed, stepOf('reopen'))).toMatchObject({
      alert: { state: 'new', assignee: undefined, closed: undefined },
      event: { action: 'reopened' },
    });
  });

  test('a note changes nothing but the log', () => {
    const before = alertIn('assigned');
    const taken = stepAlert(before, stepOf('note'));
    expect(taken).toEqual({
      alert: before,
      event: { alert: before.id, at: 9, by: 'bea', action: 'noted', note: 'looked at' },
    });
  });

  test.each([
    ['acknowledge', 'acknowledged', 'It is acknowledged already.'],
    ['acknowledge', 'assigned', 'It is assigned already.'],
    ['acknowledge', 'closed', 'A closed alert cannot be acknowledged; reopen it first.'],
    ['assign', 'new', 'Say to whom it is assigned.'],
    ['assign', 'closed', 'A closed alert cannot be assigned; reopen it first.'],
    ['close', 'new', 'Say why it is closed: give a reason.'],
    ['close', 'closed', 'It is closed already.'],
    ['reopen', 'new', 'Only a closed alert can be reopened.'],
    ['note', 'new', 'Write something to note.'],
  ] as const)('%s without more of an alert that is %s is refused', (action, state, refused) => {
    expect(stepAlert(alertIn(state), { action, by: 'bea', at: 9 })).toEqual({ refused });
    const empty = stepAlert(alertIn(state), { action, by: 'bea', at: 9, assignee: '', note: '' });
    expect(empty).toEqual({ refused });
  });

  test('a step without a note leaves none in the log', () => {
    const taken = stepAlert(alertIn('new'), { action: 'acknowledge', by: 'bea', at: 9 });
    expect('event' in taken && Object.keys(taken.event)).toEqual(['alert', 'at', 'by', 'action']);
  });
});

describe('stateOf', () => {
  const id = alertIdOf('burst', 'one');
  const at = 1;

  test('of no line is new', () => {
    expect(stateOf([])).toEqual({ state: 'new', assignee: undefined, closed: undefined });
  });

  test('is told line by line; measuring and notes leave it', () => {
    const head = { alert: id, at, by: 'ana' };
    const lines = [
      { ...head, action: 'raised', value: 4 },
      { ...head, action: 'acknowledged' },
      { ...head, action: 'assigned', assignee: 'bea' },
      { ...head, action: 'measured', value: 5 },
      { ...head, action: 'noted', note: 'x' },
      { ...head, action: 'closed', reason: 'acted-on' },
      { ...head, action: 'reopened' },
    ] as const;
    const states = lines.map((_, i) => stateOf(lines.slice(0, i + 1)));
    const open = { assignee: undefined, closed: undefined };
    const bea = { state: 'assigned', assignee: 'bea', closed: undefined };
    expect(states).toEqual([
      { state: 'new', ...open },
      { state: 'acknowledged', ...open },
      bea,
      bea,
      bea,
      { state: 'closed', assignee: 'bea', closed: 'acted-on' },
      { state: 'new', ...open },
    ]);
  });
});
