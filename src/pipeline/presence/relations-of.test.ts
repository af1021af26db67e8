import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RelationView } from '../../domain/presence-views.ts';
import { inkOf } from '../../export/terminal/ink.ts';
import { presenceText } from '../../export/terminal/presence.ts';
import { fileIn, jsonLines, onDesk, useFolder } from '../desk.fixture.ts';
import { ingest } from '../ingest.ts';
import { readDesk } from '../read.ts';
import { presenceOf } from './presence-of.ts';

const folder = useFolder();

const LEAD = 'The invented harbour paper reports from the capital of the republic today.';
/** Invented articles, each on its own page and day of March 2024. */
const read = (texts: readonly string[]) =>
  onDesk(join(folder(), 'desk'), async (desk) => {
    const rows = texts.map((text, i) => ({
      url: `https://a.example/${i}`,
      text: `${LEAD} ${text}`,
      published: `2024-03-${String(i + 1).padStart(2, '0')}`,
    }));
    await ingest(desk, [fileIn(folder(), 'a.jsonl', jsonLines(rows))]);
    await readDesk(desk, {});
    const view = await presenceOf(desk, 'RU', 'MX');
    const articles = await desk.store.articlesByIds(
      view.relations.newest.flatMap(({ evidence }) => evidence.map(({ article }) => article)),
    );
    return { view, articles, text: presenceText(view, inkOf(false)) };
  });

it('shows positions and visits of two states with their passages, newest first, and nothing else', async () => {
  const { view, articles, text } = await read([
    "Mexico opposes Russia's invasion of Ukraine.",
    'Mexico hosted a Russian delegation in 2023.',
    'The Russian foreign minister met his Mexican counterpart on 5 March 2024.',
    'Russia did not visit Mexico. Russia may visit Mexico next year. Mexico hosted a German delegation.',
    'Russia supports Mexico.',
  ]);
  const { total, read: many, newest } = view.relations;
  expect([total, many]).toEqual([4, 4]);
  expect(
    newest.map(({ kind, from, to, stance, topic, days }) => [
      kind,
      from,
      to,
      stance,
      topic,
      days?.first,
    ]),
  ).toEqual([
    ['visit', 'RU', 'MX', undefined, undefined, '2024-03-05'],
    ['position', 'RU', 'MX', 'supports', undefined, undefined],
    ['position', 'MX', 'RU', 'opposes', "Russia's invasion of Ukraine", undefined],
    ['visit', 'MX', 'RU', undefined, undefined, '2023-01-01'],
  ]);
  for (const { passage, evidence } of newest) {
    const { article, span } = evidence[0]!;
    expect(articles.get(article)!.text.slice(span.begin, span.end)).toBe(passage);
    expect(text).toContain(`“${passage}”`);
    expect(text).toContain(article);
  }
  expect(text).toContain('told 2024-03-05          RU supports MX');
  expect(text).toContain("told 2024-03-01          MX opposes “Russia's invasion of Ukraine” (RU)");
});

it('names no person but in the passage', async () => {
  const { view } = await read(['Mexico condemned Russian President Vladimir Putin.']);
  expect(view.relations.newest).toHaveLength(1);
  const [{ passage, ...rest }] = view.relations.newest as [RelationView];
  expect(passage).toContain('Putin');
  expect(JSON.stringify(rest)).not.toMatch(/putin|vladimir|vldmr|ptn/i);
});

it('shows at most twelve on the terminal and says how many more; the same words once', async () => {
  const visits = Array.from(
    { length: 14 },
    (_, i) => `Mexico hosted a Russian delegation on ${i + 1} February 2024.`,
  );
  const { view, text } = await read([...visits, visits[0]!]);
  expect(view.relations).toMatchObject({ total: 15, read: 15 });
  expect(view.relations.newest).toHaveLength(14);
  expect(text.match(/a meeting or a visit/g)).toHaveLength(12);
  expect(text).toContain('… and 2 more (--json)');
  expect(view.relations.newest.at(-1)!.evidence).toHaveLength(2);
});
