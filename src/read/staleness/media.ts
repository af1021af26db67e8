/** Pictures and texts that go around again ("a video resurfaced"), and archive material. */
import type { StalenessCue } from '../../domain/reading.ts';
import type { Sentence } from '../document.ts';
import { cueAt, type StaleTask } from './stale-lexicon.ts';

/** Words between "again" and the word for going around. */
const AGAIN_REACH = 4;

/** What the text says is shared again. */
export function againShared(task: StaleTask): StalenessCue[] {
  const cues: StalenessCue[] = [];
  for (const { kind, first, last } of task.marks.hits) {
    if (kind === 'resurface' && isOfMedia(task, first, last)) {
      cues.push(cueAt(task, 'recirculated', first, last));
    }
    const shared = kind === 'again' ? sharedNear(task, first, last) : undefined;
    const { sentence } = task.document.tokens[first]!;
    if (shared !== undefined && (hasMedia(task, sentence) || followsMedia(task, first))) {
      cues.push(cueAt(task, 'recirculated', ...shared));
    }
  }
  return cues;
}

/** Words between what goes around and the word that says so. */
const MEDIA_REACH = 9;

/** Whether a picture or a text stands near, in the same sentence. */
function isOfMedia(task: StaleTask, first: number, last: number): boolean {
  const { first: start, last: end } = sentenceOf(task, first);
  for (
    let at = Math.max(start, first - MEDIA_REACH);
    at < Math.min(end, last + MEDIA_REACH);
    at++
  ) {
    if ((at < first || at >= last) && isMedia(task, at)) return true;
  }
  return false;
}

/** "It is being shared again", behind a sentence on a picture. */
export function followsMedia(task: StaleTask, first: number): boolean {
  const before = task.document.tokens[first]!.sentence - 1;
  return before >= 0 && hasMedia(task, before);
}

const sentenceOf = ({ document }: StaleTask, at: number): Sentence =>
  document.sentences[document.tokens[at]!.sentence]!;

function sharedNear(task: StaleTask, first: number, last: number): [number, number] | undefined {
  const { first: start, last: end } = sentenceOf(task, first);
  for (let at = last; at < Math.min(end, last + AGAIN_REACH); at++) {
    if (task.marks.is(at, 'share')) return [first, at + 1];
  }
  for (let at = first - 1; at >= Math.max(start, first - AGAIN_REACH); at--) {
    if (task.marks.is(at, 'share')) return [at, last];
  }
  return undefined;
}

/** Words of a sentence that are looked at for a picture or a text. */
const SENTENCE_REACH = 60;

/** Whether a sentence tells of a picture or a text. */
export function hasMedia(task: StaleTask, sentence: number): boolean {
  const { first, last } = task.document.sentences[sentence]!;
  for (let at = first; at < Math.min(last, first + SENTENCE_REACH); at++) {
    if (isMedia(task, at)) return true;
  }
  return false;
}

/** A picture or a text; the post that somebody left is none. */
export const isMedia = ({ marks }: StaleTask, at: number): boolean =>
  marks.is(at, 'media') && !marks.is(at, 'left');

/** Archive footage, file pictures. */
export function archived(task: StaleTask): StalenessCue[] {
  const { hits } = task.marks;
  return hits.flatMap(({ kind, first, last }) =>
    kind === 'archive' ? [cueAt(task, 'archive', first, last)] : [],
  );
}
