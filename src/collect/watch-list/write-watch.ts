/** A watch written as a new file. */
import { Document } from 'yaml';
import type { Watch } from '../../domain/watch.ts';
import { draftOf, LAYOUT, plainDraft, shorten, shortenTags } from './source-nodes.ts';
import { writtenSpan } from './spans-of-time.ts';

const HEADING = ' A watch: one host, its sponsors, its sources. docs/watch.md explains every key.';

/** The text of a watch file that `readWatch` reads as this very watch (line numbers apart). */
export function serialiseWatch(watch: Watch): string {
  const { name, host, sponsors, languages, outlets, outletLists, rules } = watch;
  const fetch = plainFetch(watch);
  const plain = {
    ...(name !== undefined && { name }),
    host,
    sponsors,
    languages,
    ...(Object.keys(fetch).length > 0 && { fetch }),
    sources: watch.sources.map((source) => plainDraft(draftOf(source))),
    ...(outlets.length > 0 && { outlets }),
    ...(outletLists.length > 0 && { outletLists }),
    ...(rules.length > 0 && { rules: rules.map(({ id, settings }) => ({ id, ...settings })) }),
  };
  const document = new Document(plain, { aliasDuplicateObjects: false });
  document.commentBefore = HEADING;
  for (const key of ['sponsors', 'languages']) shorten(document.contents, key);
  shortenTags(document.get('sources'));
  return document.toString(LAYOUT);
}

function plainFetch({ fetch }: Watch): object {
  const { contact, paceMs, connectTimeoutMs, timeoutMs, maxBytes, connections } = fetch;
  return {
    ...(contact !== undefined && { contact }),
    ...(paceMs !== undefined && { pace: writtenSpan(paceMs) }),
    ...(connectTimeoutMs !== undefined && { connectTimeout: writtenSpan(connectTimeoutMs) }),
    ...(timeoutMs !== undefined && { timeout: writtenSpan(timeoutMs) }),
    ...(maxBytes !== undefined && { maxBytes }),
    ...(connections !== undefined && { connections }),
  };
}
