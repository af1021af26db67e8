/** Words of the pages of presence. */
import type { PresenceMeasure, PresenceScope, PresenceUnit } from '../../domain/reading.ts';
import { SPANISH_MEASURES } from '../../domain/spanish-words.ts';
import type { ConsoleLanguage } from '../page.ts';

interface PresenceWording {
  readonly title: string;
  readonly lead: string;
  readonly sender: string;
  readonly host: string;
  readonly show: string;
  readonly entries: string;
  readonly none: string;
  readonly advice: string;
  readonly map: string;
  readonly mapLead: string;
  readonly mapOf: (sender: string, unit: string, scope: string) => string;
  readonly series: string;
  readonly count: string;
  readonly day: string;
  readonly undated: string;
  readonly source: string;
  readonly shows: string;
  readonly states: string;
  readonly pairTitle: (sender: string, host: string) => string;
  readonly like: string;
  readonly noSeries: string;
  readonly unverified: string;
  readonly differing: string;
  readonly superseded: string;
  readonly size: string;
  readonly reading: string;
  readonly verdict: string;
  readonly expected: string;
  readonly verdicts: Readonly<
    Record<'above' | 'within' | 'below' | 'divided' | 'cannot-say', string>
  >;
  readonly range: (low: string, high: string, set: string) => string;
  readonly noEnd: string;
  readonly models: string;
  readonly model: (
    unit: string,
    set: string,
    counts: string,
    hosts: string,
    r2: string,
    out: string,
    rank: string,
  ) => string;
  readonly displacement: string;
  readonly rivals: string;
  readonly relations: string;
  readonly position: string;
  readonly visit: string;
  readonly ties: string;
  readonly kind: string;
  readonly year: string;
  readonly value: string;
  readonly foot: string;
  readonly english: string;
  readonly more: (n: string) => string;
  readonly measures: Readonly<Record<PresenceMeasure, string>>;
  readonly units: Readonly<Record<PresenceUnit, string>>;
  readonly scopes: Readonly<Record<PresenceScope, string>>;
}

export const WORDS: Readonly<Record<ConsoleLanguage, PresenceWording>> = {
  en: {
    title: 'Presence',
    lead: 'How many of one state’s staff are in another: counts in aggregate, each with unit, scope, day and source. No names; fewer than three are shown as 1–2.',
    sender: 'Sender',
    host: 'Host',
    show: 'Show',
    entries: 'Entries',
    none: 'The ledger is empty.',
    advice:
      'Enter official lists, ministries’ counts and press reports as tables, or let the desk read articles that state counts:',
    map: 'On the map',
    mapLead:
      'The newest count in each host, of one unit and scope at a time: others may count other things.',
    mapOf: (sender, unit, scope) => `${sender}: ${unit}, ${scope}`,
    series: 'Unit and scope',
    count: 'Count',
    day: 'Stated of',
    undated: 'undated',
    source: 'Source',
    shows: 'Circles grow with the count; states without an entry are plain, which is not zero.',
    states: 'Pairs of states',
    pairTitle: (sender, host) => `${sender} in ${host}`,
    like: 'Series: only what is alike stands side by side',
    noSeries: 'The ledger holds nothing of this pair.',
    unverified: 'unit or scope not stated; held together by the words of',
    differing: 'Entries of the same days that differ are kept side by side.',
    superseded: 'Superseded',
    size: 'Against what one would expect',
    reading: 'Latest count',
    verdict: 'Verdict',
    expected: 'Expected in 9 of 10 cases',
    verdicts: {
      above: 'above',
      within: 'within',
      below: 'below',
      divided: 'divided: it hangs on what is taken into account',
      'cannot-say': 'cannot say',
    },
    range: (low, high, set) => `${low}–${high} (by ${set})`,
    noEnd: 'no upper end',
    models: 'What this rests on',
    model: (unit, set, counts, hosts, r2, out, rank) =>
      `${unit}, by ${set}: ${counts} counts of ${hosts} hosts, R² ${r2}; on hosts left out R² ${out}, rank correlation ${rank}`,
    displacement: 'Expulsions elsewhere, growth elsewhere',
    rivals: 'What else would leave the same traces',
    relations: 'Positions and visits, as articles tell them',
    position: 'position',
    visit: 'meeting or visit',
    ties: 'Ties between the two',
    kind: 'Kind',
    year: 'Year',
    value: 'Value',
    foot: 'Counts of different unit or scope are never added or compared. Coincides is not caused.',
    english: '',
    more: (n) => `${n} more`,
    measures: {
      level: 'level',
      rise: 'rise',
      fall: 'fall',
      arrival: 'arrival',
      expulsion: 'expulsion',
      recall: 'recall',
      cap: 'cap',
    },
    units: {
      diplomats: 'diplomats',
      'administrative-technical': 'administrative and technical staff',
      staff: 'staff',
      accredited: 'all accredited',
      'intelligence-officers': 'intelligence officers, as the source says',
      posts: 'posts',
      military: 'military',
      unstated: 'unit not stated',
    },
    scopes: {
      embassy: 'embassy',
      consulate: 'consulates',
      mission: 'mission',
      country: 'in the country',
      unstated: 'scope not stated',
    },
  },
  es: {
    title: 'Presencia',
    lead: 'Cuántas personas de un Estado hay en otro: recuentos en conjunto, cada uno con unidad, alcance, día y fuente. Sin nombres; menos de tres se muestran como 1–2.',
    sender: 'Estado que envía',
    host: 'Anfitrión',
    show: 'Mostrar',
    entries: 'Entradas',
    none: 'El registro está vacío.',
    advice:
      'Introduzca listas oficiales, recuentos de ministerios y prensa como tablas, o deje que la mesa lea artículos que den cifras:',
    map: 'En el mapa',
    mapLead:
      'El recuento más reciente en cada anfitrión, de una sola unidad y alcance: los demás pueden contar otra cosa.',
    mapOf: (sender, unit, scope) => `${sender}: ${unit}, ${scope}`,
    series: 'Unidad y alcance',
    count: 'Recuento',
    day: 'Referido a',
    undated: 'sin fecha',
    source: 'Fuente',
    shows:
      'Los círculos crecen con el recuento; los Estados sin entrada quedan lisos, lo que no significa cero.',
    states: 'Pares de Estados',
    pairTitle: (sender, host) => `${sender} en ${host}`,
    like: 'Series: solo lo comparable se pone lado a lado',
    noSeries: 'El registro no tiene nada de este par.',
    unverified: 'no consta unidad o alcance; la serie se sostiene en las palabras de',
    differing: 'Las entradas de los mismos días que difieren se conservan lado a lado.',
    superseded: 'Sustituidas',
    size: 'Frente a lo que cabría esperar',
    reading: 'Último recuento',
    verdict: 'Veredicto',
    expected: 'Esperado en 9 de cada 10 casos',
    verdicts: {
      above: 'por encima',
      within: 'dentro',
      below: 'por debajo',
      divided: 'dividido: depende de lo que se tenga en cuenta',
      'cannot-say': 'no se puede decir',
    },
    range: (low, high, set) => `${low}–${high} (por ${set})`,
    noEnd: 'sin límite superior',
    models: 'En qué se apoya',
    model: (unit, set, counts, hosts, r2, out, rank) =>
      `${unit}, por ${set}: ${counts} recuentos de ${hosts} anfitriones, R² ${r2}; en anfitriones apartados R² ${out}, correlación de rangos ${rank}`,
    displacement: 'Expulsiones y crecimiento en otros lugares',
    rivals: 'Qué más dejaría las mismas huellas',
    relations: 'Posturas y visitas, según los artículos',
    position: 'postura',
    visit: 'reunión o visita',
    ties: 'Vínculos entre ambos',
    kind: 'Tipo',
    year: 'Año',
    value: 'Valor',
    foot: 'Los recuentos de distinta unidad o alcance nunca se suman ni se comparan. Coincidir no es causar.',
    english: 'Las frases que calcula la mesa están en inglés.',
    more: (n) => `${n} más`,
    measures: SPANISH_MEASURES,
    units: {
      diplomats: 'diplomáticos',
      'administrative-technical': 'personal administrativo y técnico',
      staff: 'personal',
      accredited: 'todos los acreditados',
      'intelligence-officers': 'agentes de inteligencia, según la fuente',
      posts: 'sedes',
      military: 'militares',
      unstated: 'unidad no indicada',
    },
    scopes: {
      embassy: 'embajada',
      consulate: 'consulados',
      mission: 'misión',
      country: 'en el país',
      unstated: 'alcance no indicado',
    },
  },
};

/** A state by its name in the language of the page, or by its code where it has none. */
export function stateName(code: string, language: ConsoleLanguage): string {
  // XK is Kosovo's; what else begins so is left to users, and locale data may know a joke by it.
  if (!/^(?:XK|[A-WYZ][A-Z])$/.test(code)) return code;
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}
