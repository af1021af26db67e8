import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Mention } from '../src/domain/reading.ts';
import { mentions, namesIn, tallyNames } from './mentions.ts';

function mention(kind: Mention['kind'], form: Mention['form'], entity: string): Mention {
  return { kind, form, entity, name: 'x', state: undefined, text: 'x', span: { begin: 0, end: 1 } };
}

describe('namesIn', () => {
  it('leaves out demonyms and offices; states are places, unions are organisations', () => {
    const found = namesIn([
      mention('state', 'demonym', 'state:RU'),
      mention('office', 'name', 'office:president'),
      mention('state', 'name', 'state:RU'),
      mention('state', 'metonym', 'state:RU'),
      mention('state', 'abbreviation', 'state:EU'),
      mention('state', 'metonym', 'state:EU'),
      mention('other', 'name', 'other:x'),
    ]);
    expect(found.map(({ kind }) => kind)).toEqual(['LOC', 'LOC', 'ORG', 'LOC', 'MISC']);
  });
});

describe('tallyNames', () => {
  const at = (begin: number, end: number) => ({ begin, end });
  const gold = {
    text: 'aa bb cc dd',
    names: [{ kind: 'ORG' as const, must: at(3, 5), may: at(0, 5) }],
    ignored: [at(6, 8)],
  };
  const count = (kind: 'ORG' | 'LOC', begin: number, end: number) =>
    tallyNames([gold], [[{ kind, begin, end }]]).get('ORG');

  it('takes what covers the name and stays within its description', () => {
    expect(count('ORG', 3, 5)).toEqual({ right: 1, gold: 1, answered: 1 });
    expect(count('ORG', 0, 5)).toEqual({ right: 1, gold: 1, answered: 1 });
    expect(count('ORG', 3, 8)).toEqual({ right: 0, gold: 1, answered: 1 });
    expect(count('ORG', 4, 5)).toEqual({ right: 0, gold: 1, answered: 1 });
  });

  it('does not count what is ignored, nor a class that the data lacks', () => {
    expect(count('ORG', 6, 8)).toEqual({ right: 0, gold: 1, answered: 0 });
    expect(count('LOC', 3, 5)).toEqual({ right: 0, gold: 1, answered: 0 });
  });

  it('counts a name answered twice once', () => {
    const twice = [
      { kind: 'ORG' as const, ...at(3, 5) },
      { kind: 'ORG' as const, ...at(0, 5) },
    ];
    expect(tallyNames([gold], [twice]).get('ORG')).toEqual({ right: 1, gold: 1, answered: 2 });
  });
});

describe('mentions', () => {
  it('says where it looked for absent data', async () => {
    const answer = await mentions.run('/nowhere/names.conllu');
    expect(answer).toMatchObject({ kind: 'absent', place: '/nowhere/names.conllu' });
  });

  it('measures a file with the product as it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'atalaya-mentions-'));
    try {
      const file = join(folder, 'names.conllu');
      const words = 'El presidente de Rusia viajó ayer a Bogotá para una reunión'.split(' ');
      const tag = (word: string) => (/^(?:Rusia|Bogotá)$/.test(word) ? 'B-LOC' : 'O');
      writeFileSync(file, words.map((word, i) => `${i}\t${word}\t${tag(word)}`).join('\n'));
      const answer = await mentions.run(file);
      expect(answer).toMatchObject({
        kind: 'measured',
        figures: { strict: { p: 1, r: 1, f1: 1 } },
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
