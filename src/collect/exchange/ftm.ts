/**
 * Entities of FollowTheMoney (https://followthemoney.tech), as Aleph and OpenAleph export them: one JSON
 * object a line. Published texts become articles; people, companies, mails and the rest are passed over
 * and counted by schema: a desk keeps what was published, not who is known to whom.
 */
import { canonicalUrl } from '../address.ts';
import { splitLines } from '../lines.ts';
import { articleItem, type Exchanged, refusedAt } from './exchanged.ts';
import { languageOf } from './ftm-language.ts';
import { jsonLine } from './json-line.ts';
import { fieldOf, isLoose, type Loose, longestOf, textIn, textsIn } from './loose.ts';

/** Schemata of published texts. An `Email` or a `Message` was written to somebody, not to the public. */
const TEXTS = new Set(['Article', 'Document', 'HyperText', 'PlainText', 'Pages']);
/** The beginning of ids of our own exports, and of what their `processingAgent` says. */
const OWN_ID = 'atalaya-';
const OWN_AGENT = 'atalaya@';
const MAX_LINE_BYTES = 16 * 1024 * 1024;

/**
 * What the lines of `source` give, unzipped UTF-8 bytes. Streams: what is held is one line, at most 16
 * MiB. Throws for nothing that the bytes hold; what `source` throws passes through.
 */
export async function* readFtm(
  file: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Exchanged> {
  let empty = true;
  for await (const pieces of splitLines(source, MAX_LINE_BYTES)) {
    for (const piece of pieces) {
      const place = { file, line: piece.line };
      if (piece.kind === 'item') yield entityOf(piece.bytes, place);
      else yield refusedAt(place, piece.reason, piece.detail, piece.value);
      empty = false;
    }
  }
  if (empty) {
    const what = 'holds no entity; check that the right file was saved.';
    yield refusedAt({ file }, 'empty-file', what);
  }
}

interface LinePlace {
  readonly file: string;
  readonly line: number;
}

function entityOf(bytes: Uint8Array, place: LinePlace): Exchanged {
  const read = jsonLine(bytes);
  const { text: line } = read;
  if ('wrong' in read) return refusedAt(place, 'broken-json', read.wrong, line);
  const { value } = read;
  if (!isLoose(value)) {
    const what = 'is JSON but no object; give one entity a line.';
    return refusedAt(place, 'not-an-object', what, line);
  }
  const id = textIn(value, 'id');
  const schema = textIn(value, 'schema');
  const properties = fieldOf(value, 'properties');
  if (id === undefined || schema === undefined || !isLoose(properties)) {
    const what = 'has no id, schema and properties; it is no entity of FollowTheMoney.';
    return refusedAt(place, 'damaged-record', what, line);
  }
  if (isOwn(id, properties)) return { kind: 'own', place, type: schema };
  if (!TEXTS.has(schema)) return { kind: 'passed', place, type: schema };
  return textEntity({ id, schema, properties, object: value, place });
}

function isOwn(id: string, properties: Loose): boolean {
  const agents = textsIn(properties, 'processingAgent');
  return id.startsWith(OWN_ID) || agents.some((agent) => agent.startsWith(OWN_AGENT));
}

interface TextEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Loose;
  readonly object: Loose;
  readonly place: LinePlace;
}

function textEntity({ id, schema, properties, object, place }: TextEntity): Exchanged {
  const first = (...names: readonly string[]): string | undefined =>
    names.flatMap((name) => textsIn(properties, name))[0];
  const longest = (name: string): string | undefined => longestOf(textsIn(properties, name));
  const url = textsIn(properties, 'sourceUrl').map(canonicalUrl).find(Boolean);
  // What is indexed is a machine's make of the body; it counts only where there is no body.
  const text = longest('bodyText') ?? longest('bodyHtml') ?? longest('indexText');
  if (text === undefined) {
    return url === undefined
      ? { kind: 'passed', place, type: `${schema}, without text` }
      : { kind: 'no-text', place, url };
  }
  const stated = {
    title: first('title', 'name', 'fileName'),
    text,
    url,
    published: first('publishedAt', 'date'),
    first_seen: first('retrievedAt'),
    outlet: first('publisher'),
    language: first('language') && languageOf(first('language')!),
  };
  return articleItem(stated, { id, object, place });
}
