import { expect, test } from 'vitest';
import type { Scene } from './scene.ts';
import { silenceFacts } from './silences.ts';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const TIMES = [10, 20, 30, 40].map((day) => day * DAY);

/** A desk with one watched source, asked and answered on day 90, and one outlet that comes in as files. */
function scene(until: number): Scene {
  const outlet = 'radio.example';
  const store = {
    sources: async () => [{ id: 'radio', polledAt: 90 * DAY, answeredAt: 90 * DAY }],
    sourceTimes: async () => [{ key: 'radio', outlet, times: TIMES }],
    outletTimes: async () => [
      { key: outlet, outlet, times: TIMES },
      { key: 'notebook.example', outlet: 'Notebook', times: TIMES },
    ],
  };
  const asOf = Math.min(until, 50 * DAY);
  return { desk: { store, now: () => NOW }, asOf, until } as unknown as Scene;
}

test('a watched source is counted up to now, an outlet of files up to the newest article', async () => {
  expect(await silenceFacts(scene(NOW), 90)).toEqual([
    {
      source: 'radio',
      outlet: 'radio.example',
      namedAt: TIMES,
      polledAt: 90 * DAY,
      answeredAt: 90 * DAY,
      now: NOW,
    },
    {
      source: 'notebook.example',
      outlet: 'Notebook',
      namedAt: TIMES,
      polledAt: undefined,
      answeredAt: undefined,
      now: 50 * DAY,
    },
  ]);
});

test('seen from a day that was asked for, nothing of later is known', async () => {
  const [radio] = await silenceFacts(scene(30 * DAY), 90);
  expect(radio).toEqual({
    source: 'radio',
    outlet: 'radio.example',
    namedAt: TIMES.slice(0, 3),
    polledAt: undefined,
    answeredAt: undefined,
    now: 30 * DAY,
  });
});
