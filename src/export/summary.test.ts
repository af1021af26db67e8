import { describe, expect, it } from 'vitest';
import type { CascadeView } from '../domain/views.ts';
import { article, cascade, dayOf, earliest, echo, pierCascade, START } from './invented.fixture.ts';
import { markupText } from './markup.ts';
import { cascadeSummary } from './summary.ts';

function words(view: CascadeView): string {
  return markupText(cascadeSummary(view)).replace(/<[^>]+>/g, '');
}

describe('cascadeSummary', () => {
  it('says what the data say', () => {
    expect(words(pierCascade())).toBe(
      'Earliest seen: Bay Courier, 23 Sep 2024 06:00 UTC. 8 articles of 7 publishers carry it ' +
        'over 2 days 2 h, in 2 languages (en, es). Among the echoes: 3 verbatim, 1 edited, 1 cut, ' +
        '1 paraphrased and 1 translated. Credit: 4 echoes name where the text came from; in 3 ' +
        'echoes no such words were found. 1 article without a readable date stands aside.',
    );
  });

  it('leaves an open order open', () => {
    const day = { published: dayOf(START) };
    const view = cascade('open', [earliest(article('A', day)), earliest(article('B', day))]);
    expect(words(view)).toMatch(
      /^Order not established between A \(23 Sep 2024 \(day only\)\), B .*: the bounds of their dates touch\./,
    );
  });

  it('calls nothing the earliest where nothing is dated', () => {
    const undated = article('A', { published: undefined });
    const view = cascade('undated', [{ ...echo(undated, undated), role: 'undated' }]);
    expect(words(view)).toMatch(/^No article here carries a readable date/);
    expect(words(view)).not.toContain('Earliest seen');
  });
});
