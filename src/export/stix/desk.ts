/** The desk as the maker of a bundle: its identity, its marking, and what all its objects share. */
import type { ExportHead } from '../../domain/exports.ts';
import { extensionDefinitions } from './extensions.ts';
import { type Contributing, stixId } from './identifiers.ts';
import { markingOf, type Tlp } from './marking.ts';
import {
  isPresent,
  present,
  type StixObject,
  type StixProperties,
  type StixType,
  type StixValue,
} from './object.ts';
import { firstOf, SINCE, stamp } from './stamps.ts';

/** What objects of one bundle share. */
export interface Desk {
  /** The identity that made them. */
  readonly by: string;
  readonly marks: readonly string[];
  /** When it last kept or measured anything, milliseconds since the epoch. */
  readonly at: number;
}

/** The desk that a head describes; without one, a desk that knows no time. */
export function deskOf(head: ExportHead | undefined, tlp: Tlp): Desk {
  return { by: identityId('Atalaya', 'system'), marks: [markingOf(tlp).id], at: firstOf(head?.at) };
}

/** As OpenCTI makes it: of the name in small letters and the class. */
export function identityId(name: string, identityClass: string): string {
  return stixId('identity', { name: name.toLowerCase().trim(), identity_class: identityClass });
}

/** When a thing was made and last changed, milliseconds since the epoch; the latter is never earlier. */
export interface Times {
  readonly created: number;
  readonly modified?: number;
}

/** A domain or relationship object with all that such objects share. `parts` make its identifier. */
export function domainObject(
  desk: Desk,
  type: StixType,
  parts: Contributing,
  { created, modified = created }: Times,
  properties: StixProperties,
): StixObject {
  const object: Record<string, StixValue> & { type: StixType; id: string } = {
    ...{ type, spec_version: '2.1', id: stixId(type, parts), created_by_ref: desk.by },
    created: stamp(created),
    modified: stamp(Math.max(created, modified)),
  };
  // In place: of hundreds of thousands of objects each copy counts.
  for (const key in properties) {
    const value = properties[key];
    if (isPresent(value)) object[key] = value;
  }
  object['object_marking_refs'] = desk.marks;
  return object;
}

/** An observable: it has no time and no maker, and its identifier says what it is. */
export function observable(
  desk: Desk,
  type: 'file' | 'media-content' | 'url',
  id: string,
  properties: StixProperties,
): StixObject {
  return present({ type, spec_version: '2.1', id, ...properties, object_marking_refs: desk.marks });
}

/** What stands at the head of every bundle, so that all that follows can refer to it. */
export function deskObjects(desk: Desk, tlp: Tlp): readonly StixObject[] {
  const identity = (name: string, identityClass: string, description: string): StixObject => ({
    ...{ type: 'identity', spec_version: '2.1', id: identityId(name, identityClass) },
    ...{ created_by_ref: desk.by, created: stamp(SINCE), modified: stamp(SINCE) },
    ...{ name, description, identity_class: identityClass, object_marking_refs: desk.marks },
  });
  const opencti = identity(
    'OpenCTI',
    'organization',
    'The platform whose types channel, narrative and media-content are used.',
  );
  return [
    markingOf(tlp),
    identity('Atalaya', 'system', 'An early-warning desk for foreign influence in a host country.'),
    opencti,
    ...extensionDefinitions(desk.by, opencti.id, desk.marks),
  ];
}
