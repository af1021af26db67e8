/**
 * Foreign JSON checked field by field against the shapes of our own types: each reader gives exactly what
 * its type says or throws a `Misfit` that names the field. Fields that a shape does not name are left
 * out unseen, so nothing is walked deeper than the shape is. Linear in what the shape names.
 */

/** A field that is not as its type says. Thrown inside this folder only; `readExport` makes it a refusal. */
export class Misfit extends Error {
  /** From the field outwards: `begin`, `span`, `[2]`, `passages`. */
  readonly path: string[] = [];

  constructor(wanted: string, value: unknown) {
    super(`expected ${wanted}, found ${shownValue(value)}`);
  }
}

export type Shape<T> = (value: unknown) => T;

/** A shape for every field of `T`; one that may be absent is read by a shape that takes `undefined`. */
type Fields<T> = { readonly [K in keyof T]-?: Shape<T[K]> };

const SHOWN = 40;

function shownValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? `"${value.slice(0, SHOWN)}"` : String(value);
  return text.toWellFormed();
}

/** An object with these fields and no others; fields that are `undefined` are left out. */
export function object<T extends object>(fields: Fields<T>): Shape<T> {
  const named = Object.entries(fields) as [string, Shape<unknown>][];
  return (value) => {
    const record = fieldsIn(value);
    const kept: Record<string, unknown> = {};
    for (const [name, shape] of named) {
      const read = at(name, shape, Object.hasOwn(record, name) ? record[name] : undefined);
      if (read !== undefined) kept[name] = read;
    }
    return kept as T;
  };
}

/** Both at once: an object that has the fields of either. */
export function both<A extends object, B extends object>(a: Shape<A>, b: Shape<B>): Shape<A & B> {
  return (value) => ({ ...a(value), ...b(value) });
}

/** One of several objects, told apart by a word in the field `key`. */
export function oneOf<T extends object>(
  key: string,
  shapes: Readonly<Record<string, Shape<T>>>,
): Shape<T> {
  const known = member(Object.keys(shapes));
  return (value) => {
    const record = fieldsIn(value);
    const name = at(key, known, Object.hasOwn(record, key) ? record[key] : undefined);
    return shapes[name]!(value);
  };
}

function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Misfit('an object', value);
  }
  return value as Record<string, unknown>;
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new Misfit('a list', value);
    return value.map((one, place) => at(`[${place}]`, item, one));
  };
}

/** An object whose keys the input gives, `__proto__` among them as a key like any other. */
export function dictionary<T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value) =>
    Object.fromEntries(
      Object.entries(fieldsIn(value)).map(([key, one]) => [
        key,
        at(key.slice(0, SHOWN).toWellFormed(), item, one),
      ]),
    );
}

/** A field that a type marks with `?`: `object` leaves it out where it is absent. */
export function optional<T>(shape: Shape<T>): Shape<T> {
  return maybe(shape) as Shape<T>;
}

/** What may be absent. */
export function maybe<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value) => (value === undefined ? undefined : shape(value));
}

/** What may be null, for want of a number. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : shape(value));
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new Misfit('a text', value);
  return value;
}

export function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Misfit('true or false', value);
  return value;
}

/** A finite number: JSON has others only as digits beyond all bounds. */
export function number(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Misfit('a number', value);
  return value;
}

/** One of the known words of a closed list. */
export function member<const T extends string | number>(known: readonly T[]): Shape<T> {
  return (value) => {
    const found = known.find((one) => one === value);
    if (found === undefined) throw new Misfit(`one of ${known.join(', ').slice(0, 200)}`, value);
    return found;
  };
}

const HEX = /^[0-9a-f]{16}$/;

/** An id of ours, 16 hex digits; `Id` is its brand. */
export function id<Id extends string>(value: unknown): Id {
  if (typeof value !== 'string' || !HEX.test(value)) throw new Misfit('16 hex digits', value);
  return value as Id;
}

/** SHA-256 as 64 hex digits. */
export function digest<D extends string>(value: unknown): D {
  if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value)) {
    throw new Misfit('64 hex digits', value);
  }
  return value as D;
}

function at<T>(step: string, shape: Shape<T>, value: unknown): T {
  try {
    return shape(value);
  } catch (error) {
    if (error instanceof Misfit) error.path.push(step);
    throw error;
  }
}

/** Where in the record, and what was expected there: `cascade.echoes[0].credit: expected …`. */
export function misfitWords({ path, message }: Misfit): string {
  const where = path.reduceRight(
    (before, step) => (step.startsWith('[') || before === '' ? before + step : `${before}.${step}`),
    '',
  );
  return where === '' ? message : `${where}: ${message}`;
}
