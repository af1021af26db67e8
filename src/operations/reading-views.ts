/** Stored readings as people and programs see them. */

import type {
  Attribution,
  DateMention,
  Mention,
  Party,
  Phrase,
  Reading,
  Speaker,
} from '../domain/reading.ts';
import type {
  PartyView,
  ReadingView,
  SpeakerView,
  StatementView,
  TimeView,
} from '../domain/reading-views.ts';
import type { Span } from '../domain/span.ts';
import { quotedView } from '../text/quoted.ts';

/** Draws up one reading of the article with this text. */
export function readingView(reading: Reading, text: string): ReadingView {
  const { dates } = reading;
  return {
    reader: reading.reader,
    statements: reading.attributions.map((one) => statementView(one, text, dates)),
    events: reading.events.map((event) => ({
      type: event.type,
      kind: event.kind,
      status: event.status,
      text: event.text,
      span: event.span,
      actors: event.actors.map(partyView),
      recipients: event.recipients.map(partyView),
      place: event.place && phraseView(event.place),
      date: timeView(event.date, dates),
      sentence: quotedView(event.sentence, text),
      told: event.told,
    })),
    counts: reading.counts.map((count) => ({
      measure: count.measure,
      number: count.number,
      unit: count.unit,
      scope: count.scope,
      sender: count.sender && partyView(count.sender),
      host: count.host && partyView(count.host),
      asOf: timeView(count.asOf, dates),
      status: count.status,
      quoted: quotedView(count.span, text),
      told: count.told,
    })),
    positions: reading.positions.map((position) => ({
      stance: position.stance,
      holder: partyView(position.holder),
      towards: partyView(position.towards),
      quoted: quotedView(position.span, text),
      told: position.told,
    })),
    staleness: reading.staleness.map((cue) => ({ kind: cue.kind, ...phraseView(cue) })),
    named: namedIn(reading.mentions),
    refused: reading.refused,
  };
}

/** Draws up one statement; `dates` are those of its reading. */
export function statementView(
  attribution: Attribution,
  text: string,
  dates: readonly DateMention[],
): StatementView {
  const { source, role, cue, venue, via } = attribution;
  return {
    source: source && speakerView(source),
    role: role && { ...phraseView(role), former: role.former },
    cue: cue && { ...phraseView(cue), polarity: cue.polarity },
    content: attribution.content.map((span) => quotedView(span, text)),
    mode: attribution.mode,
    venue: venue && phraseView(venue),
    uttered: timeView(attribution.uttered, dates),
    via: via.map(speakerView),
    within: attribution.within,
  };
}

function speakerView({ span, text, form, entity, name }: Speaker): SpeakerView {
  return { span, text: flat(text), form, entity, name };
}

function partyView({ text, span, state }: Party): PartyView {
  return { text: flat(text), span, state };
}

function phraseView({ text, span }: Phrase): { readonly text: string; readonly span: Span } {
  return { text: flat(text), span };
}

function timeView(at: number | undefined, dates: readonly DateMention[]): TimeView | undefined {
  const date = at === undefined ? undefined : dates[at];
  return date && { ...phraseView(date), value: date.value };
}

function namedIn(mentions: readonly Mention[]): ReadingView['named'] {
  const named = new Map<string, ReadingView['named'][number]>();
  for (const { entity, name, kind, state } of mentions) {
    const times = (named.get(entity)?.times ?? 0) + 1;
    named.set(entity, { entity, name, kind, state, times });
  }
  return [...named.values()].sort((a, b) => b.times - a.times || (a.entity < b.entity ? -1 : 1));
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');
