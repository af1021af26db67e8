/**
 * Invented sentences from templates: what the name tagger learns from where no licensed text has
 * names marked. Seeded: the same pools and seed give the same texts. O(output).
 */

export type Mark = 'P' | 'O' | 'L' | 'M';

/** A text with its marked names, offsets in UTF-16 units. */
export interface MarkedText {
  readonly text: string;
  readonly names: readonly { readonly mark: Mark; readonly begin: number; readonly end: number }[];
}

/** Names to choose from; what no template file can hold. */
export interface NamePools {
  readonly forenames: readonly string[];
  readonly surnames: readonly string[];
  readonly states: readonly string[];
  readonly cities: readonly string[];
  readonly towns: readonly string[];
  readonly organisations: readonly string[];
  readonly works: readonly string[];
}

/** Alternatives by slot, from lines `name: a | b`; lines that begin with # are left out. */
export function readSlots(file: string): Map<string, readonly string[]> {
  const slots = new Map<string, readonly string[]>();
  for (const line of file.split('\n')) {
    const at = line.indexOf(':');
    if (at < 0 || line.startsWith('#')) continue;
    const options = line.slice(at + 1).split('|');
    slots.set(
      line.slice(0, at),
      options.map((option) => option.trim()).filter((o) => o !== ''),
    );
  }
  return slots;
}

/** The templates of a file: a line each. */
export function readTemplates(file: string): string[] {
  return file.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

const MARKS: Readonly<Record<string, Mark>> = {
  per: 'P',
  sur: 'P',
  fore: 'P',
  city: 'L',
  town: 'L',
  state: 'L',
};
/** Slots may nest so deep; deeper ones would be circles. */
const MOST_DEPTH = 8;
const STARTS =
  'Al An Ar Bel Cor Dra Ener Gal Hidro Ib Inter Lar Mer Nor Nova Petro Sol Tel Ter Uni Val Vel Zer';
const ENDS =
  'tex net sa via dina gas mar fer cer lia nova port com ria plan bit dis ban tur gesa dex';
const LETTERS = 'ABCDEFGILMNOPRSTUV';

/** Fills one template. */
export function expand(
  template: string,
  slots: ReadonlyMap<string, readonly string[]>,
  pools: NamePools,
  random: () => number,
): MarkedText {
  const filler = new Filler(slots, pools, random);
  const names: { mark: Mark; begin: number; end: number }[] = [];
  let text = '';
  // Marks first, since a mark may hold slots; then slots, which may hold marks.
  const write = (piece: string, mark: Mark | undefined, depth: number): void => {
    let rest = piece;
    while (rest !== '') {
      const next = /([POLM])\[([^[\]]*)\]|\{([a-z0-9]+)\}/.exec(rest);
      if (next === null || depth > MOST_DEPTH) {
        text += rest;
        return;
      }
      text += rest.slice(0, next.index);
      rest = rest.slice(next.index + next[0].length);
      const own = (next[1] as Mark | undefined) ?? MARKS[next[3] ?? ''];
      const inner = next[2] ?? filler.fill(next[3]!);
      const begin = text.length;
      write(inner, mark ?? own, depth + 1);
      if (mark === undefined && own !== undefined)
        names.push({ mark: own, begin, end: text.length });
    }
  };
  write(template, undefined, 0);
  return { text, names };
}

/** Chooses fillers; remembers the persons of a text, so that a surname may come again. */
class Filler {
  readonly #slots: ReadonlyMap<string, readonly string[]>;
  readonly #pools: NamePools;
  readonly #random: () => number;
  readonly #surnames: string[] = [];

  constructor(
    slots: ReadonlyMap<string, readonly string[]>,
    pools: NamePools,
    random: () => number,
  ) {
    this.#slots = slots;
    this.#pools = pools;
    this.#random = random;
  }

  fill(slot: string): string {
    const { forenames, states, cities, towns, organisations, works } = this.#pools;
    switch (slot) {
      case 'per':
        return this.#person();
      case 'sur':
        return this.#surnames.length > 0 && this.#random() < 0.6
          ? this.#one(this.#surnames)
          : this.#surname();
      case 'sur1':
        return this.#surname();
      case 'fore':
      case 'fore1':
        return this.#one(forenames);
      case 'city':
      case 'city1':
        return this.#one(cities);
      case 'town':
      case 'town1':
        return this.#one(towns);
      case 'state':
      case 'state1':
        return this.#one(states);
      case 'wdorg':
        return this.#one(organisations);
      case 'wdwork':
        return this.#one(works);
      case 'coin':
        return this.#coin();
      case 'abbr1':
        return this.#abbreviation();
      default:
        return this.#one(this.#slots.get(slot) ?? [slot]);
    }
  }

  #person(): string {
    const surname = this.#surname();
    this.#surnames.push(surname);
    const forename = this.#one(this.#pools.forenames);
    const chance = this.#random();
    if (chance < 0.06) return `${forename[0]}. ${surname}`;
    if (chance < 0.2) return `${forename} ${this.#one(this.#pools.forenames)} ${surname}`;
    if (chance < 0.32) return `${forename} ${surname} ${this.#surname()}`;
    if (chance < 0.36) return `${forename} de ${surname}`;
    return `${forename} ${surname}`;
  }

  /** One in three is altered into a name that no list has, as many of a newspaper's are. */
  #surname(): string {
    const surname = this.#one(this.#pools.surnames);
    if (surname.length < 5 || this.#random() > 0.33) return surname;
    const at = 2 + Math.floor(this.#random() * (surname.length - 3));
    const other = this.#one(this.#pools.surnames).toLowerCase();
    return surname.slice(0, at) + other.slice(Math.max(0, other.length - 4));
  }

  #coin(): string {
    const middle = this.#random() < 0.35 ? this.#one(ENDS.split(' ')) : '';
    return this.#one(STARTS.split(' ')) + middle + this.#one(ENDS.split(' '));
  }

  #abbreviation(): string {
    if (this.#random() < 0.12) return this.fill('coin');
    const length = 2 + Math.floor(this.#random() * 4);
    let letters = '';
    while (letters.length < length) letters += LETTERS[Math.floor(this.#random() * LETTERS.length)];
    return letters;
  }

  #one(options: readonly string[]): string {
    return options[Math.floor(this.#random() * options.length)] ?? '';
  }
}
