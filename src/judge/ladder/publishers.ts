/**
 * Which members have one publisher. Surely: those under one registrable domain, editions of one
 * house. Perhaps: those whose outlets have one stated owner, or one name. Near linear.
 */
import type { Merge } from '../../domain/judgement.ts';
import { alike } from '../../domain/worded.ts';
import { tokensOf } from '../../text/tokens.ts';
import type { Member } from './members.ts';

/** Merges of articles: each with the first of its publisher, publishers with the first that may be one. */
export function publisherMerges(members: readonly Member[]): Merge[] {
  const houses = new Map<string, Member>();
  const names = new Map<string, Member>();
  const owners = new Map<string, Member>();
  const merges: Merge[] = [];
  for (const member of members) {
    joinFirst(houses, member.publisher, member, (first) => {
      merges.push(mergeOf(first, member, 'same-domain', member.publisher));
    });
    joinFirst(names, nameKey(member.outlet), member, (first) => {
      if (first.publisher === member.publisher) return;
      merges.push(mergeOf(first, member, 'same-name', member.outlet));
    });
    for (const { owner, source } of member.facts) {
      if (owner === undefined) continue;
      joinFirst(owners, nameKey(owner), member, (first) => {
        if (first.publisher === member.publisher) return;
        merges.push(mergeOf(first, member, 'same-owner', `${owner} (${source.name})`));
      });
    }
  }
  return oncePerHouse(merges, members);
}

function joinFirst(
  table: Map<string, Member>,
  key: string,
  member: Member,
  found: (first: Member) => void,
): void {
  if (key === '') return;
  const first = table.get(key);
  if (first === undefined) table.set(key, member);
  else if (first !== member) found(first);
}

/** Folded words of a name: spelling and case do not matter. */
function nameKey(name: string): string {
  const { ids } = tokensOf(name);
  return ids.join(' ');
}

function mergeOf(
  a: Member,
  b: Member,
  reason: 'same-domain' | 'same-name' | 'same-owner',
  note: string,
): Merge {
  return {
    a: a.id,
    b: b.id,
    reason,
    sure: reason === 'same-domain',
    evidence: [],
    note: alike(note),
  };
}

/** A house of many articles is told once that it has one owner with another. */
function oncePerHouse(merges: readonly Merge[], members: readonly Member[]): Merge[] {
  const houseOf = new Map<string, string>(members.map(({ id, publisher }) => [id, publisher]));
  const seen = new Set<string>();
  return merges.filter(({ a, b, reason, sure }) => {
    if (sure) return true;
    const key = `${houseOf.get(a)}\n${houseOf.get(b)}\n${reason}`;
    return !seen.has(key) && seen.add(key);
  });
}
