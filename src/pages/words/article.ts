/** Words of the page of one article. */
import type { ConsoleLanguage } from '../page.ts';
import type { MarkKind } from '../text-marks.ts';

interface ArticleWording {
  readonly notFound: string;
  readonly published: string;
  readonly modified: string;
  readonly seen: string;
  readonly captured: string;
  readonly language: string;
  readonly words: string;
  readonly authors: string;
  readonly basedOn: string;
  readonly address: string;
  readonly noAddress: string;
  readonly evidence: string;
  readonly checked: (bytes: string, type: string) => string;
  readonly lost: string;
  readonly versions: string;
  readonly version: (n: string) => string;
  readonly thisOne: string;
  readonly text: string;
  readonly legend: string;
  readonly kinds: Readonly<Record<Exclude<MarkKind, 'word'>, string>>;
  /** One letter before the number of an item. */
  readonly letters: Readonly<Record<'statement' | 'event' | 'count' | 'position', string>>;
  readonly cutBefore: (n: string) => string;
  readonly cutAfter: (n: string) => string;
  readonly beyond: string;
  readonly found: string;
  readonly notRead: string;
  readonly nothingRead: string;
  readonly reader: string;
  readonly judge: string;
  readonly statements: string;
  readonly events: string;
  readonly counts: string;
  readonly positions: string;
  readonly stale: string;
  readonly speaker: string;
  readonly unstated: string;
  readonly role: string;
  readonly former: string;
  readonly venue: string;
  readonly when: string;
  readonly via: string;
  readonly within: string;
  readonly told: string;
  readonly who: string;
  readonly whom: string;
  readonly place: string;
  readonly atLeast: string;
  readonly noNumber: string;
  readonly asOf: string;
  readonly inText: string;
  readonly more: (n: string) => string;
  readonly cascades: string;
  readonly noCascades: string;
  readonly roles: Readonly<Record<'earliest' | 'echo' | 'undated', string>>;
  readonly credit: string;
  readonly checks: string;
  readonly noChecks: string;
  readonly sharing: string;
  readonly noSharing: string;
  readonly sharedWords: (n: string) => string;
  readonly here: string;
  readonly there: string;
  readonly others: (n: string) => string;
}

export const WORDS: Record<ConsoleLanguage, ArticleWording> = {
  en: {
    notFound: 'There is no such article',
    published: 'Published',
    modified: 'Changed, as stated',
    seen: 'First seen by a collector',
    captured: 'Captured by this desk',
    language: 'Language',
    words: 'Words',
    authors: 'Written by, as stated',
    basedOn: 'Taken from, as stated',
    address: 'Address',
    noAddress: 'none stated',
    evidence: 'Evidence',
    checked: (bytes, type) => `${bytes} bytes of ${type}, read and checked against their digest`,
    lost: 'The archived bytes could not be checked:',
    versions: 'Versions',
    version: (n) => `Version ${n}`,
    thisOne: 'this one',
    text: 'Text',
    legend: 'What is marked',
    kinds: {
      statement: 'statement',
      speaker: 'speaker',
      event: 'event',
      count: 'count of presence',
      position: 'position',
      shared: 'shared with other articles',
      at: 'the passage asked for',
    },
    letters: { statement: 'S', event: 'E', count: 'N', position: 'P' },
    cutBefore: (n) => `${n} characters before this are not shown.`,
    cutAfter: (n) => `${n} characters after this are not shown.`,
    beyond: 'The passage that was asked for does not stand in this text.',
    found: 'What was read in it',
    notRead:
      'This article is not read yet (atalaya read), or its language is not one of those read.',
    nothingRead: 'It was read; no statement, event, count or position was found.',
    reader: 'read by',
    judge: 'Judge its statements: clocks, roles, fact-checks',
    statements: 'Statements',
    events: 'Events',
    counts: 'Counts of presence',
    positions: 'Positions',
    stale: 'Signs that something is old',
    speaker: 'Speaker',
    unstated: 'not stated',
    role: 'Role, as stated',
    former: 'former',
    venue: 'Where',
    when: 'When, as stated',
    via: 'Through',
    within: 'inside',
    told: 'told by',
    who: 'Who',
    whom: 'Whom',
    place: 'Place',
    atLeast: 'at least',
    noNumber: 'no number stated',
    asOf: 'As of',
    inText: 'in the text',
    more: (n) => `and ${n} more`,
    cascades: 'Cascades that it is part of',
    noCascades: 'It shares no passage with an article of another publisher.',
    roles: { earliest: 'earliest seen, or may be', echo: 'an echo', undated: 'order not known' },
    credit: 'credit',
    checks: 'Fact-checks that match its headline',
    noChecks: 'None of this desk’s fact-checks matches.',
    sharing: 'What it shares, and with whom',
    noSharing: 'No passage is shared with another article.',
    sharedWords: (n) => `${n} words shared`,
    here: 'here',
    there: 'there',
    others: (n) => `and ${n} more articles`,
  },
  es: {
    notFound: 'No existe ese artículo',
    published: 'Publicado',
    modified: 'Modificado, según declara',
    seen: 'Visto por primera vez por un recolector',
    captured: 'Capturado por esta mesa',
    language: 'Idioma',
    words: 'Palabras',
    authors: 'Autoría, según declara',
    basedOn: 'Tomado de, según declara',
    address: 'Dirección',
    noAddress: 'no consta',
    evidence: 'Evidencia',
    checked: (bytes, type) => `${bytes} bytes de ${type}, leídos y comprobados con su resumen`,
    lost: 'No se pudieron comprobar los bytes archivados:',
    versions: 'Versiones',
    version: (n) => `Versión ${n}`,
    thisOne: 'esta',
    text: 'Texto',
    legend: 'Qué está marcado',
    kinds: {
      statement: 'declaración',
      speaker: 'quien habla',
      event: 'hecho',
      count: 'recuento de presencia',
      position: 'postura',
      shared: 'compartido con otros artículos',
      at: 'el pasaje pedido',
    },
    letters: { statement: 'D', event: 'H', count: 'N', position: 'P' },
    cutBefore: (n) => `No se muestran ${n} caracteres anteriores.`,
    cutAfter: (n) => `No se muestran ${n} caracteres posteriores.`,
    beyond: 'El pasaje pedido no está en este texto.',
    found: 'Qué se leyó en él',
    notRead:
      'Este artículo aún no se ha leído (atalaya read), o su idioma no es de los que se leen.',
    nothingRead: 'Se leyó; no se halló declaración, hecho, recuento ni postura.',
    reader: 'leído por',
    judge: 'Juzgar sus declaraciones: relojes, cargos, verificaciones',
    statements: 'Declaraciones',
    events: 'Hechos',
    counts: 'Recuentos de presencia',
    positions: 'Posturas',
    stale: 'Señales de que algo es antiguo',
    speaker: 'Quien habla',
    unstated: 'no consta',
    role: 'Cargo, según declara',
    former: 'anterior',
    venue: 'Dónde',
    when: 'Cuándo, según declara',
    via: 'A través de',
    within: 'dentro de',
    told: 'lo cuenta',
    who: 'Quién',
    whom: 'A quién',
    place: 'Lugar',
    atLeast: 'al menos',
    noNumber: 'sin número',
    asOf: 'A fecha de',
    inText: 'en el texto',
    more: (n) => `y ${n} más`,
    cascades: 'Cascadas de las que forma parte',
    noCascades: 'No comparte ningún pasaje con un artículo de otro medio.',
    roles: {
      earliest: 'el primero que se vio, o puede serlo',
      echo: 'un eco',
      undated: 'orden desconocido',
    },
    credit: 'crédito',
    checks: 'Verificaciones que coinciden con su titular',
    noChecks: 'No coincide ninguna de las verificaciones de esta mesa.',
    sharing: 'Qué comparte y con quién',
    noSharing: 'No comparte ningún pasaje con otro artículo.',
    sharedWords: (n) => `${n} palabras compartidas`,
    here: 'aquí',
    there: 'allí',
    others: (n) => `y ${n} artículos más`,
  },
};
