/** Words of the network of outlets and of the page of one. */
import type { Reliability } from '../../domain/judgement.ts';
import type { StatedAffiliation } from '../../domain/network-views.ts';
import { SPANISH_AFFILIATIONS } from '../../domain/spanish-words.ts';
import { RELIABILITY_WORDS } from '../../export/judgement-wording.ts';
import type { ConsoleLanguage } from '../page.ts';
import { counted, figure } from './figures.ts';

interface OutletWording {
  readonly title: string;
  readonly lead: string;
  readonly network: string;
  readonly describe: string;
  readonly legend: string;
  readonly affiliations: Readonly<Record<StatedAffiliation, string>>;
  readonly statedBy: (sources: string) => string;
  readonly noStatement: string;
  readonly node: (
    name: string,
    hands: string,
    articles: number,
    carried: number,
    passedOn: number,
  ) => string;
  readonly edge: (later: string, earlier: string, reprints: number, dropped: number) => string;
  readonly arrow: string;
  readonly dashed: string;
  readonly solid: string;
  readonly from: string;
  readonly to: string;
  readonly least: string;
  readonly country: string;
  readonly all: string;
  readonly droppedOnly: string;
  readonly show: string;
  readonly bounded: (
    shown: string,
    reprints: string,
    pairs: string,
    allPairs: string,
    outlets: string,
    allOutlets: string,
  ) => string;
  readonly stale: string;
  readonly none: string;
  readonly advice: string;
  readonly noneSuch: string;
  readonly clear: string;
  readonly pairs: string;
  readonly pairsShown: (shown: string, all: string) => string;
  readonly outlets: string;
  readonly outlet: string;
  readonly hands: string;
  readonly articles: string;
  readonly carried: string;
  readonly passedOn: string;
  readonly later: string;
  readonly earlier: string;
  readonly reprints: string;
  readonly dropped: string;
  readonly credited: string;
  readonly delay: string;
  readonly example: string;
  readonly open: string;
  readonly find: string;
  readonly facts: string;
  readonly noFacts: string;
  readonly owner: string;
  readonly labels: string;
  readonly source: string;
  readonly grade: string;
  readonly grades: Readonly<Record<Reliability, string>>;
  readonly gradeAxis: string;
  readonly gradeByLists: string;
  readonly profile: string;
  readonly judge: string;
  readonly judgeNote: string;
  readonly neighbours: string;
  readonly noNeighbours: string;
  readonly cascades: string;
  readonly noCascades: string;
  readonly allArticles: string;
  readonly figures: {
    readonly articles: string;
    readonly carried: string;
    readonly earliest: string;
    readonly reprints: string;
    readonly lag: string;
  };
  readonly proportions: {
    readonly dropped: string;
    readonly before: string;
    readonly later: string;
    readonly said: string;
    readonly silently: string;
    readonly amplifies: string;
  };
  readonly share: string;
  readonly interval: string;
  readonly ofN: (count: string, n: string) => string;
  readonly between: (low: string, high: string) => string;
  readonly tooFew: string;
  readonly noSample: string;
}

export const WORDS: Record<ConsoleLanguage, OutletWording> = {
  en: {
    title: 'Outlets',
    lead: 'Who carried what others had first. Earlier is not source: every arrow is a lead to be looked at.',
    network: 'Network of outlets',
    describe:
      'An arrow leads from the outlet that had a passage first to the one that carried it later. The tables below say the same.',
    legend: 'In whose hands, as lists state it',
    affiliations: {
      'state-controlled': 'state-controlled',
      'state-aligned': 'state-aligned',
      public: 'public',
      independent: 'independent',
      differs: 'sources differ',
      unknown: 'nothing stated',
    },
    statedBy: (sources) => `stated by ${sources}`,
    noStatement: 'no list states it',
    node: (name, hands, articles, carried, passedOn) =>
      `${name}: ${hands}; ${counted(articles, 'article', 'articles', 'en')}; carried ${figure(carried, 'en')} that others had first, ${figure(passedOn, 'en')} of its own carried by others`,
    edge: (later, earlier, reprints, dropped) =>
      `${later} carried ${figure(reprints, 'en')} that ${earlier} had first, ${figure(dropped, 'en')} without credit`,
    arrow: 'from who had it first to who carried it',
    dashed: 'credit mostly left out',
    solid: 'credit mostly kept or not known',
    from: 'From',
    to: 'Until',
    least: 'Least reprints',
    country: 'Country, as stated',
    all: 'all',
    droppedOnly: 'only where credit was mostly left out',
    show: 'Show',
    bounded: (shown, reprints, pairs, allPairs, outlets, allOutlets) =>
      `${shown} of ${reprints} reprints, ${pairs} of ${allPairs} pairs, ${outlets} of ${allOutlets} outlets: the heaviest. A node grows with its articles, an arrow with its reprints.`,
    stale: 'Articles came in since the last trace; their passages are not counted yet.',
    none: 'No outlet was seen to carry what another had first.',
    advice: 'Outlets appear here once the desk has traced articles of several publishers:',
    noneSuch: 'No pair of outlets is like this.',
    clear: 'Show all',
    pairs: 'Who carried whose',
    pairsShown: (shown, all) => `${shown} of ${all} pairs.`,
    outlets: 'The outlets',
    outlet: 'Outlet',
    hands: 'In whose hands',
    articles: 'Articles',
    carried: 'Carried',
    passedOn: 'Carried by others',
    later: 'Carried it',
    earlier: 'Had it first',
    reprints: 'Reprints',
    dropped: 'Without credit',
    credited: 'With credit',
    delay: 'Median delay',
    example: 'Example',
    open: 'a cascade',
    find: 'Look up an outlet',
    facts: 'What lists state',
    noFacts: 'No list that this desk reads states anything of it.',
    owner: 'Owner',
    labels: 'Labels of the source',
    source: 'Source',
    grade: 'Grade of the source',
    grades: RELIABILITY_WORDS,
    gradeAxis: 'Admiralty code, first axis: of the outlet, never of one report.',
    gradeByLists: 'By what lists state alone; what this desk has seen is not counted in yet.',
    profile: 'What this desk has seen of it',
    judge: 'Judge all its cascades',
    judgeNote: 'On a desk of this size this takes a while.',
    neighbours: 'Its neighbours',
    noNeighbours: 'It carried nothing that another had first, and none carried anything of it.',
    cascades: 'Its newest cascades',
    noCascades: 'No passage of it was repeated.',
    allArticles: 'All its articles',
    figures: {
      articles: 'articles',
      carried: 'places in cascades',
      earliest: 'times alone the earliest seen',
      reprints: 'reprints of others',
      lag: 'median delay',
    },
    proportions: {
      dropped: 'Left out where the text came from',
      before: 'Carried what a fact-check had refuted before',
      later: 'Carried what a fact-check refuted later',
      said: 'Articles corrected, and said so',
      silently: 'Articles changed silently',
      amplifies: 'Of what was judged, passed on without doubt',
    },
    share: 'Share',
    interval: '95% interval',
    ofN: (count, n) => `${count} of ${n}`,
    between: (low, high) => `${low} to ${high}`,
    tooFew: 'too few for a rate',
    noSample: 'What this desk has read is no sample of anything.',
  },
  es: {
    title: 'Medios',
    lead: 'Quién publicó lo que otros tenían antes. Anterior no es fuente: cada flecha es una pista por examinar.',
    network: 'Red de medios',
    describe:
      'Una flecha va del medio que tuvo antes un pasaje al que lo publicó después. Las tablas de abajo dicen lo mismo.',
    legend: 'En qué manos, según las listas',
    affiliations: {
      ...SPANISH_AFFILIATIONS,
      differs: 'las fuentes difieren',
      unknown: 'nada consta',
    },
    statedBy: (sources) => `según ${sources}`,
    noStatement: 'ninguna lista lo dice',
    node: (name, hands, articles, carried, passedOn) =>
      `${name}: ${hands}; ${counted(articles, 'artículo', 'artículos', 'es')}; publicó ${figure(carried, 'es')} que otros tenían antes; otros publicaron ${figure(passedOn, 'es')} suyos`,
    edge: (later, earlier, reprints, dropped) =>
      `${later} publicó ${figure(reprints, 'es')} que ${earlier} tenía antes, ${figure(dropped, 'es')} sin citarlo`,
    arrow: 'de quien lo tuvo antes a quien lo publicó después',
    dashed: 'casi siempre sin citar',
    solid: 'casi siempre citado o no se sabe',
    from: 'Desde',
    to: 'Hasta',
    least: 'Mínimo de reproducciones',
    country: 'País, según las listas',
    all: 'todos',
    droppedOnly: 'solo donde casi nunca se citó',
    show: 'Mostrar',
    bounded: (shown, reprints, pairs, allPairs, outlets, allOutlets) =>
      `${shown} de ${reprints} reproducciones, ${pairs} de ${allPairs} pares, ${outlets} de ${allOutlets} medios: los de más peso. Un nodo crece con sus artículos; una flecha, con sus reproducciones.`,
    stale: 'Han llegado artículos después del último rastreo; sus pasajes aún no se cuentan.',
    none: 'No se ha visto que ningún medio publicara lo que otro tenía antes.',
    advice: 'Los medios aparecen aquí cuando la mesa ha rastreado artículos de varios editores:',
    noneSuch: 'Ningún par de medios es así.',
    clear: 'Mostrar todo',
    pairs: 'Quién publicó lo de quién',
    pairsShown: (shown, all) => `${shown} de ${all} pares.`,
    outlets: 'Los medios',
    outlet: 'Medio',
    hands: 'En qué manos',
    articles: 'Artículos',
    carried: 'Publicó de otros',
    passedOn: 'Publicado por otros',
    later: 'Lo publicó después',
    earlier: 'Lo tuvo antes',
    reprints: 'Reproducciones',
    dropped: 'Sin citar',
    credited: 'Citando',
    delay: 'Retraso mediano',
    example: 'Ejemplo',
    open: 'una cascada',
    find: 'Buscar un medio',
    facts: 'Lo que dicen las listas',
    noFacts: 'Ninguna lista que esta mesa lea dice nada de él.',
    owner: 'Propietario',
    labels: 'Etiquetas de la fuente',
    source: 'Fuente',
    grade: 'Calificación de la fuente',
    grades: {
      A: 'completamente fiable',
      B: 'normalmente fiable',
      C: 'bastante fiable',
      D: 'normalmente no fiable',
      E: 'no fiable',
      F: 'no se puede juzgar su fiabilidad',
    },
    gradeAxis: 'Código del Almirantazgo, primer eje: del medio, nunca de una noticia.',
    gradeByLists: 'Solo por lo que dicen las listas; lo que esta mesa ha visto aún no cuenta.',
    profile: 'Lo que esta mesa ha visto de él',
    judge: 'Juzgar todas sus cascadas',
    judgeNote: 'En una mesa de este tamaño tarda un rato.',
    neighbours: 'Sus vecinos',
    noNeighbours: 'No publicó nada que otro tuviera antes, ni otro publicó nada suyo.',
    cascades: 'Sus cascadas más recientes',
    noCascades: 'Ningún pasaje suyo se repitió.',
    allArticles: 'Todos sus artículos',
    figures: {
      articles: 'artículos',
      carried: 'lugares en cascadas',
      earliest: 'veces el primero visto, él solo',
      reprints: 'reproducciones de otros',
      lag: 'retraso mediano',
    },
    proportions: {
      dropped: 'Omitió de dónde venía el texto',
      before: 'Publicó lo que una verificación ya había desmentido',
      later: 'Publicó lo que una verificación desmintió después',
      said: 'Artículos corregidos, diciéndolo',
      silently: 'Artículos cambiados en silencio',
      amplifies: 'De lo juzgado, transmitido sin dudar',
    },
    share: 'Proporción',
    interval: 'Intervalo del 95 %',
    ofN: (count, n) => `${count} de ${n}`,
    between: (low, high) => `de ${low} a ${high}`,
    tooFew: 'muy pocos para una tasa',
    noSample: 'Lo que esta mesa ha leído no es muestra de nada.',
  },
};
