/** One state in another as markup: charts, and the same in tables and sentences. */
import type {
  EntryView,
  PresenceView,
  SeriesView,
  SizeView,
  SupersededView,
} from '../domain/presence-views.ts';
import type { Days } from '../domain/tenure.ts';
import type { Tie } from '../domain/ties.ts';
import { html, type Markup, outsideLink } from '../export/markup.ts';
import { DAY } from '../export/moments.ts';
import { boundsOfCount } from './charts/counts.ts';
import { type ChartBand, type ChartPoint, seriesChart } from './charts/series-chart.ts';
import { ours, theirs } from './foreign.ts';
import type { ConsoleLanguage } from './page.ts';
import { passageHref } from './passage-link.ts';
import { figure } from './words/figures.ts';
import { stateName, WORDS } from './words/presence.ts';

/** Ties and relations shown. */
const SHOWN = 30;

export function pairBody(view: PresenceView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { sender, host, series, superseded, reconciliations } = view;
  const title = words.pairTitle(stateName(sender, language), stateName(host, language));
  const head = html`<p class="back"><a href="/presence">← ${words.title}</a></p><h1>${title}</h1><p class="standfirst">${words.lead}</p>${words.english === '' ? undefined : html`<p class="dim">${words.english}</p>`}`;
  if (series.length === 0 && superseded.length === 0) {
    return html`${head}<div class="empty"><p>${words.noSeries}</p></div>${tiesSection(view.ties, language)}`;
  }
  return html`${head}${sizeSection(view, language)}<section><h2>${words.like}</h2>${series.map((one) => seriesPart(one, view.size.readings, language))}${reconciliations.map((one) => html`<p>${ours(one)}</p>`)}${supersededPart(superseded, language)}</section>${displacementSection(view, language)}${relationsSection(view, language)}${tiesSection(view.ties, language)}<p class="dim">${words.foot}</p>`;
}

function sizeSection({ size }: PresenceView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const rows = size.readings.map(
    (one) =>
      html`<tr><th scope="row"><a href="#e${one.entry}">${one.count} ${words.units[one.unit]}, ${words.scopes[one.scope]}</a></th><td data-label="${words.verdict}">${words.verdicts[one.verdict]}${one.reason === undefined ? undefined : html` <span class="dim">${ours(one.reason)}</span>`}</td><td data-label="${words.expected}">${one.expected.map((range) => html`<div>${rangeWords(range, language)}</div>`)}</td></tr>`,
  );
  const models = size.fits.map((fit) => {
    const n = (value: number): string => figure(value, language, 2);
    return html`<li>${words.model(words.units[fit.unit], fit.set, n(fit.observations), n(fit.hosts), n(fit.r2), n(fit.leftOutR2), n(fit.leftOutSpearman))}</li>`;
  });
  const cannot = size.cannotSay.map(
    (one) => html`<li>${words.verdicts['cannot-say']}: ${ours(one)}</li>`,
  );
  return html`<section><h2>${words.size}</h2><p class="quote">${ours(size.sentence)}</p>${rows.length === 0 ? undefined : html`<table class="list stack"><thead><tr><th scope="col">${words.reading}</th><th scope="col">${words.verdict}</th><th scope="col">${words.expected}</th></tr></thead><tbody>${rows}</tbody></table>`}<details><summary>${words.models}</summary><ul>${models}${cannot}</ul></details></section>`;
}

function rangeWords(
  { low, high, set }: SizeView['expected'][number],
  language: ConsoleLanguage,
): string {
  const words = WORDS[language];
  const n = (value: number): string => figure(value, language, 0);
  return words.range(n(low), high === null ? words.noEnd : n(high), set);
}

function seriesPart(
  series: SeriesView,
  readings: readonly SizeView[],
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const { measure, unit, scope, unverified, entries, differing, steps, changes } = series;
  const name = `${words.measures[measure]}: ${words.units[unit]}, ${words.scopes[scope]}`;
  const ids = new Set(entries.map(({ id }) => id));
  const reading = readings.find(({ entry }) => ids.has(entry));
  const chart = seriesChart({
    points: entries.flatMap((entry) => pointOf(entry)),
    bands: (reading?.expected ?? []).map((range) => bandOf(range, language)),
    verified: unverified === undefined,
    title: name,
  });
  const doubt =
    unverified === undefined
      ? undefined
      : html`<p class="notice small">${words.unverified} ${theirs(unverified.source)}${unverified.stated === '' ? undefined : html`: “${theirs(unverified.stated)}”`}</p>`;
  return html`<div class="series"><h3>${name}</h3>${doubt}${chart}${steps.map(({ sentence }) => html`<p>${ours(sentence)}</p>`)}${changes.map((one) => html`<p>${ours(one)}</p>`)}${differing.length === 0 ? undefined : html`<p class="dim">${words.differing}</p>`}${entriesTable(entries, language)}</div>`;
}

function pointOf({ count, asOf }: EntryView): ChartPoint[] {
  const bounds = count === undefined ? undefined : boundsOfCount(count);
  if (bounds === undefined || asOf === undefined) return [];
  return [
    { from: startOf(asOf.first), to: startOf(asOf.last) + DAY, count: bounds, label: count! },
  ];
}

function bandOf(range: SizeView['expected'][number], language: ConsoleLanguage): ChartBand {
  const { low, high, set } = range;
  const n = (value: number): string => figure(value, language, 0);
  const label = `${n(low)}–${high === null ? '…' : n(high)} ${set}`;
  return { low, high: high ?? undefined, label };
}

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

function entriesTable(entries: readonly EntryView[], language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  return html`<table class="list stack"><thead><tr><th scope="col">${words.count}</th><th scope="col">${words.day}</th><th scope="col">${words.source}</th></tr></thead><tbody>${entries.map((entry) => entryRow(entry, language))}</tbody></table>`;
}

function entryRow(entry: EntryView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { id, count, asOf, source, stated, note } = entry;
  return html`<tr id="e${id}"><th scope="row" class="n">${count ?? '–'}</th><td data-label="${words.day}">${asOf === undefined ? words.undated : daysWords(asOf)}</td><td data-label="${words.source}">${outsideLink(source.url, theirs(source.name))}${source.date === undefined ? undefined : html` <span class="dim">${source.date}</span>`}${stated === undefined ? undefined : html`<div class="quote">“${theirs(stated)}”</div>`}${note === undefined ? undefined : html`<div class="dim">${theirs(note)}</div>`}${evidenceOf(entry)}</td></tr>`;
}

/** A passage of an article can be opened; a table's line is named. */
function evidenceOf({ evidence }: EntryView): Markup | undefined {
  if ('article' in evidence && 'span' in evidence && evidence.span !== undefined) {
    return html`<div><a href="${passageHref(evidence.article, evidence.span)}">→ ${evidence.article}</a></div>`;
  }
  return undefined;
}

const daysWords = ({ first, last }: Days): string =>
  first === last ? first : `${first} – ${last}`;

function supersededPart(
  superseded: readonly SupersededView[],
  language: ConsoleLanguage,
): Markup | undefined {
  const words = WORDS[language];
  if (superseded.length === 0) return undefined;
  return html`<details><summary>${words.superseded} (${figure(superseded.length, language)})</summary>${entriesTable(superseded, language)}</details>`;
}

function displacementSection(
  { displacement }: PresenceView,
  language: ConsoleLanguage,
): Markup | undefined {
  const words = WORDS[language];
  if (displacement.length === 0) return undefined;
  return html`<section><h2>${words.displacement}</h2>${displacement.map(
    ({ unit, sentences, rivals }) =>
      html`<h3>${words.units[unit]}</h3>${sentences.map((one) => html`<p>${ours(one)}</p>`)}<p class="dim">${words.rivals}:</p><ul>${rivals.map((one) => html`<li>${ours(one)}</li>`)}</ul>`,
  )}</section>`;
}

function relationsSection(
  { relations }: PresenceView,
  language: ConsoleLanguage,
): Markup | undefined {
  const words = WORDS[language];
  const { newest, total } = relations;
  if (newest.length === 0) return undefined;
  const shown = newest.slice(0, SHOWN);
  return html`<section><h2>${words.relations}</h2><ul>${shown.map(
    ({ kind, from, to, passage, told, evidence }) => {
      const [first] = evidence;
      const quote = html`“${theirs(passage)}”`;
      const linked =
        first === undefined
          ? quote
          : html`<a href="${passageHref(first.article, first.span)}">${quote}</a>`;
      return html`<li>${kind === 'position' ? words.position : words.visit}, ${stateName(from, language)} → ${stateName(to, language)}: ${linked} <span class="dim">${told ?? ''}</span></li>`;
    },
  )}</ul>${total > shown.length ? html`<p class="dim">${words.more(figure(total - shown.length, language))}</p>` : undefined}</section>`;
}

function tiesSection(ties: readonly Tie[], language: ConsoleLanguage): Markup | undefined {
  const words = WORDS[language];
  if (ties.length === 0) return undefined;
  const newest = ties.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0)).slice(0, SHOWN);
  return html`<section><h2>${words.ties}</h2><table class="list stack"><thead><tr><th scope="col">${words.kind}</th><th scope="col">${words.sender} → ${words.host}</th><th scope="col">${words.year}</th><th scope="col">${words.value}</th><th scope="col">${words.source}</th></tr></thead><tbody>${newest.map(
    ({ kind, from, to, year, value, unit, source }) =>
      html`<tr><th scope="row">${ours(kind)}</th><td>${stateName(from, language)}${to === undefined ? undefined : html` → ${stateName(to, language)}`}</td><td class="n" data-label="${words.year}">${year ?? '–'}</td><td class="n" data-label="${words.value}">${figure(value, language, 1)} ${ours(unit)}</td><td data-label="${words.source}">${outsideLink(source.url, theirs(source.name))}</td></tr>`,
  )}</tbody></table>${ties.length > SHOWN ? html`<p class="dim">${words.more(figure(ties.length - SHOWN, language))}</p>` : undefined}</section>`;
}
