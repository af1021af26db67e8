/** A source that lists addresses: a page with links, plain text, a table. */
import { readAddresses } from '../../collect/lists/read-addresses.ts';
import { type Answer, headerOf } from '../../collect/web/fetched.ts';
import type { Named } from './named.ts';
import type { DonePoll } from './polls.ts';

/** What a list names. A list that names nothing at all is of no use, and says why. */
export async function listedIn({
  body,
  finalUrl,
  headers,
}: Answer): Promise<Pick<DonePoll, 'named' | 'damaged' | 'refusal'>> {
  const contentType = headerOf(headers, 'content-type');
  const named: Named[] = [];
  let fault: string | undefined;
  const place = { name: finalUrl, ...(contentType !== undefined && { contentType }) };
  for await (const one of readAddresses(body, place)) {
    if ('fault' in one) fault ??= one.detail;
    else named.push(one);
  }
  if (named.length > 0 || fault === undefined) return { named, damaged: false };
  return { named, damaged: false, refusal: { reason: 'not-a-list', detail: fault } };
}
