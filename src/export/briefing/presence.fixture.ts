/** Invented presence for the tests of briefings. */
import type { EntryId } from '../../domain/ids.ts';
import type { EntryView, PresenceView } from '../../domain/presence-views.ts';
import { article } from '../invented.fixture.ts';

export function entry(name: string, more: Partial<EntryView> = {}): EntryView {
  return {
    id: name as EntryId,
    count: '72',
    asOf: { first: '2024-03-01', last: '2024-03-01' },
    kind: 'official-list',
    source: { name: 'Diplomatic List of Sablera', url: 'https://list.example/2024', date: '2024' },
    stated: undefined,
    note: undefined,
    evidence: { article: article('Bay Courier').id, span: { begin: 0, end: 1 } },
    ...more,
  };
}

export function presence(more: Partial<PresenceView> = {}): PresenceView {
  const early = entry('e1', { count: '49', asOf: { first: '2022-01-01', last: '2022-12-31' } });
  const late = entry('e2');
  const press = entry('e3', {
    count: '85',
    kind: 'press',
    source: { name: 'El Puente', date: '2024-03' },
  });
  return {
    sender: 'XV',
    host: 'XS',
    series: [
      {
        measure: 'level',
        unit: 'diplomats',
        scope: 'embassy',
        unverified: undefined,
        entries: [early, press, late],
        differing: [[press.id, late.id]],
        steps: [
          { from: early.id, to: late.id, kind: 'step', direction: 'up', sentence: 'It rose.' },
        ],
        changes: [],
      },
      {
        measure: 'expulsion',
        unit: 'diplomats',
        scope: 'country',
        unverified: undefined,
        entries: [entry('e4', { count: '2', kind: 'ministry' })],
        differing: [],
        steps: [],
        changes: [],
      },
    ],
    superseded: [],
    reconciliations: [],
    size: {
      sentence: 'On 1 of 1 reading it is elevated.',
      readings: [
        {
          entry: late.id,
          count: '72',
          unit: 'diplomats',
          scope: 'embassy',
          verdict: 'above',
          reason: undefined,
          expected: [{ set: 'trade and distance', low: 11.2, mean: 20, high: 38.4, beyond: [] }],
        },
      ],
      fits: [],
      cannotSay: [],
    },
    displacement: [
      {
        unit: 'diplomats',
        sentences: [
          'Growth by 20–36 at 1 other host coincides with 40–44 diplomats of XV expelled by 9 hosts from 2022-03-01 to 2022-06-30.',
          'For 10 % to 55 % of them no growth elsewhere is on record.',
        ],
        rivals: ['those expelled may have gone home, or where no counts are known'],
      },
    ],
    ties: [],
    relations: { total: 0, read: 0, newest: [] },
    ...more,
  };
}
