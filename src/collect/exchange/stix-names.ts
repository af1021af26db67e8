/** What objects of a bundle say of each other: who made them, where they ran, when they were seen. */
import { fieldOf, isLoose, type Loose, textIn, textsIn } from './loose.ts';

/** Grows with the number of objects, by a few short texts each. */
export interface StixNames {
  readonly called: Map<string, Called>;
  /** Organisations by the id of their identity; people are not kept as publishers. */
  readonly makers: Map<string, string>;
  /** Channels by the id of what they published. */
  readonly channels: Map<string, string>;
  /** When something was first observed, as stated. */
  readonly seen: Map<string, string>;
  /** Identities of desks like this one. */
  readonly desks: Set<string>;
  /** Who refers to what: the maker's id, or `''` for the desk's extension. */
  readonly referred: [maker: string, id: string][];
  readonly revoked: Set<string>;
}

interface Called {
  readonly type: string;
  readonly title: string | undefined;
}

/** The name of the identity under which a desk signs. */
const OWN_NAME = 'Atalaya';
/** The desk's own extension, with its fixed identifier (`export/stix/extensions.ts`). */
const OWN_EXTENSION = 'extension-definition--c0457aa9-801e-5dc4-aaad-ee8f41a5a336';

export function noNames(): StixNames {
  return {
    called: new Map(),
    makers: new Map(),
    channels: new Map(),
    seen: new Map(),
    desks: new Set(),
    referred: [],
    revoked: new Set(),
  };
}

/** Notes what one object says; all are noted before anything is asked. */
export function noteNames(names: StixNames, id: string, type: string, object: Loose): void {
  names.called.set(id, { type, title: titleOf(object) });
  if (fieldOf(object, 'revoked') === true) names.revoked.add(id);
  const by = hasOwnExtension(object) ? OWN_EXTENSION : textIn(object, 'created_by_ref');
  if (by !== undefined) {
    for (const name of ['object_refs', 'source_ref', 'target_ref']) {
      for (const one of textsIn(object, name)) names.referred.push([by, one]);
    }
  }
  if (type === 'identity') noteIdentity(names, id, object);
  if (type === 'observed-data') noteObserved(names, object);
  if (type === 'relationship' && textIn(object, 'relationship_type') === 'publishes') {
    const [source, target] = [textIn(object, 'source_ref'), textIn(object, 'target_ref')];
    const isChannel = source?.startsWith('channel--') === true;
    if (isChannel && target !== undefined && !names.channels.has(target)) {
      names.channels.set(target, source);
    }
  }
}

function titleOf(object: Loose): string | undefined {
  return textIn(object, 'name') ?? textIn(object, 'title') ?? textIn(object, 'abstract');
}

function noteIdentity({ desks, makers }: StixNames, id: string, object: Loose): void {
  const name = textIn(object, 'name');
  if (name?.trim() === OWN_NAME) desks.add(id);
  if (name !== undefined && textIn(object, 'identity_class') !== 'individual') makers.set(id, name);
}

function noteObserved({ seen }: StixNames, object: Loose): void {
  const at = textIn(object, 'first_observed');
  if (at === undefined) return;
  for (const id of textsIn(object, 'object_refs')) {
    const before = seen.get(id);
    // Both are written in one way (RFC 3339, UTC), so that letters are in the order of time.
    if (before === undefined || at < before) seen.set(id, at);
  }
}

function hasOwnExtension(object: Loose): boolean {
  const extensions = fieldOf(object, 'extensions');
  return isLoose(extensions) && Object.hasOwn(extensions, OWN_EXTENSION);
}

/** The organisation that made an object; absent where it is a person, or not in the file. */
export function makerOf({ makers }: StixNames, object: Loose): string | undefined {
  return makers.get(textIn(object, 'created_by_ref') ?? '');
}

/** The channel that published a media-content. */
export function channelOf({ channels, called }: StixNames, id: string): string | undefined {
  return called.get(channels.get(id) ?? '')?.title;
}

/** Whether a desk like this one made it. Observables have no maker: they are its where it refers to them. */
export function ownObjects({ desks, referred }: StixNames): (id: string, object: Loose) => boolean {
  const isOwn = (by: string): boolean => by === OWN_EXTENSION || desks.has(by);
  const named = new Set(referred.filter(([by]) => isOwn(by)).map(([, id]) => id));
  return (id, object) => {
    const by = textIn(object, 'created_by_ref');
    return by === undefined
      ? named.has(id) || hasOwnExtension(object)
      : desks.has(by) || hasOwnExtension(object);
  };
}
