/** Where a text names a state, one of its towns or of its bodies. */
import type { Mention, Party, StateCode } from '../../domain/reading.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import { tokenRange } from '../token-range.ts';
import type { CountClass, CountMarks } from './count-lexicon.ts';
import type { StateNames } from './state-names.ts';

/** `place`: a town; `body`: a ministry, a service, an agency. */
export type RefForm = 'name' | 'demonym' | 'seat' | 'place' | 'body';

/** A state named, at tokens as a half-open range. */
export interface StateRef {
  readonly first: number;
  readonly last: number;
  readonly state: StateCode;
  readonly form: RefForm;
  readonly party: Party;
}

/** The states that mentions name or hold, and the demonyms beside them, in order. */
export function stateRefs(
  document: TaggedDocument,
  mentions: readonly Mention[],
  states: StateNames,
  marks: CountMarks,
): StateRef[] {
  const refs: StateRef[] = [];
  const taken = new Uint8Array(document.tokens.length);
  for (const mention of mentions) {
    const [first, last] = tokenRange(document.tokens, mention.span);
    const holds = MISSIONS.some((kind) => anyOf(marks, kind, first, last));
    const ref = refOf(document, mention, [first, last], states, holds);
    if (ref !== undefined) refs.push(ref);
    taken.fill(1, first, last);
  }
  for (const [at, { lower, kind }] of document.tokens.entries()) {
    if (taken[at] === 1 || kind !== 'word') continue;
    const state = states.ofDemonym(lower);
    if (state === undefined) continue;
    refs.push(refAt(document, { first: at, last: at + 1, state, form: 'demonym' }));
  }
  return refs.sort((a, b) => a.first - b.first);
}

const MISSIONS: readonly CountClass[] = ['embassy', 'consulate', 'mission', 'staff'];

function anyOf(marks: CountMarks, kind: CountClass, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (marks.is(at, kind)) return true;
  return false;
}

/** Of a name that holds a mission ("посольство России") only the state is taken. */
function refOf(
  document: TaggedDocument,
  mention: Mention,
  [first, last]: readonly [number, number],
  states: StateNames,
  holdsMission: boolean,
): StateRef | undefined {
  const { kind, state, span, text, entity } = mention;
  if (kind === 'person') return undefined;
  if (state !== undefined && kind !== 'office' && !holdsMission) {
    return { first, last, state, form: formOf(mention), party: { span, text, entity, state } };
  }
  const named = states.within(document, first, last);
  if (named === undefined) return undefined;
  const form = named.value.demonym ? 'demonym' : 'name';
  return refAt(document, { first: named.first, last: named.last, state: named.value.state, form });
}

function refAt(document: TaggedDocument, found: Omit<StateRef, 'party'>): StateRef {
  const { first, last, state } = found;
  const { tokens } = document;
  const span = { begin: tokens[first]!.begin, end: tokens[last - 1]!.end };
  const text = document.text.slice(span.begin, span.end);
  return { ...found, party: { span, text, entity: `state:${state}`, state } };
}

function formOf({ kind, form }: Mention): RefForm {
  if (kind === 'place') return 'place';
  if (kind !== 'state') return 'body';
  if (form === 'demonym') return 'demonym';
  return form === 'metonym' ? 'seat' : 'name';
}
