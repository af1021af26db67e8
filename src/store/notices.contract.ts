/** What is asked of every store about messages to people outside. */
import { expect, it } from 'vitest';
import type { Store } from './store.ts';

const note = (channel: string, subject: string, at = 1000) => ({
  channel,
  subject,
  alert: undefined,
  at,
});

export function describeNotices(store: () => Store): void {
  it('keeps one message for each channel and subject, the longest due first', async () => {
    expect(await store().addNotices([note('a', 'one', 2000), note('b', 'one')])).toBe(2);
    expect(await store().addNotices([note('a', 'one'), note('a', 'two', 5000)])).toBe(1);
    const due = await store().dueNotices(3000, 9);
    expect(due.map(({ channel, subject }) => [channel, subject])).toEqual([
      ['b', 'one'],
      ['a', 'one'],
    ]);
    expect(await store().dueNotices(3000, 1)).toHaveLength(1);
    expect(await store().noticeCounts()).toEqual({ pending: 3, sent: 0, parked: 0 });
  });

  it('keeps what became of a try', async () => {
    await store().addNotices([note('a', 'one')]);
    const [first] = await store().dueNotices(1000, 9);
    const later = { ...first!, tries: 1, nextAt: 9000, problem: 'no answer' };
    await store().saveNotice(later);
    expect(await store().dueNotices(8999, 9)).toEqual([]);
    expect(await store().dueNotices(9000, 9)).toEqual([later]);
    await store().saveNotice({ ...later, state: 'sent', sentAt: 9001, problem: undefined });
    expect(await store().dueNotices(99_000, 9)).toEqual([]);
    const [sent] = await store().notices({ state: 'sent', limit: 9 });
    expect(sent).toMatchObject({ state: 'sent', sentAt: 9001, problem: undefined });
    expect(await store().notices({ state: 'parked', limit: 9 })).toEqual([]);
  });
}
