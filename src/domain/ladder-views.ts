/** The independence ladder as people and programs see it: every step with its passages. */
import type { MemberName, QuotedView } from './excerpts.ts';
import type { Bounds, LadderUnit, Merge, RungKind } from './judgement.ts';

/** A passage that bears a judgement out, with its words. */
export interface EvidenceView extends MemberName, QuotedView {}

/** A judgement with the words of its passages in the place of their spans. */
export type Evident<T> = Omit<T, 'evidence'> & { readonly evidence: readonly EvidenceView[] };

export interface MergeView extends Evident<Merge> {
  /** How the merged units are called. */
  readonly aName: string;
  readonly bName: string;
}

export interface RungView {
  readonly kind: RungKind;
  readonly bounds: Bounds;
  readonly units: readonly (Omit<LadderUnit, 'articles'> & {
    readonly articles: readonly MemberName[];
  })[];
  readonly merges: readonly MergeView[];
}

export interface LadderView {
  readonly rungs: readonly RungView[];
  readonly circles: readonly {
    readonly steps: readonly {
      readonly from: string;
      readonly to: string;
      readonly evidence: EvidenceView;
    }[];
  }[];
  readonly root: { readonly name: string; readonly evidence: readonly EvidenceView[] } | undefined;
}
