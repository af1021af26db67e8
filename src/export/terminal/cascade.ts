/** Cascades for a terminal: the answer in words, each echo with a piece of its passage. */
import type { ArticleView, CascadeView, EchoView, PassageView } from '../../domain/views.ts';
import { durationWords, lagWords, momentWords } from '../moments.ts';
import { ALTERATION_WORDS, counted, PLACE_WORDS, percent, REASON_WORDS } from '../wording.ts';
import { clipped, foreign, type Ink } from './ink.ts';
import { ladderLines } from './ladder.ts';
import { wireLines } from './wires.ts';

const TITLE_WIDTH = 92;
const PASSAGE_WIDTH = 150;
/** Echoes shown in a list of cascades; `show` gives all. */
const ECHOES_LISTED = 12;
/** Changed words named. */
const WORDS_NAMED = 8;

/** One cascade as a block of lines. With `all`, every echo and every rival. */
export function cascadeText(cascade: CascadeView, ink: Ink, all: boolean): string {
  const lines = [
    ink.bold(clipped(foreign(cascade.title), TITLE_WIDTH)),
    `  ${extent(cascade)}  ${ink.dim(`cascade ${cascade.id}`)}`,
    ...earliestLines(cascade, ink),
    ...wireLines(cascade, ink, all),
    ...(cascade.ladder === undefined ? [] : ladderLines(cascade.ladder, ink, 'line')),
  ];
  const echoes = cascade.echoes.filter((echo) => echo.role !== 'earliest');
  const shown = all ? echoes : echoes.slice(0, ECHOES_LISTED);
  for (const echo of shown) lines.push(...echoLines(echo, ink, all));
  if (shown.length < echoes.length) {
    const more = counted(echoes.length - shown.length, 'more echo', 'more echoes');
    lines.push(ink.dim(`  … and ${more}: atalaya show ${cascade.id}`));
  }
  return lines.join('\n');
}

function extent(cascade: CascadeView): string {
  const parts = [
    counted(cascade.reach, 'publisher'),
    counted(cascade.articles, 'article'),
    cascade.languages.join(' '),
  ];
  if (cascade.spreadMs > 0) parts.push(`within ${durationWords(cascade.spreadMs, 'up')}`);
  if (cascade.droppedCredits > 0)
    parts.push(counted(cascade.droppedCredits, 'credit dropped', 'credits dropped'));
  return parts.join(' · ');
}

function earliestLines(cascade: CascadeView, ink: Ink): string[] {
  const { earliest, order } = cascade;
  if (order === 'undated') return [`  ${ink.warn('No member is dated: nothing is first.')}`];
  const label =
    order === 'established'
      ? 'Earliest seen: '
      : `Order not established between ${earliest.length}: `;
  return earliest.map(
    (article, i) =>
      `  ${i === 0 ? label : ' '.repeat(label.length)}${ink.bold(foreign(article.outlet))}, ${when(article)}  ${ink.dim(where(article))}`,
  );
}

function echoLines(echo: EchoView, ink: Ink, all: boolean): string[] {
  const { article, parent } = echo;
  const lag = parent === undefined ? undefined : lagWords(parent.lag);
  const head = `  → ${ink.bold(foreign(article.outlet))}, ${lag ?? when(article)}`;
  const facts = [echo.copyType, creditWords(echo)].filter((fact) => fact !== undefined).join(', ');
  const lines = [`${head}: ${facts}  ${ink.dim(where(article))}`];
  if (parent !== undefined) {
    const rivals =
      all && parent.rivals.length > 0
        ? `; or ${parent.rivals.map((rival) => foreign(rival.outlet)).join(', ')}`
        : '';
    const names = parent.bothCredit.map(({ name }) => foreign(name)).join(', ');
    const both = names === '' ? '' : `; both credit ${names}, which may be the origin of both`;
    const reason = `${REASON_WORDS[parent.reason]}, ${percent(parent.confidence)}${both}${rivals}`;
    lines.push(ink.dim(`      likely from ${foreign(parent.outlet)} (${reason})`));
  }
  if (echo.title !== undefined) {
    const { from, to } = echo.title;
    const hardened = echo.alterations.some(({ kind }) => kind === 'headline-hardened');
    const plain = parent === undefined ? 'headline, compared' : 'headline';
    const label = hardened ? ink.warn(ALTERATION_WORDS['headline-hardened']) : plain;
    lines.push(`      ${label} ${ink.removed(foreign(from))} ${ink.added(foreign(to))}`);
  }
  for (const { kind, from, to } of echo.alterations) {
    if (kind === 'headline-hardened') continue;
    const words = [ink.removed(foreign(from)), to === '' ? '' : ink.added(foreign(to))];
    lines.push(`      ${ink.warn(ALTERATION_WORDS[kind])}: ${words.join(' ').trim()}`);
  }
  lines.push(...passageLines(echo, ink, all));
  return lines;
}

function creditWords(echo: EchoView): string {
  if (echo.credit === 'kept') {
    const where = PLACE_WORDS[echo.creditIn ?? 'text'];
    const words = `“${clipped(foreign(echo.creditText ?? ''), PASSAGE_WIDTH)}”`;
    return `credit kept (${where === undefined ? words : `${where}: ${words}`})`;
  }
  if (echo.credit === 'dropped') return 'credit dropped';
  if (echo.role === 'undated') return 'undated: never first';
  return echo.role === 'earliest'
    ? 'order not established'
    : 'shares its words with later ones only';
}

function passageLines(echo: EchoView, ink: Ink, all: boolean): string[] {
  const passages = all ? echo.passages : echo.passages.slice(0, 1);
  const lines = passages.map((passage) => `      “${passageText(passage, ink, all)}”`);
  const changed = [
    ...echo.removed.slice(0, WORDS_NAMED).map((word) => ink.removed(foreign(word))),
    ...echo.added.slice(0, WORDS_NAMED).map((word) => ink.added(foreign(word))),
  ];
  const visible = passages.some(({ diff }) => diff.some((part) => part.kind !== 'same'));
  if (changed.length > 0 && !visible) lines.push(`      changed: ${changed.join(' ')}`);
  return lines;
}

function passageText(passage: PassageView, ink: Ink, all: boolean): string {
  const width = all ? Number.POSITIVE_INFINITY : PASSAGE_WIDTH;
  let left = width;
  let text = '';
  for (const { kind, text: words } of passage.diff) {
    if (left <= 0) break;
    const piece = clipped(foreign(words), left);
    left -= piece.length;
    const inked = kind === 'same' ? piece : ink[kind](piece);
    text += text === '' ? inked : ` ${inked}`;
  }
  if (text === '') text = clipped(foreign(passage.to.text), width);
  return passage.hiddenWords > 0 && !text.endsWith('…') ? `${text} …` : text;
}

function when(article: ArticleView): string {
  const { main, note } = momentWords(article.published);
  return note === undefined ? main : `${main} (${note})`;
}

const where = (article: ArticleView): string =>
  `${foreign(article.url ?? article.capture.origin)}  ${article.id}`;
