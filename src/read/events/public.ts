/** Who acts in public: states and their bodies, crowds, single persons. */
import type { Party } from '../../domain/reading.ts';
import type { Scene } from './chunk.ts';
import { isOffice } from './people.ts';
import { touches, wholePhrase } from './senses.ts';

/** Whether a phrase is a state, its government or its forces, not what merely is of it. */
export function isGoverning(scene: Scene, phrase: number): boolean {
  const { head } = scene.chunks[phrase]!;
  const mention = scene.mentions[scene.mentionAt[head]!];
  if (mention?.kind === 'state' || mention?.kind === 'person') return true;
  return scene.lexicon.has(
    ['governing', 'offices'],
    scene.doc.tokens[head]!.lower,
    scene.doc.lemmas[head]!,
  );
}

/** One person alone: "he attacked four provisions". */
export function isPerson(scene: Scene, phrase: number): boolean {
  const { head } = scene.chunks[phrase]!;
  const { lower } = scene.doc.tokens[head]!;
  const mention = scene.mentions[scene.mentionAt[head]!];
  return mention?.kind === 'person' || scene.lexicon.has(['singular'], lower, lower);
}

/** People, or a body of people: not who shows something. */
export function isCrowd(scene: Scene, phrase: number): boolean {
  const mention = scene.mentions[scene.mentionAt[scene.chunks[phrase]!.head]!];
  if (mention?.kind === 'organisation' || mention?.form === 'demonym') return true;
  return touches(scene, wholePhrase(scene, phrase), ['crowds']);
}

/** Whether a phrase names who acts for a state or in public: not a person of some nationality. */
export function isPublic(scene: Scene, phrase: number, [actor]: readonly Party[]): boolean {
  const { head } = scene.chunks[phrase]!;
  const mention = scene.mentions[scene.mentionAt[head]!];
  if (mention !== undefined && mention.kind !== 'person') return true;
  if (actor?.entity?.startsWith('state:') === true) return true;
  const { lower } = scene.doc.tokens[head]!;
  // "they" and "it" stand for bodies more often than for persons.
  if (scene.doc.tags[head] === 'PRON') return !scene.lexicon.has(['singular'], lower, lower);
  return (
    isOffice(scene, scene.chunks[phrase]!) || touches(scene, wholePhrase(scene, phrase), PUBLIC)
  );
}

const PUBLIC = [
  'governing',
  'bodies',
  'troops',
  'police',
  'crowds',
  'rule',
  'missions',
  'inspectors',
  'diplomatic',
];

/** Whether a phrase names whom one turns to with a demand. */
export const isAuthority = (scene: Scene, phrase: number): boolean =>
  phrase >= 0 &&
  touches(scene, scene.chunks[phrase]!, ['governing', 'troops', 'offices', 'police']);
