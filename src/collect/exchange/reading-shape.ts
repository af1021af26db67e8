/** The shape of a reading: statements, events, counts and positions with their places. */
import {
  CUE_POLARITIES,
  EVENT_KINDS,
  EVENT_STATUSES,
  MENTION_KINDS,
  PLOVER_TYPES,
  PRESENCE_MEASURES,
  PRESENCE_SCOPES,
  PRESENCE_UNITS,
  QUOTE_MODES,
  READ_REFUSALS,
  STALENESS_KINDS,
  STANCES,
} from '../../domain/reading.ts';
import type {
  CountView,
  EventView,
  PartyView,
  PositionView,
  ReadingView,
  SpeakerView,
  StatementView,
  TimeView,
} from '../../domain/reading-views.ts';
import { count, quoted, range, span, words } from './parts.ts';
import { flag, list, maybe, member, object, optional, type Shape, text } from './shape.ts';

const speaker: Shape<SpeakerView> = object<SpeakerView>({
  span,
  text,
  form: member(['named', 'described', 'pronoun', 'unstated']),
  entity: maybe(text),
  name: maybe(text),
});

const time: Shape<TimeView> = object<TimeView>({ span, text, value: text });

const statement: Shape<StatementView> = object<StatementView>({
  source: maybe(speaker),
  role: maybe(object<NonNullable<StatementView['role']>>({ text, span, former: flag })),
  cue: maybe(
    object<NonNullable<StatementView['cue']>>({ text, span, polarity: member(CUE_POLARITIES) }),
  ),
  content: list(quoted),
  mode: member(QUOTE_MODES),
  venue: maybe(words),
  uttered: maybe(time),
  via: list(speaker),
  within: maybe(count),
});

const party: Shape<PartyView> = object<PartyView>({ text, span, state: maybe(text) });

const event: Shape<EventView> = object<EventView>({
  type: member(PLOVER_TYPES),
  kind: member(EVENT_KINDS),
  status: member(EVENT_STATUSES),
  text,
  span,
  actors: list(party),
  recipients: list(party),
  place: maybe(words),
  date: maybe(time),
  sentence: quoted,
  told: maybe(count),
});

const presenceCount: Shape<CountView> = object<CountView>({
  measure: member(PRESENCE_MEASURES),
  number: maybe(range),
  unit: member(PRESENCE_UNITS),
  scope: member(PRESENCE_SCOPES),
  sender: maybe(party),
  host: maybe(party),
  asOf: maybe(time),
  status: member(EVENT_STATUSES),
  quoted,
  told: maybe(count),
});

const position: Shape<PositionView> = object<PositionView>({
  stance: member(STANCES),
  holder: party,
  towards: party,
  quoted,
  told: maybe(count),
});

const refusals = object<Record<(typeof READ_REFUSALS)[number], number>>(
  Object.fromEntries(READ_REFUSALS.map((kind) => [kind, optional(count)])) as Record<
    (typeof READ_REFUSALS)[number],
    Shape<number>
  >,
);

export const readingView: Shape<ReadingView> = object<ReadingView>({
  reader: text,
  statements: list(statement),
  events: list(event),
  counts: list(presenceCount),
  positions: list(position),
  staleness: list(
    object<ReadingView['staleness'][number]>({ kind: member(STALENESS_KINDS), text, span }),
  ),
  named: list(
    object<ReadingView['named'][number]>({
      entity: text,
      name: text,
      kind: member(MENTION_KINDS),
      state: maybe(text),
      times: count,
    }),
  ),
  refused: refusals,
});
