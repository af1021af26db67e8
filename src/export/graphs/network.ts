/**
 * Networks as programs for networks take them: what their nodes and edges state, and the parts that
 * records make, nodes before edges.
 */
import type { ExportRecord } from '../../domain/exports.ts';

/** `long` is a whole number. The words are GraphML's; GEXF has the same. */
export interface NetworkAttribute {
  readonly name: string;
  readonly type: 'string' | 'long' | 'double';
  readonly doc: string;
}

/** In the order of the attributes; undefined where nothing is known or stated. */
export type NetworkValues = readonly (string | number | undefined)[];

export type NetworkPart =
  /** Once, first. `at`: milliseconds since the epoch. */
  | { readonly kind: 'head'; readonly at: number; readonly version: string }
  | {
      readonly kind: 'node';
      /** Letters and digits. */
      readonly id: string;
      readonly label: string;
      readonly values: NetworkValues;
    }
  | {
      readonly kind: 'edge';
      readonly id: string;
      readonly source: string;
      readonly target: string;
      readonly weight: number;
      readonly values: NetworkValues;
    };

export interface Network {
  /** What it shows and what it does not. */
  readonly doc: string;
  readonly nodes: readonly NetworkAttribute[];
  readonly edges: readonly NetworkAttribute[];
  readonly parts: (records: AsyncIterable<ExportRecord>) => AsyncIterable<NetworkPart>;
}

/** Longest label, in code points: a headline beside a dot. */
const LABEL = 200;

/** The text cut to what can stand beside a dot, on one line. */
export function labelOf(text: string): string {
  // A character is at most two units, so nothing of a huge text is walked in vain.
  const characters = [
    ...text
      .slice(0, 2 * LABEL + 2)
      .replace(/\s+/g, ' ')
      .trim(),
  ];
  return characters.length <= LABEL
    ? characters.join('')
    : `${characters.slice(0, LABEL).join('')}…`;
}
