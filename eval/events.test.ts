import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PoliticalEvent } from '../src/domain/reading.ts';
import { countriesOf, events, mainEvent, ploverTypeOf, readPlover } from './events.ts';

const party = (state: string | undefined) => ({
  span: { begin: 0, end: 1 },
  text: 'x',
  entity: undefined,
  state,
});

const event = (own: Partial<PoliticalEvent>): PoliticalEvent => ({
  span: { begin: 0, end: 1 },
  text: 'x',
  type: 'CONSULT',
  kind: 'meet',
  status: 'happened',
  actors: [],
  recipients: [],
  place: undefined,
  date: undefined,
  sentence: { begin: 0, end: 1 },
  told: undefined,
  ...own,
});

describe('readPlover', () => {
  it('reads records, and passes over what has no text', () => {
    const json = JSON.stringify([
      { id: 'd', event: 'DOCUMENT', eventText: 'about' },
      { id: 'a', event: 'AGREE', text: 'T', source: [{ code: 'KEN' }], target: '' },
      {
        id: 'b',
        event: 'AID',
        text: 'U',
        source: [{ code: 'KEN' }],
        target: [{}, { code: 'UGA' }],
      },
    ]);
    expect(readPlover(json)).toEqual([
      { id: 'a', type: 'AGREE', text: 'T', codes: ['KEN'] },
      { id: 'b', type: 'AID', text: 'U', codes: ['KEN', 'UGA'] },
    ]);
  });

  it('reads no records from what is no list, and throws on broken JSON', () => {
    expect(readPlover('{}')).toEqual([]);
    expect(() => readPlover('[')).toThrow();
  });
});

describe('ploverTypeOf', () => {
  it.each([
    ['CONSULT', 'happened', 'CONSULT'],
    ['CONSULT', 'planned', 'AGREE'],
    ['AID', 'negated', 'REJECT'],
    ['SANCTION', 'planned', 'THREATEN'],
    ['SANCTION', 'negated', 'SANCTION'],
    ['ACCUSE', 'happened', 'DISAPPROVE'],
    ['DEMAND', 'hypothetical', 'DEMAND'],
  ] as const)('%s, %s: %s', (type, status, wanted) => {
    expect(ploverTypeOf(event({ type, status }))).toBe(wanted);
  });
});

describe('mainEvent', () => {
  it('is the first that is no statement', () => {
    const statement = event({ type: 'STATEMENT' });
    const [first, second] = [event({ type: 'AID' }), event({ type: 'DEMAND' })];
    expect(mainEvent([statement, first, second])).toBe(first);
    expect(mainEvent([statement])).toBe(statement);
    expect(mainEvent([])).toBeUndefined();
  });
});

describe('countriesOf', () => {
  it('gives both sides once, as alpha-3', () => {
    const main = event({
      actors: [party('KE'), party(undefined)],
      recipients: [party('KE'), party('UN')],
    });
    const alpha3Of = (code: string) => (code === 'KE' ? 'KEN' : undefined);
    expect([...countriesOf(main, alpha3Of)]).toEqual(['KEN']);
    expect(countriesOf(undefined, alpha3Of).size).toBe(0);
  });
});

describe('the measure', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'atalaya-events-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('measures type and countries of a file', async () => {
    const file = join(folder, 'gold.json');
    const records = [
      {
        id: '1',
        event: 'SANCTION',
        text: 'Norway expelled two Russian diplomats.',
        source: [{ code: 'NOR' }],
        target: [{ code: 'RUS' }],
      },
      {
        id: '2',
        event: 'AID',
        text: 'The weather in the capital was fine.',
        source: [{ code: 'IGO' }],
        target: [{ code: 'FIN' }],
      },
    ];
    writeFileSync(file, JSON.stringify(records));
    const answer = await events.run(file);
    expect(answer).toMatchObject({
      kind: 'measured',
      figures: { eventType: { accuracy: 0.5 }, country: { p: 1, r: 2 / 3 }, records: 2 },
    });
  });

  it('says what is absent', async () => {
    expect(await events.run(join(folder, 'none.json'))).toMatchObject({ kind: 'absent' });
  });
});
