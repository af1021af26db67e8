/** The fixed words for the closed unions of a reading. */
import type {
  CuePolarity,
  EventStatus,
  PresenceMeasure,
  PresenceScope,
  PresenceUnit,
  ReadRefusal,
  StalenessCue,
  Stance,
} from '../domain/reading.ts';

export const POLARITY_WORDS: Readonly<Record<CuePolarity, string>> = {
  says: 'says',
  claims: 'claims',
  denies: 'denies',
  'falsely-claims': 'is said to claim falsely',
  warns: 'warns',
  admits: 'admits',
  accuses: 'accuses',
  asks: 'asks',
  promises: 'promises',
  believes: 'believes or wants',
};

export const STATUS_WORDS: Readonly<Record<EventStatus, string>> = {
  happened: 'told as happened',
  negated: 'told as not happened',
  hypothetical: 'only considered',
  planned: 'announced',
};

export const UNIT_WORDS: Readonly<Record<PresenceUnit, string>> = {
  diplomats: 'diplomats',
  'administrative-technical': 'administrative and technical staff',
  staff: 'staff',
  accredited: 'all accredited',
  'intelligence-officers': 'intelligence officers, as the source calls them',
  posts: 'posts',
  military: 'military personnel',
  unstated: 'unit not stated',
};

export const SCOPE_WORDS: Readonly<Record<PresenceScope, string>> = {
  embassy: 'at the embassy',
  consulate: 'at a consulate',
  mission: 'at the mission',
  country: 'in the country',
  unstated: 'scope not stated',
};

export const MEASURE_WORDS: Readonly<Record<PresenceMeasure, string>> = {
  level: 'level',
  rise: 'rise',
  fall: 'fall',
  arrival: 'arrival',
  expulsion: 'expulsion',
  recall: 'recall',
  cap: 'cap',
};

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  supports: 'supports',
  opposes: 'opposes',
  neutral: 'is neutral on',
};

export const STALENESS_WORDS: Readonly<Record<StalenessCue['kind'], string>> = {
  'old-date': 'an older date',
  'former-role': 'a role no longer held',
  recirculated: 'said to go around again',
  archive: 'archive material',
};

export const READ_REFUSAL_WORDS: Readonly<Record<ReadRefusal, string>> = {
  'not-in-text': 'not found in the article at its place',
  malformed: 'not of the agreed form',
  'unknown-value': 'a value that is none of the agreed ones',
  'too-many': 'more items than one article can hold',
};
