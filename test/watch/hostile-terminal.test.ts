/**
 * What comes from the web is hostile: titles, addresses, redirects, texts of refusals and lists may hold
 * anything, and none of it moves the cursor, hides a word, or makes a line of its own on the terminal.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { fileIn, prose } from '../../src/pipeline/desk.fixture.ts';
import { HOUR, useCommands } from './commands.fixture.ts';
import { storyPage } from './site.ts';

const on = useCommands();

/** Moves the cursor, sets the title, rings, as C0 and as C1; turns text around; begins a line. */
const HOSTILE =
  'A\u001b[2J\u001b[31mB\u001b]0;title\u0007C\u009b31mE\u007fF\u0085G\rH\nEvil: 100 %\u2028I\u202eJ\u2066K\u200fL\u061cM\u2069';
/** The same as far as no rule for addresses rewrites it. */
const IN_ADDRESS = HOSTILE.replace(/[ %]/g, '');
/** Control characters but the line feed, which ends the program's own lines; bidi marks. */
const HARMFUL = /(?!\n)\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** A line that a person begins in an argument is that person's own. */
const ARGUMENT = HOSTILE.replace('\n', ' ');

function expectHarmless(text: string): void {
  expect(text).not.toMatch(HARMFUL);
  expect(text).not.toMatch(/^\s*Evil/m);
}

/** JSON Feed: unlike XML it can name any character. */
const feed = (host: string): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: `Invented ${HOSTILE}`,
    items: [1, 2, 3, 4].map((n) => ({
      id: `${n} ${HOSTILE}`,
      url: `${on.site.at(host, `/story/${n}`)}?q=${IN_ADDRESS}`,
      title: `Feed title ${n} ${HOSTILE}`,
      language: HOSTILE,
      date_published: HOSTILE,
    })),
  });

let list = '';

beforeEach(async () => {
  const { site } = on;
  const headers = { 'content-type': 'application/feed+json' };
  site.serve('faro', '/feed', () => ({ headers, body: feed('faro') }));
  site.serve('moved', '/feed', {
    status: 301,
    headers: { location: `${site.at('faro', '/feed')}?x=\u009b31m\u0085` },
    body: '',
  });
  site.serve('faro', '/feed?x=%C2%9B31m%C2%85', () => ({ headers, body: feed('faro') }));
  site.serve('page', '/feed', { body: `<title>${HOSTILE}</title>${HOSTILE}` });
  site.serve('broken', '/feed', { headers, body: `{"items": ${HOSTILE}` });
  // The stand-in knows an address by what stands in the request.
  const query = new URL(`${site.at('faro', '/')}?q=${IN_ADDRESS}`).search;
  const story = (n: number, more = ''): string =>
    storyPage(`Title ${n} ${HOSTILE}`, `${prose(n, 60)} ${HOSTILE} ${more}`);
  for (const n of [1, 2]) site.serve('faro', `/story/${n}${query}`, { body: story(n) });
  site.serve('faro', `/story/3${query}`, {
    body: `<title>Just a moment... ${HOSTILE}</title><p>Checking</p>`,
  });
  site.serve('faro', `/story/4${query}`, { body: `<title>Login ${HOSTILE}</title><p>No</p>` });
  list = on.watchOf(['faro', 'moved', 'page', 'broken']);
  const first = await on.go(['watch', list, '--once']);
  expectHarmless(first.out + first.err);
  on.clock += 2 * HOUR;
  site.serve('faro', `/story/1${query}`, { body: story(1, 'More of it.') });
  const second = await on.go(['watch', list, '--once']);
  expectHarmless(second.out + second.err);
  expect([first.code, second.code]).toEqual([0, 0]);
});

describe('hostile text of the web', () => {
  it('never reaches the terminal from any command that shows it', async () => {
    const commands = ['sources', 'refusals --web', 'refusals', 'versions', 'status', 'cascades'];
    for (const command of [...commands, 'verify', 'doctor']) {
      for (const argv of [command.split(' '), [...command.split(' '), '--json']]) {
        const { code, out, err } = await on.go(argv);
        expect([argv, code, err]).toEqual([argv, 0, '']);
        expectHarmless(out);
      }
    }
    // It is there all the same: nothing above was empty.
    expect((await on.go(['versions'])).out).toMatch(/Title 1 A .*Evil: 100 %.*More of it/s);
    const refused = (await on.go(['refusals', '--web'])).out;
    expect(refused).toMatch(/captcha \(\w+\): .*Evil: 100 %/);
    const sources = (await on.go(['sources'])).out;
    expect(sources).toContain('moved: ');
    expect(sources).toContain('page: not-a-feed: ');
    expect(sources).toContain('broken: not-a-feed: ');
  });

  it('never reaches it from lists, addresses and names that a person passes on', async () => {
    const lines = [on.site.at('faro', '/story/1'), `not an address ${HOSTILE}`];
    const addresses = fileIn(on.folder(), 'list.txt', `${lines.join('\n')}\n${lines[0]}\n`);
    const bad = fileIn(
      on.folder(),
      'bad.yaml',
      `host: "MX\\e[2J"\nsponsors: ["R\\x9bU"]\nlanguages: [es]\nsources:\n  - url: "https://a.example/\\a\\u202e"\n    every: "so\\e[31mon\\nEvil: 1"\n    "ki\\e[2Jnd": feed\n`,
    );
    const ran = [
      await on.go(['fetch', addresses]),
      await on.go(['fetch', `https://${ARGUMENT}`]),
      await on.go(['fetch', `no-such-file ${ARGUMENT}`]),
      await on.go(['outlets', `rt.com ${HOSTILE}`]),
      await on.go(['watch', bad]),
      await on.go(['watch', `no-such-list ${ARGUMENT}`]),
    ];
    expect(ran.map(({ code }) => code)).toEqual([1, 1, 1, 0, 1, 1]);
    for (const { out, err } of ran) expectHarmless(out + err);
  });
});
