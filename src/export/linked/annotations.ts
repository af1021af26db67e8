/**
 * Passages as W3C Web Annotations, one a line: statements, both sides of an echo, what an alert rests
 * on. Linear; of each article its address and the digest of its capture are kept in memory, since alerts
 * name articles by id only.
 */
import type { ExportAlert, Exporter, ExportReading, ExportRecord } from '../../domain/exports.ts';
import type { ArticleId } from '../../domain/ids.ts';
import { alertBodies, type Drafted, statementBodies } from './bodies.ts';
import { pointDate } from './calendar.ts';
import { echoAnnotations } from './echo-annotations.ts';
import { urn } from './names.ts';
import { jsonLine, shown } from './plain.ts';
import { type Seen, seenOf, targetOf } from './target.ts';

/** NDJSON of annotations; a passage without words or without a place has none. */
export const annotations: Exporter = async function* (records) {
  const seen = new Map<ArticleId, Seen>();
  let creator = software('');
  for await (const record of records) {
    if (record.kind === 'head') creator = software(record.version);
    if (record.kind === 'article') seen.set(record.article.id, seenOf(record.article));
    let lines = '';
    for (const { id, at, motivation, body, target } of draftsOf(record, seen)) {
      if (target === undefined) continue;
      lines += `${jsonLine({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id,
        type: 'Annotation',
        motivation,
        creator,
        created: pointDate(at),
        body,
        target,
      })}\n`;
    }
    if (lines !== '') yield lines;
  }
};

function* draftsOf(
  record: ExportRecord,
  seen: ReadonlyMap<ArticleId, Seen>,
): Generator<Drafted, void, undefined> {
  switch (record.kind) {
    case 'reading':
      yield* statementDrafts(record);
      return;
    case 'cascade':
      yield* echoAnnotations(record);
      return;
    case 'alert':
      yield* alertDrafts(record, seen);
      return;
    case 'head':
    case 'outlet':
    case 'article':
    case 'check':
    case 'entry':
      return;
  }
}

/** One annotation for each piece of each statement. */
function* statementDrafts({ article, reading, pairs }: ExportReading): Generator<Drafted> {
  const seen = seenOf(article);
  for (const [place, statement] of reading.statements.entries()) {
    for (const [part, piece] of statement.content.entries()) {
      yield {
        id: urn('annotation:statement', article.id, reading.reader, place, part),
        at: article.capturedAt,
        motivation: 'describing',
        body: statementBodies(statement, reading.reader, part, piece.hiddenWords),
        target: targetOf(seen, piece, pairs),
      };
    }
  }
}

function* alertDrafts(
  { view, pairs }: ExportAlert,
  articles: ReadonlyMap<ArticleId, Seen>,
): Generator<Drafted> {
  for (const [place, { ref, quote, before, after }] of view.passages.entries()) {
    const seen = ref.kind === 'passage' ? articles.get(ref.article) : undefined;
    if (ref.kind !== 'passage' || seen === undefined || quote === undefined) continue;
    yield {
      id: urn('annotation:alert', view.alert.id, place),
      at: view.alert.measuredAt,
      motivation: 'highlighting',
      body: alertBodies(view),
      target: targetOf(seen, { span: ref.span, text: quote, before, after }, pairs),
    };
  }
}

function software(version: string): object {
  const name = `Atalaya ${shown(version, 40)}`.trim();
  return { id: urn('software', version), type: 'Software', name };
}
