/** What holds of every answer of its type, whatever came in: each says what is wrong, or nothing. */
import type { Moment } from '../src/domain/moment.ts';
import type { Fault } from './target.ts';

/** The first that is wrong. */
export const firstOf = (faults: Iterable<Fault>): Fault => {
  for (const fault of faults) if (fault !== undefined) return fault;
  return undefined;
};

/** An address that is followed or linked is absolute and of the web. */
export function addressFault(what: string, url: string | undefined): Fault {
  if (url === undefined) return undefined;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed !== undefined && /^https?:$/.test(parsed.protocol)
    ? undefined
    : `${what} is no address of the web: ${JSON.stringify(url.slice(0, 80))}`;
}

/** Bounds in order, whole milliseconds that a `Date` can hold. */
export function momentFault(what: string, moment: Moment | undefined): Fault {
  if (moment === undefined) return undefined;
  const { earliest, latest } = moment;
  const fits = Number.isInteger(earliest) && Number.isInteger(latest) && earliest <= latest;
  return fits && Math.abs(earliest) <= 8.64e15 && Math.abs(latest) <= 8.64e15
    ? undefined
    : `${what} is no interval of time: [${earliest}, ${latest}]`;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A first and a last day, in order. */
export function daysFault(
  what: string,
  days: { readonly first: string; readonly last: string } | undefined,
): Fault {
  if (days === undefined) return undefined;
  const { first, last } = days;
  const fits = [first, last].every((day) => DAY.test(day) && !Number.isNaN(Date.parse(day)));
  return fits && first <= last ? undefined : `${what} is no run of days: ${first} to ${last}`;
}

/** Bounds of a number: not negative, in order. */
export function boundsFault(
  what: string,
  bounds: { readonly min: number; readonly max: number | null } | undefined,
): Fault {
  if (bounds === undefined) return undefined;
  const { min, max } = bounds;
  const fits =
    Number.isFinite(min) && min >= 0 && (max === null || (Number.isFinite(max) && max >= min));
  return fits ? undefined : `${what} has no bounds: ${min} to ${max}`;
}

/** Every `span` in a tree lies in the text, and the words beside it are those that stand there. */
export function spansFault(value: unknown, text: string): Fault {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== 'object' || one === null) continue;
    const { begin, end, span, text: words } = one as Record<string, unknown>;
    if (typeof begin === 'number' && typeof end === 'number') {
      if (!(begin >= 0 && begin < end && end <= text.length))
        return `a span is not in the text: ${begin} to ${end}`;
    }
    if (typeof span === 'object' && span !== null && typeof words === 'string') {
      const { begin: from, end: to } = span as { begin: number; end: number };
      if (text.slice(from, to) !== words)
        return `words are not those of their span: ${words.slice(0, 60)}`;
    }
    open.push(...Object.values(one));
  }
  return undefined;
}

/** What is said of an input is a sentence for people: there, and not endless. */
export function sentenceFault(what: string, sentence: string): Fault {
  if (sentence.trim() === '') return `${what} is empty`;
  return sentence.length > 2000 ? `${what} has ${sentence.length} characters` : undefined;
}

/** A whole number from `least` on. */
export function countFault(what: string, count: number, least = 0): Fault {
  return Number.isSafeInteger(count) && count >= least
    ? undefined
    : `${what} is no count: ${count}`;
}
