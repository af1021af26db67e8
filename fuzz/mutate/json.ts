/** Mutations of JSON values: types that are not those expected, keys lost and hostile, deep nesting. */
import fc from 'fast-check';
import { between, type Chance } from '../../bench/chance.ts';
import { MOST_LENGTH, type Mutator, pick } from './pick.ts';
import { TEXT_MUTATORS } from './text.ts';

/** Values of every type, drawn once and always the same. */
const FOREIGN: readonly unknown[] = [
  ...fc.sample(fc.jsonValue({ maxDepth: 3 }), { seed: 7, numRuns: 200 }),
  ...fc.sample(fc.string({ unit: 'binary', maxLength: 20 }), { seed: 7, numRuns: 100 }),
  ...[null, true, '', ' ', 0, -1, 1e308, 2 ** 53, [], {}, [[]], [null], { '@value': 1 }, '\ud800'],
  ...['http://', 'javascript:1', '2024-99-99', 'P1Y', '\0', { '@type': [] }, { id: {} }, '../x'],
];
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'length',
  '',
  '\0',
  '@type',
  'id',
  '0',
  'then',
];

interface Place {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string;
}

/** Every place of a value in a tree, without recursion. */
function placesIn(root: unknown): Place[] {
  const places: Place[] = [];
  const open: unknown[] = [root];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (typeof one !== 'object' || one === null) continue;
    const holder = one as Place['holder'];
    for (const [key, inner] of Object.entries(holder)) {
      places.push({ holder, key });
      if (inner !== undefined) open.push(inner);
    }
    if (places.length > 5000) break;
  }
  return places;
}

const get = ({ holder, key }: Place): unknown => (holder as Record<string, unknown>)[key];

function put({ holder, key }: Place, value: unknown): void {
  // Defined, not assigned: `__proto__` is a key like any other in JSON.
  Object.defineProperty(holder, key, {
    value,
    ...{ writable: true, enumerable: true, configurable: true },
  });
}

type Change = (place: Place, chance: Chance) => void;

const CHANGES: readonly Change[] = [
  (place, chance) => put(place, pick(FOREIGN, chance)),
  (place, chance) => put(place, pick(FOREIGN, chance)),
  (place) => put(place, null),
  (place) => put(place, [get(place)]),
  (place) => put(place, { value: get(place) }),
  (place) => put(place, JSON.stringify(get(place)) ?? ''),
  (place) => put(place, Number.parseFloat(JSON.stringify(get(place)) ?? '')),
  ({ holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  },
  (place, chance) => {
    const { holder, key } = place;
    if (Array.isArray(holder)) holder.push(get(place));
    else {
      put({ holder, key: pick([...KEYS, ...Object.keys(holder)], chance) }, get(place));
      if (chance() < 0.5) delete holder[key];
    }
  },
  (place, chance) => {
    const value = get(place);
    if (typeof value === 'string') put(place, pick(TEXT_MUTATORS, chance)(value, chance));
    if (typeof value === 'number') {
      put(place, pick([-value, value + 0.5, value * 1e9, value + 1, value - 1, 1e308], chance));
    }
  },
  // Many of one.
  (place, chance) => {
    const value = get(place);
    const size = JSON.stringify(value)?.length ?? 1;
    if (size < 2000) {
      put(place, Array(Math.floor(1 + (20_000 / (size + 1)) * chance() ** 4)).fill(value));
    }
  },
];

/** A nest of lists or objects, which recursive readers would fall into; as text, since it is too deep for a writer. */
function nest(depth: number, chance: Chance): string {
  const [open, close] = chance() < 0.5 ? ['[', ']'] : ['{"a":', '}'];
  return `${open.repeat(depth)}1${close.repeat(depth)}`;
}

/** Where the line ends that `at` stands in; the whole text where it is one value. */
function valueAround(text: string, chance: Chance): readonly [number, number] {
  if (!/\}\s*\n\s*\{/.test(text)) return [0, text.length];
  const at = between(chance, 0, text.length - 1);
  const begin = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', Math.max(at, begin));
  return [begin, end < 0 ? text.length : end];
}

/** Changes one JSON value of a text that is one, or a line of a text that has one a line. */
const changeValue: Mutator = (text, chance) => {
  const [begin, end] = valueAround(text, chance);
  let root: unknown;
  try {
    root = JSON.parse(text.slice(begin, end));
  } catch {
    return text;
  }
  const rounds = between(chance, 1, 3);
  for (let round = 0; round < rounds; round++) {
    const places = placesIn(root);
    if (places.length > 0) pick(CHANGES, chance)(pick(places, chance), chance);
  }
  return (text.slice(0, begin) + JSON.stringify(root) + text.slice(end)).slice(0, MOST_LENGTH);
};

export const JSON_MUTATORS: readonly Mutator[] = [
  ...Array<Mutator>(12).fill(changeValue),
  ...TEXT_MUTATORS,
  (text, chance) => {
    const depth = Math.floor(2 + 9000 * chance() ** 3);
    const values = [...text.matchAll(/"[^"\\]{0,200}"(?!\s*:)|\d+/g)];
    if (values.length === 0) return text;
    const { 0: found, index } = pick(values, chance);
    return text.slice(0, index) + nest(depth, chance) + text.slice(index + found.length);
  },
];
