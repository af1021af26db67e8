/** Relationships, notes and references to what is not STIX: the small change of all subjects. */
import type { FactSource } from '../../domain/watch.ts';
import { type Desk, domainObject, type Times } from './desk.ts';
import { nameOf, uriOf } from './foreign.ts';
import { present, type StixObject, type StixProperties } from './object.ts';
import { stamp } from './stamps.ts';

/**
 * One object in its relation to another. `basis`: what it rests on; it contributes to the identifier,
 * so that two cascades that join the same two articles stay two relationships.
 */
export function relationship(
  desk: Desk,
  [source, type, target]: readonly [source: string, type: string, target: string],
  times: Times,
  basis: string | undefined,
  properties: StixProperties,
): StixObject {
  const parts = { relationship_type: type, source_ref: source, target_ref: target, basis };
  return domainObject(desk, 'relationship', parts, times, {
    ...{ relationship_type: type, source_ref: source, target_ref: target },
    ...properties,
  });
}

/** A note. Its identifier is made of its abstract and day, so that what is said anew replaces it. */
export function note(
  desk: Desk,
  { abstract, content, refs }: { abstract: string; content: readonly string[]; refs: string[] },
  times: Times,
  properties: StixProperties,
): StixObject {
  const parts = { abstract, created: stamp(times.created) };
  return domainObject(desk, 'note', parts, times, {
    abstract,
    content: content.join('\n'),
    ...properties,
    object_refs: refs.length > 0 ? [...new Set(refs)] : [desk.by],
  });
}

/** A reference to a page of the web, or to what has no address. */
export function reference(
  source: string,
  url: string | undefined,
  more: StixProperties = {},
): StixProperties {
  const source_name = nameOf(source, 'unnamed');
  // `cve` and `capec` are kept for numbers of their own.
  const name = /^(cve|capec)$/.test(source_name) ? `${source_name} (source)` : source_name;
  return present({ source_name: name, url: uriOf(url), ...more });
}

/** `List A (2024)`. */
export function sourceWords({ name, date }: FactSource): string {
  return date === undefined
    ? nameOf(name, 'unnamed')
    : `${nameOf(name, 'unnamed')} (${nameOf(date, '?')})`;
}

/** A reference to what a source states. */
export function sourceReference(source: FactSource): StixProperties {
  return reference(source.name, source.url, { description: `Stated by ${sourceWords(source)}.` });
}
