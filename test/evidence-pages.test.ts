/**
 * The pages of evidence on a desk of invented, hostile articles: sound markup in both languages, every
 * passage one link from where it stands, no text of an article in what leaves as data.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIn } from '../src/cli/program.fixture.ts';
import { markupText } from '../src/export/markup.ts';
import type { Context } from '../src/operations/operation.ts';
import { articlePage } from '../src/pages/article.ts';
import { cascadePage } from '../src/pages/cascade.ts';
import { cascadesPage } from '../src/pages/cascades.ts';
import { claimPage, claimsPage } from '../src/pages/claims.ts';
import { markupFaults } from '../src/pages/markup-check.fixture.ts';
import {
  CONSOLE_LANGUAGES,
  type Page,
  type PageAnswer,
  type PageRequest,
} from '../src/pages/page.ts';
import { searchPage } from '../src/pages/search.ts';
import { articlesOf, deskIn, fileIn } from '../src/pipeline/desk.fixture.ts';
import type { Desk } from '../src/pipeline/desk.ts';
import { PIER_ROWS, pierLines } from '../src/pipeline/judge/pier.fixture.ts';

const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(2)> "'\` \u202e \u0000 &lt; javascript:alert(3)`;
const GIANT = 'a'.repeat(1_000_000);

let folder: string;
let desk: Desk;
let ids: string[];
let cascade: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-pages-'));
  const hostile = PIER_ROWS.map((row) => ({
    ...row,
    outlet: `${row.name} ${HOSTILE}`,
    title: `${row.title ?? 'Notes'} ${HOSTILE}`,
    text: row.text.replace('pier', `pier ${HOSTILE}`),
  }));
  const more = PIER_ROWS.map((row) => ({ ...row, name: `${row.name}2` }));
  const giant = { ...PIER_ROWS[0]!, name: 'giant', text: `Giant pier ${GIANT}` };
  const file = fileIn(folder, 'a.jsonl', pierLines([...hostile, ...more, giant]));
  await runIn(join(folder, 'desk'), ['ingest', file]);
  await runIn(join(folder, 'desk'), ['read']);
  desk = await deskIn(join(folder, 'desk'));
  ids = (await articlesOf(desk.store)).map(({ id }) => id);
  cascade = (await desk.store.cascades({ limit: 1, offset: 0, minReach: 2 }))[0]!.id;
});

afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

function requestFor(
  address: string,
  params: Record<string, string>,
  language: PageRequest['language'],
): PageRequest {
  const context: Context = {
    desk,
    hasDesk: true,
    progress: { step: () => undefined, tell: () => undefined },
    stdin: undefined,
    example: '',
    version: '0',
    by: 'local',
    interrupted: () => new AbortController().signal,
  };
  return {
    params,
    query: new URL(address, 'http://desk.example').searchParams,
    address,
    language,
    person: { name: 'local', role: 'admin', by: 'local', csrf: undefined },
    context,
    watchFile: '',
  };
}

type Answered = Extract<PageAnswer, { kind: 'page' }>;

async function shown(
  page: Page,
  address: string,
  params: Record<string, string> = {},
  language: PageRequest['language'] = 'en',
): Promise<Answered & { readonly markup: string }> {
  const answer = await page.answer(requestFor(address, params, language));
  if (answer.kind !== 'page') throw new Error(`leads elsewhere: ${answer.to}`);
  return { ...answer, markup: markupText(answer.body) };
}

describe('pages of evidence', () => {
  it('are sound markup in both languages, whatever the texts hold', async () => {
    const cases: [Page, string, Record<string, string>?][] = [
      [searchPage, '/search'],
      [searchPage, '/search?q=pier&sort=relevance'],
      [
        searchPage,
        `/search?q=${encodeURIComponent(HOSTILE)}&outlet=${encodeURIComponent(HOSTILE)}`,
      ],
      [searchPage, '/search?from=2024-99&offset=999999999'],
      ...ids.map((id): [Page, string, Record<string, string>] => [
        articlePage,
        '/articles/x',
        { id },
      ]),
      [cascadesPage, '/cascades?sort=newest'],
      [cascadesPage, '/cascades?sort=dropped'],
      [cascadesPage, '/cascades?offset=5000'],
      [cascadePage, '/cascades/x', { id: cascade }],
      [claimsPage, '/claims'],
      [claimsPage, `/claims?q=${encodeURIComponent(HOSTILE)}`],
      [claimPage, '/claims/x', { id: cascade }],
      [claimPage, '/claims/x', { id: ids[0]! }],
    ];
    for (const [page, address, params] of cases) {
      for (const language of CONSOLE_LANGUAGES) {
        const { markup } = await shown(page, address, params, language);
        expect([address, markupFaults(`<main>${markup}</main>`, false)]).toEqual([address, []]);
        expect(markup.match(/<h1>/g)).toHaveLength(1);
        expect(markup).not.toMatch(/<script|<img|(?:href|src)="\s*javascript:/);
      }
    }
  });

  it('show the text to people, and nothing longer than an excerpt as data', async () => {
    for (const id of ids) {
      const { markup, data } = await shown(articlePage, '/articles/x', { id });
      const { text } = (await desk.store.articlesByIds([id as never])).get(id as never)!;
      const words = text.match(/[\p{L}\p{N}]+/gu)!;
      expect(markup).toContain(words.at(0)!);
      const whole = text.slice(0, 2000).replace(/\s+/g, ' ');
      if (words.length > 60)
        expect(JSON.stringify(data)).not.toContain(JSON.stringify(whole).slice(1, -1));
    }
  });

  it('lead from every item to an anchor that stands in the text', async () => {
    let links = 0;
    for (const id of ids) {
      const { markup } = await shown(articlePage, '/articles/x', { id });
      for (const [, anchor] of markup.matchAll(/href="#([^"]+)"/g)) {
        links++;
        expect([id, markup.includes(`id="${anchor}"`)]).toEqual([id, true]);
      }
    }
    expect(links).toBeGreaterThan(10);
  });

  it('mark the passage that the address names, and say so where it is none of the text', async () => {
    const id = ids[0]!;
    const { markup } = await shown(articlePage, '/articles/x?at=2-9', { id });
    expect(markup).toContain('id="s2-9"');
    expect(markup).toContain('k-at');
    for (const at of ['9-2', '5-5', '0-999999999', '1-2-3', '-4-9', 'x']) {
      const { status, markup: other } = await shown(articlePage, `/articles/x?at=${at}`, { id });
      expect([at, status, other.includes('<mark class')]).toEqual([at, 200, false]);
    }
  });

  it('show the part of a very long text that is asked for', async () => {
    const giant = ids.at(-1)!;
    const { markup } = await shown(articlePage, '/articles/x?at=500000-500010', { id: giant });
    expect(markup).toContain('id="s500000-500010"');
    expect(markup.length).toBeLessThan(200_000);
  });

  it('answer what is not there with 404, and a cascade’s id from the wrong address with the right one', async () => {
    for (const id of ['ffffffffffffffff', 'x', '', '../etc', cascade]) {
      expect([id, (await shown(articlePage, '/articles/x', { id })).status]).toEqual([id, 404]);
    }
    expect((await shown(cascadePage, '/cascades/x', { id: 'nothing' })).status).toBe(404);
    expect(await cascadePage.answer(requestFor('/cascades/x', { id: ids[0]! }, 'en'))).toEqual({
      kind: 'elsewhere',
      to: `/articles/${ids[0]}`,
    });
  });

  it('find words, mark them, and keep the question in every facet’s link', async () => {
    const { markup } = await shown(searchPage, '/search?q=pier&sort=relevance');
    expect(markup).toContain('<mark>pier</mark>');
    expect(markup).toMatch(/href="\/search\?q=pier&amp;sort=relevance&amp;outlet=[^"]+"/);
    const none = await shown(searchPage, '/search?q=zzzzqqqq');
    expect(none.markup).toContain('Use fewer words');
  });
});
