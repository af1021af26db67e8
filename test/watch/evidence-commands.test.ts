/** Care of what a watch archived, from `argv` to the terminal: verify, pack, reread. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readWacz } from '../../src/archive/read-wacz.ts';
import { answerTo } from '../../src/archive/timestamp.fixture.ts';
import { articlesOf, fileIn, onDesk, prose } from '../../src/pipeline/desk.fixture.ts';
import { evidenceOf } from '../../src/pipeline/evidence.ts';
import { HOUR, useCommands } from './commands.fixture.ts';

const on = useCommands();
let authority: Server | undefined;
afterEach(() => {
  authority?.close();
  authority = undefined;
});

describe('verify', () => {
  it('vouches for a sound archive, and names the first broken place of another', async () => {
    await on.watched();
    const { code, out } = await on.go(['verify']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Sound: \d+ records, \d+ kB, each byte as it was written\.\nThe chain’s head is line \d+, SHA-256 [0-9a-f]{64}\.\nWho keeps it elsewhere /,
    );
    on.damage(1500);
    const broken = await on.go(['verify', '--timestamp', 'http://127.0.0.1:9/never-asked']);
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/^Broken in captures-00001\.warc\.gz at byte [\d,]+: .+\.\n$/);
    expect(broken.err).toBe(
      'atalaya: the archive is not as it was written: restore it from a backup\n',
    );
  });

  it('has the chain stamped once, and passes on why it is not', async () => {
    await on.watched();
    const words = 'closed \u001b[2J for \u202e today';
    authority = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const query = Buffer.concat(parts);
      const refused = request.url === '/refused';
      response.end(
        refused ? answerTo(query, { status: 2, words, token: 'none' }) : answerTo(query),
      );
    });
    await new Promise<void>((resolve) => authority!.listen(0, '127.0.0.1', resolve));
    const at = `http://127.0.0.1:${(authority.address() as AddressInfo).port}`;
    const refused = await on.go(['verify', '--timestamp', `${at}/refused`]);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/^atalaya: http:\S+: .*closed .*for .*today/);
    expect(refused.err).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    const stamped = await on.go(['verify', '--timestamp', at]);
    expect(stamped).toMatchObject({ code: 0, err: '' });
    expect(stamped.out).toMatch(/Stamped now: timestamps\/\d+\.tsr, 23 Sep 2024 14:05 UTC\.\n$/);
    const again = await on.go(['verify', '--timestamp', at]);
    expect(again.out).toMatch(
      /Line \d+ was stamped on 23 Sep 2024 14:05 UTC \(timestamps\/\d+\.tsr; .*\nThe head has its stamp already\.\n$/,
    );
    const nobody = await on.go(['verify', '--timestamp', 'tsa']);
    expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('is no address') });
  });
});

describe('pack', () => {
  it('packs what was watched so that it can be read again elsewhere', async () => {
    await on.watched();
    const file = join(on.folder(), 'evidence.wacz');
    const { code, out } = await on.go(['pack', file]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Wrote \S+evidence\.wacz: \d+ records to play, \d+ kB\.\n$/);
    const targets: string[] = [];
    for await (const entry of readWacz(file)) {
      if (entry.kind !== 'warc' || entry.entry.kind !== 'record') continue;
      if (entry.entry.type === 'response') targets.push(entry.entry.target!);
    }
    expect(targets.sort()).toEqual(
      ['/feed', '/story/1', '/story/2'].map((path) => on.site.at('faro', path)),
    );
    on.damage(1500);
    expect((await on.go(['pack', file])).out).toContain(
      'cannot be played: atalaya verify says where',
    );
    // Another desk reads its articles out of it.
    const other = join(on.folder(), 'other');
    await on.go(['ingest', file], {}, other);
    const { counts } = JSON.parse((await on.go(['status', '--json'], {}, other)).out);
    expect(counts.articles).toBeGreaterThan(0);
  });
});

/** Ids of all articles, sorted, with the digests of the bytes behind them. */
async function heldIn(at: string): Promise<string[]> {
  return onDesk(at, async (opened) => {
    const rows: string[] = [];
    for (const article of await articlesOf(opened.store)) {
      const { capture } = await evidenceOf(opened, article);
      rows.push(`${article.id} ${article.domain} ${capture.digest}`);
    }
    return rows.sort();
  });
}

describe('reread', () => {
  const again = (): string => join(on.folder(), 'again');

  it('makes the same articles anew, also those whose bytes stand at several addresses', async () => {
    on.serveStories('faro', [1, 2]);
    // The very bytes of another outlet, in the same step and in a later one.
    on.serveStories('espejo', [1]);
    const list = on.watchOf(['faro', 'espejo']);
    await on.go(['watch', list, '--once']);
    on.clock += HOUR;
    on.serveStories('tardio', [2]);
    await on.go(['watch', on.watchOf(['faro', 'espejo', 'tardio']), '--once']);
    const before = await heldIn(on.desk());
    expect(before).toHaveLength(4);
    expect(await on.go(['verify'])).toMatchObject({ code: 0 });
    const { code, out } = await on.go(['reread', join(on.desk(), 'archive')], {}, again());
    expect(code).toBe(0);
    expect(out).toMatch(/^Read \d+ captures again from 1 file: 4 articles, 0 refused\.\n/);
    expect(await heldIn(again())).toEqual(before);
    const full = await on.go(['reread', join(on.desk(), 'archive')]);
    expect(full).toMatchObject({ code: 1, err: expect.stringContaining('is not empty') });
    const none = await on.go(['reread', on.folder()], {}, join(on.folder(), 'third'));
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('there is no archive in') });
  });

  it('reads tables as they were read: columns, time zone and all', async () => {
    const rows = [1, 2].map((n) => `2024-09-0${n} 10:00,Titulo ${n},"${prose(n, 40)}",a.example`);
    const table = fileIn(on.folder(), 'x.csv', ['cuando,que,cuerpo,sitio', ...rows, ''].join('\n'));
    const other = fileIn(
      on.folder(),
      'y.csv',
      `title,text,domain\nTitulo 3,"${prose(3, 40)}",b.example\n`,
    );
    // The same article once more, read with other options.
    const plain = fileIn(
      on.folder(),
      'z.csv',
      `title,text,domain\nTitulo 3,"${prose(3, 40)}",b.example\n\n`,
    );
    const map = ['title=que', 'text=cuerpo', 'published=cuando', 'domain=sitio'];
    const flags = [...map.flatMap((one) => ['--map', one]), '--timezone', 'America/Mexico_City'];
    expect((await on.go(['ingest', table, ...flags])).code).toBe(0);
    expect((await on.go(['ingest', other])).code).toBe(0);
    expect((await on.go(['ingest', plain, '--timezone', 'Europe/Madrid'])).code).toBe(0);
    const read = await on.go(['reread', join(on.desk(), 'archive')], {}, again());
    expect(read.code).toBe(0);
    expect(await heldIn(again())).toEqual(await heldIn(on.desk()));
    const dates = await onDesk(again(), async ({ store }) => articlesOf(store));
    expect(dates[0]!.published!.earliest).toBe(Date.UTC(2024, 8, 1, 16));
  });

  it('reads around what is damaged, and names it', async () => {
    await on.watched();
    on.damage(1500);
    const { code, out } = await on.go(['reread', join(on.desk(), 'archive')], {}, again());
    expect(code).toBe(0);
    expect(out).toMatch(/^Damaged: captures-00001\.warc\.gz, byte \d+: .+$/m);
  });
});
