import { describe, expect, it } from 'vitest';
import { placeOf, readIn } from './chat-stand-in.fixture.ts';

const said = { source: 'Ana Rivas', cue: 'said', content: ['the port was closed'] };

describe('a statement', () => {
  const text =
    'Ana Rivas, a former head of customs, said on Monday that the port was closed, Radio Faro reported.';

  it('stands where its words stand, with what the desk itself knows of them', () => {
    const { attributions, refused } = readIn(text, {
      attributions: [
        {
          ...said,
          polarity: 'claims',
          mode: 'direct',
          role: 'head of customs',
          former: 'former',
          uttered: 'on Monday',
          venue: null,
          via: ['Radio Faro'],
        },
      ],
    });
    expect(refused).toEqual({});
    expect(attributions).toEqual([
      {
        source: {
          span: placeOf(text, 'Ana Rivas'),
          text: 'Ana Rivas',
          form: 'named',
          entity: 'person:rvs',
          name: 'Ana Rivas',
          namedAt: undefined,
        },
        cue: { span: placeOf(text, 'said'), text: 'said', lemma: 'said', polarity: 'claims' },
        content: [placeOf(text, 'the port was closed')],
        // The model said "direct", but no quotation marks stand there.
        mode: 'indirect',
        role: { span: placeOf(text, 'head of customs'), text: 'head of customs', former: true },
        venue: undefined,
        uttered: 0,
        via: [expect.objectContaining({ text: 'Radio Faro', entity: 'organisation:faro' })],
        within: undefined,
      },
    ]);
  });

  it.each([
    ['content', { content: ['the port was shut'] }],
    ['a second piece of content', { content: ['the port was closed', 'for ever'] }],
    ['the source', { source: 'Ana Ríos' }],
    ['the cue', { cue: 'shouted' }],
    ['white space for words', { source: ' ' }],
    ['a source that is in the content only', { source: 'port' }],
  ])('is refused where the article does not hold %s', (_part, change) => {
    const reading = readIn(text, { attributions: [{ ...said, ...change }] });
    expect(reading.attributions).toEqual([]);
    expect(reading.refused).toEqual({ 'not-in-text': 1 });
  });

  it('keeps without a part that the article does not hold, and counts that', () => {
    const { attributions, refused } = readIn(text, {
      attributions: [{ ...said, role: 'minister', venue: 'in Paris', via: ['Radio Faro', 'CNN'] }],
    });
    expect(attributions[0]).toMatchObject({ role: undefined, venue: undefined });
    expect(attributions[0]!.via.map((one) => one.text)).toEqual(['Radio Faro']);
    expect(refused).toEqual({ 'not-in-text': 3 });
  });

  it('calls a role a former one only where a word beside it says so', () => {
    const roleOf = (former: string) =>
      readIn(text, { attributions: [{ ...said, role: 'head of customs', former }] });
    expect(roleOf('ex').attributions[0]!.role!.former).toBe(false);
    expect(roleOf('ex').refused).toEqual({ 'not-in-text': 1 });
    expect(roleOf('reported').attributions[0]!.role!.former).toBe(false);
    expect(roleOf('former').attributions[0]!.role!.former).toBe(true);
  });

  it('puts no words into the mouth of somebody who stands elsewhere', () => {
    const far = 'Ana Rivas said nothing.\n\nAn old man said the port was closed.';
    expect(readIn(far, { attributions: [said] })).toMatchObject({
      attributions: [],
      refused: { 'not-in-text': 1 },
    });
    const unwrapped = `Ana Rivas said nothing. ${'More. '.repeat(300)} The port was closed.`;
    const there = { ...said, content: ['The port was closed'] };
    expect(readIn(unwrapped, { attributions: [there] }).attributions).toEqual([]);
  });

  it('stands where its parts stand together, if its content stands in several places', () => {
    const twice = 'The port was closed. Nobody came.\n\n“The port was closed,” Ana Rivas said.';
    const item = { ...said, content: ['The port was closed'] };
    for (const hint of [{}, { paragraph: 1 }, { paragraph: 2 }, { nth: 2 }]) {
      const { attributions } = readIn(twice, { attributions: [{ ...item, ...hint }] });
      expect(attributions[0]!.content).toEqual([placeOf(twice, 'The port was closed', 20)]);
    }
  });

  it('has no second piece of content from elsewhere', () => {
    const more = { ...said, content: ['the port was closed', 'All ships were burnt'] };
    const has = (text: string): boolean =>
      readIn(text, { attributions: [more] }).attributions.length > 0;
    const first = 'Ana Rivas said the port was closed.';
    expect(has(`${first} All ships were burnt.`)).toBe(true);
    expect(has(`${first}\n\nAll ships were burnt.`)).toBe(false);
    expect(has(`${first}\n\n“All ships were burnt.”`)).toBe(false);
    expect(has(`${first} ${'More. '.repeat(300)} All ships were burnt.`)).toBe(false);
    const quoted = 'Ana Rivas said “the port was closed”.\n\n“All ships were burnt.”';
    expect(has(quoted)).toBe(true);
  });

  it('may have its source in the paragraph beside, if it is a quotation', () => {
    const quoted = 'Ana Rivas said:\n\n“The port was closed.”\n\nSo it was.';
    const item = { ...said, content: ['The port was closed.'] };
    expect(readIn(quoted, { attributions: [item] }).attributions[0]).toMatchObject({
      mode: 'direct',
      source: { entity: 'person:rvs' },
    });
    const goesOn = '“It is closed,” Ana Rivas said.\n\n“The port was closed.”';
    expect(readIn(goesOn, { attributions: [item] }).attributions).toHaveLength(1);
    const plain = 'Ana Rivas said little.\n\n“The port was closed.”';
    expect(readIn(plain, { attributions: [item] }).attributions).toEqual([]);
    const unquoted = 'Ana Rivas said:\n\nThe port was closed.\n\nSo it was.';
    expect(readIn(unquoted, { attributions: [item] }).attributions).toEqual([]);
    const farther = `Ana Rivas said:\n\nYes.\n\nNo.\n\n“The port was closed.”`;
    expect(readIn(farther, { attributions: [item] }).attributions).toEqual([]);
  });

  it('has the mode that its quotation marks say, or a dash where the model says so too', () => {
    const modeOf = (one: string, item: object) =>
      readIn(one, { attributions: [item] }).attributions[0]?.mode;
    const half = 'Ana Rivas said the port “was closed”.';
    expect(modeOf(half, { ...said, content: ['the port “was closed'] })).toBe('mixed');
    expect(modeOf(half, { ...said, content: ['was closed'] })).toBe('direct');
    const dash = '— El puerto está cerrado —dijo Ana Rivas.';
    const dijo = { source: 'Ana Rivas', cue: 'dijo', content: ['El puerto está cerrado'] };
    expect(modeOf(dash, { ...dijo, mode: 'direct' })).toBe('direct');
    expect(modeOf(dash, dijo)).toBe('indirect');
  });

  it('without source and cue is taken only for a quotation', () => {
    const one = 'The port opened. “It was closed.” Ships left.';
    expect(
      readIn(one, { attributions: [{ content: ['It was closed.'] }] }).attributions,
    ).toHaveLength(1);
    expect(readIn(one, { attributions: [{ content: ['The port opened.'] }] })).toMatchObject({
      attributions: [],
      refused: { malformed: 1 },
    });
  });

  it('names whom a pronoun means only by a name that the article holds', () => {
    const one = 'Ana Rivas came. She said the port was closed.';
    const item = { ...said, source: 'She', form: 'pronoun' };
    const sourceOf = (named: string) =>
      readIn(one, { attributions: [{ ...item, named }] }).attributions[0]!.source;
    expect(sourceOf('Ana Rivas')).toMatchObject({
      text: 'She',
      form: 'pronoun',
      entity: 'person:rvs',
      name: 'Ana Rivas',
      namedAt: { begin: 0, end: 9 },
    });
    expect(sourceOf('Vera Ríos')).toMatchObject({ form: 'pronoun', entity: undefined });
    expect(sourceOf('came')).toMatchObject({ entity: undefined, namedAt: undefined });
  });

  it.each([
    ['Radio Faro', 'named', 'organisation:faro'],
    ['The Radio Faro', 'named', 'organisation:faro'],
    ['President Ana Rivas', 'named', 'person:rvs'],
    ["Ana Rivas' aide", 'described', undefined],
    ['an aide of Ana Rivas', 'described', undefined],
    ['Ruritanian officials', 'described', undefined],
    ['The Ruritanian', 'described', undefined],
    ['Officials of Radio Faro', 'described', undefined],
  ])('by "%s" is by somebody %s', (source, form, entity) => {
    const one = `${source} said the port was closed.`;
    expect(
      readIn(one, { attributions: [{ ...said, source }] }).attributions[0]!.source,
    ).toMatchObject({
      form,
      entity,
    });
  });

  it('told inside another one says so, without circles', () => {
    const one = 'Radio Faro reported that Ana Rivas said the port was closed.';
    const outer = {
      source: 'Radio Faro',
      cue: 'reported',
      content: ['Ana Rivas said the port was closed'],
    };
    const { attributions } = readIn(one, { attributions: [said, outer] });
    expect(attributions.map(({ source, within }) => [source!.text, within])).toEqual([
      ['Radio Faro', undefined],
      ['Ana Rivas', 0],
    ]);
    const twisted = 'Ana Rivas, Radio Faro said.';
    const around = readIn(twisted, {
      attributions: [
        { source: 'Ana Rivas', cue: null, content: ['Radio Faro said'] },
        { source: 'Radio Faro', cue: 'said', content: ['Ana Rivas'] },
      ],
    });
    expect(around.attributions.map(({ within }) => within)).toEqual([undefined, 0]);
  });
});
