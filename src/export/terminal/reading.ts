/** A reading for a terminal: statements first, then what happened, how many, who stands where. */
import type { QuotedView } from '../../domain/excerpts.ts';
import type {
  CountView,
  EventView,
  PartyView,
  PositionView,
  ReadingView,
  SaidView,
  SpeakerView,
  StatementView,
  TimeView,
} from '../../domain/reading-views.ts';
import { momentWords } from '../moments.ts';
import {
  MEASURE_WORDS,
  POLARITY_WORDS,
  READ_REFUSAL_WORDS,
  SCOPE_WORDS,
  STALENESS_WORDS,
  STANCE_WORDS,
  STATUS_WORDS,
  UNIT_WORDS,
} from '../reading-wording.ts';
import { counted, figure } from '../wording.ts';
import { clipped, foreign, type Ink } from './ink.ts';

const PASSAGE_WIDTH = 200;
/** Names listed. */
const NAMED = 12;

/** One reading as a block of lines; parts that hold nothing are left out. */
export function readingText(reading: ReadingView, ink: Ink): string {
  const { statements, events, counts, positions, staleness, named } = reading;
  const lines = [ink.bold(`Read by ${reading.reader}: ${summary(reading)}`)];
  if (named.length > 0) lines.push(`  names  ${namesLine(reading, ink)}`);
  for (const [at, one] of statements.entries()) {
    lines.push(...statementLines(one, ink, `  [${at + 1}] `));
  }
  for (const event of events) lines.push(...eventLines(event, ink));
  for (const count of counts) lines.push(...countLines(count, ink));
  for (const position of positions) lines.push(...positionLines(position, ink));
  for (const { kind, text } of staleness) {
    lines.push(`  ${ink.warn('old?')} ${STALENESS_WORDS[kind]}: “${foreign(text)}”`);
  }
  const refused = Object.entries(reading.refused) as [keyof typeof READ_REFUSAL_WORDS, number][];
  for (const [kind, count] of refused) {
    lines.push(`  ${ink.warn('refused')} ${counted(count, 'item')}: ${READ_REFUSAL_WORDS[kind]}`);
  }
  return lines.join('\n');
}

/** One statement with the article that carries it. */
export function saidText({ article, statement }: SaidView, ink: Ink): string {
  const { main } = momentWords(article.published);
  const where = `${foreign(article.url ?? article.capture.origin)}  ${article.id}`;
  return [
    `${ink.bold(foreign(article.outlet))}, ${main}  ${ink.dim(where)}`,
    ...statementLines(statement, ink, '  '),
  ].join('\n');
}

function summary({ statements, events, counts, positions }: ReadingView): string {
  return [
    counted(statements.length, 'statement'),
    counted(events.length, 'event'),
    counted(counts.length, 'count of presence', 'counts of presence'),
    counted(positions.length, 'position'),
  ].join(', ');
}

function namesLine({ named }: ReadingView, ink: Ink): string {
  const shown = named.slice(0, NAMED).map(({ name, times, state, kind }) => {
    const known = state === undefined || kind === 'state' ? '' : ` (${state})`;
    return `${foreign(name)}${known}${times > 1 ? ` ×${times}` : ''}`;
  });
  const more = named.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ink.dim(` and ${figure(more)} more`) : ''}`;
}

export function statementLines(one: StatementView, ink: Ink, mark: string): string[] {
  const pad = ' '.repeat(mark.length);
  const who =
    one.source === undefined ? ink.warn('source not stated') : speakerText(one.source, ink);
  const role =
    one.role === undefined
      ? ''
      : `, ${one.role.former ? `${ink.warn('former')}: ` : ''}${foreign(one.role.text)}`;
  const cue =
    one.cue === undefined
      ? 'quoted'
      : `${POLARITY_WORDS[one.cue.polarity]} ${ink.dim(`(“${foreign(one.cue.text)}”)`)}`;
  const circumstances = [
    one.venue && `at: ${foreign(one.venue.text)}`,
    one.uttered && `uttered: ${timeText(one.uttered)}`,
    one.via.length > 0 && `via ${one.via.map((link) => speakerText(link, ink)).join(', via ')}`,
    one.within !== undefined && `inside statement ${one.within + 1}`,
    one.mode,
  ].filter((part) => typeof part === 'string');
  return [
    `${mark}${who}${role} ${cue}`,
    `${pad}“${one.content.map(quotedText).join(' … ')}”`,
    `${pad}${ink.dim(circumstances.join(' · '))}`,
  ];
}

function speakerText({ text, form, name }: SpeakerView, ink: Ink): string {
  const said = foreign(text);
  if (form === 'named' || form === 'unstated') {
    return name === undefined || name === said
      ? ink.bold(said)
      : `${ink.bold(said)} = ${foreign(name)}`;
  }
  return name === undefined
    ? `${ink.bold(said)}${form === 'pronoun' ? ink.warn(' (not resolved)') : ''}`
    : `${ink.bold(foreign(name))} (“${said}”)`;
}

function eventLines(event: EventView, ink: Ink): string[] {
  const who = `${partiesText(event.actors)} → ${partiesText(event.recipients)}`;
  const happened = event.status === 'happened' ? '' : `, ${ink.warn(STATUS_WORDS[event.status])}`;
  const more = [
    event.place && `at ${foreign(event.place.text)}`,
    event.date && timeText(event.date),
    event.told !== undefined && `told in statement ${event.told + 1}`,
  ].filter((part) => typeof part === 'string');
  const head = `  event  ${ink.bold(event.kind === 'other' ? event.type : event.kind)} ${who}${happened}`;
  return [
    `${head}${more.length > 0 ? ink.dim(`  ${more.join(' · ')}`) : ''}`,
    ink.dim(`         “${quotedText(event.sentence)}”`),
  ];
}

function countLines(count: CountView, ink: Ink): string[] {
  const size = sizeText(count);
  const of = `${partyText(count.sender)} in ${partyText(count.host)}`;
  const what = `${UNIT_WORDS[count.unit]}, ${SCOPE_WORDS[count.scope]}`;
  const happened = count.status === 'happened' ? '' : `, ${ink.warn(STATUS_WORDS[count.status])}`;
  const more = [
    count.asOf && `as of ${timeText(count.asOf)}`,
    count.told !== undefined && `told in statement ${count.told + 1}`,
  ].filter((part) => typeof part === 'string');
  return [
    `  count  ${ink.bold(MEASURE_WORDS[count.measure])} ${size}: ${of}; ${what}${happened}${more.length > 0 ? ink.dim(`  ${more.join(' · ')}`) : ''}`,
    ink.dim(`         “${quotedText(count.quoted)}”`),
  ];
}

function sizeText({ number }: CountView): string {
  if (number === undefined) return 'no number stated';
  const { min, max } = number;
  if (max === null) return `at least ${figure(min)}`;
  if (min === max) return figure(min);
  return min === 0 ? `at most ${figure(max)}` : `${figure(min)} to ${figure(max)}`;
}

function positionLines(position: PositionView, ink: Ink): string[] {
  const { holder, stance, towards, told, quoted } = position;
  const line = `  stands ${partyText(holder)} ${ink.bold(STANCE_WORDS[stance])} ${partyText(towards)}`;
  return [
    told === undefined ? line : `${line}${ink.dim(`  told in statement ${told + 1}`)}`,
    ink.dim(`         “${quotedText(quoted)}”`),
  ];
}

const partiesText = (parties: readonly PartyView[]): string =>
  parties.length === 0 ? '?' : parties.map(partyText).join(' and ');

function partyText(party: PartyView | undefined): string {
  if (party === undefined) return '?';
  const { text, state } = party;
  return state === undefined ? foreign(text) : `${foreign(text)} [${state}]`;
}

const timeText = ({ text, value }: TimeView): string => `${value} (“${foreign(text)}”)`;

function quotedText({ text, hiddenWords }: QuotedView): string {
  const piece = clipped(foreign(text), PASSAGE_WIDTH);
  return hiddenWords > 0 && !piece.endsWith('…') ? `${piece} …` : piece;
}
