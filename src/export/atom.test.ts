import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { atomText, type Feed } from './atom.ts';

const FEED: Feed = {
  id: 'urn:atalaya:alerts',
  title: 'Alerts of an invented desk',
  self: 'https://desk.example/alerts.atom',
  page: 'https://desk.example/alerts',
  updatedAt: Date.UTC(2024, 8, 23, 14, 5, 6),
  version: '0',
  entries: [
    {
      id: 'urn:atalaya:alert:0123456789abcdef',
      title: 'Radio & <b>“¿qué?”</b>',
      link: 'https://desk.example/alerts/0123456789abcdef?a=1&b=2',
      publishedAt: Date.UTC(2024, 8, 1),
      updatedAt: Date.UTC(2024, 8, 2),
      summary: 'Four publishers name no source.',
      category: 'high',
    },
  ],
};

/** Text of the elements with this name. */
function textsOf(document: string, name: string): string[] {
  const texts: string[] = [];
  const walk = (nodes: readonly { name?: string; data?: string; children?: unknown[] }[]): void => {
    for (const node of nodes) {
      const children = (node.children ?? []) as { data?: string }[];
      if (node.name === name) texts.push(children.map(({ data = '' }) => data).join(''));
      walk(children as Parameters<typeof walk>[0]);
    }
  };
  walk(parseDocument(document, { xmlMode: true }).children as never);
  return texts;
}

/** Whether XML 1.0 can hold a character (2.2). */
function isXml(character: string): boolean {
  const code = character.codePointAt(0)!;
  if (code < 32) return [9, 10, 13].includes(code);
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

describe('atomText', () => {
  it('is a feed with one entry an alert, its times in ISO 8601', () => {
    const text = atomText(FEED);
    expect(textsOf(text, 'title')).toEqual([FEED.title, FEED.entries[0]!.title]);
    expect(textsOf(text, 'updated')).toEqual([
      '2024-09-23T14:05:06.000Z',
      '2024-09-02T00:00:00.000Z',
    ]);
    expect(text).toContain('href="https://desk.example/alerts/0123456789abcdef?a=1&#38;b=2"');
  });

  it('keeps any title whole but for what XML cannot hold, and adds no element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const entry = { ...FEED.entries[0]!, title };
        const text = atomText({ ...FEED, entries: [entry] });
        const held = [...title].filter(isXml).join('');
        expect(textsOf(text, 'title')[1]).toBe(held);
        expect(text.match(/<entry>/g)).toHaveLength(1);
      }),
    );
  });
});
