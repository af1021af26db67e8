/** The wires that a cascade's members credit: a sentence each, with every credit's words behind it. */
import type { CascadeView, WireCreditView, WireView } from '../domain/views.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { memberAnchors } from './anchors.ts';
import { memberLink } from './echo-table.ts';
import { foreign, html, joined, type Markup } from './markup.ts';
import { placeMarkup, quoted, type Shown } from './place.ts';
import { strengthWords, wireWords } from './wording.ts';

/** One line a wire that opens on the credits; undefined where members credit none. */
export function wiresMarkup(
  cascade: CascadeView,
  anchor: string,
  shown: Shown = {},
): Markup | undefined {
  if (cascade.wires.length === 0) return undefined;
  const rowOf = memberAnchors(cascade, anchor);
  return html`${cascade.wires.map((wire) => wireMarkup(wire, cascade, rowOf, shown))}`;
}

type Rows = ReturnType<typeof memberAnchors>;

function wireMarkup(wire: WireView, cascade: CascadeView, rowOf: Rows, shown: Shown): Markup {
  const { language = 'en' } = shown;
  const { lead, rest } = wireWords(wire, language);
  const languages = new Map(cascade.echoes.map((e) => [e.article.id, e.article.language]));
  const credits = wire.credits.map(
    (credit) =>
      html`<li>${memberLink(credit, rowOf)}: ${creditWords(credit, languages.get(credit.article) ?? 'und', shown)}</li>`,
  );
  const own = wire.own.map((member) => memberLink(member, rowOf));
  const itself =
    own.length === 0 ? undefined : html`<li>${WORDS[language].own}: ${joined(own, ', ')}</li>`;
  return html`<details class="wires"><summary>${lead} <b>${foreign(wire.name)}</b>${rest}.${earliestMarkup(wire, cascade, language)}</summary><ul class="changes">${itself}${credits}</ul></details>`;
}

function earliestMarkup(
  { earliestCredits }: WireView,
  cascade: CascadeView,
  language: WordingLanguage,
): Markup | undefined {
  if (earliestCredits.length === 0) return undefined;
  const named = joined(
    earliestCredits.map(({ outlet }) => foreign(outlet)),
    ', ',
  );
  const { established, open } = WORDS[language];
  return html` ${cascade.order === 'established' ? established(named) : open(named)}`;
}

function creditWords(credit: WireCreditView, written: string, shown: Shown): Markup {
  const { language = 'en' } = shown;
  const { place, before, text, after } = credit;
  const words = html`${before}<b>${text}</b>${after}`;
  const isOfText = place.kind === 'text';
  const quotation = quoted(foreign(words, isOfText ? written : 'und', language), language);
  const quote = html`<span class="quote">${quotation}</span>`;
  const strength = strengthWords(credit, language);
  if (!isOfText) return html`${strength} ${quote}`;
  return html`${strength} ${placeMarkup(place.span, credit.article, shown)} ${quote}`;
}

interface Wording {
  readonly own: string;
  readonly established: (named: Markup) => Markup;
  readonly open: (named: Markup) => Markup;
}

const WORDS: Readonly<Record<WordingLanguage, Wording>> = {
  en: {
    own: 'Its own',
    established: (named) => html`The earliest seen here, ${named}, credits it.`,
    open: (named) => html`Of those that may be the earliest, it is credited by ${named}.`,
  },
  es: {
    own: 'De la propia agencia',
    established: (named) =>
      html`La más antigua vista aquí, ${named}, cita como fuente a esta agencia.`,
    open: (named) =>
      html`De las que pueden ser la más antigua, citan como fuente a esta agencia: ${named}.`,
  },
};
