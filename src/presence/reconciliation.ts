/**
 * Figures that differ and add up: an embassy's and a consulate's to a country's, diplomats and technical
 * staff to all accredited. It is shown that they do; nothing is added to the ledger by it, and that they add
 * up may be chance. O(n²) over the entries of one sender in one host, of which the latest 400 are looked at.
 */
import type { EntryDraft } from '../domain/ledger.ts';
import { shareDay } from './like-with-like.ts';

export interface Reconciliation<E extends EntryDraft> {
  readonly by: 'scope' | 'unit';
  readonly whole: E;
  readonly parts: readonly E[];
  /** What is missing to the whole, where no entry but words of a source state it: `in` holds them. */
  readonly remainder?: { readonly count: number; readonly in: E };
}

const MOST_ENTRIES = 400;
/** UTF-16 units of an entry's words that are looked at. */
const MOST_WORDS = 2000;

/** Finds sums among levels of the same days, of exact counts above 0. */
export function reconciliationsOf<E extends EntryDraft>(
  entries: readonly E[],
): Reconciliation<E>[] {
  const dyads = new Map<string, E[]>();
  for (const entry of entries) {
    if (entry.measure !== 'level' || countOf(entry) === 0 || entry.asOf === undefined) continue;
    const key = JSON.stringify([entry.sender, entry.host]);
    const dyad = dyads.get(key);
    if (dyad === undefined) dyads.set(key, [entry]);
    else dyad.push(entry);
  }
  return [...dyads.values()].flatMap((dyad) =>
    sumsIn(dyad.sort((a, b) => latestFirst(a.asOf!.last, b.asOf!.last)).slice(0, MOST_ENTRIES)),
  );
}

function latestFirst(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1;
}

/** The stated count; 0 where it is none or a range. */
function countOf({ number }: EntryDraft): number {
  return number !== undefined && number.min === number.max ? number.min : 0;
}

function sumsIn<E extends EntryDraft>(dyad: readonly E[]): Reconciliation<E>[] {
  const byCount = new Map<number, E[]>();
  for (const entry of dyad)
    byCount.set(countOf(entry), [...(byCount.get(countOf(entry)) ?? []), entry]);
  const named = numbersNamed(dyad);
  const found: Reconciliation<E>[] = [];
  for (const whole of dyad) {
    for (const part of dyad) {
      const rest = countOf(whole) - countOf(part);
      const by = partOf(whole, part);
      if (rest <= 0 || by === undefined) continue;
      const other = byCount.get(rest)?.find((one) => completes(whole, part, one, by));
      const told = named.get(rest);
      if (other !== undefined) found.push({ by, whole, parts: [part, other] });
      else if (by === 'scope' && told !== undefined)
        found.push({ by, whole, parts: [part], remainder: { count: rest, in: told } });
    }
  }
  return found;
}

/** The first entry whose words or note hold a number as one of their own. */
function numbersNamed<E extends EntryDraft>(dyad: readonly E[]): Map<number, E> {
  const named = new Map<number, E>();
  for (const entry of dyad) {
    const words = `${entry.stated ?? ''} ${entry.note ?? ''}`.slice(0, MOST_WORDS);
    for (const [digits] of words.matchAll(/\d+/g))
      if (!named.has(Number(digits))) named.set(Number(digits), entry);
  }
  return named;
}

/** How `part` is the first part of `whole`, so that each sum is found once. */
function partOf(whole: EntryDraft, part: EntryDraft): 'scope' | 'unit' | undefined {
  if (!shareDay(whole.asOf, part.asOf)) return undefined;
  if (whole.unit === part.unit && whole.unit !== 'unstated')
    return whole.scope === 'country' && part.scope === 'embassy' ? 'scope' : undefined;
  const all = whole.unit === 'accredited' || whole.unit === 'staff';
  const alike = whole.scope === part.scope && whole.scope !== 'unstated';
  return all && alike && part.unit === 'diplomats' ? 'unit' : undefined;
}

function completes(
  whole: EntryDraft,
  part: EntryDraft,
  other: EntryDraft,
  by: 'scope' | 'unit',
): boolean {
  if (!shareDay(whole.asOf, other.asOf) || !shareDay(part.asOf, other.asOf)) return false;
  return by === 'scope'
    ? other.unit === whole.unit && other.scope === 'consulate'
    : other.scope === whole.scope && other.unit === 'administrative-technical';
}
