/** What the doctor finds, and what is known of outlets, from `argv` to the terminal. */
import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Setting } from '../../src/cli/program.fixture.ts';
import { fileIn } from '../../src/pipeline/desk.fixture.ts';
import { HOUR, lines, useCommands } from './commands.fixture.ts';
import { feedOf } from './site.ts';

const on = useCommands();

describe('outlets', () => {
  it('says whose a domain is, by whom it is stated, and when nobody does', async () => {
    const { code, out } = await on.go(['outlets', 'rt.com', 'https://nobody.example/x']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^rt\.com\n {2}rt\.com {2}RT {2}\S.* {2}RU {2}state-controlled\n {4}\S.*, 20\d\d/,
    );
    expect(out).toContain('https://nobody.example/x\n  nothing is stated of it here');
    expect((await on.go(['outlets'])).out).toMatch(/^[\d,]+ facts on [\d,]+ outlets\.\n$/);
    const own = on.watchOf(['faro']);
    const stated = fileIn(
      on.folder(),
      'own.yaml',
      `host: MX\nsponsors: [RU]\nlanguages: [es]\noutlets:\n  - domain: voz.example\n    owner: Casa de la Voz\n    affiliation: independent\n    source: { name: Own imprint, date: 2024-05-17 }\n`,
    );
    expect((await on.go(['outlets', 'voz.example', '--watch', own])).out).toContain('nothing is');
    const told = lines((await on.go(['outlets', 'voz.example', '--watch', stated])).out);
    expect(told.slice(0, 4)).toEqual([
      'voz.example',
      '  voz.example  –  Casa de la Voz  –  independent',
      '    Own imprint, 2024-05-17',
      '  source       F reliability cannot be judged (Admiralty code, first axis)',
    ]);
  });
});

/** State and detail by what was looked at. */
async function findings(argv: readonly string[], setting: Setting = {}) {
  const { code, out, err } = await on.go(['doctor', ...argv, '--json'], setting);
  const { findings: found } = JSON.parse(out) as {
    findings: { what: string; state: string; detail: string }[];
  };
  return { code, err, found, of: (what: string) => found.find((one) => one.what === what) };
}

describe('doctor', () => {
  it('finds a sound desk sound, and the network and the clock where a list says whom to ask', async () => {
    const list = await on.watched();
    const alone = await findings([]);
    expect([alone.code, alone.err]).toEqual([0, '']);
    expect(alone.found.map(({ what, state }) => [what, state])).toEqual([
      ['program', 'well'],
      ['folder', 'well'],
      ['disk', expect.stringMatching(/well|doubtful/)],
      ['store', 'well'],
      ['archive', 'well'],
      ['network', 'unknown'],
    ]);
    const date = new Date(on.clock).toUTCString();
    on.site.serve('faro', '/feed', { headers: { date }, body: feedOf([]) });
    const asked = await findings([list]);
    expect(asked.of('network')).toMatchObject({
      state: 'well',
      detail: expect.stringMatching(/^faro\.example:\d+ answered in \d+ ms$/),
    });
    expect(asked.of('clock')).toEqual({
      what: 'clock',
      state: 'well',
      detail: 'within 0 s of what servers say',
    });
  });

  it('finds a clock that is off, and a network that does not answer', async () => {
    const list = await on.watched();
    const date = new Date(on.clock - 5 * HOUR).toUTCString();
    on.site.serve('faro', '/feed', { headers: { date }, body: feedOf([]) });
    const { code, err, of } = await findings([list]);
    expect([code, err]).toEqual([1, 'atalaya: broken: clock\n']);
    expect(of('clock')!.detail).toBe(
      '5 h ahead of what servers say: set it, or times of capture are wrong',
    );
    on.site.serve('faro', '/feed', { status: 500, body: '' });
    const silent = await findings([list]);
    expect(silent.code).toBe(0);
    expect(silent.of('network')).toMatchObject({ state: 'doubtful' });
    expect(silent.of('clock')).toMatchObject({ state: 'unknown' });
  });

  it('finds a damaged database and a cut archive, and says what to do', async () => {
    await on.watched();
    const archive = join(on.desk(), 'archive');
    const name = readdirSync(archive).find((one) => one.endsWith('.gz'))!;
    closeSync(openSync(join(archive, name), 'w'));
    const cut = await findings([]);
    expect(cut).toMatchObject({ code: 1, err: 'atalaya: broken: archive\n' });
    const handle = openSync(join(on.desk(), 'desk.sqlite'), 'r+');
    writeSync(handle, Buffer.alloc(4096, 0xff), 0, 4096, 3 * 4096);
    closeSync(handle);
    const broken = await findings([]);
    expect(broken.code).toBe(1);
    expect(broken.of('store')).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('atalaya reread'),
    });
    const first = openSync(join(on.desk(), 'desk.sqlite'), 'r+');
    writeSync(first, Buffer.alloc(4096, 0xff), 0, 4096, 0);
    closeSync(first);
    const none = await on.go(['doctor']);
    expect(none).toMatchObject({ code: 1, out: '', err: expect.stringContaining('desk.sqlite') });
  });
});
