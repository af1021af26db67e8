/** The row of an exchange that brought no body: nothing new, or a reason. */
import type { NotModified, Refused } from '../../collect/web/fetched.ts';
import type { FetchRow } from '../../store/watching.ts';

export function unanswered(
  common: Pick<FetchRow, 'at' | 'source' | 'url' | 'purpose' | 'ms'>,
  fetched: NotModified | Refused,
): FetchRow {
  if (fetched.kind === 'not-modified') {
    return { ...common, outcome: 'not-modified', status: 304, bytes: 0 };
  }
  const { reason, status } = fetched;
  const known = status !== undefined && { status };
  return { ...common, outcome: 'refused', reason, bytes: 0, ...known };
}
