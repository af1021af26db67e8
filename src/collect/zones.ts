/** Time zones: what a written zone can mean, and what a local time is in UTC. */

/**
 * The zone of a written time: offsets from UTC in milliseconds that it can stand for (several for
 * an ambiguous abbreviation), or an IANA name, or nothing stated.
 */
export type Zone = readonly number[] | string | undefined;

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Zones in use run from UTC-12 to UTC+14. */
const EASTMOST = 14 * HOUR;
const WESTMOST = -12 * HOUR;

/** Hours from UTC. North American ones as RFC 2822 defines them; several where usage differs. */
const ABBREVIATIONS: Readonly<Record<string, readonly number[]>> = {
  Z: [0],
  UTC: [0],
  UT: [0],
  GMT: [0],
  EST: [-5],
  EDT: [-4],
  CST: [-6],
  CDT: [-5],
  MST: [-7],
  MDT: [-6],
  PST: [-8],
  PDT: [-7],
  ET: [-5, -4],
  CT: [-6, -5],
  MT: [-7, -6],
  PT: [-8, -7],
  AKST: [-9],
  AKDT: [-8],
  HST: [-10],
  AST: [-4],
  ADT: [-3],
  ART: [-3],
  BRT: [-3],
  COT: [-5],
  WET: [0],
  WEST: [1],
  BST: [1],
  CET: [1],
  CEST: [2],
  MEZ: [1],
  MESZ: [2],
  MEST: [2],
  EET: [2],
  EEST: [3],
  MSK: [3],
  МСК: [3],
  MSD: [4],
  IST: [1, 2, 5.5],
  SAST: [2],
  JST: [9],
  KST: [9],
  AEST: [10],
  AEDT: [11],
};

/** Reads `Z`, `+03:00`, `-0500`, `UTC+3`, `EST`, `Europe/Madrid`; `undefined` for anything else. */
export function zoneOf(written: string): Zone {
  const named = ABBREVIATIONS[written.toUpperCase()];
  if (named !== undefined) return named.map((hours) => hours * HOUR);
  const match = /^(?:UTC|GMT)?\s?([+\-−])(\d{1,2})(?::?(\d{2}))?$/i.exec(written);
  if (match !== null) {
    const size = Number(match[2]) * HOUR + Number(match[3] ?? 0) * MINUTE;
    const offset = match[1] === '+' ? size : -size;
    return offset >= WESTMOST && offset <= EASTMOST ? [offset] : undefined;
  }
  return written.includes('/') && isTimezone(written) ? written : undefined;
}

/** Whether `name` is an IANA zone that this machine knows. */
export function isTimezone(name: string): boolean {
  try {
    return clockOf(name) !== undefined;
  } catch {
    return false;
  }
}

/** The instants, in milliseconds, that a local time (given as if it were UTC) can be. */
export function instantsOf(local: number, zone: Zone): { earliest: number; latest: number } {
  if (zone === undefined) return { earliest: local - EASTMOST, latest: local - WESTMOST };
  const offsets = typeof zone === 'string' ? offsetsAt(local, zone) : zone;
  return { earliest: local - Math.max(...offsets), latest: local - Math.min(...offsets) };
}

/**
 * The offsets that hold at a local time in an IANA zone: one; both in the hour that an autumn
 * change repeats, and in the hour that a spring change leaves out, where none holds.
 */
function offsetsAt(local: number, name: string): readonly number[] {
  const before = offsetAt(local - 24 * HOUR, name);
  const after = offsetAt(local + 24 * HOUR, name);
  if (before === after) return [before];
  const holding = [before, after].filter((offset) => offsetAt(local - offset, name) === offset);
  return holding.length > 0 ? holding : [before, after];
}

/** The offset of `name` from UTC at an instant, in milliseconds. */
function offsetAt(instant: number, name: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of clockOf(name).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return local - Math.floor(instant / 1000) * 1000;
}

/** Formatters cost a hundred times what they do; there are as many as zones in use. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(name: string): Intl.DateTimeFormat {
  let clock = clocks.get(name);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(name, clock);
  }
  return clock;
}
