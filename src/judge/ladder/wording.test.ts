import { describe, expect, it } from 'vitest';
import { input, link, member, statement } from './ladder.fixture.ts';
import type { LadderLink, LadderMember } from './ladder-input.ts';
import { prepareMembers } from './members.ts';
import { linkMerge } from './wording.ts';

/** Why two members are one, and whether surely. */
function judged(a: LadderMember, b: LadderMember, shared: LadderLink): string {
  const [x, y] = prepareMembers(input([a, b], [shared]));
  const merge = linkMerge(x!, y!, shared);
  return merge === undefined ? 'no merge' : `${merge.reason}${merge.sure ? '' : ', perhaps'}`;
}

/** `count` words that no other text has. */
const words = (stem: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${stem}${i}`).join(' ');

describe('linkMerge', () => {
  it('wants eight own words in runs of four', () => {
    const tell = (shared: string) => {
      const [a, b] = [member('a1', `Before ${shared} end`), member('b2', `After ${shared} stop`)];
      return judged(a, b, link(a, b, shared));
    };
    expect(tell(words('w', 8))).toBe('shared-wording');
    expect(tell(words('w', 7))).toBe('shared-wording, perhaps');
  });

  it('counts no words that a quotation holds on either side', () => {
    const shared = words('w', 20);
    const [a, b] = [member('a1', `“${shared}”`), member('b2', `He said that ${shared}`)];
    expect(judged(a, b, link(a, b, shared))).toBe('shared-wording, perhaps');
  });

  it('counts no words that name the speaker', () => {
    const text = `the deputy minister for harbours and fisheries of the republic Ivor Talmek spoke`;
    const attributed = (id: string) =>
      member(id, text, {
        attributions: [
          statement(text, 'spoke', {
            words: 'the deputy minister for harbours and fisheries of the republic Ivor Talmek',
          }),
        ],
      });
    const [a, b] = [attributed('a1'), attributed('b2')];
    expect(judged(a, b, link(a, b, text))).toBe('shared-wording, perhaps');
    const [bareA, bareB] = [member('a1', text), member('b2', text)];
    expect(judged(bareA, bareB, link(bareA, bareB, text))).toBe('shared-wording');
  });

  it('takes a long translation for sure, a short one and a retelling perhaps', () => {
    const tell = (count: number, language: string) => {
      const a = member('a1', words('w', count));
      const b = member('b2', words('p', count), { language });
      return judged(a, b, link(a, b, [words('w', count), words('p', count)], true));
    };
    expect(tell(60, 'es')).toBe('translated');
    expect(tell(20, 'es')).toBe('retold, perhaps');
    expect(tell(60, 'en')).toBe('retold, perhaps');
  });

  it('takes a translation of a small part of both perhaps', () => {
    const part = words('w', 45);
    const told = words('p', 45);
    const a = member('a1', `${part} ${words('x', 100)}`);
    const b = member('b2', `${told} ${words('y', 100)}`, { language: 'es' });
    expect(judged(a, b, link(a, b, [part, told], true))).toBe('retold, perhaps');
  });

  it('says nothing where nothing is shared', () => {
    const [a, b] = [member('a1', 'One.'), member('b2', 'Two.')];
    expect(judged(a, b, { a: a.id, b: b.id, passages: [] })).toBe('no merge');
  });
});
