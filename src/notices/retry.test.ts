import { describe, expect, it } from 'vitest';
import type { Notice } from '../domain/notices.ts';
import { afterTry } from './retry.ts';

const NOTICE: Notice = {
  seq: 1,
  channel: 'newsroom',
  subject: 'alert:0123456789abcdef',
  alert: undefined,
  state: 'pending',
  tries: 0,
  createdAt: 0,
  nextAt: 0,
  sentAt: undefined,
  problem: undefined,
};
const refused = { kind: 'failed', problem: 'no answer', again: true } as const;

describe('afterTry', () => {
  it('says when it was sent and forgets the problem of before', () => {
    const once = afterTry(NOTICE, refused, 1000);
    expect(afterTry(once, { kind: 'sent' }, 2000)).toMatchObject({
      state: 'sent',
      tries: 2,
      sentAt: 2000,
      problem: undefined,
    });
  });

  it('waits ever longer, and is parked after nine tries', () => {
    let notice = NOTICE;
    const waits: number[] = [];
    while (notice.state === 'pending') {
      const now = notice.nextAt;
      notice = afterTry(notice, refused, now);
      if (notice.state === 'pending') waits.push(notice.nextAt - now);
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits).toHaveLength(8);
    expect(notice).toMatchObject({ state: 'parked', tries: 9, problem: 'no answer' });
  });

  it('is parked at once where it can never go, with the problem in one short line', () => {
    const problem = `550 no\r\nsuch user ${'x'.repeat(999)}`;
    const notice = afterTry(NOTICE, { kind: 'failed', problem, again: false }, 1000);
    expect(notice.state).toBe('parked');
    expect(notice.problem).toMatch(/^550 no such user x+…$/);
    expect(notice.problem).toHaveLength(300);
  });
});
