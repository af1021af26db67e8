/** A cascade in one plain paragraph, computed from its data and no stronger than they are. */
import { COPY_TYPES } from '../domain/trace.ts';
import type { ArticleView, CascadeView } from '../domain/views.ts';
import { foreign, html, joined, type Markup } from './markup.ts';
import { durationWords, momentWords } from './moments.ts';
import { counted, figure, listed } from './wording.ts';

/** Outlets named in one sentence before the rest are counted. */
const NAMED = 6;

/** The sentences of one cascade, in reading order. */
export function cascadeSummary(cascade: CascadeView): Markup {
  const sentences = [
    orderSentence(cascade),
    extentSentence(cascade),
    typesSentence(cascade),
    creditSentence(cascade),
    undatedSentence(cascade),
  ];
  return html`<p class="summary">${joined(
    sentences.filter((sentence) => sentence !== undefined),
    ' ',
  )}</p>`;
}

function orderSentence({ order, earliest }: CascadeView): Markup {
  if (order === 'undated' || earliest.length === 0) {
    return html`No article here carries a readable date, so none is called the earliest.`;
  }
  const first = earliest[0]!;
  if (order === 'established' && earliest.length === 1) {
    return html`Earliest seen: <b>${foreign(first.outlet)}</b>, ${whenWords(first)}.`;
  }
  const named = earliest
    .slice(0, NAMED)
    .map((article) => html`<b>${foreign(article.outlet)}</b> (${whenWords(article)})`);
  const more = earliest.length - named.length;
  const rest = more > 0 ? html` and ${counted(more, 'more article')}` : undefined;
  return html`Order not established between ${joined(named, ', ')}${rest}: the bounds of their dates touch.`;
}

function whenWords({ published }: ArticleView): string {
  const { main, note } = momentWords(published);
  return note === undefined ? main : `${main} (${note})`;
}

function extentSentence({ articles, reach, spreadMs, languages }: CascadeView): Markup {
  const spread = spreadMs > 0 ? ` over ${durationWords(spreadMs)}` : '';
  const tongues = languages.filter((language) => language !== 'und');
  const spoken =
    tongues.length > 1
      ? html`, in ${counted(tongues.length, 'language')} (${foreign(tongues.join(', '))})`
      : undefined;
  return html`${counted(articles, 'article')} of ${counted(reach, 'publisher')} carry it${spread}${spoken}.`;
}

function typesSentence({ echoes }: CascadeView): Markup | undefined {
  const parts = COPY_TYPES.flatMap((copyType) => {
    const n = echoes.filter((echo) => echo.copyType === copyType).length;
    return n > 0 ? [`${figure(n)} ${copyType}`] : [];
  });
  const untyped = echoes.filter((e) => e.role === 'echo' && e.copyType === undefined).length;
  if (untyped > 0) parts.push(`${figure(untyped)} of a type not known`);
  return parts.length > 0 ? html`Among the echoes: ${listed(parts)}.` : undefined;
}

function creditSentence({ droppedCredits, echoes }: CascadeView): Markup | undefined {
  const kept = echoes.filter((echo) => echo.role !== 'earliest' && echo.credit === 'kept').length;
  if (droppedCredits === 0 && kept === 0) return undefined;
  const parts: string[] = [];
  if (kept > 0) parts.push(`${counted(kept, 'echo', 'echoes')} name where the text came from`);
  if (droppedCredits > 0) {
    parts.push(`in ${counted(droppedCredits, 'echo', 'echoes')} no such words were found`);
  }
  const text = parts.join('; ');
  return html`Credit: ${kept === 1 ? text.replace('name where', 'names where') : text}.`;
}

function undatedSentence({ order, echoes }: CascadeView): Markup | undefined {
  const undated = echoes.filter((echo) => echo.role === 'undated').length;
  if (undated === 0 || order === 'undated') return undefined;
  return html`${counted(undated, 'article')} without a readable date ${undated === 1 ? 'stands' : 'stand'} aside.`;
}
