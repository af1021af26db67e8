/**
 * The extensions that objects of a bundle carry, with their definitions (STIX 2.1, section 7.3).
 * OpenCTI's two are known by their fixed identifiers; the desk's own holds what STIX has no field for.
 * The one of TLP 2.0 belongs to OASIS, which publishes it, and is not repeated here.
 */
import { stixId } from './identifiers.ts';
import type { StixObject, StixProperties } from './object.ts';
import { SINCE, stamp } from './stamps.ts';

const OPENCTI = 'extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba';
const OPENCTI_OBSERVABLES = 'extension-definition--f93e2c80-4231-4f9a-af8b-95c9bd566a82';
const ATALAYA = stixId('extension-definition', { name: 'Atalaya', version: '1' });

/** Marks a `channel` or `narrative` as a type of OpenCTI. */
export const NEW_OBJECT: StixProperties = { [OPENCTI]: { extension_type: 'new-sdo' } };
/** Marks a `media-content` as a type of OpenCTI. */
export const NEW_OBSERVABLE: StixProperties = {
  [OPENCTI_OBSERVABLES]: { extension_type: 'new-sco' },
};

/** What OpenCTI reads of an `attack-pattern`. */
export function openctiProperties(properties: StixProperties): StixProperties {
  return { [OPENCTI]: { extension_type: 'property-extension', ...properties } };
}

/** What the desk says of an object beyond the fields of STIX. */
export function deskProperties(properties: StixProperties): StixProperties {
  return { [ATALAYA]: { extension_type: 'property-extension', ...properties } };
}

/** The definitions of the three. `desk` and `opencti`: identities of their makers. */
export function extensionDefinitions(
  desk: string,
  opencti: string,
  marks: readonly string[],
): readonly StixObject[] {
  const definition = (id: string, by: string, properties: StixProperties): StixObject => ({
    ...{ type: 'extension-definition', spec_version: '2.1', id, created_by_ref: by },
    ...{ created: stamp(SINCE), modified: stamp(SINCE), ...properties, object_marking_refs: marks },
  });
  return [
    definition(OPENCTI, opencti, {
      name: 'OpenCTI objects',
      schema:
        'The types channel and narrative, and the property x_mitre_id, as OpenCTI defines them.',
      version: '1.0',
      extension_types: ['new-sdo', 'property-extension'],
    }),
    definition(OPENCTI_OBSERVABLES, opencti, {
      name: 'OpenCTI observables',
      schema: 'The type media-content, as OpenCTI defines it.',
      version: '1.0',
      extension_types: ['new-sco'],
    }),
    definition(ATALAYA, desk, {
      name: 'Atalaya',
      schema:
        'Bounds and precision of dates, places in texts (in Unicode code points, the end excluded), ' +
        'kinds of copies and what else Atalaya states; docs/stix.md of Atalaya describes each property.',
      version: '1',
      extension_types: ['property-extension'],
    }),
  ];
}
