import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { presence } from './presence.ts';

const directory = mkdtempSync(join(tmpdir(), 'atalaya-presence-'));
afterAll(() => rmSync(directory, { recursive: true }));

const COLUMNS = 'o,d,dist,gdp_o,gdp_d,pop_o,pop_d,contig,comlang,colony,exp06,imp06,mig_od,mig_do';

/** A panel of invented states, whose counts grow with the sender's size. */
function panel(hosts: number, senders: number, count: string): string {
  const rows = Array.from({ length: hosts * senders }, (_, i) => {
    const [host, sender] = [i % hosts, Math.floor(i / hosts)];
    const sizes = [1e9 * 1.2 ** sender, 1e10 * (host + 1), 1e6 * (sender + 1), 2e6 * (host + 2)];
    const ties = [i % 9 === 0 ? 1 : 0, i % 4 === 0 ? 1 : 0, i % 7 === 0 ? 1 : 0];
    const trade = sender % 5 === 0 ? ['', ''] : [sender * 3 + host, sender];
    const counted = Math.round(Math.exp(sender / 8 - 1 + host / 9));
    const values = [700 + ((i * 397) % 8000), ...sizes, ...ties, ...trade, i * 10, sender, counted];
    return `S${sender},H${host},${values.join(',')}`;
  });
  return [`${COLUMNS},${count}`, ...rows].join('\n');
}

describe('presence', () => {
  it('says what is missing', async () => {
    expect(await presence.run(join(directory, 'nowhere'))).toMatchObject({ kind: 'absent' });
  });

  it('measures fit and hosts left out on panels of the layout', async () => {
    writeFileSync(join(directory, 'country_crosswalk.csv'), 'iso2,iso3\n');
    writeFileSync(
      join(directory, 'dyad_panel_staff_4hosts.csv'),
      panel(4, 40, 'diplomats_resident'),
    );
    writeFileSync(join(directory, 'dyad_panel_2023_posts.csv'), panel(8, 20, 'posts'));
    const answer = await presence.run(directory);
    if (answer.kind !== 'measured') throw new Error('not measured');
    expect(answer.figures).toMatchObject({ staff: { n: 160, hosts: 4 }, posts: { n: 160 } });
    const { staff, posts } = answer.figures as Record<string, Record<string, number>>;
    expect(staff?.['r2']).toBeGreaterThan(0.9);
    expect(staff?.['lohoR2']).toBeGreaterThan(0.8);
    expect(staff?.['lohoSpearman']).toBeGreaterThan(0.9);
    expect(posts?.['r2Effects']).toBeGreaterThan(posts?.['r2Base'] ?? 1);
  });

  it('names the row whose count is none', async () => {
    const broken = panel(4, 2, 'posts').replace(/\d+$/, 'many');
    writeFileSync(join(directory, 'dyad_panel_2023_posts.csv'), broken);
    await expect(presence.run(directory)).rejects.toThrow('row 9: "many" in posts');
  });
});
