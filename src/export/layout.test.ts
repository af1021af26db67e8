import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOf } from '../domain/moment.ts';
import type { CascadeView } from '../domain/views.ts';
import {
  article,
  cascade,
  dayOf,
  earliest,
  echo,
  minuteAt,
  pierCascade,
  START,
} from './invented.fixture.ts';
import { FRAME, LANE_CAP, layoutCascade, RADIUS } from './layout.ts';
import { DAY, HOUR } from './moments.ts';

const MEMBER = fc.record({
  outlet: fc.integer({ min: 0, max: 40 }),
  at: fc.option(fc.integer({ min: 0, max: 40 * DAY })),
  wide: fc.boolean(),
  parent: fc.nat(200),
});

/** Any cascade, sound or not: parents may be later, undated or the article itself. */
const CASCADE = fc.array(MEMBER, { maxLength: 60 }).map((members): CascadeView => {
  const articles = members.map(({ outlet, at, wide }, i) =>
    article(`Member ${i}`, {
      domain: `outlet-${outlet}.example`,
      outlet: `Outlet ${outlet}`,
      published: at === null ? undefined : wide ? dayOf(START + at) : minuteAt(START + at),
    }),
  );
  return cascade(
    'any',
    articles.map((one, i) => {
      const parent = articles[(members[i]?.parent ?? 0) % articles.length];
      return parent === undefined || i === 0 ? earliest(one) : echo(one, parent);
    }),
  );
});

describe('layoutCascade', () => {
  it('stacks lanes without overlap, none beyond the cap, and counts the rest', () => {
    fc.assert(
      fc.property(CASCADE, (view) => {
        const { lanes, hiddenOutlets, height } = layoutCascade(view);
        expect(lanes.length).toBeLessThanOrEqual(LANE_CAP);
        expect(lanes.length + hiddenOutlets).toBe(view.reach);
        lanes.forEach((lane, i) => {
          const before = lanes[i - 1];
          expect(lane.top).toBe(before === undefined ? FRAME.top : before.top + before.height);
          expect(lane.height).toBeGreaterThanOrEqual(26);
          expect(lane.top + lane.height).toBeLessThanOrEqual(height - FRAME.axis);
        });
      }),
    );
  });

  it('keeps every mark inside its lane and the frame', () => {
    fc.assert(
      fc.property(CASCADE, (view) => {
        const { marks, lanes, left, right, width, gutter } = layoutCascade(view);
        for (const mark of marks) {
          const lane = lanes[mark.lane]!;
          expect(view.echoes[mark.echo]!.article.domain).toBe(lane.domain);
          expect(mark.y - RADIUS).toBeGreaterThanOrEqual(lane.top);
          expect(mark.y + RADIUS).toBeLessThanOrEqual(lane.top + lane.height);
          expect(mark.begin).toBeGreaterThanOrEqual(left);
          expect(mark.begin).toBeLessThanOrEqual(mark.x);
          expect(mark.x).toBeLessThanOrEqual(mark.end);
          if (mark.dated) expect(mark.end).toBeLessThanOrEqual(right);
          else expect(mark.x).toBe(gutter);
          expect(mark.end + RADIUS).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it('shows each member of a shown outlet once', () => {
    fc.assert(
      fc.property(CASCADE, (view) => {
        const { marks, lanes } = layoutCascade(view);
        const domains = new Set(lanes.map((lane) => lane.domain));
        const expected = view.echoes.flatMap((member, i) =>
          domains.has(member.article.domain) ? [i] : [],
        );
        expect(marks.map((mark) => mark.echo).sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });

  it('draws an arrow exactly where the order is known, and forward', () => {
    fc.assert(
      fc.property(CASCADE, (view) => {
        const { arrows, marks } = layoutCascade(view);
        const shown = new Map(marks.map((mark) => [view.echoes[mark.echo]!.article.id, mark]));
        const expected = view.echoes.filter((member) => {
          const parent = view.echoes.find((one) => one.article.id === member.parent?.article);
          return (
            shown.has(member.article.id) &&
            parent !== undefined &&
            shown.has(parent.article.id) &&
            orderOf(parent.article.published, member.article.published) === 'before'
          );
        });
        expect(arrows).toHaveLength(expected.length);
        for (const arrow of arrows) expect(arrow.fromX).toBeLessThanOrEqual(arrow.toX);
      }),
    );
  });

  it('keeps marks of one row apart until the rows run out', () => {
    fc.assert(
      fc.property(CASCADE, (view) => {
        const { marks, lanes } = layoutCascade(view);
        for (const a of marks) {
          for (const b of marks) {
            if (a.echo >= b.echo || a.lane !== b.lane || a.y !== b.y) continue;
            const lane = lanes[a.lane]!;
            const lastRow = a.y + 13 === lane.top + lane.height && lane.height === 26 + 3 * 14;
            const apart =
              Math.max(a.end, a.x + RADIUS) <= Math.min(b.begin, b.x - RADIUS) + 1e-9 ||
              Math.max(b.end, b.x + RADIUS) <= Math.min(a.begin, a.x - RADIUS) + 1e-9;
            expect(apart || lastRow).toBe(true);
          }
        }
      }),
    );
  });

  it('keeps tick labels apart and inside', () => {
    fc.assert(
      fc.property(CASCADE, (view) => {
        const { ticks, left, right, gutter, width } = layoutCascade(view);
        ticks.forEach((tick, i) => {
          expect(tick.x).toBeGreaterThanOrEqual(left);
          expect(tick.x + 40).toBeLessThanOrEqual(gutter === undefined ? width : right + 46);
          const before = ticks[i - 1];
          if (before !== undefined) expect(tick.x - before.x).toBeGreaterThanOrEqual(84 - 1e-6);
        });
      }),
    );
  });

  it('draws a day as a bar, a minute as a point, the undated beside the axis', () => {
    const view = pierCascade();
    const { marks, gutter, arrows } = layoutCascade(view);
    const of = (name: string) => marks.find((m) => view.echoes[m.echo]?.article.outlet === name)!;
    expect(of('Harbour Weekly').end - of('Harbour Weekly').begin).toBeGreaterThan(50);
    expect(of('El Puente').end).toBe(of('El Puente').begin);
    expect(of('Old Pier Notes')).toMatchObject({ dated: false, x: gutter });
    expect(arrows).toHaveLength(6);
  });

  it('has no gutter without undated members and stands empty without any', () => {
    expect(layoutCascade(cascade('none', [])).lanes).toEqual([]);
    const one = layoutCascade(cascade('one', [earliest(article('A'))]));
    expect(one.gutter).toBeUndefined();
    expect(one.marks[0]?.x).toBeCloseTo((one.left + one.right) / 2);
    expect(
      layoutCascade(
        cascade('two', [
          earliest(article('A')),
          echo(article('B', { published: minuteAt(START + HOUR) }), article('A')),
        ]),
      ).ticks.length,
    ).toBeGreaterThan(1);
  });
});
