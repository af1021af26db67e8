/** Sources as a watch file writes them: keys in one order, what goes without saying left out. */
import { Document, isMap, isSeq } from 'yaml';
import type { WatchSource } from '../../domain/watch.ts';
import { outletOf } from './read-sources.ts';
import { EVERY_DEFAULT } from './schema.ts';
import type { SourceDraft } from './source-draft.ts';
import { sourceIdOf } from './source-ids.ts';
import { writtenSpan } from './spans-of-time.ts';

/** Long lines stay lines: a broken address cannot be copied. */
export const LAYOUT = { lineWidth: 0, flowCollectionPadding: false } as const;

/** The draft whose lines in a file are read as this source again. */
export function draftOf(source: WatchSource): SourceDraft {
  const { id, kind, url, outlet, title, language, tags, everyMs, enabled } = source;
  return {
    ...(id !== sourceIdOf(url) && { id }),
    kind,
    url,
    ...(outlet !== outletOf(url) && { outlet }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    tags,
    ...(everyMs !== EVERY_DEFAULT && { everyMs }),
    enabled,
  };
}

/** The keys and values of a draft in the file. */
export function plainDraft(draft: SourceDraft): object {
  const { id, kind, url, outlet, title, language, tags = [], everyMs, enabled } = draft;
  return {
    ...(id !== undefined && { id }),
    ...(kind !== undefined && { kind }),
    url,
    ...(outlet !== undefined && { outlet }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(tags.length > 0 && { tags }),
    ...(everyMs !== undefined && { every: writtenSpan(everyMs) }),
    ...(enabled === false && { enabled }),
  };
}

/** The drafts as items of a YAML list, each line of which begins with `indent`. */
export function writtenItems(drafts: readonly SourceDraft[], indent: string): string {
  const document = new Document(drafts.map(plainDraft), { aliasDuplicateObjects: false });
  shortenTags(document.contents);
  return document.toString(LAYOUT).replace(/^(?=.)/gm, indent);
}

/** Writes the tags of every source of the list on one line. */
export function shortenTags(list: unknown): void {
  if (!isSeq(list)) return;
  for (const source of list.items) shorten(source, 'tags');
}

/** Writes the list under `key` on one line. */
export function shorten(node: unknown, key: string): void {
  const list = isMap(node) ? node.get(key) : undefined;
  if (isSeq(list)) list.flow = true;
}
