/** States as locations; the unions that act like one as groups. Never a state as an actor of a threat. */
import type { StateCode } from '../../domain/reading.ts';
import { type Desk, domainObject, identityId } from './desk.ts';
import { stixId } from './identifiers.ts';
import { isNew, type Known } from './known.ts';
import type { StixObject } from './object.ts';
import { SINCE } from './stamps.ts';

const UNIONS: Readonly<Record<string, string>> = {
  EU: 'European Union',
  NATO: 'North Atlantic Treaty Organization',
  UN: 'United Nations',
};

/** The identifier of a state; undefined for what is no code of one. */
export function stateId(code: StateCode | undefined): string | undefined {
  if (code === undefined) return undefined;
  if (Object.hasOwn(UNIONS, code)) return identityId(UNIONS[code]!, 'group');
  return /^[A-Z]{2}$/.test(code) ? stixId('location', partsOf(code)) : undefined;
}

// OpenCTI knows countries by their codes as aliases, so that the code finds the country that is there.
const partsOf = (code: string) => ({
  name: code.toLowerCase(),
  x_opencti_location_type: 'Country',
});

/** The objects of states that were not emitted yet. */
export function* stateObjects(
  desk: Desk,
  known: Known,
  codes: readonly (StateCode | undefined)[],
): Iterable<StixObject> {
  for (const code of codes) {
    const id = stateId(code);
    if (code === undefined || id === undefined || !isNew(known, id)) continue;
    const times = { created: SINCE };
    const union = Object.hasOwn(UNIONS, code) ? UNIONS[code]! : undefined;
    yield union === undefined
      ? domainObject(desk, 'location', partsOf(code), times, { name: code, country: code })
      : domainObject(
          desk,
          'identity',
          { name: union.toLowerCase(), identity_class: 'group' },
          times,
          { name: union, identity_class: 'group' },
        );
  }
}
