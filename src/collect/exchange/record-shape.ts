/** The shape of every record of our own export, by its kind. */
import type {
  ExportAlert,
  ExportArticle,
  ExportCascade,
  ExportEntry,
  ExportHead,
  ExportOutlet,
  ExportReading,
  ExportRecord,
} from '../../domain/exports.ts';
import type { CaptureId } from '../../domain/ids.ts';
import { ENTRY_SOURCES, type LedgerEntry } from '../../domain/ledger.ts';
import type { EntryView } from '../../domain/presence-views.ts';
import { PRESENCE_MEASURES, PRESENCE_SCOPES, PRESENCE_UNITS } from '../../domain/reading.ts';
import { AFFILIATIONS, type OutletFact } from '../../domain/watch.ts';
import { alertView } from './alert-shape.ts';
import { cascadeView } from './cascade-shape.ts';
import { checkRecord, checkView } from './check-shape.ts';
import {
  articleId,
  articleView,
  count,
  days,
  entryId,
  factSource,
  pairs,
  range,
  span,
} from './parts.ts';
import { readingView } from './reading-shape.ts';
import {
  id,
  list,
  maybe,
  member,
  number,
  object,
  oneOf,
  optional,
  type Shape,
  text,
} from './shape.ts';

const head: Shape<ExportHead> = object<ExportHead>({
  kind: member(['head']),
  version: text,
  title: maybe(text),
  host: maybe(text),
  sponsors: list(text),
  at: number,
  articles: count,
});

const fact: Shape<OutletFact> = object<OutletFact>({
  domain: text,
  name: optional(text),
  owner: optional(text),
  country: optional(text),
  affiliation: optional(member(AFFILIATIONS)),
  labels: optional(list(text)),
  source: factSource,
});

const outlet: Shape<ExportOutlet> = object<ExportOutlet>({
  kind: member(['outlet']),
  domain: text,
  name: text,
  facts: list(fact),
});

const article: Shape<ExportArticle> = object<ExportArticle>({
  kind: member(['article']),
  article: articleView,
  mediaType: text,
  length: number,
});

const reading: Shape<ExportReading> = object<ExportReading>({
  kind: member(['reading']),
  article: articleView,
  reading: readingView,
  pairs,
});

const cascade: Shape<ExportCascade> = object<ExportCascade>({
  kind: member(['cascade']),
  cascade: cascadeView,
  checks: list(checkView),
  pairs,
});

type Passage = Extract<LedgerEntry['evidence'], { readonly article: unknown }>;
type Line = Extract<LedgerEntry['evidence'], { readonly capture: unknown }>;

const passage = object<Passage>({ article: articleId, span });
const line = object<Line>({ capture: id<CaptureId>, line: optional(count) });

/** A passage of an article, or a line of a captured file. */
function evidence(value: unknown): LedgerEntry['evidence'] {
  const isLine = typeof value === 'object' && value !== null && Object.hasOwn(value, 'capture');
  return isLine ? line(value) : passage(value);
}

const entryView: Shape<EntryView> = object<EntryView>({
  id: entryId,
  count: maybe(text),
  asOf: maybe(days),
  kind: member(ENTRY_SOURCES),
  source: factSource,
  stated: maybe(text),
  note: maybe(text),
  evidence,
});

const entry: Shape<ExportEntry> = object<ExportEntry>({
  kind: member(['entry']),
  sender: text,
  host: text,
  measure: member(PRESENCE_MEASURES),
  unit: member(PRESENCE_UNITS),
  scope: member(PRESENCE_SCOPES),
  entry: entryView,
  bounds: maybe(range),
  pairs,
});

const alert: Shape<ExportAlert> = object<ExportAlert>({
  kind: member(['alert']),
  view: alertView,
  pairs,
});

/** Any record. Throws a `Misfit` for what is none. */
export const exportRecord: Shape<ExportRecord> = oneOf<ExportRecord>('kind', {
  head,
  outlet,
  article,
  check: checkRecord,
  reading,
  cascade,
  entry,
  alert,
});
