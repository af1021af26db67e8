/** Spanish noun phrases by tags: determiner, nouns, names, "de …"; no place and no time behind them. */
import { quoteOpening, type Range, type Scene } from './scene.ts';

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'X', 'SYM']);
const TIMES: ReadonlySet<string> = new Set(
  (
    'lunes martes miércoles jueves viernes sábado domingo ayer hoy anoche mañana semana mes año día tarde noche madrugada ' +
    'mediodía víspera enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre momento hora horas meses semanas años días noches minutos'
  ).split(' '),
);
/** What an office may stand with: "embajador en Bolivia", "secretario para Asuntos Públicos". */
const OF_OFFICE: ReadonlySet<string> = new Set(['en', 'para', 'ante']);
/** No phrase is longer. */
const MOST_TOKENS = 30;

/** Whether a word dates rather than names. */
export function isTime(word: string | undefined): boolean {
  return word !== undefined && TIMES.has(word);
}

/** The phrase that begins at `at`; absent where none does, or where it is a time. */
export function spanishPhraseAt(scene: Scene, at: number, last: number): Range | undefined {
  const { document, words } = scene;
  const { tags } = document;
  const most = Math.min(last, at + MOST_TOKENS);
  if (tags[at] === 'PRON')
    return at < last && !isRelative(words[at]!) ? { first: at, last: at + 1 } : undefined;
  let end = at;
  let nouns = 0;
  while (end < most) {
    const isInside =
      scene.quoteAt[end] === scene.quoteAt[at] && quoteOpening(scene, end) === undefined;
    const quote = isInside ? undefined : scene.quotes[scene.quoteAt[end]!];
    if (quote !== undefined && !quote.isSpeech && quote.first === end) {
      end = quote.last;
      nouns++;
    } else if (tags[end] === 'NUM' && tags[end - 1] === 'PROPN' && tags[end + 1] === 'NOUN') {
      // "a la agencia Delta tres diplomáticos": another phrase.
      break;
    } else if (quote === undefined && (NOMINAL.has(tags[end]!) || isInName(scene, end, at))) {
      if (tags[end] === 'NOUN' || tags[end] === 'PROPN') nouns++;
      end++;
    } else if (tags[end] === 'DET' && (end === at || tags[end - 1] === 'DET')) {
      end++;
    } else {
      const behind = linked(scene, end, nouns, most);
      if (behind === undefined) break;
      end = behind;
    }
  }
  if (nouns === 0 || isTimePhrase(scene, at, end)) return undefined;
  return { first: at, last: end };
}

/** "El" in "la revista El Candil", "Al" in "Rashid Al Maktari". */
function isInName({ document }: Scene, at: number, first: number): boolean {
  const { tokens } = document;
  return (
    at > first &&
    tokens[at]!.capital &&
    tokens[at]!.kind === 'word' &&
    tokens[at + 1]?.capital === true
  );
}

/** Behind "de", "y" or the preposition of an office, where a noun follows; else absent. */
function linked(scene: Scene, at: number, nouns: number, last: number): number | undefined {
  const { document, words } = scene;
  const { tags } = document;
  const word = words[at];
  if (nouns === 0) return undefined;
  let next = at + 1;
  const isOf = word === 'de' || word === 'del';
  const isAnd = (word === 'y' || word === 'e') && tags[at] === 'CCONJ';
  const isOffice = OF_OFFICE.has(word ?? '') && tags[at - 1] !== 'DET';
  if (!isOf && !isAnd && !isOffice) return undefined;
  while (next < last && tags[next] === 'DET') next++;
  if (next >= last || isTime(words[next])) return undefined;
  if (tags[next] === 'PROPN' || (tags[next] === 'NUM' && isOf)) return next + 1;
  const isNoun = tags[next] === 'NOUN' || tags[next] === 'ADJ';
  return isNoun && !isOffice && !isFollowedByVerb(scene, next, isAnd) ? next + 1 : undefined;
}

/** "… y el ministro dijo": the noun behind "y" has a verb of its own. */
function isFollowedByVerb({ finite }: Scene, at: number, isAnd: boolean): boolean {
  return isAnd && finite[at + 1] === 1;
}

function isTimePhrase({ words, document }: Scene, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    if (isTime(words[at])) return true;
    if (document.tags[at] === 'NOUN' || document.tags[at] === 'PROPN') return false;
  }
  return false;
}

export function isRelative(word: string): boolean {
  return (
    word === 'que' ||
    word === 'quien' ||
    word === 'quienes' ||
    word === 'cual' ||
    word === 'cuales' ||
    word === 'se' ||
    word === 'lo'
  );
}
