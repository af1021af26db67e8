/** A cascade in one plain paragraph, computed from its data and no stronger than they are. */
import { COPY_TYPES, type CopyType } from '../domain/trace.ts';
import type { ArticleView, CascadeView } from '../domain/views.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { foreign, html, joined, type Markup } from './markup.ts';
import { durationWords, momentWords } from './moments.ts';
import { SPANISH_COPIES, SPANISH_COPY_TYPES } from './spanish-words.ts';
import { counted, figure, listed } from './wording.ts';

/** Outlets named in one sentence before the rest are counted. */
const NAMED = 6;

/** The sentences of one cascade, in reading order, worded in the language. */
export function cascadeSummary(cascade: CascadeView, language: WordingLanguage = 'en'): Markup {
  const sentences = [
    orderSentence(cascade, language),
    extentSentence(cascade, language),
    typesSentence(cascade, language),
    creditSentence(cascade, language),
    undatedSentence(cascade, language),
  ];
  return html`<p class="summary">${joined(
    sentences.filter((sentence) => sentence !== undefined),
    ' ',
  )}</p>`;
}

function orderSentence({ order, earliest }: CascadeView, language: WordingLanguage): Markup {
  const words = WORDS[language];
  if (order === 'undated' || earliest.length === 0) return html`${words.undated}`;
  const first = earliest[0]!;
  if (order === 'established' && earliest.length === 1) {
    return html`${words.earliest}: <b>${foreign(first.outlet)}</b>, ${whenWords(first, language)}.`;
  }
  const named = earliest
    .slice(0, NAMED)
    .map((article) => html`<b>${foreign(article.outlet)}</b> (${whenWords(article, language)})`);
  const more = earliest.length - named.length;
  const rest = more > 0 ? words.moreArticles(more) : undefined;
  return html`${words.openBetween} ${joined(named, ', ')}${rest}: ${words.boundsTouch}`;
}

function whenWords({ published }: ArticleView, language: WordingLanguage): string {
  const { main, note } = momentWords(published, language);
  return note === undefined ? main : `${main} (${note})`;
}

function extentSentence(
  { articles, reach, spreadMs, languages }: CascadeView,
  language: WordingLanguage,
): Markup {
  const words = WORDS[language];
  const spread = spreadMs > 0 ? words.over(durationWords(spreadMs, 'near', language)) : '';
  const tongues = languages.filter((tongue) => tongue !== 'und');
  const spoken =
    tongues.length > 1
      ? html`, ${words.inLanguages(tongues.length)} (${foreign(tongues.join(', '))})`
      : undefined;
  return html`${words.carry(articles, reach)}${spread}${spoken}.`;
}

function typesSentence({ echoes }: CascadeView, language: WordingLanguage): Markup | undefined {
  const words = WORDS[language];
  const parts = COPY_TYPES.flatMap((copyType) => {
    const n = echoes.filter((echo) => echo.copyType === copyType).length;
    return n > 0 ? [words.copies(n, copyType)] : [];
  });
  const untyped = echoes.filter((e) => e.role === 'echo' && e.copyType === undefined).length;
  if (untyped > 0) parts.push(words.untyped(untyped));
  return parts.length > 0 ? html`${words.among}: ${listed(parts, language)}.` : undefined;
}

function creditSentence(
  { droppedCredits, echoes }: CascadeView,
  language: WordingLanguage,
): Markup | undefined {
  const words = WORDS[language];
  const kept = echoes.filter((echo) => echo.role !== 'earliest' && echo.credit === 'kept').length;
  if (droppedCredits === 0 && kept === 0) return undefined;
  const parts: string[] = [];
  if (kept > 0) parts.push(words.kept(kept));
  if (droppedCredits > 0) parts.push(words.dropped(droppedCredits));
  return html`${words.credit}: ${parts.join('; ')}.`;
}

function undatedSentence(
  { order, echoes }: CascadeView,
  language: WordingLanguage,
): Markup | undefined {
  const undated = echoes.filter((echo) => echo.role === 'undated').length;
  if (undated === 0 || order === 'undated') return undefined;
  return html`${WORDS[language].aside(undated)}`;
}

interface Wording {
  readonly undated: string;
  readonly earliest: string;
  readonly openBetween: string;
  readonly moreArticles: (n: number) => string;
  readonly boundsTouch: string;
  readonly carry: (articles: number, reach: number) => string;
  readonly over: (length: string) => string;
  readonly inLanguages: (n: number) => string;
  readonly among: string;
  readonly copies: (n: number, copyType: CopyType) => string;
  readonly untyped: (n: number) => string;
  readonly credit: string;
  readonly kept: (n: number) => string;
  readonly dropped: (n: number) => string;
  readonly aside: (n: number) => string;
}

const WORDS: Readonly<Record<WordingLanguage, Wording>> = {
  en: {
    undated: 'No article here carries a readable date, so none is called the earliest.',
    earliest: 'Earliest seen',
    openBetween: 'Order not established between',
    moreArticles: (n) => ` and ${counted(n, 'more article')}`,
    boundsTouch: 'the bounds of their dates touch.',
    carry: (articles, reach) =>
      `${counted(articles, 'article')} of ${counted(reach, 'publisher')} carry it`,
    over: (length) => ` over ${length}`,
    inLanguages: (n) => `in ${counted(n, 'language')}`,
    among: 'Among the echoes',
    copies: (n, copyType) => `${figure(n)} ${copyType}`,
    untyped: (n) => `${figure(n)} of a type not known`,
    credit: 'Credit',
    kept: (n) =>
      `${counted(n, 'echo', 'echoes')} ${n === 1 ? 'names' : 'name'} where the text came from`,
    dropped: (n) => `in ${counted(n, 'echo', 'echoes')} no such words were found`,
    aside: (n) =>
      `${counted(n, 'article')} without a readable date ${n === 1 ? 'stands' : 'stand'} aside.`,
  },
  es: {
    undated:
      'Ningún artículo lleva aquí una fecha legible, así que de ninguno se dice que sea el más antiguo.',
    earliest: 'La más antigua vista',
    openBetween: 'Orden no establecido entre',
    moreArticles: (n) => ` y ${counted(n, 'artículo más', 'artículos más', 'es')}`,
    boundsTouch: 'los límites de sus fechas se tocan.',
    carry: (articles, reach) =>
      `Lo ${articles === 1 ? 'lleva' : 'llevan'} ${counted(articles, 'artículo', 'artículos', 'es')} de ${counted(reach, 'medio', 'medios', 'es')}`,
    over: (length) => ` a lo largo de ${length}`,
    inLanguages: (n) => `en ${counted(n, 'idioma', 'idiomas', 'es')}`,
    among: 'Entre los ecos, por tipo de copia',
    copies: (n, type) => counted(n, SPANISH_COPY_TYPES[type], SPANISH_COPIES[type], 'es'),
    untyped: (n) => `${figure(n, 'es')} de tipo desconocido`,
    credit: 'Crédito',
    kept: (n) => `${counted(n, 'eco nombra', 'ecos nombran', 'es')} de dónde vino el texto`,
    dropped: (n) => `en ${counted(n, 'eco', 'ecos', 'es')} no se hallaron tales palabras`,
    aside: (n) =>
      `${counted(n, 'artículo sin fecha legible queda', 'artículos sin fecha legible quedan', 'es')} aparte.`,
  },
};
