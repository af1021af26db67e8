/** What a cue before its content can reach, from whom it comes, and what bounds it. */
import type { Draft } from './draft.ts';
import type { Host } from './extent.ts';
import type { Grammar, VerbGroup } from './grammar.ts';
import { isMark, type Range, type Scene } from './scene.ts';

/** Between two cues of the same speaker. */
const JOINED_WINDOW = 60;

/** A cue with the bounds of what it can reach. */
export interface Reach {
  readonly verb: VerbGroup;
  readonly unit: Range;
  /** The unit, or what of it lies in the same quotation. */
  readonly bounds: Range;
  readonly asides: readonly Range[];
  /** The unit before this one. */
  readonly before: Range | undefined;
}

export function hostOf(
  scene: Scene,
  grammar: Grammar,
  { verb, unit, bounds, asides }: Reach,
): Host {
  const { first } = bounds;
  const isLeading = grammar.isLeading(scene.words[first]!) && !hasComma(scene, first, verb.at);
  const isRelative = /^(?:que|quien|quienes|котор.*|кто)$/.test(
    scene.words[verb.group.first - 1] ?? '',
  );
  const isParticiple = verb.word.shape === 'participle' && scene.document.language === 'ru';
  const own = asides.filter((aside) => aside.first >= unit.first);
  return { isInserted: isLeading || isRelative || isParticiple, asides: own };
}

function hasComma(scene: Scene, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (isMark(scene, at, ',')) return true;
  return false;
}

/** The draft with its speaker: before the verb, or between the verb and its content. */
export function draftBefore(
  scene: Scene,
  grammar: Grammar,
  { verb, bounds }: Reach,
  at: number,
  content: readonly Range[],
): Draft {
  const source =
    joinedSubject(scene, grammar, verb, bounds) ??
    grammar.subjectBefore(scene, verb, bounds) ??
    (verb.word.shape === 'finite'
      ? grammar.subjectAfter(scene, verb, verb.group.last, at)
      : undefined);
  return {
    source,
    cue: verb.cue,
    lemma: verb.word.entry.lemma,
    content,
    accordingTo: false,
    aside: undefined,
  };
}

/** "X dijo que … y agregó que …": who said the first says the second. */
function joinedSubject(
  scene: Scene,
  grammar: Grammar,
  verb: VerbGroup,
  bounds: Range,
): Range | undefined {
  const { first } = verb.group;
  if (!grammar.isJoin(scene.words[first - 1] ?? '')) return undefined;
  for (let at = first - 2; at > bounds.first && first - at < JOINED_WINDOW; at--) {
    const known = scene.cues.verbs.get(scene.words[at]!);
    if (known?.shape !== 'finite') continue;
    const before = grammar.verbGroup(scene, at, bounds);
    if (before === undefined) continue;
    return (
      grammar.subjectBefore(scene, before, bounds) ??
      grammar.subjectAfter(scene, before, before.group.last, first - 1)
    );
  }
  return undefined;
}
