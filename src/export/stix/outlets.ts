/**
 * Outlets: the channel that publishes, and the organisation behind it with what lists state of it.
 * Both names carry the outlet's key, since OpenCTI merges what has one name, and there are several
 * houses called "Canal Uno". Owners are left out: they may be persons.
 */
import type { ExportOutlet } from '../../domain/exports.ts';
import type { OutletFact } from '../../domain/watch.ts';
import { type Desk, domainObject, type Times } from './desk.ts';
import { NEW_OBJECT } from './extensions.ts';
import { nameOf } from './foreign.ts';
import { packed } from './identifiers.ts';
import { isNew, type Known, lookUp } from './known.ts';
import type { StixObject } from './object.ts';
import { relationship, sourceReference, sourceWords } from './relations.ts';
import { SINCE } from './stamps.ts';
import { stateId, stateObjects } from './states.ts';

/** The identifier of an outlet's channel, with the channel where it was not emitted yet. */
export function channelOf(
  desk: Desk,
  known: Known,
  { domain, name }: Pick<ExportOutlet, 'domain' | 'name'>,
): { readonly id: string; readonly channel: StixObject | undefined } {
  const before = lookUp('channel', known.channels, domain);
  if (before !== undefined) return { id: before, channel: undefined };
  const called = titled(name, domain);
  const parts = { name: called.toLowerCase().trim() };
  const channel = domainObject(desk, 'channel', parts, timesOf(desk), {
    name: called,
    description: `What ${nameOf(name, 'an outlet')} publishes under ${nameOf(domain, 'no address')}.`,
    channel_types: [domain.includes('/') ? 'Account' : 'Website'],
    extensions: NEW_OBJECT,
  });
  known.channels.set(domain, packed(channel.id));
  return { id: channel.id, channel: isNew(known, channel.id) ? channel : undefined };
}

/** What lists state may have changed whenever the desk kept anything. */
const timesOf = ({ at }: Desk): Times => ({ created: SINCE, modified: at });

/** `Radio Valdoria (radio-valdoria.example)`. */
function titled(name: string, domain: string): string {
  const key = nameOf(domain, 'no address');
  const shown = nameOf(name, key);
  return shown === key ? key : `${shown} (${key})`;
}

/** The channel, the organisation, where it sits as lists state it, and how they belong together. */
export function* outletObjects(
  desk: Desk,
  known: Known,
  { domain, name, facts }: ExportOutlet,
): Iterable<StixObject> {
  const { id, channel } = channelOf(desk, known, { domain, name });
  if (channel !== undefined) yield channel;
  const times = timesOf(desk);
  const called = titled(name, domain);
  const parts = { name: called.toLowerCase().trim(), identity_class: 'organization' };
  const organisation = domainObject(desk, 'identity', parts, times, {
    name: called,
    identity_class: 'organization',
    description: [
      'The publisher, as lists state it; lists may differ, and none of it says what it prints.',
      ...facts.map(factWords),
    ].join('\n'),
    external_references: facts.map(({ source }) => sourceReference(source)),
  });
  if (!isNew(known, organisation.id)) return;
  yield organisation;
  yield relationship(desk, [organisation.id, 'related-to', id], times, undefined, {
    description: 'The organisation publishes on the channel.',
  });
  yield* seats(desk, known, organisation.id, facts);
}

function* seats(
  desk: Desk,
  known: Known,
  organisation: string,
  facts: readonly OutletFact[],
): Iterable<StixObject> {
  for (const { country, source } of facts) {
    const seat = stateId(country);
    if (seat?.startsWith('location') !== true) continue;
    yield* stateObjects(desk, known, [country]);
    const located = relationship(
      desk,
      [organisation, 'located-at', seat],
      timesOf(desk),
      undefined,
      { description: `As stated by ${sourceWords(source)}.` },
    );
    if (isNew(known, located.id)) yield located;
  }
}

function factWords({ affiliation, country, labels = [], source }: OutletFact): string {
  const said = [
    affiliation === undefined ? undefined : nameOf(affiliation, 'unknown'),
    country === undefined ? undefined : `country ${nameOf(country, '?')}`,
    ...labels.map((label) => `“${nameOf(label, '?')}”`),
  ].filter((word) => word !== undefined);
  return `${sourceWords(source)}: ${said.join('; ') || 'listed'}.`;
}
