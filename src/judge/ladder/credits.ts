/**
 * Which members name another member's outlet as their source, by their own statements: "según informó
 * El Diario …", or a statement that reached them through it. A name is compared by its sound in one
 * alphabet, written together. Linear in the statements.
 */
import type { Attribution, Speaker } from '../../domain/reading.ts';
import { publisherLabel } from '../../text/publisher.ts';
import { soundSkeleton } from '../../text/transliterate.ts';
import type { LadderCredit } from './ladder-input.ts';
import { type Member, standsIn } from './members.ts';

/** Shorter names are also words. */
const LEAST_SOUNDS = 5;
/** Most words of a name, and of a phrase that is searched for one. */
const NAME_WORDS = 6;
const PHRASE_WORDS = 20;
const WORD = /[\p{L}\p{N}]+/gu;

/** The members that may be meant by a name: the first of each publisher that has it. */
type OutletNames = ReadonlyMap<string, readonly Member[]>;

/** The outlets of the members by their names. */
export function outletTable(members: readonly Member[]): OutletNames {
  const table = new Map<string, Member[]>();
  const known = new Set<string>();
  for (const member of members) {
    for (const name of [joined(member.outlet), soundSkeleton(publisherLabel(member.domain))]) {
      const key = `${name}\n${member.publisher}`;
      if (name.length < LEAST_SOUNDS || known.has(key)) continue;
      known.add(key);
      const list = table.get(name);
      if (list === undefined) table.set(name, [member]);
      else list.push(member);
    }
  }
  return table;
}

/** Whether the phrase names an outlet among the members: then it is a credit, no speaker. */
export function namesOutlet({ text }: Speaker, names: OutletNames): boolean {
  return named(text, names).length > 0;
}

/** Credits of outlets of other publishers by statements on what leads, in the order of the members. */
export function statedCredits(members: readonly Member[], names: OutletNames): LadderCredit[] {
  const credits: LadderCredit[] = [];
  for (const from of members) {
    const seen = new Set<string>();
    for (const attribution of from.attributions) {
      if (!standsIn(from, attribution.content)) continue;
      for (const { text, span } of sourcesOf(attribution)) {
        for (const to of named(text, names)) {
          if (to.publisher === from.publisher || seen.has(to.publisher)) continue;
          seen.add(to.publisher);
          const place = { kind: 'text', span } as const;
          credits.push({ from: from.id, to: to.id, place, asSource: true });
        }
      }
    }
  }
  return credits;
}

function sourcesOf({ source, via }: Attribution): readonly Speaker[] {
  return source === undefined ? via : [source, ...via];
}

function named(text: string, names: OutletNames): readonly Member[] {
  const words = (text.match(WORD) ?? []).slice(0, PHRASE_WORDS);
  const sounds = words.map(soundSkeleton);
  for (let i = 0; i < sounds.length; i++) {
    if (words[i]![0] === words[i]![0]!.toLowerCase()) continue;
    for (let n = Math.min(NAME_WORDS, sounds.length - i); n > 0; n--) {
      const found = names.get(sounds.slice(i, i + n).join(''));
      if (found !== undefined) return found;
    }
  }
  return [];
}

function joined(name: string): string {
  return (name.match(WORD) ?? []).map(soundSkeleton).join('');
}
