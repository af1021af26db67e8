/**
 * Stored text is hostile for ever: whatever an input says, no command lets a control character or a
 * mark that turns a line around reach the terminal, and no text makes a line of its own.
 */
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { fileIn, jsonLines, prose, useFolder } from '../pipeline/desk.fixture.ts';
import { COMMANDS, NEED_A_PLACE, runIn } from './program.fixture.ts';

/** Moves the cursor, colours, sets the title, rings, as C0 and as C1; turns text around. */
const HOSTILE =
  'A\u001b[2J\u001b[31mB\u001b]0;title\u0007C\u009b31mD\u0000E\u007fF\u0085G\rH\nEvil: 100 %\u2028I\u202eJ\u2066K\u200fL\u061cM\u2069';
/** Control characters but the line feed, which ends the program's own lines; bidi marks. */
const HARMFUL = /(?!\n)\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
/** A page is a document: it keeps the marks that honest right-to-left text needs, each in a <bdi>. */
const HARMFUL_IN_PAGE = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

const folder = useFolder();
const desk = (): string => join(folder(), 'desk');

beforeEach(async () => {
  const story = prose(100, 40).replace('.', `. ${HOSTILE}`);
  const rows = [1, 2, 3].map((n) => ({
    url: n === 3 ? undefined : `https://outlet${n}.example/story?${HOSTILE}`,
    domain: n === 3 ? `outlet3.example ${HOSTILE}` : undefined,
    outlet: `Outlet ${n} ${HOSTILE}`,
    title: `Title ${n} ${HOSTILE}`,
    text: `According to Outlet 1 ${HOSTILE}, ${n} ${story} ${prose(n, 20)} ${HOSTILE}`,
    published: n === 3 ? HOSTILE : `2024-09-2${n}T10:00:00Z`,
    language: HOSTILE,
  }));
  const lines = `${jsonLines(rows)}{"text": ${HOSTILE.replace(/[\n\r]/g, ' ')}\n`;
  // The path stands in the output too; a file system forbids only the slash and the zero.
  const name = `${HOSTILE.replaceAll('\u0000', '')}.jsonl`;
  const { code } = await runIn(desk(), ['ingest', fileIn(folder(), name, lines)]);
  expect(code).toBe(0);
});

async function idsOfAll(): Promise<string[]> {
  const { cascades } = JSON.parse(
    (await runIn(desk(), ['cascades', '--min-reach', '1', '--json'])).out,
  );
  expect(cascades.length).toBeGreaterThan(0);
  return cascades.flatMap((cascade: { id: string; echoes: { article: { id: string } }[] }) => [
    cascade.id,
    ...cascade.echoes.map(({ article }) => article.id),
  ]);
}

describe('hostile text', () => {
  const commands = COMMANDS.map(({ name }) => name).filter(
    (name) => !['demo', 'ingest', 'pack', ...NEED_A_PLACE].includes(name),
  );

  it.each([...commands, ...commands.map((name) => `${name} --json`)])(
    'never reaches the terminal from %s',
    async (command) => {
      // The claim in words is the user's own; what it finds is not.
      const words: Record<string, string[]> = {
        claim: ['the'],
        'presence-map': ['RU'],
        'presence-pair': ['RU', '--host', 'MX'],
      };
      const own = words[command.split(' ')[0]!] ?? [];
      const { code, out, err } = await runIn(desk(), [...command.split(' '), ...own]);
      expect(code).toBe(0);
      // Those two write a page, whose reader is a browser.
      const isPage = command === 'report' || command === 'briefing';
      expect(out).not.toMatch(isPage ? HARMFUL_IN_PAGE : HARMFUL);
      expect(err).toBe('');
      if (!/^(?:report|briefing)/.test(command)) expect(out).not.toMatch(/^\s*Evil/m);
    },
  );

  it('never reaches the terminal from article', async () => {
    const listed = JSON.parse((await runIn(desk(), ['search', '--json'])).out);
    expect(listed.hits.length).toBeGreaterThan(0);
    for (const { article } of listed.hits) {
      const { code, out } = await runIn(desk(), ['article', article.id]);
      expect(code).toBe(0);
      expect(out).not.toMatch(HARMFUL);
      expect(out).not.toMatch(/^\s*Evil/m);
    }
  });

  it('never reaches the terminal from show, and what it says is still there', async () => {
    for (const id of await idsOfAll()) {
      const { code, out } = await runIn(desk(), ['show', id]);
      expect(code).toBe(0);
      expect(out).not.toMatch(HARMFUL);
      expect(out).not.toMatch(/^\s*Evil/m);
      expect(out).toContain('Evil: 100 %');
    }
  });

  it('leaves only its own colours on a terminal that has them', async () => {
    const { out } = await runIn(desk(), ['cascades'], { color: true });
    const own = stripVTControlCharacters(out);
    expect(own).not.toMatch(HARMFUL);
    expect(own.length).toBeLessThan(out.length);
  });

  it('says the same in JSON, escaped', async () => {
    const { out } = await runIn(desk(), ['cascades', '--json']);
    const [cascade] = JSON.parse(out).cascades;
    const outlets = cascade.echoes.map(
      ({ article }: { article: { outlet: string } }) => article.outlet,
    );
    expect(outlets.join()).toContain('I\u202eJ\u2066K\u200fL\u061cM\u2069');
    expect(out).toContain('\\u202e');
    expect(out).toContain('\\u009b');
  });
});
