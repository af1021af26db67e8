/** The shapes of fact-checks: as the desk keeps them, and as they match a cascade. */
import { type CheckDraft, VERDICTS } from '../../domain/checks.ts';
import type { ExportCheck } from '../../domain/exports.ts';
import type { CheckView } from '../../domain/judgement-views.ts';
import { checkId, moment, origin } from './parts.ts';
import {
  both,
  digest,
  flag,
  list,
  maybe,
  member,
  number,
  object,
  optional,
  type Shape,
  text,
} from './shape.ts';

/** What a check states of itself, without its body. */
const stated: Shape<Omit<CheckDraft, 'body'>> = object<Omit<CheckDraft, 'body'>>({
  claim: text,
  title: optional(text),
  summary: optional(text),
  language: optional(text),
  url: optional(text),
  checker: text,
  checked: optional(moment),
  rating: optional(text),
  ratingScale: optional(
    object<NonNullable<CheckDraft['ratingScale']>>({ value: number, best: number, worst: number }),
  ),
  claimedBy: optional(text),
  claimed: optional(moment),
  appearances: list(text),
  outlets: list(text),
  list: optional(text),
});

const kept: Shape<ExportCheck['check']> = both(
  object<Pick<ExportCheck['check'], 'id'>>({ id: checkId }),
  stated,
);

export const checkRecord: Shape<ExportCheck> = object<ExportCheck>({
  kind: member(['check']),
  check: kept,
  verdict: maybe(member(VERDICTS)),
  capture: object<ExportCheck['capture']>({ digest: digest<string> }),
});

type Matching = Pick<CheckView, 'verdict' | 'registered' | 'confidence' | 'capture'>;

export const checkView: Shape<CheckView> = both(
  kept,
  object<Matching>({
    verdict: maybe(member(VERDICTS)),
    registered: flag,
    confidence: number,
    capture: object<CheckView['capture']>({ digest: digest<string>, origin }),
  }),
);
