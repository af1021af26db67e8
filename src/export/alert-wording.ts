/**
 * The sentences of findings and the words of alerts, in the languages of the console. Modest: *coincides*
 * is not *caused*, *names no source* is not *stole*.
 */
import type {
  AlertAction,
  AlertState,
  CloseReason,
  Finding,
  FindingCode,
  MeasureKind,
  Severity,
} from '../domain/alerts.ts';
import type { Verdict } from '../domain/checks.ts';
import type { PresenceUnit } from '../domain/reading.ts';
import { SPANISH_UNITS } from '../domain/spanish-words.ts';
import type { Worded } from '../domain/worded.ts';
import { VERDICT_WORDS } from './judgement-wording.ts';
import { UNIT_WORDS } from './reading-wording.ts';
import { SPANISH_VERDICTS } from './spanish-words.ts';

export type WordingLanguage = keyof Worded;

type Figures = Finding['figures'];
type Sentence = (figures: Figures) => string;

/** One of two forms, after a number. */
const n = (value: string | number | undefined, one: string, many: string): string =>
  `${value ?? 0} ${Number(value) === 1 ? one : many}`;

/** The words for a verdict, or what stands there where it is none of ours. */
function verdictOf({ verdict }: Figures, words: Readonly<Record<Verdict, string>>): string {
  return words[verdict as Verdict] ?? String(verdict ?? '');
}

function unitOf({ unit }: Figures, words: Readonly<Record<PresenceUnit, string>>): string {
  return words[unit as PresenceUnit] ?? String(unit ?? '');
}

/** Spanish joins the preposition with the article: `del embajador`, `de la canciller`. */
const ofWhom = (name: string): string =>
  name.startsWith('el ') ? `del ${name.slice(3)}` : `de ${name}`;

const FINDINGS: Readonly<Record<FindingCode, Readonly<Record<WordingLanguage, Sentence>>>> = {
  'state-outlet-earliest': {
    en: (f) =>
      `The earliest seen is ${f['outlet']}, which is stated to be an outlet of the state ${f['state']}.`,
    es: (f) =>
      `Lo más temprano que se ha visto es de ${f['outlet']}, que consta como medio del Estado ${f['state']}.`,
  },
  'picked-up-unattributed': {
    en: (f) =>
      `${n(f['publishers'], 'publisher', 'publishers')} of the host carried it within ${n(f['days'], 'day', 'days')} and named no source for it.`,
    es: (f) =>
      `${n(f['publishers'], 'medio', 'medios')} del país anfitrión lo llevaron en ${n(f['days'], 'día', 'días')} sin nombrar la fuente.`,
  },
  'claim-debunked': {
    en: (f) => `${f['checker']} checked the claim before: ${verdictOf(f, VERDICT_WORDS)}.`,
    es: (f) => `${f['checker']} verificó antes la afirmación: ${verdictOf(f, SPANISH_VERDICTS)}.`,
  },
  'repeated-after': {
    en: (f) =>
      `${n(f['publishers'], 'publisher', 'publishers')} repeated it after that without doubting it, the first at least ${n(f['days'], 'day', 'days')} later.`,
    es: (f) =>
      `${n(f['publishers'], 'medio la repitió', 'medios la repitieron')} después sin ponerla en duda; el primero, al menos ${n(f['days'], 'día', 'días')} más tarde.`,
  },
  'one-utterance': {
    en: (f) => `All of it goes back to one thing said by ${named(f)}.`,
    es: (f) => `Todo remite a una sola declaración ${ofWhom(named(f))}.`,
  },
  'carried-by': {
    en: (f) =>
      `At least ${n(f['publishers'], 'publisher', 'publishers')} carried it, in ${n(f['articles'], 'article', 'articles')}.`,
    es: (f) =>
      `Lo llevaron al menos ${n(f['publishers'], 'medio', 'medios')}, en ${n(f['articles'], 'artículo', 'artículos')}.`,
  },
  'uttered-before': {
    en: (f) =>
      `What ${f['outlet']} brings was said or printed at least ${n(f['days'], 'day', 'days')} before.`,
    es: (f) =>
      `Lo que trae ${f['outlet']} se dijo o se publicó al menos ${n(f['days'], 'día', 'días')} antes.`,
  },
  'role-not-held': {
    en: (f) => `${f['outlet']} gives the speaker a role that was not held any more.`,
    es: (f) => `${f['outlet']} atribuye a quien habla un cargo que ya no ocupaba.`,
  },
  'above-expected': {
    en: (f) =>
      `On ${f['readings']} of ${n(f['of'], 'reading', 'readings')} the presence is above what one would expect.`,
    es: (f) =>
      `En ${f['readings']} de ${n(f['of'], 'lectura', 'lecturas')} la presencia supera lo que cabría esperar.`,
  },
  'rising-step': {
    en: (f) => `It rose from ${f['from']} to ${f['to']}, more than chance.`,
    es: (f) => `Subió de ${f['from']} a ${f['to']}, más que por azar.`,
  },
  'expelled-elsewhere': {
    en: (f) =>
      `At least ${n(f['people'], 'person was', 'people were')} expelled from ${n(f['places'], 'other state', 'other states')} (unit: ${unitOf(f, UNIT_WORDS)}).`,
    es: (f) =>
      `Al menos ${n(f['people'], 'persona fue expulsada', 'personas fueron expulsadas')} de ${n(f['places'], 'otro Estado', 'otros Estados')} (unidad: ${unitOf(f, SPANISH_UNITS)}).`,
  },
  'grew-here': {
    en: (f) =>
      `It coincides with growth by at least ${f['people']} in ${f['host']} (unit: ${unitOf(f, UNIT_WORDS)}). That is no proof of a move.`,
    es: (f) =>
      `Coincide con un aumento de al menos ${f['people']} en ${f['host']} (unidad: ${unitOf(f, SPANISH_UNITS)}). No prueba un traslado.`,
  },
  'warnings-now': {
    en: (f) =>
      `${n(f['warnings'], 'article', 'articles')} with an official warning in ${n(f['days'], 'day', 'days')}.`,
    es: (f) =>
      `${n(f['warnings'], 'artículo', 'artículos')} con una advertencia oficial en ${n(f['days'], 'día', 'días')}.`,
  },
  'usual-before': {
    en: (f) => `Before, ${f['usual']} would have been usual.`,
    es: (f) => `Antes, lo habitual habría sido ${f['usual']}.`,
  },
  'quiet-since': {
    en: (f) => `${f['outlet']} has named nothing new since ${f['day']}.`,
    es: (f) => `${f['outlet']} no ha publicado nada nuevo desde el ${f['day']}.`,
  },
  'usual-gap': {
    en: (f) => `For 95 % of the time its gaps were no longer than ${n(f['days'], 'day', 'days')}.`,
    es: (f) => `El 95 % del tiempo sus pausas no pasaron de ${n(f['days'], 'día', 'días')}.`,
  },
  'articles-now': {
    en: (f) => `${n(f['articles'], 'article', 'articles')} on ${f['day']}.`,
    es: (f) => `${n(f['articles'], 'artículo', 'artículos')} el ${f['day']}.`,
  },
  'some-attribute': {
    en: (f) =>
      `${n(f['publishers'], 'other publisher names', 'other publishers name')} where it comes from.`,
    es: (f) => `${n(f['publishers'], 'otro medio nombra', 'otros medios nombran')} de dónde viene.`,
  },
  'order-open': {
    en: (f) =>
      `It is not established that ${f['outlet']} was first: another house may have been earlier.`,
    es: (f) =>
      `No está establecido que ${f['outlet']} fuera el primero: otra casa pudo adelantarse.`,
  },
  'some-debunk': {
    en: (f) => `${n(f['articles'], 'article doubts or rebuts', 'articles doubt or rebut')} it.`,
    es: (f) =>
      `${n(f['articles'], 'artículo la pone', 'artículos la ponen')} en duda o la ${Number(f['articles']) === 1 ? 'refuta' : 'refutan'}.`,
  },
  'check-uncertain': {
    en: (f) => `That the check is of the same claim is sure to ${f['percent']} % only.`,
    es: (f) =>
      `Que la verificación trate de la misma afirmación es seguro solo al ${f['percent']} %.`,
  },
  'further-utterance-possible': {
    en: (f) => `There may be up to ${n(f['utterances'], 'utterance', 'utterances')} behind it.`,
    es: (f) => `Puede haber detrás hasta ${n(f['utterances'], 'declaración', 'declaraciones')}.`,
  },
  'age-uncertain': {
    en: (f) => `Its age is known in bounds only: ${bounds(f, 'or more')} days.`,
    es: (f) => `Su antigüedad solo se conoce entre límites: ${bounds(f, 'o más')} días.`,
  },
  'expectation-divided': {
    en: (f) =>
      `On ${n(f['readings'], 'reading', 'readings')} the answer hangs on what is taken into account.`,
    es: (f) =>
      `En ${n(f['readings'], 'lectura', 'lecturas')} la respuesta depende de qué se tenga en cuenta.`,
  },
  'unit-unverified': {
    en: () => 'Unit or scope of a figure is not stated: both ends may count different things.',
    es: () =>
      'No consta la unidad o el alcance de alguna cifra: los extremos pueden contar cosas distintas.',
  },
  'unobserved-share': {
    en: (f) => `For at least ${f['percent']} % of those expelled no growth elsewhere is on record.`,
    es: (f) =>
      `Para al menos el ${f['percent']} % de los expulsados no consta aumento en otro lugar.`,
  },
  'few-readings': {
    en: (f) => `It rests on ${n(f['readings'], 'reading', 'readings')}.`,
    es: (f) => `Se apoya en ${n(f['readings'], 'lectura', 'lecturas')}.`,
  },
  'short-baseline': {
    en: (f) => `What is usual is known from ${f['days']} of ${n(f['of'], 'day', 'days')} only.`,
    es: (f) => `Lo habitual se conoce solo por ${f['days']} de ${n(f['of'], 'día', 'días')}.`,
  },
  'one-story': {
    en: (f) =>
      `${n(f['articles'], 'of them belongs', 'of them belong')} to one cascade: it may be one story.`,
    es: (f) =>
      `${n(f['articles'], 'de ellos pertenece', 'de ellos pertenecen')} a una sola cascada: puede ser una única noticia.`,
  },
  'source-answers': {
    en: (f) =>
      `${f['outlet']} still answers when it is asked: it may have nothing new, or have moved.`,
    es: (f) =>
      `${f['outlet']} sigue respondiendo cuando se le consulta: quizá no tenga nada nuevo o se haya mudado.`,
  },
};

function named(figures: Figures): string {
  const { speaker, office } = figures;
  return office === undefined || office === '' ? String(speaker) : `${speaker} (${office})`;
}

function bounds({ least, most }: Figures, more: string): string {
  return most === '' || most === undefined ? `${least} ${more}` : `${least}–${most}`;
}

/** The sentence of one finding. What it names is foreign text and stays as it is. */
export function findingWords(
  { code, figures }: Pick<Finding, 'code' | 'figures'>,
  language: WordingLanguage,
): string {
  return FINDINGS[code][language](figures);
}

const MEASURES: Readonly<
  Record<MeasureKind, Readonly<Record<WordingLanguage, (value: string, one: boolean) => string>>>
> = {
  'state-pickup': {
    en: (v, one) => `${v} ${one ? 'publisher' : 'publishers'} without a source named`,
    es: (v, one) => `${v} ${one ? 'medio' : 'medios'} sin nombrar la fuente`,
  },
  'debunked-repeat': {
    en: (v, one) => `${v} ${one ? 'publisher' : 'publishers'} after the check`,
    es: (v, one) => `${v} ${one ? 'medio' : 'medios'} tras la verificación`,
  },
  'lone-utterance': {
    en: (v, one) => `${v} ${one ? 'publisher' : 'publishers'}, one utterance`,
    es: (v, one) => `${v} ${one ? 'medio' : 'medios'}, una declaración`,
  },
  'recycled-statement': {
    en: (v, one) => `${v} ${one ? 'day' : 'days'} old at least`,
    es: (v, one) => `al menos ${v} ${one ? 'día' : 'días'} de antigüedad`,
  },
  'presence-above': {
    en: (v, one) => `${v} ${one ? 'reading' : 'readings'} above the expected, and rising`,
    es: (v, one) => `${v} ${one ? 'lectura' : 'lecturas'} por encima de lo esperado, y en alza`,
  },
  displacement: {
    en: (v, one) => `at least ${v} ${one ? 'person' : 'people'} coinciding`,
    es: (v, one) => `al menos ${v} ${one ? 'persona' : 'personas'} en coincidencia`,
  },
  'official-warnings': {
    en: (v, one) => `${v} ${one ? 'warning' : 'warnings'} more than usual, at least`,
    es: (v, one) => `al menos ${v} ${one ? 'advertencia' : 'advertencias'} más de lo habitual`,
  },
  'source-silent': {
    en: (v) => `${v} times its usual gap`,
    es: (v) => `${v} veces su pausa habitual`,
  },
  burst: {
    en: (v) => `${v} robust standard deviations above the usual`,
    es: (v) => `${v} desviaciones típicas robustas sobre lo habitual`,
  },
};

/** A value in the measure's unit: `3 publishers without a source named`. */
export function measureWords(
  measure: MeasureKind,
  value: number,
  language: WordingLanguage,
): string {
  const shown = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
  return MEASURES[measure][language](shown, value === 1);
}

const SEVERITY: Readonly<Record<Severity, Worded>> = {
  low: { en: 'low', es: 'baja' },
  medium: { en: 'medium', es: 'media' },
  high: { en: 'high', es: 'alta' },
};
const STATE: Readonly<Record<AlertState, Worded>> = {
  new: { en: 'new', es: 'nueva' },
  acknowledged: { en: 'acknowledged', es: 'vista' },
  assigned: { en: 'assigned', es: 'asignada' },
  closed: { en: 'closed', es: 'cerrada' },
};
const ACTION: Readonly<Record<AlertAction, Worded>> = {
  raised: { en: 'raised', es: 'levantada' },
  measured: { en: 'measured again', es: 'medida de nuevo' },
  acknowledged: { en: 'acknowledged', es: 'vista' },
  assigned: { en: 'assigned', es: 'asignada' },
  closed: { en: 'closed', es: 'cerrada' },
  reopened: { en: 'reopened', es: 'reabierta' },
  noted: { en: 'noted', es: 'anotada' },
};
const REASON: Readonly<Record<CloseReason, Worded>> = {
  explained: { en: 'explained otherwise', es: 'tiene otra explicación' },
  'not-confirmed': { en: 'not confirmed', es: 'no se confirmó' },
  'acted-on': { en: 'acted on', es: 'se actuó' },
  error: { en: 'an error of reading or measuring', es: 'error de lectura o de medida' },
  subsided: { en: 'it subsided', es: 'remitió' },
};

export const severityWords = (severity: Severity, language: WordingLanguage): string =>
  SEVERITY[severity][language];

export const stateWords = (state: AlertState, language: WordingLanguage): string =>
  STATE[state][language];

export const actionWords = (action: AlertAction, language: WordingLanguage): string =>
  ACTION[action][language];

export const reasonWords = (reason: CloseReason, language: WordingLanguage): string =>
  REASON[reason][language];
