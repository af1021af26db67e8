/** What was read in an article, as lists: each item with its passage, its parts and the way to them. */
import type { QuotedView } from '../domain/excerpts.ts';
import type {
  CountView,
  EventView,
  PartyView,
  PositionView,
  ReadingView,
  StatementView,
} from '../domain/reading-views.ts';
import type { Span } from '../domain/span.ts';
import { html, joined, type Markup, type Slot } from '../export/markup.ts';
import { itemId, itemName } from './article-marks.ts';
import { theirs } from './foreign.ts';
import type { ConsoleLanguage } from './page.ts';
import { WORDS } from './words/article.ts';
import { figure } from './words/figures.ts';
import { READING_TERMS } from './words/reading.ts';

/** Items listed of a kind; the others are counted. */
const MOST_ITEMS = 200;

/** In what an item stands: the console's language, the article's, and which reading it is of. */
export interface ItemPlace {
  readonly language: ConsoleLanguage;
  readonly textLanguage: string;
  readonly reader: number;
  /** Where a passage of the text stands, in this page or in one that shows that part of the text. */
  readonly linkOf: (span: Span) => string;
}

export function readingLists(reading: ReadingView, place: ItemPlace): Markup {
  const words = WORDS[place.language];
  const { statements, events, counts, positions, staleness } = reading;
  const parts = [
    list(words.statements, statements, place, statementItem),
    list(words.events, events, place, eventItem),
    list(words.counts, counts, place, countItem),
    list(words.positions, positions, place, positionItem),
    list(words.stale, staleness, place, (cue) => {
      const kind = READING_TERMS[place.language].staleness[cue.kind];
      return html`<li>${kind}: ${quote({ ...cue, hiddenWords: 0 }, place)}</li>`;
    }),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? html`<p>${words.nothingRead}</p>` : html`${parts}`;
}

function list<T>(
  title: string,
  items: readonly T[],
  place: ItemPlace,
  draw: (item: T, at: number, place: ItemPlace) => Markup,
): Markup | undefined {
  if (items.length === 0) return undefined;
  const more = items.length - MOST_ITEMS;
  const rest =
    more > 0
      ? html`<p class="dim">${WORDS[place.language].more(figure(more, place.language))}</p>`
      : undefined;
  return html`<h3>${title}</h3><ol class="items">${items.slice(0, MOST_ITEMS).map((item, i) => draw(item, i, place))}</ol>${rest}`;
}

function statementItem(item: StatementView, at: number, place: ItemPlace): Markup {
  const { language, reader } = place;
  const words = WORDS[language];
  const terms = READING_TERMS[language];
  const { source, role, cue, content, mode, venue, uttered, via, within } = item;
  const who =
    source === undefined
      ? words.unstated
      : html`${inText(source.span, source.text, place)}${source.name === undefined || source.name === source.text ? undefined : html` (${theirs(source.name)})`}`;
  return html`<li id="${itemId('statement', reader, at)}"><p>${name('statement', at, place)} ${joined(
    content.map((one) => quote(one, place)),
    ' … ',
  )}</p>${rows([
    [words.speaker, who],
    [
      words.role,
      role &&
        html`${inText(role.span, role.text, place)}${role.former ? ` (${words.former})` : undefined}`,
    ],
    [
      terms.mode[mode],
      cue && html`${inText(cue.span, cue.text, place)}: ${terms.polarity[cue.polarity]}`,
    ],
    [words.venue, venue && inText(venue.span, venue.text, place)],
    [words.when, uttered && html`${inText(uttered.span, uttered.text, place)} (${uttered.value})`],
    [
      words.via,
      via.length === 0
        ? undefined
        : joined(
            via.map((one) => inText(one.span, one.text, place)),
            ' ← ',
          ),
    ],
    [words.within, toldBy(within, place)],
  ])}</li>`;
}

function eventItem(item: EventView, at: number, place: ItemPlace): Markup {
  const { language, reader } = place;
  const words = WORDS[language];
  const terms = READING_TERMS[language];
  const { kind, status, actors, recipients, date, sentence, told } = item;
  return html`<li id="${itemId('event', reader, at)}"><p>${name('event', at, place)} <b>${terms.event[kind]}</b>, ${terms.status[status]}: ${quote({ span: item.span, text: item.text, hiddenWords: 0 }, place)}</p>${rows(
    [
      [words.who, parties(actors, place)],
      [words.whom, parties(recipients, place)],
      [words.place, item.place && inText(item.place.span, item.place.text, place)],
      [words.when, date && html`${inText(date.span, date.text, place)} (${date.value})`],
      [words.told, toldBy(told, place)],
      [words.inText, quote(sentence, place)],
    ],
  )}</li>`;
}

function countItem(item: CountView, at: number, place: ItemPlace): Markup {
  const { language, reader } = place;
  const words = WORDS[language];
  const terms = READING_TERMS[language];
  const { measure, unit, scope, sender, host, asOf, status, quoted, told } = item;
  return html`<li id="${itemId('count', reader, at)}"><p>${name('count', at, place)} <b>${terms.measure[measure]}: ${numberWords(item, language)}</b>, ${terms.unit[unit]}, ${terms.scope[scope]}; ${terms.status[status]}: ${quote(quoted, place)}</p>${rows(
    [
      [words.who, sender && parties([sender], place)],
      [words.whom, host && parties([host], place)],
      [words.asOf, asOf && html`${inText(asOf.span, asOf.text, place)} (${asOf.value})`],
      [words.told, toldBy(told, place)],
    ],
  )}</li>`;
}

function numberWords({ number }: CountView, language: ConsoleLanguage): string {
  const words = WORDS[language];
  if (number === undefined) return words.noNumber;
  const { min, max } = number;
  if (max === null) return `${words.atLeast} ${figure(min, language)}`;
  return min === max ? figure(min, language) : `${figure(min, language)}–${figure(max, language)}`;
}

function positionItem(item: PositionView, at: number, place: ItemPlace): Markup {
  const { stance, holder, towards, quoted, told } = item;
  const { stance: stances } = READING_TERMS[place.language];
  return html`<li id="${itemId('position', place.reader, at)}"><p>${name('position', at, place)} ${parties([holder], place)} <b>${stances[stance]}</b> ${parties([towards], place)}: ${quote(quoted, place)}</p>${rows([[WORDS[place.language].told, toldBy(told, place)]])}</li>`;
}

function name(
  kind: 'statement' | 'event' | 'count' | 'position',
  at: number,
  place: ItemPlace,
): Markup {
  return html`<b class="name n-${kind}">${itemName(kind, at, place.language)}</b>`;
}

function toldBy(at: number | undefined, { reader, language }: ItemPlace): Markup | undefined {
  return at === undefined
    ? undefined
    : html`<a href="#${itemId('statement', reader, at)}">${itemName('statement', at, language)}</a>`;
}

function parties(all: readonly PartyView[], place: ItemPlace): Markup | undefined {
  if (all.length === 0) return undefined;
  const named = all.map(
    ({ span, text, state }) =>
      html`${inText(span, text, place)}${state === undefined ? undefined : html` <span class="dim">${state}</span>`}`,
  );
  return joined(named, ', ');
}

/** Words of the text, leading to where they stand in it. */
function inText(span: Span, text: string, { textLanguage, linkOf }: ItemPlace): Markup {
  return html`<a class="word" href="${linkOf(span)}">${theirs(text, textLanguage)}</a>`;
}

function quote({ span, text, hiddenWords }: QuotedView, place: ItemPlace): Markup {
  const rest = hiddenWords > 0 ? ' …' : '';
  return html`<q class="quote"><a class="word" href="${place.linkOf(span)}">${theirs(text, place.textLanguage)}</a>${rest}</q>`;
}

/** What is known of an item; what is not stated has no row. */
function rows(pairs: readonly (readonly [string, Slot])[]): Markup | undefined {
  const known = pairs.filter(([, value]) => value !== undefined);
  if (known.length === 0) return undefined;
  return html`<dl class="parts">${known.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}
