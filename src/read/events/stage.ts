/** A document with all that is asked of it about its verbs: made once, shared by the readers of events. */
import type { Attribution } from '../../domain/reading.ts';
import { type OtherParty, openOthers } from './bilateral.ts';
import type { Scene } from './chunk.ts';
import { openParties, type Parties } from './parties.ts';
import { statesOfPeople } from './people.ts';
import type { StateAt } from './state-names.ts';
import { openStatus, type StatusOf } from './status.ts';
import { openSubjects, type Subjects } from './subjects.ts';
import { openTold, type Told } from './told.ts';
import { addHeads, openTopics, type Topics } from './topics.ts';

export interface Stage {
  readonly scene: Scene;
  readonly subjectOf: Subjects;
  readonly parties: Parties;
  readonly topics: Topics;
  readonly statusOf: StatusOf;
  readonly told: Told;
  readonly otherIn: OtherParty;
  readonly attributions: readonly Attribution[];
}

export function openStage(
  scene: Scene,
  stateAt: StateAt,
  attributions: readonly Attribution[],
): Stage {
  const subjectOf = openSubjects(scene);
  const states = statesOfPeople(scene, stateAt);
  const told = openTold(attributions);
  const topics = openTopics({
    scene,
    subjectOf,
    stateAt,
    attributions,
    states,
    parties: () => made,
  });
  let made: Parties = openParties(scene, stateAt, { states, pronounAt: topics.pronounAt });
  addHeads(scene, topics, states);
  // What was asked before all heads were known is asked again.
  made = openParties(scene, stateAt, { states, pronounAt: topics.pronounAt });
  return {
    scene,
    subjectOf,
    parties: made,
    topics,
    statusOf: openStatus(scene, subjectOf, told),
    told,
    otherIn: openOthers(scene, made),
    attributions,
  };
}
