/**
 * Which agencies tell of one occasion: one speaker at one venue or on one day, or one quotation.
 *
 * Surely one: at least `QUOTED_WORDS` equal words quoted from one speaker; one speaker at one stated
 * venue or on one stated day. Perhaps one: one speaker otherwise; the same quotation from speakers
 * told apart by name only; an office and whoever may hold it; a speaker that is not stated. What
 * nobody is said to have said is each newsroom's own report. Linear in the statements, by tables in
 * which each entry is compared with the first like it.
 */
import type { Evidence, Merge, MergeReason } from '../../domain/judgement.ts';
import type { Span } from '../../domain/span.ts';
import { alike } from '../../domain/worded.ts';
import { tokensOf } from '../../text/tokens.ts';
import { apart, evidenceOf, type Member, overlaps, wordsIn } from './members.ts';
import type { Leader, Statement } from './statements.ts';

/** Words quoted alike that two reporters can only have from one mouth. */
const QUOTED_WORDS = 6;
/** Words of a venue's name below which it names no place in particular: "an interview". */
const VENUE_WORDS = 2;
/** Letters from which on a word of a venue counts. */
const VENUE_LETTERS = 4;

/** A leader's entry in a table, with the passage that shows it. */
interface Entry {
  readonly leader: Leader;
  readonly evidence: Evidence;
}

/** Merges of agencies, by the keys of their units. */
export function utteranceMerges(leaders: readonly Leader[]): Merge[] {
  return once([
    ...quotationMerges(leaders),
    ...occasionMerges(leaders),
    ...speakerMerges(leaders),
    ...unstatedMerges(leaders),
  ]);
}

function quotationMerges(leaders: readonly Leader[]): Merge[] {
  const fromSpeaker = new Map<string, Entry>();
  const fromAnyone = new Map<string, Entry>();
  const merges: Merge[] = [];
  for (const leader of leaders) {
    for (const [words, evidence] of quotedRuns(leader)) {
      const entry = { leader, evidence };
      const same = leader.speaker && firstIn(fromSpeaker, `${leader.speaker} ${words}`, entry);
      const any = firstIn(fromAnyone, words, entry);
      if (same) merges.push(mergeOf(same, entry, 'same-quotation', true));
      else if (any !== undefined) merges.push(mergeOf(any, entry, 'same-quotation', false));
    }
  }
  return once(merges);
}

/** Every run of `QUOTED_WORDS` words that the leader's statements quote, as one string. */
function* quotedRuns({ statements }: Leader): Generator<[string, Evidence]> {
  const contents = new Map<Member, Span[]>();
  for (const { member, attribution } of statements) {
    const spans = contents.get(member);
    if (spans === undefined) contents.set(member, [...attribution.content]);
    else for (const span of attribution.content) spans.push(span);
  }
  for (const [member, spans] of contents) {
    // Statements stand within statements: what several hold is read once.
    for (const content of apart(spans)) {
      for (const quote of overlaps(member.quoted, content)) {
        const [from, to] = wordsIn(member.words, quote);
        for (let i = from; i + QUOTED_WORDS <= to; i++) {
          const run = member.words.ids.subarray(i, i + QUOTED_WORDS).join(' ');
          yield [run, evidenceOf(member, quote)];
        }
      }
    }
  }
}

function occasionMerges(leaders: readonly Leader[]): Merge[] {
  const days = new Map<string, Entry & { readonly venue: string }>();
  const venues = new Map<string, Entry & { readonly day: string | undefined }>();
  const merges: Merge[] = [];
  for (const leader of leaders) {
    if (leader.speaker === undefined) continue;
    for (const statement of leader.statements) {
      const { day } = statement;
      const venue = venueKey(statement);
      if (day !== undefined) {
        const entry = { leader, evidence: dayEvidence(statement), venue };
        const first = firstIn(days, `${leader.speaker} ${day}`, entry);
        if (first !== undefined && (first.venue === venue || first.venue === '' || venue === '')) {
          merges.push(mergeOf(first, entry, 'same-occasion', true));
        }
      }
      if (venue === '') continue;
      const evidence = evidenceOf(statement.member, statement.attribution.venue!.span);
      const first = firstIn(venues, `${leader.speaker} ${venue}`, { leader, evidence, day });
      if (first === undefined) continue;
      if (first.day === undefined || day === undefined || first.day === day) {
        merges.push(mergeOf(first, { leader, evidence }, 'same-occasion', true));
      }
    }
  }
  return merges;
}

function dayEvidence({ member, attribution }: Statement): Evidence {
  return evidenceOf(member, member.dates[attribution.uttered!]!.span);
}

/** The words of a venue that name one in particular, in order; '' where too few do. */
export function venueKey({ attribution: { venue } }: Statement): string {
  if (venue === undefined) return '';
  const { count, ids, begins, ends } = tokensOf(venue.text);
  const words = new Set<number>();
  for (let i = 0; i < count; i++) {
    if (ends[i]! - begins[i]! >= VENUE_LETTERS) words.add(ids[i]!);
  }
  return words.size < VENUE_WORDS ? '' : [...words].sort((x, y) => x - y).join(' ');
}

/** One speaker, or two whose names leave open whether they are one. */
function speakerMerges(leaders: readonly Leader[]): Merge[] {
  const bySpeaker = new Map<string, Entry>();
  const byName = new Map<string, Entry>();
  const merges: Merge[] = [];
  let anyone: Entry | undefined;
  for (const leader of leaders) {
    const { speaker } = leader;
    const evidence = firstEvidence(leader);
    if (speaker === undefined || evidence === undefined) continue;
    const entry = { leader, evidence };
    const same = firstIn(bySpeaker, speaker, entry);
    if (same !== undefined) merges.push(mergeOf(same, entry, 'same-speaker', false));
    const [kind, name = ''] = speaker.split(':', 2) as [string, string?];
    if (kind === 'person') {
      for (const part of name.split('-')) {
        const alike = firstIn(byName, part, entry);
        if (alike !== undefined) merges.push(mergeOf(alike, entry, 'same-speaker', false));
      }
    }
    // An office, a ministry, a state: the person who speaks for it may be anybody.
    const doubtful = kind !== 'person' || anyone?.leader.speaker?.startsWith('person:') === false;
    if (anyone !== undefined && doubtful) {
      merges.push(mergeOf(anyone, entry, 'same-speaker', false));
    }
    anyone ??= entry;
  }
  return merges;
}

/** Agencies that name no speaker, each with the first that has a statement. */
function unstatedMerges(leaders: readonly Leader[]): Merge[] {
  const stated = leaders.find(({ speaker }) => speaker !== undefined);
  const first = stated ?? leaders.find(({ statements }) => statements.length > 0);
  if (first === undefined) return [];
  return leaders.flatMap((leader) => {
    if (leader === first || leader.speaker !== undefined) return [];
    const evidence = [firstEvidence(first), firstEvidence(leader)].filter(
      (one) => one !== undefined,
    );
    return [
      {
        a: first.unit.key,
        b: leader.unit.key,
        reason: 'speaker-unstated' as const,
        sure: false,
        evidence,
      },
    ];
  });
}

/** Where the leader's first statement stands. */
export function firstEvidence({ statements: [first] }: Leader): Evidence | undefined {
  return first && evidenceOf(first.member, first.attribution.content[0]!);
}

/** The first other entry under the key; an entry without one becomes the first. */
function firstIn<E extends Entry>(table: Map<string, E>, key: string, entry: E): E | undefined {
  const first = table.get(key);
  if (first === undefined) table.set(key, entry);
  return first === undefined || first.leader === entry.leader ? undefined : first;
}

function mergeOf(a: Entry, b: Entry, reason: MergeReason, sure: boolean): Merge {
  const name = b.leader.statements[0]?.attribution.source?.name;
  return {
    a: a.leader.unit.key,
    b: b.leader.unit.key,
    reason,
    sure,
    evidence: [a.evidence, b.evidence],
    ...(name === undefined ? {} : { note: alike(name) }),
  };
}

/** Of merges of the same two for the same reason the first, sure ones before possible ones. */
function once(merges: readonly Merge[]): Merge[] {
  const known = new Map<string, Merge>();
  for (const merge of merges) {
    const key = `${merge.a}\n${merge.b}\n${merge.reason}`;
    const first = known.get(key);
    if (first === undefined || (merge.sure && !first.sure)) known.set(key, merge);
  }
  return [...known.values()];
}
