/** The wires that a cascade's members credit: a sentence each, with every credit's words behind it. */
import type { CascadeView, WireCreditView, WireView } from '../domain/views.ts';
import { memberAnchors } from './anchors.ts';
import { memberLink } from './echo-table.ts';
import { foreign, html, joined, type Markup } from './markup.ts';
import { type PassageLinks, placeMarkup } from './place.ts';
import { strengthWords, wireWords } from './wording.ts';

/** One line a wire that opens on the credits; undefined where members credit none. */
export function wiresMarkup(
  cascade: CascadeView,
  anchor: string,
  linkOf?: PassageLinks,
): Markup | undefined {
  if (cascade.wires.length === 0) return undefined;
  const rowOf = memberAnchors(cascade, anchor);
  return html`${cascade.wires.map((wire) => wireMarkup(wire, cascade, rowOf, linkOf))}`;
}

type Rows = ReturnType<typeof memberAnchors>;

function wireMarkup(
  wire: WireView,
  cascade: CascadeView,
  rowOf: Rows,
  linkOf?: PassageLinks,
): Markup {
  const { lead, rest } = wireWords(wire);
  const languages = new Map(cascade.echoes.map((e) => [e.article.id, e.article.language]));
  const credits = wire.credits.map(
    (credit) =>
      html`<li>${memberLink(credit, rowOf)}: ${creditWords(credit, languages.get(credit.article) ?? 'und', linkOf)}</li>`,
  );
  const own = wire.own.map((member) => memberLink(member, rowOf));
  const itself = own.length === 0 ? undefined : html`<li>Its own: ${joined(own, ', ')}</li>`;
  return html`<details class="wires"><summary>${lead} <b>${foreign(wire.name)}</b>${rest}.${earliestMarkup(wire, cascade)}</summary><ul class="changes">${itself}${credits}</ul></details>`;
}

function earliestMarkup(wire: WireView, cascade: CascadeView): Markup | undefined {
  const { earliestCredits } = wire;
  if (earliestCredits.length === 0) return undefined;
  const named = joined(
    earliestCredits.map(({ outlet }) => foreign(outlet)),
    ', ',
  );
  if (cascade.order === 'established') return html` The earliest seen here, ${named}, credits it.`;
  return html` Of those that may be the earliest, it is credited by ${named}.`;
}

function creditWords(credit: WireCreditView, language: string, linkOf?: PassageLinks): Markup {
  const { place, before, text, after } = credit;
  const words = html`${before}<b>${text}</b>${after}`;
  const quote = html`<span class="quote">“${foreign(words, place.kind === 'text' ? language : 'und')}”</span>`;
  if (place.kind !== 'text') return html`${strengthWords(credit)} ${quote}`;
  return html`${strengthWords(credit)} ${placeMarkup(place.span, credit.article, linkOf)} ${quote}`;
}
