/**
 * Watching and fetching, from `argv` to what stands on the terminal, over a stand-in web. All texts are
 * invented.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articlesOf, fileIn, onDesk, prose } from '../../src/pipeline/desk.fixture.ts';
import { lockWatch } from '../../src/pipeline/lock.ts';
import { HOUR, lines, useCommands } from './commands.fixture.ts';
import { storyPage } from './site.ts';

const WIDEST = 140;

const on = useCommands();

/** A signal that ends a watch as soon as it waits for it. */
function endedAtRest(): AbortSignal {
  const controller = new AbortController();
  const { signal } = controller;
  const listen = signal.addEventListener.bind(signal);
  signal.addEventListener = (...listener: Parameters<typeof listen>) => {
    listen(...listener);
    controller.abort();
  };
  return signal;
}

describe('watch', () => {
  it('says what it brought, and the second time that there is nothing', async () => {
    on.serveStories('faro', [1, 2, 3]);
    on.site.serve('faro', '/story/3', { status: 404, body: '' });
    const list = on.watchOf(['faro', 'eco']);
    const first = await on.go(['watch', list, '--once']);
    expect(first.code).toBe(0);
    expect(lines(first.out)).toEqual([
      `Watched 2 sources of ${list} (2 new): 2 polls, 3 pages.`,
      'Kept 2 new articles and 0 new versions of known ones.',
      '2 requests brought nothing (which ones: atalaya sources, atalaya refusals --web):',
      '  not-found  2',
      'Nothing more is due now. How the sources fare: atalaya sources',
    ]);
    expect(first.err).toContain('2 new articles; 1 not-found\n');
    const second = await on.go(['watch', list, '--once']);
    expect(lines(second.out)).toEqual([
      `Watched 2 sources of ${list}: 0 polls, 0 pages.`,
      'Kept 0 new articles and 0 new versions of known ones.',
      'Nothing more is due now. How the sources fare: atalaya sources',
    ]);
    expect(second.err).toBe('');
    on.clock += HOUR;
    on.watchOf(['faro']);
    expect(await on.json(['watch', list, '--once'])).toEqual({
      file: list,
      sources: { active: 1, added: 0, changed: 0, dropped: 1 },
      polls: 1,
      pages: 2,
      newArticles: 0,
      newVersions: 0,
      losses: [],
      ended: 'done',
    });
  });

  it('traces what it brought, without being asked', async () => {
    on.serveStories('faro', [1]);
    on.serveStories('eco', [1]);
    await on.go(['watch', on.watchOf(['faro', 'eco']), '--once']);
    const { counts, traced, cascades } = await on.json<Record<string, unknown>>(['status']);
    expect({ counts, traced, cascades }).toMatchObject({
      counts: { articles: 2, outlets: 2 },
      traced: 2,
      cascades: 1,
    });
  });

  it('ends well when it is told to end, says so, and goes on the next time', async () => {
    on.serveStories('faro', [1, 2]);
    const list = on.watchOf(['faro']);
    const controller = new AbortController();
    on.site.serve('faro', '/story/2', () => {
      controller.abort();
      return { body: storyPage('Story 2', prose(2, 60)) };
    });
    const { code, out } = await on.go(['watch', list], { signal: controller.signal });
    expect(code).toBe(0);
    expect(lines(out).at(-1)).toBe(
      'Ended early, as asked. What is left is still due: atalaya watch goes on with it.',
    );
    on.serveStories('faro', [1, 2]);
    await on.go(['watch', list, '--once']);
    expect(await on.json(['status'])).toMatchObject({ counts: { articles: 2 } });
    const rested = await on.go(['watch', list], { signal: endedAtRest() });
    expect(rested).toMatchObject({
      code: 0,
      err: expect.stringContaining('Nothing is due until 1 Jan 2025 01:00 UTC.\n'),
    });
  });

  it('shows every mistake of its list with its line, and asks nobody', async () => {
    const bad = fileIn(
      on.folder(),
      'bad.yaml',
      [
        'host: MX',
        'sponsors: [MX]',
        'languages: [es]',
        'sources:',
        '  - url: nope',
        `  - url: ${on.site.at('faro', '/feed')}`,
        '    every: soon',
        '',
      ].join('\n'),
    );
    const { code, out, err } = await on.go(['watch', bad, '--once']);
    expect([code, out]).toEqual([1, '']);
    expect(lines(err)[0]).toBe(`atalaya: ${bad} cannot be used:`);
    expect(lines(err).slice(1)).toEqual([
      expect.stringMatching(/bad\.yaml:2:\d+: sponsors: MX is the host/),
      expect.stringMatching(/bad\.yaml:5:\d+: sources\[0\]\.url: "nope" is no address/),
      expect.stringMatching(/bad\.yaml:7:\d+: sources\[1\]\.every: "soon" is no span of time/),
    ]);
    expect(on.site.hits('faro', '/feed')).toBe(0);
    const missing = await on.go(['watch', join(on.folder(), 'none.yaml')]);
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read') });
  });

  it('gives no source the name under which pages are kept that are asked for by hand', async () => {
    on.serveStories('by-hand', [1]);
    const { code, err } = await on.go(['watch', on.watchOf(['by-hand']), '--once']);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/watch\.yaml:6: no source can have the id by-hand/),
    ]);
  });
});

describe('sources', () => {
  it('puts trouble first, with what went wrong and what to do, in lines that a terminal holds', async () => {
    for (const host of ['well', 'quiet', 'target']) on.serveStories(host, [1]);
    on.site.serve('moved', '/feed', {
      status: 301,
      headers: { location: on.site.at('target', '/feed') },
      body: '',
    });
    on.site.serve('page', '/feed', { body: storyPage('Front page', prose(5, 60)) });
    on.site.serve('dead', '/feed', { status: 503, body: '' });
    const list = on.watchOf(['well', 'quiet', 'moved', 'page', 'dead']);
    await on.go(['watch', list, '--once']);
    on.clock += 72 * HOUR;
    on.serveStories('well', [1, 2]);
    await on.go(['watch', list, '--once']);
    on.clock += 3 * 60_000;
    const { out } = await on.go(['sources']);
    const rows = lines(out).map((line) => line.split(/ {2,}/).slice(0, 4));
    expect(rows.slice(0, 6)).toEqual([
      ['source', 'health', 'last answer', 'last news'],
      ['dead', 'failing', '–', '–'],
      ['page', 'failing', '–', '–'],
      ['moved', 'moved', '3 min ago', '3 d ago'],
      ['quiet', 'silent', '3 min ago', '3 d ago'],
      ['well', 'well', '3 min ago', '3 min ago'],
    ]);
    expect(out).toContain('\n\ndead: server-error: dead.example');
    expect(out).toContain('page: not-a-feed: ');
    expect(out).toContain(
      `moved: ${on.site.at('moved', '/feed')} has moved to ${on.site.at('target', '/feed')}: change it in the watch list`,
    );
    for (const line of lines(out)) expect(line.length).toBeLessThanOrEqual(WIDEST);
  });

  it('keeps pages asked for by hand apart from what can fare', async () => {
    on.serveStories('solo', [1]);
    await on.go(['fetch', on.site.at('solo', '/story/1')]);
    expect((await on.go(['sources'])).out).toMatch(/^by-hand {2}– {2,}/m);
    const none = await on.go(['sources'], {}, join(on.folder(), 'none'));
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('there is no desk') });
  });
});

describe('refusals --web', () => {
  it('tells of every page that was not had why, and whether it is tried again', async () => {
    on.serveStories('faro', [1, 2, 3]);
    on.site.serve('faro', '/story/2', { status: 410, body: '' });
    on.site.serve('faro', '/story/3', { body: '<title>Just a moment...</title><p>Checking</p>' });
    await on.go(['watch', on.watchOf(['faro']), '--once']);
    const { out } = await on.go(['refusals', '--web']);
    const [gone, captcha] = [lines(out).slice(0, 3), lines(out).slice(3)];
    expect(gone).toEqual([
      on.site.at('faro', '/story/2'),
      expect.stringMatching(/^ {2}gone \(faro\): faro\.example:\d+ /),
      '  given up',
    ]);
    expect(captcha).toEqual([
      on.site.at('faro', '/story/3'),
      expect.stringMatching(/^ {2}captcha \(faro\): /),
      '  tried again 1 Jan 2025 00:10 UTC',
    ]);
    expect(lines((await on.go(['refusals', '--web', '--limit', '1'])).out)).toHaveLength(3);
    expect((await on.go(['refusals'])).out).toBe('Nothing was refused.\n');
  });
});

describe('versions', () => {
  it('tells a silent change from a stated one, and lists the silent ones alone', async () => {
    on.serveStories('faro', [1, 2]);
    const list = on.watchOf(['faro']);
    await on.go(['watch', list, '--once']);
    expect((await on.go(['versions'])).out).toBe(
      'No article with several versions on this desk.\n',
    );
    on.clock += 2 * HOUR;
    const head = '<meta property="article:modified_time" content="2025-01-01T01:00:00Z">';
    const stated = storyPage('Story 1', `${prose(1, 60)} It sank.`, { head });
    on.site.serve('faro', '/story/1', { body: stated });
    on.site.serve('faro', '/story/2', { body: storyPage('Story two', prose(2, 50)) });
    await on.go(['watch', list, '--once']);
    const { out } = await on.go(['versions']);
    expect(out).toMatch(
      /Story 1\n {2}faro\.example · 2 versions · \S+\n {2}\w{16} → \w{16} {2}seen 1 Jan 2025 02:00 UTC {2}stated, 1 Jan 2025 01:00 UTC: {2}−0 \+2 words\n.*\{\+It sank\+\}/,
    );
    expect(out).toMatch(/silent: {2}−10 \+0 words\n {4}the title was “Story 2”\n.*\[-/);
    const silent = await on.go(['versions', '--silent']);
    expect(silent.out).toContain('Story two\n');
    expect(silent.out).not.toContain('Story 1\n');
    expect(lines(silent.out).at(-1)).toMatch(/^1, the newest change first\./);
    const further = await on.go(['versions', '--silent', '--offset', '1']);
    expect(further.out).toBe('No further article that was changed silently.\n');
    // What is asked for is so many silent ones, not those among so many of all kinds.
    expect(await on.json(['versions', '--silent', '--limit', '1'])).toMatchObject({
      articles: [{ article: { title: 'Story two' } }],
    });
  });
});

describe('fetch', () => {
  it('fetches a page once asked for, and says when it holds nothing new', async () => {
    on.serveStories('solo', [1]);
    const address = on.site.at('solo', '/story/1');
    expect((await on.go(['fetch', address])).out).toBe(
      'Asked for 1 page: 1 new article, 0 new versions of known ones, 0 with nothing new.\n',
    );
    expect((await on.go(['fetch', address])).out).toBe(
      'Asked for 1 page: 0 new articles, 0 new versions of known ones, 1 with nothing new.\n',
    );
    expect(on.site.hits('solo', '/story/1')).toBe(2);
  });

  it('takes lists, and names the faults in them with their lines', async () => {
    on.serveStories('solo', [1, 2]);
    const list = fileIn(
      on.folder(),
      'list.txt',
      [1, 2]
        .map((n) => on.site.at('solo', `/story/${n}`))
        .concat('not an address', '# a comment')
        .join('\n'),
    );
    const { code, out } = await on.go(['fetch', list]);
    expect(code).toBe(0);
    expect(lines(out)[0]).toMatch(/^Asked for 2 pages: 2 new articles,/);
    expect(lines(out).slice(1)).toEqual([expect.stringContaining(`${list}:3: `)]);
  });

  it('ends with 1 where nothing could be asked for or had, with the reason', async () => {
    const table = fileIn(on.folder(), 'articles.csv', 'title,text\na,b\n');
    const asked = await on.go(['fetch', 'ftp://a.example/x', 'http://', table]);
    expect(asked.code).toBe(1);
    expect(lines(asked.out).slice(1)).toEqual([
      expect.stringMatching(
        /^ftp:\/\/a\.example\/x: "ftp:\/\/a\.example\/x" cannot be asked for; /,
      ),
      expect.stringMatching(/^http:\/\/: "http:\/\/" cannot be asked for; /),
      expect.stringContaining('articles.csv:1: no addresses are listed here; articles in a file'),
    ]);
    expect(asked.err).toBe('atalaya: no address was named that can be asked for\n');
    const lost = await on.go(['fetch', on.site.at('solo', '/none')]);
    expect(lost).toMatchObject({
      code: 1,
      out: expect.stringContaining('  not-found  1'),
      err: expect.stringContaining('atalaya: no page was had\n'),
    });
    const nowhere = await on.go(['fetch', join(on.folder(), 'nowhere.txt')]);
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read') });
  });

  it('says of a watched page that it fails, where it cannot be had', async () => {
    const list = fileIn(
      on.folder(),
      'page.yaml',
      `host: MX\nsponsors: [RU]\nlanguages: [es]\nsources:\n  - kind: page\n    id: staff\n    url: ${on.site.at('solo', '/staff')}\n`,
    );
    await on.go(['watch', list, '--once']);
    const { sources } = await on.json<{ sources: { health: string }[] }>(['sources']);
    expect(sources.map(({ health }) => health)).toEqual(['failing']);
  });

  it('stands in the status with its pages by their state', async () => {
    await on.watched();
    await on.go(['fetch', on.site.at('solo', '/none')]);
    const { out } = await on.go(['status']);
    expect(out).toContain('2 sources of the web named pages: 2 kept, 0 waiting, 1 refused');
  });

  it('shows of a page who wrote it, when it was changed and what it is taken from', async () => {
    const head =
      '<meta name="author" content="Ana Ruiz"><link rel="canonical" href="https://origen.example/first"><meta property="article:modified_time" content="2024-12-31T12:00:00Z">';
    on.site.serve('solo', '/story/1', { body: storyPage('Story 1', prose(1, 60), { head }) });
    await on.go(['fetch', on.site.at('solo', '/story/1')]);
    const [id] = await articleIds();
    const { out } = await on.go(['show', id!]);
    expect(out).toContain('  written by  Ana Ruiz\n');
    expect(out).toContain('  changed     31 Dec 2024 12:00');
    expect(out).toContain('  taken from  https://origen.example/first\n');
  });

  it('leaves its pages to a watch that is running', async () => {
    on.serveStories('solo', [1]);
    await on.go(['watch', on.watchOf([]), '--once']);
    const lock = await lockWatch({ folder: on.desk() }, 'watch');
    const { code, out } = await on.go(['fetch', on.site.at('solo', '/story/1')]);
    lock.release();
    expect([code, out]).toEqual([0, 'A watch is running on this desk. It fetches 1 page.\n']);
    expect(on.site.hits('solo', '/story/1')).toBe(0);
    await on.go(['watch', on.watchOf([]), '--once']);
    expect(on.site.hits('solo', '/story/1')).toBe(1);
  });

  it('ends early when it is told to, and says how it goes on', async () => {
    const controller = new AbortController();
    controller.abort();
    const setting = { signal: controller.signal };
    const { code, out } = await on.go(['fetch', on.site.at('solo', '/story/1')], setting);
    expect([code, lines(out)[1]]).toEqual([
      0,
      'Ended early, as asked. What is left is still due: atalaya fetch or atalaya watch goes on with it.',
    ]);
    expect(on.site.hits('solo', '/story/1')).toBe(0);
    on.serveStories('solo', [1]);
    await on.go(['watch', on.watchOf([]), '--once']);
    expect(on.site.hits('solo', '/story/1')).toBe(1);
  });
});

async function articleIds(): Promise<string[]> {
  return onDesk(on.desk(), async ({ store }) => (await articlesOf(store)).map(({ id }) => id));
}
