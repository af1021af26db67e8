import { describe, expect, it } from 'vitest';
import { ANSWER_SCHEMA, itemsIn } from './reading-answer.ts';
import type { Refused } from './reading-refusals.ts';

const event = { words: 'expelled', type: 'COERCE', kind: 'expel', status: 'happened' };
const answer = (lists: object): string =>
  JSON.stringify({ attributions: [], events: [], counts: [], positions: [], ...lists });

function read(text: string) {
  const refused: Refused = {};
  return { items: itemsIn(text, refused), refused };
}

describe('itemsIn', () => {
  const plain = answer({ events: [event] });

  it.each([
    ['alone', plain],
    ['in a code fence', `\`\`\`json\n${plain}\n\`\`\``],
    ['behind words', `Here is the JSON:\n${plain}\nI hope {this} helps`.replace('{this}', 'this')],
    ['behind thoughts', `<think>{ "events": [] } perhaps</think>\n${plain}`],
  ])('takes JSON %s', (_where, text) => {
    expect(read(text)).toEqual({
      items: { attributions: [], events: [event], counts: [], positions: [] },
      refused: {},
    });
  });

  it.each([
    '',
    ' ',
    'I cannot do that.',
    plain.slice(0, -2),
    '{}',
    '[]',
    'null',
    '7',
    '"events"',
    '{"event":[]}',
    '{"events":{}}',
  ])('takes nothing of %j', (text) => {
    expect(read(text).items).toBeUndefined();
  });

  it('takes nothing of what is too deep or too long', () => {
    expect(read('['.repeat(100_000)).items).toBeUndefined();
    expect(read(`{"events":[${' '.repeat(200_001)}]}`).items).toBeUndefined();
  });

  it('takes lists that are missing or null for empty ones', () => {
    const { items, refused } = read('{"events":null,"counts":[]}');
    expect(items).toEqual({ attributions: [], events: [], counts: [], positions: [] });
    expect(refused).toEqual({});
  });

  it('counts what is not of the agreed form, and keeps the rest', () => {
    const events = [event, null, 'x', {}, { ...event, words: 7 }, { ...event, actors: 'x' }];
    const wrong = [
      { ...event, type: 7 },
      { ...event, words: '' },
      { ...event, nth: 1.5 },
    ];
    const { items, refused } = read(answer({ events: [...events, ...wrong], counts: 'none' }));
    expect(items!.events).toEqual([event]);
    expect(refused).toEqual({ malformed: 9 });
  });

  it('counts words that are none of the agreed ones apart', () => {
    const events = [
      { ...event, type: 'SPY' },
      { ...event, kind: 'HAPPENED', status: '' },
      { ...event, kind: 'x', words: 7 },
    ];
    expect(read(answer({ events })).refused).toEqual({ 'unknown-value': 2, malformed: 1 });
  });

  it('counts what goes beyond the bounds', () => {
    const many = Array.from({ length: 103 }, () => event);
    const { items, refused } = read(answer({ events: many }));
    expect(items!.events).toHaveLength(100);
    expect(refused).toEqual({ 'too-many': 3 });
    const actors = Array.from({ length: 13 }, () => 'x');
    expect(read(answer({ events: [{ ...event, actors }] })).refused).toEqual({ malformed: 1 });
  });

  it('passes over fields that were not asked for', () => {
    const text = answer({ events: [{ ...event, state: 'RU', __proto__: { nth: 2 } }], spies: [1] });
    expect(read(text).items!.events).toEqual([event]);
  });
});

describe('ANSWER_SCHEMA', () => {
  it('requires every field and allows none besides, without bounds, as strict servers want it', () => {
    const objects: Record<string, unknown>[] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('properties' in node) objects.push(node as Record<string, unknown>);
      for (const one of Object.values(node)) visit(one);
    };
    visit(ANSWER_SCHEMA);
    expect(objects).toHaveLength(5);
    for (const { properties, required, additionalProperties } of objects) {
      expect(required).toEqual(Object.keys(properties as object));
      expect(additionalProperties).toBe(false);
    }
    expect(JSON.stringify(ANSWER_SCHEMA)).not.toMatch(/"(?:min|max)[A-Za-z]+":|\$schema/);
  });
});
