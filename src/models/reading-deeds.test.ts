import { describe, expect, it } from 'vitest';
import { placeOf, readIn } from './chat-stand-in.fixture.ts';

describe('an event', () => {
  const text = 'In 2022 Costa Serena expelled two Ruritanian diplomats. Ana Rivas left.';
  const expelled = {
    words: 'expelled',
    type: 'COERCE',
    kind: 'expel',
    status: 'happened',
    actors: ['Costa Serena'],
    recipients: ['two Ruritanian diplomats'],
    date: 'In 2022',
  };

  it('has the states that the desk knows, and the value of its own date', () => {
    const { events, dates } = readIn(text, { events: [expelled] });
    expect(events).toEqual([
      {
        span: placeOf(text, 'expelled'),
        text: 'expelled',
        type: 'COERCE',
        kind: 'expel',
        status: 'happened',
        actors: [
          {
            span: placeOf(text, 'Costa Serena'),
            text: 'Costa Serena',
            entity: 'state:XA',
            state: 'XA',
          },
        ],
        recipients: [
          {
            span: placeOf(text, 'two Ruritanian diplomats'),
            text: 'two Ruritanian diplomats',
            entity: 'state:XB',
            state: 'XB',
          },
        ],
        place: undefined,
        date: 0,
        sentence: placeOf(text, 'In 2022 Costa Serena expelled two Ruritanian diplomats.'),
        told: undefined,
      },
    ]);
    expect(dates[0]!.value).toBe('2022');
  });

  it('is refused where its word is not there, and loses parties and dates that are not', () => {
    expect(readIn(text, { events: [{ ...expelled, words: 'expels' }] })).toMatchObject({
      events: [],
      refused: { 'not-in-text': 1 },
    });
    const { events, refused } = readIn(text, {
      events: [{ ...expelled, actors: ['Russia', 'Costa Serena'], date: 'yesterday' }],
    });
    expect(events[0]!.actors.map((actor) => actor.text)).toEqual(['Costa Serena']);
    expect(events[0]!.date).toBeUndefined();
    expect(refused).toEqual({ 'not-in-text': 2 });
  });

  it('has no party from another paragraph', () => {
    const far = 'Ruritania is large.\n\nCosta Serena expelled two diplomats.';
    const { events, refused } = readIn(far, {
      events: [{ ...expelled, recipients: ['Ruritania'], date: null }],
    });
    expect(events[0]).toMatchObject({ recipients: [], actors: [{ state: 'XA' }] });
    expect(refused).toEqual({ 'not-in-text': 1 });
  });

  it('that a statement tells says so', () => {
    const one = 'Radio Faro said that Costa Serena expelled two men. It also expelled Radio Faro.';
    const { events } = readIn(one, {
      attributions: [
        { source: 'Radio Faro', cue: 'said', content: ['Costa Serena expelled two men'] },
      ],
      events: [
        { ...expelled, recipients: [], date: null, nth: 2 },
        { ...expelled, recipients: [], date: null, nth: 1 },
      ],
    });
    expect(events.map(({ told }) => told)).toEqual([0, undefined]);
  });
});

describe('a count', () => {
  const text = 'Costa Serena has 49 diplomats of Ruritania, nine more than in 2022.';
  const count = {
    words: '49 diplomats',
    min: 49,
    max: 49,
    measure: 'level',
    unit: 'diplomats',
    scope: 'country',
    sender: 'Ruritania',
    host: 'Costa Serena',
    status: 'happened',
  };

  it('has the number that its words hold', () => {
    const { counts, refused } = readIn(text, {
      counts: [count, { ...count, words: 'nine more', min: 9, max: null, date: '2022' }],
    });
    expect(refused).toEqual({});
    expect(counts).toMatchObject([
      {
        text: '49 diplomats',
        number: { min: 49, max: 49 },
        sender: { state: 'XB' },
        host: { state: 'XA' },
        asOf: undefined,
      },
      { number: { min: 9, max: 9 }, asOf: 0 },
    ]);
  });

  it('has no number that they do not hold', () => {
    for (const wrong of [{ min: 94 }, { max: 5000 }, { min: 50, max: 49 }, { min: 9, max: 9 }]) {
      const { counts, refused } = readIn(text, { counts: [{ ...count, ...wrong }] });
      expect(counts[0]!.number).toBeUndefined();
      expect(refused).toEqual({ 'not-in-text': 1 });
    }
    const { counts, refused } = readIn(text, { counts: [{ ...count, min: null, max: null }] });
    expect([counts[0]!.number, refused]).toEqual([undefined, {}]);
  });
});

describe('a position', () => {
  const text = 'Costa Serena opposes arms for Ruritania.';
  const position = {
    words: 'opposes',
    stance: 'opposes',
    holder: 'Costa Serena',
    towards: 'arms for Ruritania',
  };

  it('needs both its parties', () => {
    expect(readIn(text, { positions: [position] }).positions).toMatchObject([
      { stance: 'opposes', holder: { state: 'XA' }, towards: { text: 'arms for Ruritania' } },
    ]);
    for (const change of [{ holder: 'France' }, { towards: 'peace' }, { words: 'hates' }]) {
      expect(readIn(text, { positions: [{ ...position, ...change }] })).toMatchObject({
        positions: [],
        refused: { 'not-in-text': 1 },
      });
    }
  });
});
