/** The ledger on real tables that stand beside the checkout on some machines. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { onDesk, useFolder } from '../src/pipeline/desk.fixture.ts';
import { keepEntries } from '../src/pipeline/presence/keep-entries.ts';
import { presenceOf } from '../src/pipeline/presence/presence-of.ts';

const DATA = fileURLToPath(new URL('../../shared/data/presence', import.meta.url));
const folder = useFolder();

describe.skipIf(!existsSync(DATA))('../shared/data/presence (skipped where it is absent)', () => {
  it('enters every row of the press and of expulsions; like with like alone, and modest words', async () => {
    await onDesk(join(folder(), 'desk'), async (desk) => {
      const keep = (name: string) => keepEntries(desk, join(DATA, name), undefined);
      expect(await keep('staff_counts_from_press.csv')).toMatchObject({
        rows: 45,
        added: 45,
        refused: 0,
      });
      expect(await keep('expulsions_of_russian_staff.csv')).toMatchObject({
        rows: 87,
        added: 87,
        refused: 0,
      });

      const mexico = await presenceOf(desk, 'RU', 'MX');
      const shown = mexico.series.map(({ unit, scope, unverified, entries }) => [
        [unit, scope, unverified === undefined ? 'full' : 'not in full'].join(),
        entries.map(({ count }) => count),
      ]);
      expect(shown).toHaveLength(new Set(shown.map(String)).size);
      const of = (count: string) =>
        mexico.series.filter(({ entries }) => entries.some((one) => one.count === count));
      expect(of('72').flatMap(({ entries }) => entries.map(({ count }) => count))).not.toContain(
        '85',
      );
      const step = mexico.series.find(({ steps }) =>
        steps.some(({ sentence }) => sentence.startsWith('49 → 85')),
      );
      expect(step).toMatchObject({ unverified: expect.anything() });
      expect(step!.steps[0]!.sentence).toContain('unit or scope is not stated');
      // Without a list there is no size to state; and with none, it is not called elevated.
      expect(mexico.size.sentence).toMatch(/size unknown|not comparable/);

      const slovakia = await presenceOf(desk, 'RU', 'SK');
      const expelled = slovakia.series.flatMap(({ measure, entries }) =>
        measure === 'expulsion' ? entries : [],
      );
      expect(expelled.map(({ count }) => count).sort()).toEqual(
        expect.arrayContaining(['3', '35']),
      );
      expect(expelled.length).toBeGreaterThanOrEqual(2);
    });
  });
});
