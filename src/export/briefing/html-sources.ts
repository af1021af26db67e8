/** The numbered list of sources, each with links back to where it is named. */
import type { Briefing, BriefingSource, Footing } from '../../domain/briefing.ts';
import { html, joined, type Markup, outsideLink } from '../markup.ts';
import { daysInWords } from './days.ts';
import { foreignWords } from './html-foreign.ts';
import { phrasesIn } from './language-table.ts';

/** Links back from one source: more would be a row of numbers that nobody follows. */
const MOST_BACK = 8;

/** Where each source is named in the page. */
export interface Mentions {
  /** Notes one more mention and gives the id of its place. */
  readonly add: (n: number) => string;
  readonly of: (n: number) => readonly string[];
}

export function mentions(): Mentions {
  const times = new Map<number, number>();
  return {
    add: (n) => {
      const time = (times.get(n) ?? 0) + 1;
      times.set(n, time);
      return placeOf(n, time);
    },
    of: (n) => {
      const shown = Math.min(times.get(n) ?? 0, MOST_BACK);
      return Array.from({ length: shown }, (_, i) => placeOf(n, i + 1));
    },
  };
}

function placeOf(n: number, time: number): string {
  return `note-${n}-${time}`;
}

export function sourcesMarkup(briefing: Briefing, noted: Mentions): Markup {
  const { furniture } = phrasesIn(briefing.language);
  const listed = briefing.sources.map(
    (footing) =>
      html`<li id="source-${footing.n}">${footingMarkup(footing, briefing)}${back(footing, briefing, noted)}</li>`,
  );
  return html`
<section id="sources" class="sources" aria-labelledby="h-sources"><h2 id="h-sources">${furniture.sources}</h2><ol>${listed}</ol></section>`;
}

function footingMarkup(footing: Footing, briefing: Briefing): Markup {
  const { furniture, quote } = phrasesIn(briefing.language);
  const [open = '', close = ''] = quote('|').split('|');
  switch (footing.kind) {
    case 'count':
      return html`<p><bdi>${footing.what}</bdi></p><p class="place">${furniture.ownCount}; ${furniture.countAgain} <code>${footing.command}</code></p>`;
    case 'record':
      return html`<p class="words">${open}<bdi>${footing.words}</bdi>${close}</p>${placeMarkup(footing.source, briefing)}`;
    case 'passage': {
      const words = foreignWords(footing.quote, footing.language, briefing.language);
      return html`<p class="words">${open}${words}${close}</p>${placeMarkup(footing.source, briefing, footing)}`;
    }
  }
}

function placeMarkup(
  { name, title, url, day, digest }: BriefingSource,
  { language }: Briefing,
  passage?: Extract<Footing, { kind: 'passage' }>,
): Markup {
  const { furniture } = phrasesIn(language);
  const label = title === '' ? undefined : foreignWords(title, passage?.language, language);
  const parts = [
    html`<bdi>${name}</bdi>`,
    ...(label === undefined && url === undefined
      ? []
      : [outsideLink(url, label ?? html`<bdi>${url}</bdi>`)]),
    html`${day === undefined ? furniture.undated : daysInWords(day, language)}`,
    ...(passage === undefined ? [] : [html`${passage.span.begin}–${passage.span.end}`]),
    ...(digest === undefined
      ? []
      : [html`${furniture.archived} <code>${digest.slice(0, 64)}</code>`]),
  ];
  return html`<p class="place">${joined(parts, ' · ')}</p>`;
}

function back({ n }: Footing, { language }: Briefing, noted: Mentions): Markup {
  const { furniture } = phrasesIn(language);
  const links = noted
    .of(n)
    .map((id, i) => html`<a href="#${id}" aria-label="${furniture.backTo(i + 1)}">↩</a>`);
  return links.length === 0 ? html`` : html`<p class="back">${links}</p>`;
}
