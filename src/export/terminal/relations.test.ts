import { expect, it } from 'vitest';
import type { RelationView } from '../../domain/presence-views.ts';
import { inkOf } from './ink.ts';
import { relationLines } from './relations.ts';

const ONE: RelationView = {
  ...{ kind: 'position', from: 'MX', to: 'RU', stance: 'neutral', topic: 'the \u001b[2Jwar' },
  ...{ days: undefined, told: undefined, attributed: true, passage: 'says \u202eso\nEvil: 1' },
  evidence: [
    { article: 'a1' as never, span: { begin: 0, end: 1 } },
    { article: 'a2' as never, span: { begin: 0, end: 1 } },
  ],
};

it('shows what a source tells as that, and foreign words without harm', () => {
  const text = relationLines({ total: 2, read: 2, newest: [ONE] }, inkOf(false)).join('\n');
  expect(text).toContain('told undated');
  expect(text).toContain('as a source of the article tells it');
  expect(text).toContain('a1, and in the same words in 1 more article');
  expect(text).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  expect(text).not.toMatch(/^\s*Evil/m);
});

it('says of how many it shows the newest, and nothing of none', () => {
  const text = relationLines({ total: 1234, read: 200, newest: [ONE] }, inkOf(false)).join('\n');
  expect(text).toMatch(/of the newest 200; 1,?.?034 older ones are not shown/);
  expect(relationLines({ total: 0, read: 0, newest: [] }, inkOf(false))).toEqual([]);
});
