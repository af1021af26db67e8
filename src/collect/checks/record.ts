/** One record of a source (a JSON value, a row under its header, a page) as the checks that it states. */
import type { RefusalKind } from '../../domain/outcome.ts';
import { parsedScript } from '../page/json-ld.ts';
import { delimiterOf } from '../rows.ts';
import { rowOf } from '../table.ts';
import type { CheckFields } from './check-fields.ts';
import { statedReview } from './claim-review.ts';
import { isGoogleClaim, statedGoogleClaim } from './google-claim.ts';
import { columnsOf } from './layout.ts';
import { layoutOf } from './layouts.ts';
import { linkedScripts } from './linked-scripts.ts';
import { isNode, type Node, reviewNodes } from './schema-org.ts';

/** What a record states: checks, and what was passed over or marked in it. */
export interface RecordChecks {
  readonly checks: readonly CheckFields[];
  /** Ratings of pictures and videos, which state no claim. */
  readonly mediaReviews: number;
  readonly uncanonical: boolean;
  readonly ragged: boolean;
}

/** Why a record states nothing; `what` goes on after the record's place. */
export interface Unread {
  readonly kind: RefusalKind;
  readonly what: string;
}

const NOTHING: RecordChecks = { checks: [], mediaReviews: 0, uncanonical: false, ragged: false };

/** The checks of one JSON text. */
export function checksInJson(text: string): RecordChecks | Unread {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message.slice(0, 120) : '';
    return { kind: 'broken-json', what: `is not valid JSON (${message}); correct or remove it.` };
  }
  if (typeof value !== 'object' || value === null) {
    const what = 'is JSON but no object; give one {…} a fact-check.';
    return { kind: 'not-an-object', what };
  }
  const linked = linkedChecks([value]);
  if (linked.checks.length > 0 || linked.mediaReviews > 0) return linked;
  const plain = objectsIn(value).map(plainChecks);
  const checks = plain.flatMap((one) => one?.checks ?? []);
  if (checks.length > 0) {
    return { ...NOTHING, checks, uncanonical: plain.some((one) => one?.uncanonical) };
  }
  const keys = Object.keys(value).slice(0, 8).join(', ').slice(0, 120);
  const what = `states no fact-check (its keys: ${keys}); give it a ClaimReview, or a key "claim".`;
  return { kind: 'no-text', what };
}

/** The objects of a value: itself, those of a list, those of the answer of an API. */
function objectsIn(value: object): readonly Node[] {
  if (Array.isArray(value)) return value.filter(isNode);
  const node = value as Node;
  return Array.isArray(node['claims']) ? node['claims'].filter(isNode) : [node];
}

function plainChecks(node: Node): { checks: CheckFields[]; uncanonical: boolean } | undefined {
  if (isGoogleClaim(node)) return { checks: statedGoogleClaim(node), uncanonical: false };
  const layout = layoutOf(Object.keys(node));
  if (layout === undefined) return undefined;
  const columns = columnsOf(node);
  return {
    checks: [layout.stated(columns)],
    uncanonical: layout.uncanonical?.(columns) ?? false,
  };
}

/** The checks of a header and one row, `\n` between them. */
export function checksInRow(text: string): RecordChecks | Unread {
  const row = rowOf(text, delimiterOf(text.slice(0, text.indexOf('\n'))));
  if (row === undefined) {
    const what = 'has quotes that do not close; close or double them.';
    return { kind: 'ragged-row', what };
  }
  const layout = layoutOf(Object.keys(row.record));
  // A row that breaks off before a column that its layout needs.
  if (layout === undefined) {
    const what = 'has not as many fields as the header; correct the row.';
    return { kind: 'ragged-row', what };
  }
  const columns = columnsOf(row.record);
  const uncanonical = layout.uncanonical?.(columns) ?? false;
  return { checks: [layout.stated(columns)], mediaReviews: 0, uncanonical, ragged: row.ragged };
}

/** The checks that a page's JSON-LD states. */
export function checksInPage(html: string): RecordChecks | Unread {
  const scripts = linkedScripts(html);
  const values = scripts.map(parsedScript);
  const linked = linkedChecks(values);
  if (linked.checks.length > 0 || linked.mediaReviews > 0) return linked;
  const broken = values.filter((value) => value === undefined).length;
  const told =
    scripts.length === 0
      ? 'it has no <script type="application/ld+json">'
      : `none of its ${scripts.length} JSON-LD scripts holds one, ${broken} of them are no JSON`;
  const what = `states no ClaimReview: ${told}; give the page of one fact-check.`;
  return { kind: 'no-text', what };
}

function linkedChecks(values: readonly unknown[]): RecordChecks {
  const { reviews, named, mediaReviews } = reviewNodes(values);
  return {
    ...NOTHING,
    checks: reviews.map((review) => statedReview(review, named)),
    mediaReviews,
  };
}
