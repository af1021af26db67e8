/**
 * Whether a person held the office that an article states, when the article was published. What the
 * registry does not bear out in so many words is `unknown`: an honorific ("President Fox") is no
 * claim of a present office, a deputy is another office, and a name alone proves nobody wrong.
 */
import type { ArticleId } from '../../domain/ids.ts';
import type { RoleJudgement, RoleStanding } from '../../domain/judgement.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Role } from '../../domain/reading.ts';
import type { Days, Tenure } from '../../domain/tenure.ts';
import { daysOf } from './day-bounds.ts';
import { type Hold, holdOf, type PlacedTenure } from './held.ts';
import { type OfficePhrase, officePhrases } from './office-phrase.ts';
import type { NamedOffice, Office, Offices } from './offices.ts';
import { entityKeys, nameKeys } from './person-names.ts';

/** A role of a person as an article states it. */
export interface StatedOffice {
  /** The person's fullest name in the article, and the entity that it is read as. */
  readonly name: string | undefined;
  readonly entity: string | undefined;
  readonly role: Role;
  readonly article: ArticleId;
  readonly published: Moment | undefined;
  /** When the statement was made, as stated. */
  readonly uttered: Days | undefined;
}

/** The person's tenures of the office meant, and how sure it is that this office is meant. */
interface Found {
  readonly office: Office;
  readonly tenures: readonly PlacedTenure[];
  readonly certain: boolean;
  /** Others are called so beside the holder. */
  readonly shared: boolean;
}

/**
 * The judgement of one stated role. Without a date of publication it is never more than
 * `former-as-stated`. Never throws.
 */
export function judgeRole(offices: Offices, stated: StatedOffice): RoleJudgement {
  const { role, article, uttered } = stated;
  const published = stated.published === undefined ? undefined : daysOf(stated.published);
  const phrases = officePhrases(role.text).filter(({ shades }) => !isOther(shades));
  const judged = (
    standing: RoleStanding,
    tenures: readonly PlacedTenure[] = [],
    rests: readonly Tenure[] = tenures.map(({ tenure }) => tenure),
  ): RoleJudgement => ({
    standing,
    evidence: { article, span: role.span },
    tenures: rests,
    heldWhenUttered: uttered === undefined ? 'unknown' : whenUttered(tenures, uttered),
  });
  if (phrases.length === 0) return judged('unknown');
  const found = ownOffice(offices, stated, phrases);
  if (found === 'several') return judged('unknown');
  if (found === undefined) {
    const others = role.former ? undefined : othersThroughout(offices, stated, phrases, published);
    if (others === undefined) return judged('unknown');
    const heldWhenUttered = uttered === undefined ? 'unknown' : 'no';
    return { ...judged('never-held', [], others), heldWhenUttered };
  }
  const former = role.former || phrases.some(({ shades }) => shades.has('former'));
  const standing = standingOf(found, published, former);
  // Who acts in an office before the day from which it is held is no contradiction.
  const acting = standing === 'not-yet' && phrases.some(({ shades }) => shades.has('acting'));
  return judged(acting ? 'unknown' : standing, found.tenures);
}

/** One house has many who are called so. */
const SEVERAL_AT_ONCE: ReadonlySet<OfficePhrase['class']> = new Set(['spokesperson', 'adviser']);

const isOther = (shades: OfficePhrase['shades']): boolean =>
  shades.has('deputy') || shades.has('elect');

/** The one office among those meant that this person held; `several` where that stays open. */
function ownOffice(
  offices: Offices,
  { name, entity }: StatedOffice,
  phrases: readonly OfficePhrase[],
): Found | 'several' | undefined {
  const named = phrases.flatMap((phrase) => offices.named(phrase));
  const found = new Map<Office, Found & { full: boolean }>();
  for (const keys of [nameKeys(name ?? ''), entityKeys(entity)]) {
    for (const held of offices.heldBy(keys)) {
      const meant = named.find(({ office }) => office === held.office);
      if (meant === undefined) continue;
      const full = held.match === 'full';
      if (found.get(held.office)?.full) continue;
      // A surname alone is a person only in an office that is named in full.
      if (!full && (!meant.certain || personsIn(held.tenures) > 1)) continue;
      const shared = phrases.some(({ class: kind }) => SEVERAL_AT_ONCE.has(kind));
      found.set(held.office, { ...held, full, certain: isMeant(meant, phrases, full), shared });
    }
  }
  const all = [...found.values()];
  const sure = all.filter(({ full }) => full);
  const best = sure.length > 0 ? sure : all;
  return best.length > 1 ? 'several' : best[0];
}

const personsIn = (tenures: readonly PlacedTenure[]): number =>
  new Set(tenures.map(({ tenure }) => tenure.person)).size;

/** Titles that are kept for life in address ("Ambassador X", "President X") need their state. */
const HONORIFIC = new Set(['president', 'ambassador', 'head', 'governor', 'mayor', 'adviser']);

function isMeant(named: NamedOffice, phrases: readonly OfficePhrase[], full: boolean): boolean {
  if (named.certain) return true;
  return (
    full && phrases.every(({ class: kind, over }) => !HONORIFIC.has(kind) && hasSubject(kind, over))
  );
}

/** A "minister" of nothing stated may by now be minister of something else. */
const hasSubject = (kind: OfficePhrase['class'], over: string): boolean =>
  over !== '' || kind === 'prime-minister' || kind === 'chancellor';

function standingOf(found: Found, published: Days | undefined, former: boolean): RoleStanding {
  if (published === undefined) {
    const ended = found.tenures.every(({ tenure }) => tenure.to !== undefined);
    return former && ended ? 'former-as-stated' : 'unknown';
  }
  const holds = new Set(found.tenures.map((tenure) => holdOf(tenure, published)));
  if (holds.has('held')) return 'held';
  if (holds.has('perhaps')) return 'unknown';
  if (former) return holds.has('ended') ? 'former-as-stated' : 'unknown';
  if (!found.certain) return 'unknown';
  if (holds.has('ended')) return 'held-then-not-now';
  return found.shared ? 'unknown' : 'not-yet';
}

function whenUttered(tenures: readonly PlacedTenure[], uttered: Days): 'yes' | 'no' | 'unknown' {
  const holds = tenures.map((tenure) => holdOf(tenure, uttered));
  if (holds.includes('held')) return 'yes';
  const isOut = (hold: Hold): boolean => hold === 'ended' || hold === 'not-begun';
  return holds.length > 0 && holds.every(isOut) ? 'no' : 'unknown';
}

/** The tenures of others that fill the office from the statement on to the article, without a gap. */
function othersThroughout(
  offices: Offices,
  { name, entity, uttered }: StatedOffice,
  phrases: readonly OfficePhrase[],
  published: Days | undefined,
): readonly Tenure[] | undefined {
  const keys = nameKeys(name ?? '');
  if (published === undefined || keys.length < 2) return undefined;
  const isOpen = ({ class: kind, shades }: OfficePhrase): boolean =>
    SEVERAL_AT_ONCE.has(kind) || shades.has('acting') || shades.has('former');
  if (phrases.some(isOpen)) return undefined;
  const named = phrases.flatMap((phrase) => offices.named(phrase));
  const only = named[0];
  if (named.length !== 1 || !only?.certain) return undefined;
  // A holder with a name in common may be the same person by another name.
  const names = new Set([...keys, ...entityKeys(entity)]);
  const isNear = ({ tenure }: PlacedTenure): boolean =>
    [tenure.person, ...tenure.personNames].some((one) => names.has(nameKeys(one).at(-1) ?? ''));
  if (only.office.tenures.some(isNear)) return undefined;
  const first =
    uttered !== undefined && uttered.first < published.first ? uttered.first : published.first;
  return filling(only.office, { first, last: published.last });
}

/** The tenures that together hold every day of the window; `undefined` where a day is open. */
function filling({ tenures }: Office, window: Days): readonly Tenure[] | undefined {
  const within = tenures.filter((placed) => {
    const hold = holdOf(placed, window);
    return hold === 'held' || hold === 'perhaps';
  });
  const begun = within[0]?.tenure.from;
  if (begun === undefined || begun.last > window.first) return undefined;
  const last = within.at(-1)!;
  if (holdOf(last, { first: window.last, last: window.last }) !== 'held') return undefined;
  for (const [at, { tenure }] of within.entries()) {
    const next = within[at + 1]?.tenure;
    if (next === undefined) continue;
    // The end of the one is the beginning of the next, as far as both are stated.
    const ends = tenure.to ?? next.from;
    if (ends === undefined || next.from === undefined || next.from.first > dayAfter(ends.last))
      return undefined;
  }
  return within.map(({ tenure }) => tenure);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
