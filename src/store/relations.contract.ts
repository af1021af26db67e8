/** What is asked of every store about relations of states that readings tell. */
import { expect, it } from 'vitest';
import type { ArticleId } from '../domain/ids.ts';
import type { Mention, Party, PoliticalEvent, Position, Reading } from '../domain/reading.ts';
import { articleOn, batchOf } from './rows.fixture.ts';
import type { Store } from './store.ts';

const SPAN = { begin: 0, end: 3 };

function party(state: string | undefined): Party {
  return { span: SPAN, text: 'who', entity: undefined, state };
}

function position(holder: string, towards: string | undefined): Position {
  return {
    ...{ span: SPAN, text: 'say', stance: 'opposes', holder: party(holder) },
    ...{ towards: party(towards), told: undefined },
  };
}

function deed(
  kind: PoliticalEvent['kind'],
  actors: readonly (string | undefined)[],
  recipients: readonly (string | undefined)[],
  more: Partial<PoliticalEvent> = {},
): PoliticalEvent {
  return {
    ...{ span: SPAN, text: 'met', type: 'CONSULT', kind, status: 'happened', sentence: SPAN },
    ...{ actors: actors.map(party), recipients: recipients.map(party) },
    ...{ place: undefined, date: undefined, told: undefined, ...more },
  };
}

function mention(state: string, begin: number, end: number): Mention {
  return {
    ...{ span: { begin, end }, text: 'x', kind: 'state', form: 'name' },
    ...{ entity: `state:${state}`, name: state, state },
  };
}

function reading(text: string, reader: string, more: Partial<Reading>): Reading {
  return {
    ...{ article: articleOn(text).id, reader, mentions: [], dates: [], attributions: [] },
    ...{ events: [], counts: [], positions: [], staleness: [], refused: {}, ...more },
  };
}

export function describeRelations(store: () => Store): void {
  const between = async (a: string, b: string, limit = 50): Promise<unknown> => {
    const { total, rows } = await store().relationsBetween({ a, b }, 'own', limit);
    const words = rows.map(({ article, reader, kind, place, from, to }) =>
      [article, reader, kind, place, `${from}>${to}`].join(' '),
    );
    return { total, words };
  };
  const idOf = (text: string): ArticleId => articleOn(text).id;

  it('finds positions and visits of two states in either direction, newest first, and no others', async () => {
    await store().saveBatch(batchOf(['a', 'b', articleOn('c', { published: undefined }), 'd']));
    await store().saveReadings([
      reading('a', 'own@1', {
        positions: [position('MX', 'RU'), position('MX', undefined), position('MX', 'UA')],
      }),
      reading('b', 'own@1', {
        events: [
          deed('visit', ['RU'], ['MX']),
          deed('meet', ['MX', undefined, 'RU'], []),
          deed('host', ['MX'], ['UA']),
          deed('expel', ['MX'], ['RU']),
          deed('visit', ['RU'], ['MX'], { status: 'planned' }),
          deed('host', ['MX'], ['RU', 'MX']),
        ],
      }),
      reading('c', 'own@1', { positions: [position('RU', 'MX')] }),
      reading('d', 'own@1', { positions: [position('RU', 'RU')] }),
    ]);
    const words = [
      `${idOf('b')} own visit 0 RU>MX`,
      `${idOf('b')} own visit 1 MX>RU`,
      `${idOf('b')} own visit 5 MX>RU`,
      `${idOf('a')} own position 0 MX>RU`,
      `${idOf('c')} own position 0 RU>MX`,
    ];
    expect(await between('RU', 'MX')).toEqual({ total: 5, words });
    expect(await between('MX', 'RU', 2)).toEqual({ total: 5, words: words.slice(0, 2) });
    expect(await between('RU', 'GB')).toEqual({ total: 0, words: [] });
  });

  it('takes states named within a topic, and of a visit to nobody the place’s', async () => {
    await store().saveBatch(batchOf(['a']));
    const topic = {
      ...position('MX', undefined),
      towards: { ...party(undefined), span: { begin: 5, end: 20 } },
    };
    const place = { span: { begin: 30, end: 36 }, text: 'Moscow' };
    await store().saveReadings([
      reading('a', 'own@1', {
        mentions: [mention('UA', 10, 14), mention('US', 18, 22), mention('RU', 30, 36)],
        positions: [topic],
        events: [
          deed('visit', ['MX'], [], { place }),
          deed('visit', ['CU'], ['MX'], { place }),
          deed('meet', ['BO'], [], { place }),
        ],
      }),
    ]);
    expect(await between('MX', 'UA')).toMatchObject({ total: 1 });
    expect(await between('MX', 'US')).toMatchObject({ total: 0 });
    expect(await between('MX', 'RU')).toMatchObject({ words: [`${idOf('a')} own visit 0 MX>RU`] });
    expect(await between('CU', 'RU')).toMatchObject({ total: 0 });
    expect(await between('BO', 'RU')).toMatchObject({ total: 0 });
  });

  it('counts one reading an article, and only its newest version', async () => {
    await store().saveBatch(batchOf(['a', 'b']));
    const one = { positions: [position('MX', 'RU')] };
    await store().saveReadings([
      reading('a', 'model@1', one),
      reading('a', 'own@1', one),
      reading('b', 'other@1', one),
      reading('b', 'model@1', one),
    ]);
    expect(await between('RU', 'MX')).toMatchObject({
      words: [`${idOf('b')} model position 0 MX>RU`, `${idOf('a')} own position 0 MX>RU`],
    });
    await store().saveReadings([reading('a', 'own@2', {})]);
    expect(await between('RU', 'MX')).toMatchObject({ total: 1 });
  });
}
