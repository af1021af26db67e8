/** What could not be read, what was merged, what was set aside: counted by kind, never silent. */
import { DOUBT_KINDS, REFUSAL_KINDS } from '../domain/outcome.ts';
import type { BoilerplateView, ReportView, Tally } from '../domain/views.ts';
import { foreign, html, type Markup } from './markup.ts';
import { counted, DOUBT_WORDS, figure, REFUSAL_WORDS } from './wording.ts';

/** The balance of all items met, the refusals one by one, the doubts and the boilerplate. */
export function lossesSection(view: ReportView): Markup {
  return html`
<section class="losses" id="unread"><h2>What was read, and what could not be</h2>${balance(view.tally)}${doubts(view.tally)}${refusals(view)}</section>
<section class="losses" id="boilerplate"><h2>Boilerplate set aside</h2>${boilerplate(view.boilerplate)}</section>`;
}

function balance(tally: Tally): Markup {
  const refused = REFUSAL_KINDS.reduce((sum, kind) => sum + (tally.refused[kind] ?? 0), 0);
  const open = tally.items - tally.articles - tally.sameBytes - tally.sameArticle - refused;
  return html`<table class="tally"><tbody>${[
    line('Items met in the inputs', tally.items),
    line('Kept as articles', tally.articles),
    line('Same bytes as a capture already kept', tally.sameBytes),
    line('Same article from other bytes', tally.sameArticle),
    line('Could not be read', refused),
    ...(open === 0 ? [] : [line('Not accounted for (a defect: please report it)', open)]),
  ]}</tbody></table>`;
}

function line(label: string, n: number): Markup {
  return html`<tr><th scope="row">${label}</th><td class="n">${figure(n)}</td></tr>`;
}

function doubts({ doubts: counts }: Tally): Markup | undefined {
  const lines = DOUBT_KINDS.flatMap((kind) => {
    const n = counts[kind] ?? 0;
    return n > 0 ? [line(DOUBT_WORDS[kind], n)] : [];
  });
  if (lines.length === 0) return undefined;
  return html`<h3>Kept, with a doubt</h3><p class="dim">An article may count under several.</p><table class="tally"><tbody>${lines}</tbody></table>`;
}

function refusals({ tally, refusals: items }: ReportView): Markup {
  const kinds = REFUSAL_KINDS.flatMap((kind) => {
    const n = tally.refused[kind] ?? 0;
    return n > 0 ? [line(REFUSAL_WORDS[kind], n)] : [];
  });
  if (kinds.length === 0 && items.length === 0) {
    return html`<h3>Could not be read</h3><p>Nothing was refused.</p>`;
  }
  const rows = items.map(
    (item) =>
      html`<tr><td data-label="Kind">${REFUSAL_WORDS[item.kind]}</td><td data-label="Where">${foreign(item.file)}${item.line === undefined ? undefined : html`, line ${figure(item.line)}`}</td><td data-label="Detail">${foreign(item.detail)}</td></tr>
`,
  );
  const listed =
    rows.length === 0
      ? undefined
      : html`<details open><summary>${counted(rows.length, 'refusal')}, one by one</summary><table class="stack"><thead><tr><th scope="col">Kind</th><th scope="col">Where</th><th scope="col">Detail</th></tr></thead><tbody>${rows}</tbody></table></details>`;
  return html`<h3>Could not be read</h3><table class="tally"><tbody>${kinds}</tbody></table>${listed}`;
}

function boilerplate(items: readonly BoilerplateView[]): Markup {
  if (items.length === 0) return html`<p>None was found.</p>`;
  const rows = items.map(
    (item) =>
      html`<tr><th scope="row">${foreign(item.domain)}</th><td class="n" data-label="Articles">${figure(item.articles)}</td><td class="quote" data-label="Sample">${foreign(item.sample)}</td></tr>
`,
  );
  return html`<p>What an outlet repeats in many of its articles says nothing about copying; it was left out of the comparison.</p><table class="stack"><thead><tr><th scope="col">Outlet</th><th scope="col" class="n">Articles</th><th scope="col">Sample</th></tr></thead><tbody>${rows}</tbody></table>`;
}
