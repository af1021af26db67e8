/** Words of closed lists in Spanish; their English ones stand beside the wording that uses them. */
import type { Verdict } from '../domain/checks.ts';
import type { MergeReason, RungKind } from '../domain/judgement.ts';
import type { RefusalKind } from '../domain/outcome.ts';
import type { CuePolarity } from '../domain/reading.ts';
import type {
  Alteration,
  CopyType,
  CreditPlace,
  CreditState,
  ParentReason,
  WireStrength,
} from '../domain/trace.ts';

export const SPANISH_VERDICTS: Readonly<Record<Verdict, string>> = {
  false: 'calificada de falsa',
  'mostly-false': 'calificada de mayormente falsa',
  misleading: 'calificada de engañosa',
  altered: 'calificada de material alterado o fabricado',
  satire: 'calificada de sátira',
  mixed: 'calificada de cierta en parte y falsa en parte',
  unproven: 'calificada de no probada',
  'mostly-true': 'calificada de mayormente cierta',
  true: 'calificada de cierta',
  other: 'calificada con palabras que la mesa no conoce',
};

/** They go with "copia". */
export const SPANISH_COPY_TYPES: Readonly<Record<CopyType, string>> = {
  verbatim: 'literal',
  edited: 'retocada',
  cut: 'recortada',
  paraphrased: 'dicha de otro modo',
  translated: 'traducida',
};

/** They go with "copias", after a number. */
export const SPANISH_COPIES: Readonly<Record<CopyType, string>> = {
  verbatim: 'literales',
  edited: 'retocadas',
  cut: 'recortadas',
  paraphrased: 'dichas de otro modo',
  translated: 'traducidas',
};

export const SPANISH_CREDITS: Readonly<Record<CreditState, string>> = {
  kept: 'se mantuvo',
  dropped: 'se omitió',
  unknown: 'no se sabe',
};

export const SPANISH_REASONS: Readonly<Record<ParentReason, string>> = {
  'names-outlet': 'nombra a este medio',
  'most-overlap': 'es con el que más texto comparte',
  earliest: 'el más temprano de los conocidos antes',
};

export const SPANISH_STRENGTHS: Readonly<Record<WireStrength, string>> = {
  dateline: 'en la data',
  byline: 'en la firma',
  cited: 'citada en una frase',
  via: 'se le declaró algo',
};

export const SPANISH_PLACES: Readonly<Record<CreditPlace['kind'], string | undefined>> = {
  text: undefined,
  authors: 'consta en la autoría',
  'based-on': 'consta como la obra de la que procede',
};

export const SPANISH_ALTERATIONS: Readonly<Record<Alteration['kind'], string>> = {
  'figure-changed': 'cifra cambiada',
  'hedge-removed': 'reserva omitida',
  'headline-hardened': 'titular sin quien lo dice o sin reserva',
};

export const SPANISH_RUNGS: Readonly<Record<RungKind, readonly [one: string, many: string]>> = {
  articles: ['artículo', 'artículos'],
  publishers: ['medio', 'medios'],
  agencies: ['redacción o agencia', 'redacciones o agencias'],
  utterances: ['declaración primera', 'declaraciones primeras'],
};

export const SPANISH_MERGES: Readonly<Record<MergeReason, string>> = {
  'same-domain': 'ediciones bajo un mismo dominio',
  'same-owner': 'una lista da un mismo propietario para ambos',
  'same-name': 'ambos declaran un mismo nombre de medio',
  'shared-wording': 'las mismas palabras fuera de toda cita',
  translated: 'un pasaje largo de uno, traducido frase por frase',
  retold: 'lo mismo, contado con otras palabras',
  'same-wire': 'ambos citan a una misma agencia como fuente de la pieza',
  'wire-itself': 'uno es la agencia que el otro cita como fuente',
  'names-outlet': 'uno nombra al otro como su fuente',
  'same-quotation': 'las mismas palabras, citadas de una misma voz',
  'same-occasion': 'una misma voz en una misma ocasión, en el mismo sentido',
  'same-speaker': 'una misma voz en el mismo sentido, sin que ambos digan en qué ocasión',
  'speaker-unstated': 'no se nombra a quien habla, así que nada los distingue',
};

export const SPANISH_POLARITIES: Readonly<Record<CuePolarity, string>> = {
  says: 'dice',
  claims: 'sostiene',
  denies: 'niega',
  'falsely-claims': 'afirma en falso, según el texto',
  warns: 'advierte',
  admits: 'admite',
  accuses: 'acusa',
  asks: 'pide',
  promises: 'promete',
  believes: 'cree o quiere',
};

export const SPANISH_REFUSALS: Readonly<Record<RefusalKind, string>> = {
  'unreadable-file': 'no se pudo abrir el archivo',
  'unknown-format': 'formato desconocido',
  'empty-file': 'archivo vacío',
  'truncated-gzip': 'el archivo comprimido termina antes de tiempo',
  'broken-gzip': 'archivo comprimido dañado',
  'broken-json': 'JSON no válido',
  'not-an-object': 'JSON, pero no un objeto',
  'line-too-long': 'línea demasiado larga',
  'invalid-encoding': 'codificación no válida',
  'ragged-row': 'fila con campos de más o de menos',
  'no-header': 'sin fila de encabezado',
  'no-text': 'sin texto',
  'not-an-article': 'no es un artículo',
  'file-too-large': 'archivo demasiado grande',
  'damaged-record': 'registro dañado en un archivo web',
};
