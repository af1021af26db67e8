/** A few schedules of the soak, on what is built, and that it sees what goes wrong. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAULTS, scheduleOf } from '../soak/schedule.ts';
import { ownServer, type Server } from '../soak/server.ts';
import { soak } from '../soak/soak.ts';
import { differences, type State } from '../soak/state.ts';
import { SERVER } from '../src/store/postgres/server.fixture.ts';

/** Together they strike with each kind of fault but a restart of the server, which has its own. */
const SEEDS = [1, 2, 7];

describe('the schedules of the soak', () => {
  it('are drawn from their seeds alone, and each fault is among them', () => {
    expect(scheduleOf(5)).toEqual(scheduleOf(5));
    const drawn = new Set(
      Array.from({ length: 200 }, (_, seed) => scheduleOf(seed)).flatMap(({ strikes }) =>
        strikes.map(({ fault }) => fault),
      ),
    );
    expect([...drawn].sort()).toEqual([...new Set(FAULTS)].sort());
  });

  it('tell two states apart by what is lost, doubled or other', () => {
    const state: State = {
      ...{ articles: ['a', 'b'], items: { kept: 2 }, readings: [], cascades: ['c'] },
      ...{ alignments: 1, covered: 2, faults: [], archive: true },
    };
    expect(differences(state, state)).toEqual([]);
    expect(
      differences({ ...state, articles: ['a', 'a'], covered: 1, archive: false }, state),
    ).toEqual([
      'articles: 1 lost, 0 others, 1 doubled, of 2',
      'covered: 1 and not 2',
      'archive: false and not true',
    ]);
  });
});

describe.skipIf(SERVER === undefined)('a desk under faults', () => {
  let server: Server;
  beforeAll(async () => {
    server = (await ownServer())!;
  });
  afterAll(() => server.stop());

  it('comes out as if nothing had happened', async () => {
    const outcomes = [];
    for await (const { schedule, wrong } of soak(server, SEEDS))
      outcomes.push([schedule.seed, wrong]);
    expect(outcomes).toEqual(SEEDS.map((seed) => [seed, []]));
  }, 300_000);
});
