import { describe, expect, it } from 'vitest';
import type { CascadeView, ReportView } from '../domain/views.ts';
import {
  article,
  cascade,
  earliest,
  echo,
  pierCascade,
  report,
  wire,
  wireCredit,
} from './invented.fixture.ts';
import { reportJson } from './json.ts';

/** The same data with every object's keys put in the opposite order. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, item]) => [key, turned(item)])) as T;
}

/** A wire that one member credits in its text, another by its stated author. */
function statedCascade(): CascadeView {
  const [first, second] = [article('First'), article('Second')];
  const words = 'Bay Wire';
  const place = { kind: 'authors', words } as const;
  const beside = { ...wireCredit(second, 'byline', ''), place, text: words };
  return cascade(
    'stated',
    [earliest(first), echo(second, first)],
    [wire([wireCredit(first, 'dateline', '[Wire]'), beside])],
  );
}

describe('reportJson', () => {
  const view: ReportView = report([pierCascade()]);

  it('gives the same bytes whatever order the view was built in', () => {
    expect(reportJson(turned(view))).toBe(reportJson(view));
  });

  it('stays as documented', async () => {
    await expect(reportJson(view)).toMatchFileSnapshot('./report.snapshot.json.txt');
  });

  it('loses nothing that the view holds', () => {
    const read = JSON.parse(reportJson(view));
    const member = read.cascades[0].echoes[2];
    const source = view.cascades[0]!.echoes[2]!;
    expect(member.passages[0].diff).toEqual(source.passages[0]?.diff);
    expect(member.parent.rivals).toEqual(source.parent?.rivals);
    expect(member.article.published).toEqual({
      earliestMs: source.article.published?.earliest,
      earliest: '2024-09-23T08:15:00.000Z',
      latestMs: source.article.published?.latest,
      latest: '2024-09-23T08:15:59.999Z',
      precision: 'minute',
      zone: 'stated',
    });
    expect(read.tally).toEqual(view.tally);
    expect(read.cascades[0].echoes[7].article.published).toBeNull();
  });

  it('says where a credit stands, and of the text from where to where', () => {
    const { wires } = JSON.parse(reportJson(report([statedCascade()]))).cascades[0];
    expect(wires[0].credits).toMatchObject([
      { in: 'text', begin: 0, end: 4, text: 'Wire', strength: 'dateline' },
      { in: 'authors', begin: null, end: null, text: 'Bay Wire', strength: 'byline' },
    ]);
  });

  it('survives times that no calendar holds and broken surrogates', () => {
    const odd = report([], { generatedAt: 1e300, title: 'a\ud800', period: undefined });
    const read = JSON.parse(reportJson(odd));
    expect(read).toMatchObject({ generatedAt: null, generatedAtMs: 1e300, title: 'a\ud800' });
    expect(read.period).toBeNull();
  });
});
