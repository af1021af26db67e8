/** What the desk keeps, in PROV-O: captures, articles, outlets, fact-checks, entries of the ledger. */
import type { ExportArticle, ExportCheck, ExportEntry, ExportHead } from '../../domain/exports.ts';
import { captureIdOf, type Digest } from '../../domain/ids.ts';
import { MEASURE_WORDS, SCOPE_WORDS, UNIT_WORDS } from '../reading-wording.ts';
import { contentName, urn } from './names.ts';
import { bounds, dateTime, issued, once, ref } from './node.ts';
import { shown, webAddress } from './plain.ts';

const NAME = 300;
const TEXT = 1000;

/** The desk: whose activities capture, trace and measure. */
export const DESK = 'urn:atalaya:desk';

/** The desk and the program that wrote the file. */
export function* deskNodes(
  { version, title }: ExportHead,
  written: Set<string>,
): Generator<object> {
  yield {
    '@id': DESK,
    '@type': 'prov:Agent',
    ...(title && { 'dcterms:title': shown(title, NAME) }),
  };
  yield* softwareNodes(version, written);
}

/** A version of the program. */
export function softwareNodes(version: string, written: Set<string>): Generator<object> {
  return once(urn('software', version), written, () => ({
    '@type': 'prov:SoftwareAgent',
    'dcterms:title': 'Atalaya',
    'schema:softwareVersion': shown(version, NAME),
  }));
}

/** A publisher. What lists state of it is no provenance and stays out. */
export function* outletNodes(
  domain: string,
  name: string,
  written: Set<string>,
): Generator<object> {
  yield* once(urn('outlet', domain), written, () => ({
    '@type': 'prov:Agent',
    'dcterms:title': shown(name, NAME) || shown(domain, NAME),
  }));
}

/** A capture with the activity that made it, and the article derived from it. */
export function* articleNodes(record: ExportArticle, written: Set<string>): Generator<object> {
  const { article, mediaType, length } = record;
  const { digest, origin } = article.capture;
  const about = { 'dcterms:format': shown(mediaType, NAME), 'dcterms:extent': length };
  yield* outletNodes(article.domain, article.outlet, written);
  yield* captureNodes({ digest, origin, at: article.capturedAt, about }, written);
  const url = webAddress(article.url);
  yield* once(urn('article', article.id), written, () => ({
    '@type': 'prov:Entity',
    'dcterms:title': shown(article.title, TEXT),
    ...(url && { 'schema:url': ref(url) }),
    'dcterms:language': shown(article.language, NAME),
    'dcterms:issued': issued(article.published),
    ...bounds('published', article.published),
    ...bounds('firstSeen', article.firstSeen),
    'prov:wasDerivedFrom': ref(captureName(digest)),
    'prov:wasAttributedTo': ref(urn('outlet', article.domain)),
  }));
}

/** A fact-check, derived from its capture and attributed to its checker. */
export function* checkNodes(
  { check, capture }: ExportCheck,
  written: Set<string>,
): Generator<object> {
  yield* captureNodes({ digest: capture.digest, origin: '', at: undefined, about: {} }, written);
  yield* once(urn('checker', check.checker), written, () => ({
    '@type': 'prov:Agent',
    'dcterms:title': shown(check.checker, NAME),
  }));
  const url = webAddress(check.url);
  yield* once(urn('check', check.id), written, () => ({
    '@type': 'prov:Entity',
    'dcterms:title': shown(check.title ?? check.claim, TEXT),
    ...(url && { 'schema:url': ref(url) }),
    'dcterms:issued': issued(check.checked),
    ...bounds('checked', check.checked),
    'prov:wasDerivedFrom': ref(captureName(capture.digest)),
    'prov:wasAttributedTo': ref(urn('checker', check.checker)),
  }));
}

/** An entry of the ledger: from which article or file, and who states it. */
export function* entryNodes(record: ExportEntry, written: Set<string>): Generator<object> {
  const { sender, host, measure, unit, scope, entry } = record;
  const { evidence, source } = entry;
  const origin =
    'article' in evidence ? urn('article', evidence.article) : urn('capture', evidence.capture);
  yield* once(urn('source', source.name), written, () => ({
    '@type': 'prov:Agent',
    'dcterms:title': shown(source.name, NAME),
  }));
  const words = `${shown(sender, NAME)} in ${shown(host, NAME)}: ${MEASURE_WORDS[measure]}, ${UNIT_WORDS[unit]}, ${SCOPE_WORDS[scope]}`;
  yield* once(urn('presence', entry.id), written, () => ({
    '@type': 'prov:Entity',
    'dcterms:title': `${words}: ${shown(entry.count ?? 'no number stated', NAME)}`,
    ...(entry.asOf && {
      'atalaya:asOfFirst': shown(entry.asOf.first, NAME),
      'atalaya:asOfLast': shown(entry.asOf.last, NAME),
    }),
    'prov:wasDerivedFrom': ref(origin),
    'prov:wasAttributedTo': ref(urn('source', source.name)),
  }));
}

interface CaptureFacts {
  readonly digest: Digest | string;
  /** Written only where it is an address of the web: else it names paths of the machine. */
  readonly origin: string;
  readonly at: number | undefined;
  readonly about: object;
}

function* captureNodes(facts: CaptureFacts, written: Set<string>): Generator<object> {
  const id = captureName(facts.digest);
  if (written.has(id)) return;
  const making = urn('capturing', facts.digest);
  const from = webAddress(facts.origin);
  const at = dateTime(facts.at);
  yield* once(id, written, () => ({
    '@type': 'prov:Entity',
    'schema:sha256': shown(facts.digest, NAME),
    'dcterms:identifier': contentName(facts.digest),
    ...facts.about,
    'prov:generatedAtTime': at,
    'prov:wasGeneratedBy': ref(making),
  }));
  yield {
    '@id': making,
    '@type': 'prov:Activity',
    'dcterms:title': 'capturing',
    'prov:endedAtTime': at,
    ...(from && { 'prov:used': ref(from) }),
    'prov:wasAssociatedWith': ref(DESK),
  };
}

const captureName = (digest: Digest | string): string =>
  urn('capture', captureIdOf(digest as Digest));
