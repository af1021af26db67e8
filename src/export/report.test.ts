import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { article, cascade, earliest, pierCascade, report, wideReport } from './invented.fixture.ts';
import { reportHtml } from './report.ts';

const PAGE = reportHtml(report([pierCascade()], { cascadesTotal: 12 }));
const { document } = parseHTML(PAGE);

describe('reportHtml', () => {
  it('stays as reviewed (the style sheet aside)', async () => {
    const page = PAGE.replace(/<style>[\s\S]*?<\/style>/, '<style></style>');
    await expect(page).toMatchFileSnapshot('./report.snapshot.html');
  });

  it('gives the same bytes for the same view', () => {
    expect(reportHtml(report([pierCascade()], { cascadesTotal: 12 }))).toBe(PAGE);
  });

  it('asks nothing of the network and forbids it', () => {
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'/,
    );
    expect(document.querySelectorAll('script,link,img,iframe,object,embed,base,form')).toHaveLength(
      0,
    );
    expect(PAGE).not.toMatch(/@import|url\(|\ssrc=/);
    for (const link of document.querySelectorAll('a[href^="http"]')) {
      expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    }
  });

  it('leads every inner link to a place that exists, each name given once', () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of document.querySelectorAll('[href^="#"]')) {
      expect(ids).toContain(link.getAttribute('href')?.slice(1));
    }
  });

  it('shows notice, cut, refusals and every digest in full', () => {
    const text = document.body.textContent ?? '';
    expect(text.match(/All outlets and texts on this page are invented/g)).toHaveLength(2);
    expect(document.querySelector('style')?.textContent).toContain(
      '@bottom-left{content:"All outlets',
    );
    expect(text).toContain('The widest 1 of 12 cascades are shown.');
    expect(text).toContain('invented.jsonl, line 17');
    for (const { article: shown } of pierCascade().echoes) {
      expect(text).toContain(shown.capture.digest);
    }
  });

  it('says so when items do not add up', () => {
    const view = report([]);
    const broken = { ...view, tally: { ...view.tally, items: view.tally.items + 5 } };
    expect(reportHtml(view)).not.toContain('Not accounted for');
    expect(reportHtml(broken)).toMatch(/Not accounted for.*<td class="n">5<\/td>/);
  });

  it('stands without cascades, dates, notice or losses', () => {
    const bare = report([], {
      notice: undefined,
      period: undefined,
      refusals: [],
      boilerplate: [],
    });
    const page = reportHtml({
      ...bare,
      tally: { ...bare.tally, refused: {}, doubts: {}, items: 3 },
    });
    expect(page).toContain('No cascade is shown');
    expect(page).toContain('no dated article');
    expect(page).toContain('Nothing was refused.');
    const odd = article('A', {
      published: { earliest: Number.NaN, latest: 1e300, precision: 'day', zone: 'stated' },
    });
    expect(reportHtml(report([cascade('odd', [earliest(odd)])]))).toContain('undated');
  });

  it('writes 200 cascades of eight in six megabytes', () => {
    expect(Buffer.byteLength(reportHtml(wideReport(200)))).toBeLessThan(6_000_000);
  });
});
