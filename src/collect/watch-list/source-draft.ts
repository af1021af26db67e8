/** A source as a list from elsewhere states it, before it stands in a watch file. */
import type { SourceKind } from '../../domain/watch.ts';
import { addressKey } from './read-sources.ts';

export interface SourceDraft {
  readonly url: string;
  readonly id?: string;
  readonly kind?: SourceKind;
  readonly outlet?: string;
  readonly title?: string;
  readonly language?: string;
  readonly tags?: readonly string[];
  readonly everyMs?: number;
  readonly enabled?: boolean;
}

/** An entry that gave no source, and why, in one sentence. */
export interface RefusedSource {
  /** Line of the list, from 1. */
  readonly line: number;
  readonly reason: string;
  readonly value?: string;
}

/** Every entry of the list is in exactly one of `drafts`, `repeated` and `refused`. */
export interface SourceImport {
  readonly drafts: readonly SourceDraft[];
  /** Entries whose address stands in the list before. */
  readonly repeated: number;
  readonly refused: readonly RefusedSource[];
  /** Doubts about the list as a whole, one sentence each. */
  readonly doubts: readonly string[];
}

/** Gathers entries, one an address. */
export function gathered(): {
  take(draft: SourceDraft): void;
  refuse(line: number, reason: string, value?: string): void;
  doubt(what: string): void;
  done(): SourceImport;
} {
  const drafts = new Map<string, SourceDraft>();
  const refused: RefusedSource[] = [];
  const doubts: string[] = [];
  let repeated = 0;
  return {
    take(draft) {
      const key = addressKey(draft.url);
      if (drafts.has(key)) repeated++;
      else drafts.set(key, draft);
    },
    refuse(line, reason, value) {
      refused.push({ line, reason, ...(value !== undefined && { value: value.slice(0, 200) }) });
    },
    doubt: (what) => void doubts.push(what),
    done: () => ({ drafts: [...drafts.values()], repeated, refused, doubts }),
  };
}
