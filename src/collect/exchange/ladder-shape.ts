/** The shape of the independence ladder under a cascade. */
import { type Bounds, MERGE_REASONS, RUNGS } from '../../domain/judgement.ts';
import type { LadderView, MergeView, RungView } from '../../domain/ladder-views.ts';
import { alike, type Worded } from '../../domain/worded.ts';
import { count, evidenceView, memberName, ordered } from './parts.ts';
import { flag, list, maybe, member, object, optional, type Shape, text } from './shape.ts';

const bounds: Shape<Bounds> = ordered(
  object<Bounds>({ atLeast: count, atMost: count }),
  'atLeast',
  'atMost',
);

/** Lines hold a note in English alone. */
const note: Shape<Worded> = (value) => alike(text(value));

const merge: Shape<MergeView> = object<MergeView>({
  a: text,
  b: text,
  aName: text,
  bName: text,
  reason: member(MERGE_REASONS),
  sure: flag,
  note: optional(note),
  evidence: list(evidenceView),
});

const rung: Shape<RungView> = object<RungView>({
  kind: member(RUNGS),
  bounds,
  units: list(
    object<RungView['units'][number]>({ key: text, name: text, articles: list(memberName) }),
  ),
  merges: list(merge),
});

type Circle = LadderView['circles'][number];

const circle: Shape<Circle> = object<Circle>({
  steps: list(object<Circle['steps'][number]>({ from: text, to: text, evidence: evidenceView })),
});

export const ladderView: Shape<LadderView> = object<LadderView>({
  rungs: list(rung),
  circles: list(circle),
  root: maybe(
    object<NonNullable<LadderView['root']>>({ name: text, evidence: list(evidenceView) }),
  ),
});
