/**
 * FollowTheMoney entities: an id, a schema of the model, and properties of which each has several
 * values, all strings. What a property may hold is said once, here, by the functions that make values.
 * Model: https://followthemoney.tech (3.8.4).
 */
import type { ArticleId } from '../../domain/ids.ts';
import type { SpeakerView } from '../../domain/reading-views.ts';
import { joinedName } from '../linked/names.ts';
import { sentence, shown, webAddress } from '../linked/plain.ts';

/** The schemata that leave the desk. `Person` and `Occupancy` are not among them, and never will be. */
export type FtmSchema =
  | 'Article'
  | 'Documentation'
  | 'Event'
  | 'LegalEntity'
  | 'Mention'
  | 'Note'
  | 'Organization'
  | 'Position'
  | 'PublicBody'
  | 'Similar';

export interface FtmEntity {
  readonly id: string;
  readonly schema: FtmSchema;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

type Value = string | undefined;

/** Longest value of each type of the model, in characters. */
const NAME = 384;
const STRING = 1024;
const TEXT = 65_000;
const ADDRESS = 250;
/** `EXCERPT_WORDS` words of any language are shorter, and our words around them find room. */
const PASSAGE = 4000;

/** An entity without empty properties and without the same value twice. */
export function entity(
  id: string,
  schema: FtmSchema,
  properties: Readonly<Record<string, readonly Value[]>>,
): FtmEntity {
  const kept: Record<string, string[]> = {};
  for (const [name, values] of Object.entries(properties)) {
    const full = values
      .filter((value) => value !== undefined)
      .filter((value) => value.trim() !== '');
    if (full.length > 0) kept[name] = [...new Set(full)];
  }
  return { id, schema, properties: kept };
}

/** What foreign words become as values of each type; at most `EXCERPT_WORDS` words each. */
export const nameValue = (text: string): string => shown(text, NAME);
export const stringValue = (text: string): string => shown(text, STRING);
export const textValue = (text: string): string => shown(text, PASSAGE);
export const placeValue = (text: string): string => shown(text, ADDRESS);
/** Our own sentence around foreign words that went through one of the above. */
export const ownText = (text: string): string => sentence(text, TEXT);
export const ownString = (text: string): string => sentence(text, STRING);
export const ownName = (text: string): string => sentence(text, NAME);
export const addressValue = webAddress;

/**
 * Passages as values of one property, numbered where there are several: neighbours must not make up a
 * run of the body, whoever joins the values.
 */
export function passageValues(texts: readonly (string | undefined)[]): string[] {
  const full = texts.filter((text) => text !== undefined);
  if (full.length < 2) return full.map(textValue);
  return full.map((text, i) => `(${i + 1} of ${full.length}) ${textValue(text)}`);
}

/** The id of an entity: without dots, at which Aleph would cut it. */
export function ftmId(kind: string, ...parts: readonly (string | number)[]): string {
  return `atalaya-${kind}-${joinedName(parts)}`;
}

export const articleEntityId = (article: ArticleId): string => ftmId('article', article);
export const outletEntityId = (domain: string): string => ftmId('outlet', domain);

/** The article with this id, if it was written before: no link may lead nowhere. */
export function linkTo(article: ArticleId, written: ReadonlySet<string>): string | undefined {
  return written.has(article) ? articleEntityId(article) : undefined;
}

/** A source of a statement in the words of the article. */
export function speakerWords(speaker: SpeakerView | undefined): string {
  if (speaker === undefined) return 'a source that the article does not name';
  const words = stringValue(speaker.text);
  const name = speaker.name === undefined ? '' : stringValue(speaker.name);
  return name === '' || name === words ? words : `${words} (${name})`;
}
