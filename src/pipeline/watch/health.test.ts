import { describe, expect, it } from 'vitest';
import type { SourceRow } from '../../store/watching.ts';
import { healthOf } from './health.ts';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const well: SourceRow = {
  id: 'faro',
  kind: 'feed',
  url: 'https://faro.example/feed',
  every: 3_600_000,
  active: true,
  nextAt: NOW,
  polls: 9,
  failures: 0,
  polledAt: NOW,
  answeredAt: NOW,
  newAt: NOW,
  ms: 80,
  entries: 5,
};
const refusal = (reason: string) => ({ reason, detail: '' });

describe('healthOf', () => {
  it.each([
    ['well', {}],
    ['off', { active: false, failures: 3 }],
    ['new', { polls: 0 }],
    ['dead', { failures: 1, refusal: refusal('gone') }],
    ['dead', { failures: 5, answeredAt: NOW - 3 * DAY, refusal: refusal('dns') }],
    ['failing', { failures: 5, answeredAt: NOW - DAY, refusal: refusal('dns') }],
    ['failing', { failures: 4, answeredAt: NOW - 9 * DAY, refusal: refusal('time-out') }],
    ['moved', { movedTo: 'https://faro.example/rss' }],
    ['silent', { newAt: NOW - 3 * DAY }],
    ['well', { newAt: NOW - DAY }],
    ['well', { newAt: NOW - 3 * DAY, every: DAY }],
    ['slow', { ms: 10_000 }],
  ] as const)('says %s of %j', (health, more) => {
    expect(healthOf({ ...well, ...more }, NOW)).toBe(health);
  });
});
