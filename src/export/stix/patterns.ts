/** Techniques as attack patterns, joined to what bears them out. */
import { type Desk, domainObject, type Times } from './desk.ts';
import { openctiProperties } from './extensions.ts';
import { stixId } from './identifiers.ts';
import { isNew, type Known } from './known.ts';
import type { StixObject } from './object.ts';
import { relationship } from './relations.ts';
import { SINCE } from './stamps.ts';
import type { Attached, Technique } from './techniques.ts';

const CAUTION =
  'The evidence is of the kind that DISARM files under this technique. It does not say who did it, ' +
  'or that anybody meant to.';

/** The attack patterns, where they were not emitted yet, and their relationships to `from`. */
export function* patternObjects(
  desk: Desk,
  known: Known,
  { from, basis, times }: { from: string; basis: string; times: Times },
  attached: readonly Attached[],
): Iterable<StixObject> {
  if (!/^(report|narrative)--/.test(from)) return;
  for (const { technique, evidence } of attached) {
    const id = stixId('attack-pattern', partsOf(technique));
    if (isNew(known, id)) yield pattern(desk, technique);
    const link = relationship(desk, [from, 'related-to', id], times, basis, {
      description: `Evidence: ${evidence} ${CAUTION}`,
    });
    if (isNew(known, link.id)) yield link;
  }
}

// OpenCTI makes the identifier of the number alone, so that the pattern meets the one of DISARM there.
const partsOf = ({ id }: Technique) => ({ x_mitre_id: id });

function pattern(desk: Desk, technique: Technique): StixObject {
  const { id, name, tactic } = technique;
  return domainObject(
    desk,
    'attack-pattern',
    partsOf(technique),
    { created: SINCE },
    {
      name,
      kill_chain_phases: [{ kill_chain_name: 'disarm', phase_name: tactic }],
      external_references: [
        {
          source_name: 'DISARM',
          external_id: id,
          url: `https://github.com/DISARMFoundation/DISARMframeworks/blob/main/generated_pages/techniques/${id}.md`,
        },
      ],
      extensions: openctiProperties({ x_mitre_id: id }),
    },
  );
}
