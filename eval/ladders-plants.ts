/**
 * Planted ladders: for each kind how its articles come about, and by that what is true of them. The
 * truth is what was planted; nothing here knows how the product judges.
 */
import type { ReadLanguage } from '../src/domain/reading.ts';
import type { LadderTruth } from './ladder-score.ts';
import {
  ABSENT_WIRES,
  type Chance,
  type Outlet,
  outletsOf,
  personsOf,
  WEEKDAYS,
  wireOf,
} from './ladders-cast.ts';
import {
  credited,
  cut,
  datelined,
  edited,
  type Occasion,
  type Story,
  type Told,
  tell,
} from './ladders-stories.ts';

interface PlantedArticle extends Outlet {
  readonly url: string;
  readonly language: ReadLanguage;
  /** ISO 8601. */
  readonly published: string;
  readonly title: string;
  readonly text: string;
}

/** Articles of one news, and how many stand behind them. */
export interface PlantedCase {
  readonly kind: string;
  readonly articles: readonly PlantedArticle[];
  readonly truth: LadderTruth;
  /** Where the news stands in each article, by address: its first two paragraphs. Absent: what is shared. */
  readonly claims?: ReadonlyMap<string, string>;
  /** Owners of outlets that a list states, by domain. */
  readonly owners?: ReadonlyMap<string, string>;
}

/** Where a case is planted. */
interface Ground {
  readonly story: Story;
  readonly language: ReadLanguage;
  readonly chance: Chance;
  /** Distinct in its run; part of the addresses. */
  readonly number: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday. */
const START = Date.UTC(2024, 0, 1, 9);
/** Ways to mention an outlet without having anything from it. */
const PRESENT: Readonly<Record<ReadLanguage, readonly string[]>> = {
  en: ['A photographer of {o} stood by the door.', 'Crews from {o} packed up before the end.'],
  es: [
    'Un fotógrafo de {o} esperaba junto a la puerta.',
    'El equipo de {o} se fue antes del final.',
  ],
  ru: ['У дверей стоял фотограф издания «{o}».', 'Съёмочная группа «{o}» ушла раньше.'],
};
const LANGUAGES: readonly ReadLanguage[] = ['en', 'es', 'ru'];

/** One case under way: articles are published one after the other. */
class Plot {
  readonly articles: PlantedArticle[] = [];
  readonly occasion: Occasion;
  private readonly ground: Ground;
  private clock: number;

  constructor(ground: Ground) {
    const { chance, story } = ground;
    const weekday = chance.pick(WEEKDAYS);
    const [speaker] = personsOf(1, chance);
    this.ground = ground;
    this.occasion = { story, speaker: speaker!, weekday, count: 11 + chance.below(80) };
    this.clock = START + chance.below(45) * 7 * DAY + (weekday - 1) * DAY + chance.below(9) * HOUR;
  }

  outlets(count: number, language: ReadLanguage = this.ground.language): Outlet[] {
    return outletsOf(language, count, this.ground.chance);
  }

  tell(wording: 'A' | 'B', language: ReadLanguage = this.ground.language): Told {
    return tell(this.occasion, language, wording);
  }

  publish(
    { name, domain }: Outlet,
    told: Told,
    language: ReadLanguage = this.ground.language,
  ): void {
    const { number, chance } = this.ground;
    const url = `https://${domain}/${number}/${this.articles.length}`;
    const text = told.paragraphs.join('\n\n');
    const published = new Date(this.clock).toISOString();
    this.articles.push({ name, domain, url, language, published, title: told.title, text });
    this.clock += (1 + chance.below(3)) * (HOUR / 2);
  }

  /** Reprints, each verbatim, edited or cut, without a word on where it is from. */
  reprint(outlets: readonly Outlet[], told: Told): void {
    const { chance, language } = this.ground;
    for (const outlet of outlets) {
      const ways = [told, edited(told, language, chance), cut(told, chance)];
      this.publish(outlet, chance.pick(ways));
    }
  }

  /** Reprints that name where they are from. */
  reprintCredited(outlets: readonly Outlet[], told: Told, from: string): void {
    const { chance, language } = this.ground;
    for (const outlet of outlets) this.publish(outlet, credited(told, language, from, chance));
  }

  /** The case with so many publishers, agencies and utterances. */
  case(
    kind: string,
    [publishers, agencies, utterances]: readonly [number, number, number],
    more: Partial<PlantedCase> = {},
  ): PlantedCase {
    const truth = { articles: this.articles.length, publishers, agencies, utterances };
    return { kind, articles: this.articles, truth, ...more };
  }
}

type Plant = (plot: Plot, ground: Ground) => PlantedCase;

const wire: Plant = (plot, { chance, language }) => {
  const house = wireOf(language);
  const told = datelined(plot.tell('A'), language, house.name);
  const outlets = plot.outlets(12);
  const named = chance.below(13);
  plot.publish(house, told);
  plot.reprintCredited(outlets.slice(0, named), plot.tell('A'), house.name);
  plot.reprint(outlets.slice(named), plot.tell('A'));
  return plot.case('one wire behind twelve', [13, 1, 1]);
};

const uncredited: Plant = (plot, { chance, language }) => {
  const count = 3 + chance.below(6);
  plot.publish(wireOf(language), plot.tell('A'));
  plot.reprint(plot.outlets(count), plot.tell('A'));
  return plot.case('wire without credit', [count + 1, 1, 1]);
};

/** Two versions of the agency's own story, each with its dateline; nothing on the agency's own site. */
const absentWire: Plant = (plot, { chance, language }) => {
  const name = chance.pick(ABSENT_WIRES[language]);
  const count = 3 + chance.below(4);
  plot.outlets(count).forEach((outlet, i) => {
    plot.publish(outlet, datelined(plot.tell(i % 2 === 0 ? 'A' : 'B'), language, name));
  });
  return plot.case('absent wire, two versions', [count, 1, 1]);
};

const twoReporters: Plant = (plot, { chance }) => {
  const each = 1 + chance.below(3);
  const [first, second, ...rest] = plot.outlets(2 + 2 * each);
  plot.publish(first!, plot.tell('A'));
  plot.publish(second!, plot.tell('B'));
  plot.reprint(rest.slice(0, each), plot.tell('A'));
  plot.reprint(rest.slice(each), plot.tell('B'));
  return plot.case('two reporters, one speech', [2 + 2 * each, 2, 1]);
};

/** The second was there too, and says that the first was. */
const mentioned: Plant = (plot, { chance, language }) => {
  const [first, second] = plot.outlets(2);
  const { title, paragraphs } = plot.tell('B');
  const line = chance.pick(PRESENT[language]).replace('{o}', first!.name);
  plot.publish(first!, plot.tell('A'));
  plot.publish(second!, { title, paragraphs: [...paragraphs, line] });
  return plot.case('two reporters, one names the other', [2, 2, 1]);
};

/** Not one cascade of wording: the news itself is asked about, by its first paragraphs. */
const abroad: Plant = (plot, { language }) => {
  const other = LANGUAGES[(LANGUAGES.indexOf(language) + 1) % 3]!;
  plot.publish(plot.outlets(1)[0]!, plot.tell('A'));
  plot.publish(plot.outlets(1, other)[0]!, plot.tell('B', other), other);
  return plot.case('two reporters, two languages', [2, 2, 1], { claims: openings(plot) });
};

const twoSpeakers: Plant = (plot, { chance, language }) => {
  const [first, second] = personsOf(2, chance);
  const [a, b, c] = plot.outlets(3);
  const told = tell({ ...plot.occasion, speaker: first! }, language, 'A');
  plot.publish(a!, told);
  plot.publish(b!, tell({ ...plot.occasion, speaker: second!, other: true }, language, 'B'));
  plot.reprint([c!], told);
  return plot.case('two speakers', [3, 2, 2], { claims: openings(plot) });
};

/** One speaker, twice: in different words, on different days. */
const twice: Plant = (plot, { chance, language }) => {
  const [a, b] = plot.outlets(2);
  const { weekday } = plot.occasion;
  const later = chance.pick(WEEKDAYS.filter((day) => day !== weekday));
  plot.publish(a!, plot.tell('A'));
  plot.publish(b!, tell({ ...plot.occasion, weekday: later, other: true }, language, 'B'));
  return plot.case('one speaker, two occasions', [2, 2, 2], { claims: openings(plot) });
};

const seen: Plant = (plot) => {
  const [a, b] = plot.outlets(2);
  for (const [outlet, wording] of [[a!, 'A'] as const, [b!, 'B'] as const]) {
    const { title, paragraphs } = plot.tell(wording);
    plot.publish(outlet, { title, paragraphs: paragraphs.slice(2) });
  }
  return plot.case('seen by two reporters', [2, 2, 2], { claims: openings(plot) });
};

function openings({ articles }: Plot): Map<string, string> {
  return new Map(
    articles.map(({ url, text }) => [url, text.split('\n\n').slice(0, 2).join('\n\n')]),
  );
}

const editions: Plant = (plot, { language }) => {
  const [house, other] = plot.outlets(2);
  for (const edition of [language, ...LANGUAGES.filter((one) => one !== language)]) {
    const domain = `${edition}.${house!.domain}`;
    plot.publish({ name: house!.name, domain }, plot.tell('A', edition), edition);
  }
  plot.reprint([other!], plot.tell('A'));
  return plot.case('editions of one house', [2, 1, 1]);
};

/** Two newsrooms of one owner are two publishers. */
const sameOwner: Plant = (plot, { chance }) => {
  const count = 3 + chance.below(3);
  const outlets = plot.outlets(count);
  plot.publish(outlets[0]!, plot.tell('A'));
  plot.reprint(outlets.slice(1), plot.tell('A'));
  const owners = new Map(outlets.slice(0, 2).map(({ domain }) => [domain, 'Grupo Astral']));
  return plot.case('one owner', [count, 1, 1], { owners });
};

/** One house on two domains. */
const sameName: Plant = (plot) => {
  const [house, other] = plot.outlets(2);
  plot.publish(house!, plot.tell('A'));
  plot.publish({ ...house!, domain: `mas-${house!.domain}` }, plot.tell('A'));
  plot.reprint([other!], plot.tell('A'));
  return plot.case('one name, two domains', [2, 1, 1]);
};

const translations: Plant = (plot, { chance, language }) => {
  const [first, second] = plot.outlets(2);
  plot.publish(first!, plot.tell('A'));
  plot.reprint([second!], plot.tell('A'));
  const others = chance.shuffle(LANGUAGES.filter((one) => one !== language));
  for (const other of others)
    plot.publish(plot.outlets(1, other)[0]!, plot.tell('A', other), other);
  return plot.case('translations', [4, 1, 1]);
};

const dropped: Plant = (plot, { chance, language }) => {
  const [first, second, ...rest] = plot.outlets(4 + chance.below(4));
  const told = plot.tell('A');
  const changed = edited(told, language, chance);
  plot.publish(first!, told);
  plot.reprintCredited([second!], told, first!.name);
  for (const outlet of rest) plot.publish(outlet, cut(changed, chance));
  return plot.case('credit dropped on the way', [2 + rest.length, 1, 1]);
};

/** The second tells in its own words what it has from the first, and says so; others copy the second. */
const via: Plant = (plot, { chance }) => {
  const [first, second, ...rest] = plot.outlets(3 + chance.below(3));
  plot.publish(first!, plot.tell('A'));
  plot.reprintCredited([second!], plot.tell('B'), first!.name);
  plot.reprintCredited(rest, plot.tell('B'), second!.name);
  return plot.case('via chain', [2 + rest.length, 1, 1]);
};

/** The first cites those who cite it. */
const circle: Plant = (plot, { chance }) => {
  const houses = plot.outlets(2 + chance.below(2));
  const told = plot.tell('A');
  plot.publish(houses[0]!, told);
  houses.slice(1).forEach((house, i) => {
    plot.reprintCredited([house], told, houses[i]!.name);
  });
  plot.reprintCredited([houses[0]!], cut(told, chance), houses.at(-1)!.name);
  return plot.case('circular reporting', [houses.length, 1, 1]);
};

const PLANTS: readonly Plant[] = [
  wire,
  uncredited,
  absentWire,
  twoReporters,
  mentioned,
  abroad,
  twoSpeakers,
  twice,
  seen,
  editions,
  sameOwner,
  sameName,
  translations,
  dropped,
  via,
  circle,
];

/** Cases for as many desks as asked for, each story told once a desk, kinds and languages in turn. */
export function plantLadders(
  stories: readonly Story[],
  desks: number,
  chance: Chance,
): PlantedCase[][] {
  let number = 0;
  return Array.from({ length: desks }, () =>
    chance.shuffle(stories).map((story) => {
      const plant = PLANTS[number % PLANTS.length]!;
      const language = LANGUAGES[Math.floor(number / PLANTS.length) % LANGUAGES.length]!;
      const ground = { story, language, chance, number: ++number };
      return plant(new Plot(ground), ground);
    }),
  );
}
