/**
 * Who carries whose words: a relationship from each echo to its likely parent, or to the article that
 * it was compared with. Earlier is not source: each says how sure it is, which others it could be, and why.
 */
import { codePoint, type ExportCascade, type SurrogatePairs } from '../../domain/exports.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { EchoView } from '../../domain/views.ts';
import { lagWords } from '../moments.ts';
import { COPY_TYPE_WORDS, CREDIT_WORDS, listed, percent, REASON_WORDS } from '../wording.ts';
import type { Desk } from './desk.ts';
import { deskProperties } from './extensions.ts';
import { excerptOf, nameOf } from './foreign.ts';
import { isNew, type Known, lookUp } from './known.ts';
import {
  confidenceOf,
  present,
  type StixObject,
  type StixProperties,
  telling,
  whole,
} from './object.ts';
import { relationship } from './relations.ts';
import { timeOf } from './reports.ts';

/** Most passages whose places a relationship lists, and most rivals that it names. */
const MOST_PASSAGES = 50;
const MOST_RIVALS = 10;

/** The relationships of one cascade. */
export function* echoObjects(
  desk: Desk,
  known: Known,
  { cascade, pairs }: ExportCascade,
): Iterable<StixObject> {
  for (const echo of cascade.echoes) {
    const other = echo.parent?.article ?? echo.comparedWith?.article;
    if (other === undefined) continue;
    const from = lookUp('report', known.reports, echo.article.id);
    const to = lookUp('report', known.reports, other);
    if (from === undefined || to === undefined || from === to) continue;
    const times = { created: timeOf(echo.article) };
    const made = relationship(desk, [from, kindOf(echo), to], times, `cascade:${cascade.id}`, {
      description: describe(echo),
      confidence: confidenceOf(echo.parent?.confidence),
      extensions: deskProperties(detailsOf(echo, other, pairs)),
    });
    if (isNew(known, made.id)) yield made;
  }
}

/** Derived only where the echo itself names the house that its words come from. */
function kindOf({ parent, credit }: EchoView): 'derived-from' | 'related-to' {
  return parent?.reason === 'names-outlet' && credit === 'kept' ? 'derived-from' : 'related-to';
}

function describe(echo: EchoView): string {
  const { parent, comparedWith, copyType, credit } = echo;
  const lines =
    parent === undefined
      ? [
          `Shares wording with an article of ${nameOf(comparedWith?.outlet ?? '', 'another outlet')}. Which of the two was earlier is not established.`,
        ]
      : [
          `Likely parent: an article of ${nameOf(parent.outlet, 'another outlet')}. Reason: ${REASON_WORDS[parent.reason]}. Its share of the evidence against rivals: ${percent(parent.confidence)}. A lead, not a finding: earlier is not source.`,
          `Rivals: ${rivalWords(parent.rivals.map(({ outlet }) => nameOf(outlet, 'unnamed')))}.`,
          `Published: ${lagWords(parent.lag)}.`,
        ];
  if (copyType !== undefined) lines.push(`Copy: ${COPY_TYPE_WORDS[copyType]}.`);
  lines.push(`Credit of where the text came from: ${CREDIT_WORDS[credit]}.`);
  const passage = excerptOf(echo.passages[0]?.to.text);
  if (passage !== undefined) lines.push(`From the shared wording: “${passage}”`);
  return lines.join('\n');
}

function rivalWords(rivals: readonly string[]): string {
  if (rivals.length === 0) return 'none known';
  const more = rivals.length - MOST_RIVALS;
  return listed(more > 0 ? [...rivals.slice(0, MOST_RIVALS), `${more} more`] : rivals);
}

function detailsOf(echo: EchoView, other: ArticleId, pairs: SurrogatePairs): StixProperties {
  const { parent, copyType, credit, passages, alterations } = echo;
  return present({
    copy_type: copyType,
    credit,
    parent_reason: parent?.reason,
    parent_confidence: Number.isFinite(parent?.confidence) ? parent?.confidence : undefined,
    rival_articles: parent?.rivals.slice(0, MOST_RIVALS).map(({ article }) => article),
    lag_ms_min: whole(parent?.lag.min),
    lag_ms_max: whole(parent?.lag.max),
    alterations: alterations
      .slice(0, MOST_PASSAGES)
      .map(({ kind, from, to }) => present({ kind, from: excerptOf(from), to: excerptOf(to) })),
    passages_total: passages.length,
    passages: telling(
      passages.slice(0, MOST_PASSAGES).map(({ from, to, words }) =>
        present({
          from_begin: whole(codePoint(from.span.begin, pairs[other])),
          from_end: whole(codePoint(from.span.end, pairs[other])),
          to_begin: whole(codePoint(to.span.begin, pairs[echo.article.id])),
          to_end: whole(codePoint(to.span.end, pairs[echo.article.id])),
          words: whole(words),
        }),
      ),
    ),
  });
}
