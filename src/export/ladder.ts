/**
 * The independence ladder of the report: a drawing of the four rungs, and behind it every step that
 * makes many one, with its passages. A rung's bar is as wide as it has units; what is only perhaps a
 * unit of its own is drawn in outline, so that the bounds can be seen.
 */
import type { Bounds, MergeReason } from '../domain/judgement.ts';
import type { EvidenceView, LadderView, MergeView, RungView } from '../domain/ladder-views.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { circleFigure } from './circle.ts';
import { MERGE_WORDS } from './judgement-wording.ts';
import { boundsWords, ladderLine } from './ladder-wording.ts';
import { foreign, html, joined, type Markup } from './markup.ts';
import { placeMarkup, quoted, type Shown } from './place.ts';
import { SPANISH_MERGES } from './spanish-words.ts';
import { figure } from './wording.ts';

interface Wording {
  readonly independence: string;
  readonly root: string;
  readonly merges: Readonly<Record<MergeReason, string>>;
  readonly perhaps: string;
  readonly more: (n: string) => string;
}

const WORDS: Readonly<Record<WordingLanguage, Wording>> = {
  en: {
    independence: 'Independence',
    root: 'All roads lead to one utterance',
    merges: MERGE_WORDS,
    perhaps: 'perhaps',
    more: (n) => `and ${n} more`,
  },
  es: {
    independence: 'Independencia',
    root: 'Todos los caminos llevan a una sola declaración',
    merges: SPANISH_MERGES,
    perhaps: 'quizá',
    more: (n) => `y ${n} más`,
  },
};

/** Units and steps shown of a rung; more are counted. */
const SHOWN = 12;
const WIDTH = 640;
const BAR = 18;
const STEP = 34;

/** The ladder, folded and worded in the language; undefined where the cascade has none. */
export function ladderMarkup(
  ladder: LadderView | undefined,
  shown: Shown = {},
): Markup | undefined {
  if (ladder === undefined) return undefined;
  const { language = 'en' } = shown;
  const words = WORDS[language];
  const { rungs, circles, root } = ladder;
  const rooted =
    root === undefined
      ? undefined
      : html`<p>${words.root}: <b>${foreign(root.name)}</b></p>${evidenceList(root.evidence, shown)}`;
  return html`<details class="ladder"><summary>${words.independence}: ${ladderLine(ladder, language)}</summary>${drawing(rungs, language)}${rooted}${circles.slice(0, SHOWN).map((circle) => circleFigure(circle, shown))}${rungs.flatMap((rung) => rungMarkup(rung, shown))}</details>`;
}

function drawing(rungs: readonly RungView[], language: WordingLanguage): Markup {
  const most = Math.max(1, ...rungs.map(({ bounds }) => bounds.atMost));
  const height = rungs.length * STEP;
  const label = rungs.map(({ kind, bounds }) => boundsWords(bounds, kind, language)).join(', ');
  return html`<svg class="rungs" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">${rungs.map((rung, i) => bar(rung, i, most, language))}</svg>`;
}

/** A third of the width is for the words; the square root keeps a rung of one visible beside thousands. */
function bar(
  { kind, bounds }: RungView,
  at: number,
  most: number,
  language: WordingLanguage,
): Markup {
  const y = at * STEP + (STEP - BAR) / 2;
  const full = (WIDTH * 2) / 3;
  const width = (n: number): number => Math.round(full * Math.sqrt(n / most));
  const { atLeast, atMost } = bounds;
  const doubtful =
    atMost > atLeast
      ? html`<rect class="perhaps" x="0.5" y="${y + 0.5}" width="${width(atMost) - 1}" height="${BAR - 1}"/>`
      : undefined;
  return html`${doubtful}<rect class="sure" x="0" y="${y}" width="${width(atLeast)}" height="${BAR}"/><text x="${width(atMost) + 8}" y="${y + BAR - 4}">${boundsWords(bounds, kind, language)}</text>`;
}

function rungMarkup({ kind, bounds, units, merges }: RungView, shown: Shown): Markup[] {
  const { language = 'en' } = shown;
  if (kind === 'articles' || (merges.length === 0 && isPlain(bounds))) return [];
  const named = units.slice(0, SHOWN).map(({ name, articles }) => {
    const many = articles.length > 1 ? ` (${figure(articles.length, language)})` : '';
    return html`<li>${foreign(name)}${many}</li>`;
  });
  const steps = merges.slice(0, SHOWN).map((merge) => mergeMarkup(merge, shown));
  return [
    html`<h3>${boundsWords(bounds, kind, language)}</h3><ul class="units">${named}${more(units.length, language)}</ul><ul class="changes">${steps}${more(merges.length, language)}</ul>`,
  ];
}

const isPlain = ({ atLeast, atMost }: Bounds): boolean => atLeast === atMost && atMost <= 1;

function more(all: number, language: WordingLanguage): Markup | undefined {
  if (all <= SHOWN) return undefined;
  return html`<li class="dim">${WORDS[language].more(figure(all - SHOWN, language))}</li>`;
}

function mergeMarkup(
  { aName, bName, reason, sure, note, evidence }: MergeView,
  shown: Shown,
): Markup {
  const { language = 'en' } = shown;
  const { merges, perhaps } = WORDS[language];
  const names =
    aName === bName
      ? foreign(aName)
      : joined([foreign(aName), foreign(bName)], sure ? ' = ' : ' ≈ ');
  const said = note === undefined ? undefined : html` (${foreign(note[language])})`;
  return html`<li>${names}: ${merges[reason]}${said}${sure ? '' : `, ${perhaps}`}${evidenceList(evidence, shown)}</li>`;
}

/** Passages, each with its article and its place; undefined where there are none. */
export function evidenceList(
  evidence: readonly EvidenceView[],
  shown: Shown = {},
): Markup | undefined {
  if (evidence.length === 0) return undefined;
  const lines = evidence.slice(0, SHOWN).map((one) => evidenceLine(one, shown));
  return html`<ul class="evidence-list">${lines}${more(evidence.length, shown.language ?? 'en')}</ul>`;
}

function evidenceLine(
  { article, outlet, span, text, hiddenWords }: EvidenceView,
  shown: Shown,
): Markup {
  const { language = 'en', languageOf } = shown;
  const rest = hiddenWords > 0 ? ' …' : '';
  const words = html`${foreign(text, languageOf?.(article), language)}${rest}`;
  return html`<li>${foreign(outlet)} ${placeMarkup(span, article, shown)} <span class="quote">${quoted(words, language)}</span></li>`;
}
