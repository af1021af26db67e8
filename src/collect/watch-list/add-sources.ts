/**
 * Sources added to a watch file that a person keeps. New items are put into the text behind the
 * last one, so that not a byte of the rest changes; only a list written in brackets is written anew.
 */
import { type Document, isMap, isSeq, type Node, type YAMLSeq } from 'yaml';
import type { WatchProblem, WatchSource } from '../../domain/watch.ts';
import { addressKey, kindOf } from './read-sources.ts';
import { readWatch, type WatchReading } from './read-watch.ts';
import type { SourceDraft } from './source-draft.ts';
import { distinctSourceId, sourceIdOf } from './source-ids.ts';
import { LAYOUT, plainDraft, shortenTags, writtenItems } from './source-nodes.ts';
import { openYaml } from './yaml-reading.ts';

const INDENT = '  ';

/** What became of each draft; every one is in exactly one of the lists. */
export interface AddedSources {
  /** The new text of the watch file; the old one where nothing was added. */
  readonly text: string;
  readonly added: readonly WatchSource[];
  /** Drafts whose address the watch has already, each with the id it has there. */
  readonly known: readonly { readonly url: string; readonly id: string }[];
  /** Drafts that the file cannot hold, and why. */
  readonly refused: readonly { readonly url: string; readonly reason: string }[];
}

/**
 * Adds sources to the text of a watch file, at the end of its list; comments stay. `problems` where
 * the text is no watch. `file` is the name that problems show.
 */
export function addSources(
  text: string,
  drafts: readonly SourceDraft[],
  file: string,
): AddedSources | { readonly problems: readonly WatchProblem[] } {
  const before = readWatch(text, file);
  if ('problems' in before) return before;
  const { fresh, known, refused } = sorted(drafts, before.watch.sources);
  if (fresh.length === 0) return { text, added: [], known, refused };
  const wanted = before.watch.sources.length + fresh.length;
  for (const written of [inserted(text, fresh, file), rewritten(text, fresh, file)]) {
    const after: WatchReading = readWatch(written ?? '', file);
    if ('watch' in after && after.watch.sources.length === wanted) {
      const added = after.watch.sources.slice(-fresh.length);
      return { text: written ?? '', added, known, refused };
    }
  }
  const reason = `${file} could not be added to; add the source by hand.`;
  return {
    text,
    added: [],
    known,
    refused: [...refused, ...fresh.map(({ url }) => ({ url, reason }))],
  };
}

/** Which drafts are new, which are there, which no file can hold. */
function sorted(
  drafts: readonly SourceDraft[],
  sources: readonly WatchSource[],
): {
  fresh: SourceDraft[];
  known: { url: string; id: string }[];
  refused: { url: string; reason: string }[];
} {
  const ids = new Set(sources.map(({ id }) => id));
  const byAddress = new Map(sources.map(({ id, url }) => [addressKey(url), id]));
  const fresh: SourceDraft[] = [];
  const known: { url: string; id: string }[] = [];
  const refused: { url: string; reason: string }[] = [];
  for (const draft of drafts) {
    const fault = faultOf(draft);
    if (fault !== undefined) {
      refused.push({ url: draft.url, reason: fault });
      continue;
    }
    const address = addressKey(new URL(draft.url).href);
    const there = byAddress.get(address);
    if (there !== undefined) {
      known.push({ url: draft.url, id: there });
      continue;
    }
    const id = [draft.id ?? sourceIdOf(draft.url), distinctSourceId(draft.url)].find(
      (own) => !ids.has(own),
    );
    if (id === undefined) {
      refused.push({ url: draft.url, reason: 'its id is taken; give it another one.' });
      continue;
    }
    ids.add(id);
    byAddress.set(address, id);
    const kind = draft.kind ?? kindOf(draft.url);
    fresh.push({ ...draft, kind, ...(id !== sourceIdOf(draft.url) && { id }) });
  }
  return { fresh, known, refused };
}

/** Why no watch file can hold the draft: what `readWatch` says of it alone. */
function faultOf(draft: SourceDraft): string | undefined {
  const alone = `host: MX\nsponsors: [RU]\nlanguages: [es]\nsources:\n${writtenItems([draft], INDENT)}`;
  const read = readWatch(alone, '');
  if ('watch' in read) return undefined;
  const [first] = read.problems;
  const where = first?.path.replace(/^sources\[0\]\.?/, '') ?? '';
  return `${where === '' ? '' : `${where}: `}${first?.message ?? 'it cannot be read.'}`;
}

/** The text with the items put in; `undefined` where the list is not one item a line. */
function inserted(text: string, drafts: readonly SourceDraft[], file: string): string | undefined {
  const opened = openYaml(text, file);
  if ('problems' in opened) return undefined;
  const list = sourcesOf(opened.reading.document);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = (indent: string): string => writtenItems(drafts, indent).replaceAll('\n', end);
  if (list === undefined) {
    if (/^sources\b/m.test(text)) return undefined;
    return `${text}${text === '' || text.endsWith('\n') ? '' : end}sources:${end}${lines(INDENT)}`;
  }
  const first = list.range?.[0];
  const last = (list.items.at(-1) as Node | undefined)?.range?.[1];
  if (first === undefined || last === undefined || text[first] !== '-') return undefined;
  const indent = text.slice(text.lastIndexOf('\n', first - 1) + 1, first);
  if (!/^ *$/.test(indent)) return undefined;
  const next = text[last - 1] === '\n' ? last : text.indexOf('\n', last) + 1;
  if (next === 0) return `${text}${end}${lines(indent)}`;
  return `${text.slice(0, next)}${lines(indent)}${text.slice(next)}`;
}

/** The document written anew with the items in it: comments stay, layout may not. */
function rewritten(text: string, drafts: readonly SourceDraft[], file: string): string | undefined {
  const opened = openYaml(text, file);
  if ('problems' in opened) return undefined;
  const { document } = opened.reading;
  let list = sourcesOf(document);
  if (list === undefined) {
    list = document.createNode([]) as YAMLSeq;
    if (isMap(document.contents)) (document as Document).set('sources', list);
  }
  if (list.items.length === 0) list.flow = false;
  for (const draft of drafts) list.add(document.createNode(plainDraft(draft)));
  shortenTags(list);
  return document.toString(LAYOUT);
}

/** The list of sources; none where the key is missing or left empty. */
function sourcesOf(document: Document.Parsed): YAMLSeq | undefined {
  const there = document.get('sources', true);
  return isSeq(there) ? there : undefined;
}
