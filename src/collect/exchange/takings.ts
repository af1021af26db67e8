/**
 * What another desk can take from an export of ours. Facts on outlets, fact-checks and entries of the
 * ledger are statements of others with their sources, so they can be kept anywhere. What a desk made
 * itself (readings, cascades, alerts) is made again from texts, and an export holds no texts: of an
 * article only its address is a lead, for a person to have it fetched.
 */
import type { CheckDraft } from '../../domain/checks.ts';
import type { ExportCheck, ExportEntry, ExportRecord } from '../../domain/exports.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { EntryDraft } from '../../domain/ledger.ts';
import type { OutletFact } from '../../domain/watch.ts';
import { canonicalUrl } from '../address.ts';
import { checkDraft } from '../checks/check-draft.ts';
import { factOf } from '../outlets/own-list.ts';
import { entryOf } from '../presence/written-entry.ts';

/** What one record gives. */
export type Taking =
  /** `refused`: one sentence for each fact that our own lists could not hold. */
  | {
      readonly kind: 'facts';
      readonly facts: readonly OutletFact[];
      readonly refused: readonly string[];
    }
  | { readonly kind: 'check'; readonly draft: CheckDraft }
  /** `id`: as the other desk names it; the same statement in the same file has it everywhere. */
  | { readonly kind: 'entry'; readonly id: EntryId; readonly draft: EntryDraft }
  /** An article without its text; `url` is absent where it has no address on the web. */
  | { readonly kind: 'no-text'; readonly url: string | undefined; readonly title: string }
  /** Made by the desk that exported it. */
  | { readonly kind: 'derived'; readonly of: 'head' | 'reading' | 'cascade' | 'alert' }
  | { readonly kind: 'refused'; readonly reason: string };

/** What `record` gives to another desk. Never throws. */
export function takingOf(record: ExportRecord): Taking {
  switch (record.kind) {
    case 'outlet':
      return factsOf(record.facts);
    case 'article': {
      const { url, title } = record.article;
      return { kind: 'no-text', url: canonicalUrl(url), title };
    }
    case 'check':
      return checkOf(record);
    case 'entry':
      return takenEntry(record);
    case 'head':
    case 'reading':
    case 'cascade':
    case 'alert':
      return { kind: 'derived', of: record.kind };
  }
}

/** Facts are checked again as if a person had written them down: an export may have been altered. */
function factsOf(stated: readonly OutletFact[]): Taking {
  const facts: OutletFact[] = [];
  const refused: string[] = [];
  for (const { source, ...fact } of stated) {
    const read = factOf({
      ...fact,
      sourceName: source.name === '' ? undefined : source.name,
      sourceUrl: source.url,
      sourceDate: source.date,
    });
    if ('fact' in read) facts.push(read.fact);
    else refused.push(read.reason);
  }
  return { kind: 'facts', facts, refused };
}

/** The check without its id, which the other desk makes anew; its texts and addresses as our reader takes them. */
function checkOf({ check }: ExportCheck): Taking {
  const { id: _id, checked, claimed, ratingScale, ...fields } = check;
  // No date passes through here, so that none is measured against a clock and bounds stay as they are.
  const read = checkDraft({ ...fields, ...(ratingScale && { scale: ratingScale }) }, 0);
  if (read === undefined) return { kind: 'refused', reason: 'the check states no claim.' };
  const draft = { ...read.draft, ...(checked && { checked }), ...(claimed && { claimed }) };
  return { kind: 'check', draft };
}

/** Bounds stay as shown: 1–2 people are 1–2, whatever the other desk knew. */
function takenEntry({ entry, bounds, ...series }: ExportEntry): Taking {
  const { asOf, kind, source, stated, note } = entry;
  const read = entryOf({
    ...series,
    min: bounds === undefined ? undefined : String(bounds.min),
    max: bounds === undefined || bounds.max === null ? undefined : String(bounds.max),
    stated,
    asOf: asOf === undefined ? undefined : `${asOf.first}/${asOf.last}`,
    kind,
    source,
    note,
  });
  return 'draft' in read
    ? { kind: 'entry', id: entry.id, draft: read.draft }
    : { kind: 'refused', reason: read.reason };
}
