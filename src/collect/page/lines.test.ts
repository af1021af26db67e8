import { describe, expect, it } from 'vitest';
import type { Block } from './blocks.ts';
import { articleLines, isDateLine } from './lines.ts';

const text = (line: string, linked = 0): Block => ({ text: line, linked, kind: 'text' });
const link = (line: string, kind: Block['kind'] = 'text'): Block => ({
  text: line,
  linked: line.length,
  kind,
});
const heading = (line: string): Block => ({ text: line, linked: 0, kind: 'heading' });
const item = (line: string): Block => ({ text: line, linked: 0, kind: 'item' });
/** Invented sentence. */
const PROSE = text(
  'The council of the invented town met on Monday and agreed to repair the bridge.',
);

const kept = (blocks: readonly Block[], titles: readonly string[] = []) =>
  articleLines(blocks, titles).map((block) => block.text);

describe('articleLines', () => {
  it('leaves out title, date and address before the first sentence, and keeps the rest', () => {
    const head = [
      heading('Bridge: to be repaired'),
      text('May 12, 2024, 10:05 am'),
      text('https://post.example/1'),
      link('Politics and the region'),
      text('PUERTO ALBA'),
      text('By Reuters'),
      link('EFE'),
    ];
    expect(
      kept([...head, PROSE], ['Bridge to be repaired – The Post', 'Bridge to be repaired']),
    ).toEqual(['PUERTO ALBA', 'By Reuters', 'EFE', PROSE.text]);
  });

  it('leaves out headings and links behind the last sentence, and keeps a sign-off', () => {
    expect(
      kept([
        PROSE,
        text('(EFE)'),
        link('A long title of another article'),
        heading('Comments on this'),
      ]),
    ).toEqual([PROSE.text, '(EFE)']);
    expect(kept([PROSE, link('Associated Press')])).toEqual([PROSE.text, 'Associated Press']);
  });

  it('keeps headings, lists and rows in between', () => {
    const row: Block = { text: '2024 3.1', linked: 0, kind: 'row' };
    const all = [PROSE, heading('Why'), item('one'), item('two'), row, PROSE];
    expect(kept(all)).toEqual(all.map((block) => block.text));
  });

  it('leaves out paragraphs that are one link', () => {
    expect(
      kept([
        PROSE,
        link('What the engineers found below the old market hall'),
        link('WHAT THE ENGINEERS SAY'),
        PROSE,
      ]),
    ).toEqual([PROSE.text, PROSE.text]);
  });

  it('leaves out lists of links, unless the text goes on with them', () => {
    const links = ['First of them', 'Second of them', 'Third of them'].map((line) =>
      link(line, 'item'),
    );
    expect(kept([PROSE, ...links, PROSE])).toEqual([PROSE.text, PROSE.text]);
    expect(kept([PROSE, text('Sources:'), ...links, PROSE])).toHaveLength(6);
    expect(kept([PROSE, ...links.slice(1), PROSE])).toHaveLength(4);
    expect(kept([PROSE, text('Related stories'), ...links.slice(1), PROSE])).toEqual([
      PROSE.text,
      PROSE.text,
    ]);
  });

  it('keeps all but notices where there is no prose', () => {
    expect(kept([text('one'), text('Advertisement'), text('two')])).toEqual(['one', 'two']);
  });
});

describe('isDateLine', () => {
  it.each([
    '12 May 2024',
    'Updated Nov 19, 6:55 AM;Posted Nov 18, 8:19 PM',
    'segunda-feira, 22 de janeiro de 2018 às 0:13',
    '12 мая 2024, 10:05 МСК',
    'Tempo de leitura: 2 minutos',
  ])('is so of %s', (line) => expect(isDateLine(line)).toBe(true));
  it.each(['PUERTO ALBA, 12 may (EFE).-', 'May', '12 dead', 'In May 2024 the council met'])(
    'is not so of %s',
    (line) => expect(isDateLine(line)).toBe(false),
  );
});
