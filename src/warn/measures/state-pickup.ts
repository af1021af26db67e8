/**
 * Publishers of the host that carry a passage of a state outlet within some days and name no source for it.
 * Only what is sure counts: an echo whose date may lie before the origin's, or beyond the window, does not.
 */
import type { Indicator, Observation } from '../../domain/alerts.ts';
import type { ArticleId, CascadeId } from '../../domain/ids.ts';
import { lagOf, type Moment } from '../../domain/moment.ts';
import type { StateCode } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { CreditState } from '../../domain/trace.ts';
import { DAY, finding, greatestOf, where } from './finding.ts';

export interface PickupEcho {
  readonly article: ArticleId;
  readonly publisher: string;
  readonly outlet: string;
  readonly at: Moment | undefined;
  readonly credit: CreditState;
  /** Whether it is of the host. */
  readonly local: boolean;
  readonly passage: Span;
}

export interface PickupFacts {
  readonly cascade: CascadeId;
  readonly subject: string;
  readonly origin: {
    readonly article: ArticleId;
    readonly outlet: string;
    readonly at: Moment | undefined;
    /** Whose outlet it is, as some source states it. */
    readonly state: StateCode;
    /** Whether another house may have been first. */
    readonly orderOpen: boolean;
  };
  /** Members of other houses. */
  readonly echoes: readonly PickupEcho[];
}

export function observePickup(facts: PickupFacts, { windowDays }: Indicator): Observation {
  const { cascade, subject, origin, echoes } = facts;
  const local = echoes.filter((one) => one.local);
  const soon = local.filter(({ at }) => isSurelyWithin(origin.at, at, windowDays));
  const dropped = soon.filter(({ credit }) => credit === 'dropped');
  const crediting = soon.filter(({ credit }) => credit === 'kept');
  const publishers = new Set(dropped.map(({ publisher }) => publisher)).size;
  const { outlet, state } = origin;
  return {
    measure: 'state-pickup',
    unit: `cascade:${cascade}`,
    subject,
    value: publishers,
    at: newestOf(soon.length > 0 ? soon : local, origin.at),
    findings: [
      finding('state-outlet-earliest', { outlet, state }, [
        { kind: 'cascade', cascade },
        { kind: 'article', article: origin.article },
      ]),
      finding('picked-up-unattributed', { publishers, days: windowDays }, dropped.map(passageRef)),
    ],
    counter: [
      ...where(crediting.length > 0, () => {
        const naming = new Set(crediting.map(({ publisher }) => publisher)).size;
        return finding('some-attribute', { publishers: naming }, crediting.map(passageRef));
      }),
      ...where(origin.orderOpen, () => finding('order-open', { outlet })),
    ],
    confidence: origin.orderOpen
      ? 'roughly even chance'
      : publishers > 1
        ? 'very likely'
        : 'likely',
  };
}

const passageRef = ({ article, passage }: PickupEcho) =>
  ({ kind: 'passage', article, span: passage }) as const;

function isSurelyWithin(from: Moment | undefined, to: Moment | undefined, days: number): boolean {
  if (from === undefined || to === undefined) return false;
  const { min, max } = lagOf(from, to);
  // Bounds that touch leave the order open, as everywhere (`orderOf`).
  return min > 0 && max <= days * DAY;
}

function newestOf(echoes: readonly PickupEcho[], origin: Moment | undefined): number {
  const times = echoes.flatMap(({ at }) => (at === undefined ? [] : [at.earliest]));
  return greatestOf([...times, origin?.earliest ?? 0]);
}
