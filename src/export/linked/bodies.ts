/** What annotations say of their passages: a sentence for people, and tags for programs. */
import type { AlertView } from '../../domain/alert-views.ts';
import type { SpeakerView, StatementView } from '../../domain/reading-views.ts';
import type { EchoView, PassageView } from '../../domain/views.ts';
import { measureWords } from '../alert-wording.ts';
import { lagWords } from '../moments.ts';
import { POLARITY_WORDS } from '../reading-wording.ts';
import { COPY_TYPE_WORDS, CREDIT_WORDS, counted, REASON_WORDS } from '../wording.ts';
import { shown } from './plain.ts';

/** Longest piece of foreign words inside a sentence of ours, in characters. */
const PIECE = 300;

/** One annotation before it has its frame. */
export interface Drafted {
  readonly id: string;
  /** The newest of what it rests on, milliseconds since the epoch: the desk keeps no other time. */
  readonly at: number;
  readonly motivation: 'describing' | 'linking' | 'highlighting';
  readonly body: readonly object[];
  readonly target: object | undefined;
}

/** A sentence in English. */
function describing(value: string): object {
  const text = { type: 'TextualBody', value, format: 'text/plain', language: 'en' };
  return { ...text, purpose: 'describing' };
}

/** `copy:verbatim` and the like. */
function tag(value: string): object {
  return { type: 'TextualBody', value, purpose: 'tagging' };
}

/** The other passage, by the id of its annotation. */
function linking(source: string): object {
  return { type: 'SpecificResource', source, purpose: 'linking' };
}

/** Of one piece of a statement: whose words the article says that these are. */
export function statementBodies(
  statement: StatementView,
  reader: string,
  part: number,
  hiddenWords: number,
): object[] {
  const { source, cue, role, mode, content, via, uttered } = statement;
  const sentences = [
    `Statement in ${mode} speech, piece ${part + 1} of ${content.length}`,
    `source as the article names it: ${speakerWords(source)}`,
    role && `role as stated: ${shown(role.text, PIECE)}${role.former ? ' (a former one)' : ''}`,
    cue && `cue: ${shown(cue.text, PIECE)} (${POLARITY_WORDS[cue.polarity]})`,
    uttered && `when, as stated: ${shown(uttered.text, PIECE)}`,
    ...via.map((speaker) => `through: ${speakerWords(speaker)}`),
    hiddenWords > 0 ? `${counted(hiddenWords, 'further word')} not shown` : undefined,
    `read by ${shown(reader, PIECE)}`,
  ];
  const polarity = cue === undefined ? [] : [tag(`polarity:${cue.polarity}`)];
  return [describing(joined(sentences)), tag('statement'), tag(`mode:${mode}`), ...polarity];
}

/** Of the passage of an echo: how it differs, and from what it may come. */
export function echoBodies(echo: EchoView, passage: PassageView, other: string): object[] {
  const { parent, copyType, credit, role } = echo;
  const sentences = [
    parent === undefined
      ? 'The same passage stands in another article; which of the two is earlier is not said'
      : 'The same passage stands in an earlier article: a lead to where it came from, no finding',
    parent && `${REASON_WORDS[parent.reason]}, confidence ${parent.confidence.toFixed(2)} of 1`,
    parent && counted(parent.rivals.length, 'rival'),
    parent && lagWords(parent.lag),
    copyType && `copy: ${COPY_TYPE_WORDS[copyType]}`,
    `credit of the source: ${CREDIT_WORDS[credit]}`,
    `${counted(passage.words, 'word')} shared`,
    passage.hiddenWords > 0 ? `${counted(passage.hiddenWords, 'word')} not shown` : undefined,
  ];
  const copy = copyType === undefined ? [] : [tag(`copy:${copyType}`)];
  const tags = [tag(`role:${role}`), ...copy, tag(`credit:${credit}`)];
  return [describing(joined(sentences)), ...tags, linking(other)];
}

/** Of the passage that an echo is compared with. */
export function comparedBodies(echo: EchoView, other: string): object[] {
  const sentence =
    echo.parent === undefined
      ? 'The same passage stands in another article; which of the two is earlier is not said'
      : 'The same passage stands in a later article; that it came from here is a lead, no finding';
  return [describing(sentence), tag('role:compared'), linking(other)];
}

/** Of a passage on which an alert rests. */
export function alertBodies({ alert, indicator }: AlertView): object[] {
  const sentence = joined([
    'An alert rests on this passage, among others; it is worth a look and says nothing of who did what',
    `indicator: ${shown(indicator?.title.en ?? alert.indicator, PIECE)}`,
    `measured: ${measureWords(alert.measure, alert.value, 'en')}`,
    `confidence of the measurement: ${alert.confidence}`,
    alert.stands ? undefined : 'the newest measurement does not reach the threshold',
  ]);
  return [
    describing(sentence),
    tag('alert'),
    tag(`measure:${alert.measure}`),
    tag(`state:${alert.state}`),
  ];
}

function speakerWords(speaker: SpeakerView | undefined): string {
  if (speaker === undefined) return 'not named';
  const words = shown(speaker.text, PIECE);
  const name = speaker.name === undefined ? '' : shown(speaker.name, PIECE);
  return name === '' || name === words ? words : `${words} (${name})`;
}

const joined = (parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join('; ');
