import { describe, expect, test } from 'vitest';
import { type Alert, MEASURES } from '../domain/alerts.ts';
import { raise } from './alerts.ts';
import { FACTS, indicatorOf } from './invented.fixture.ts';
import { type MeasureFacts, observe } from './observe.ts';
import { RECEIPT_VERSION, type Receipt, receiptOf, replay } from './receipt.ts';

function receiptFor(facts: MeasureFacts): Receipt {
  const indicator = indicatorOf(facts.measure);
  const observation = observe(facts, indicator);
  const { alerts } = raise({
    indicators: [indicator],
    observed: [{ indicator: indicator.id, observation }],
    cannot: new Map(),
    known: new Map(),
    asOf: observation.at,
    now: observation.at,
    version: '0.0.0',
  });
  return receiptOf(alerts[0] as Alert, indicator, facts);
}

const RECEIPTS = FACTS.map((facts) => [facts.measure, receiptFor(facts)] as const);
/** As it comes out of a file. */
const written = (receipt: Receipt): Receipt => JSON.parse(JSON.stringify(receipt)) as Receipt;

describe('a receipt', () => {
  test('there is one of every measure', () => {
    expect(RECEIPTS.map(([measure]) => measure)).toEqual([...MEASURES]);
  });

  test.each(RECEIPTS)('of %s gives the same verdict, also out of a file', (_measure, receipt) => {
    expect(receipt.schema).toBe(RECEIPT_VERSION);
    expect(receipt.verdict.fires).toBe(true);
    const same = { same: true, value: receipt.alert.value, differences: [] };
    expect(replay(receipt)).toEqual(same);
    expect(replay(written(receipt))).toEqual(same);
  });

  test.each(RECEIPTS)('of %s shows every change of its indicator', (_measure, receipt) => {
    const { indicator } = receipt;
    for (const key of Object.keys(indicator) as (keyof typeof indicator)[]) {
      const value = indicator[key];
      const other =
        typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}x`;
      const changed = written({ ...receipt, indicator: { ...indicator, [key]: other } });
      const { same, differences } = replay(changed);
      expect([key, same]).toEqual([key, false]);
      expect(differences[0]).toBe('The indicator is not the one whose digest the receipt states.');
    }
  });

  test.each(RECEIPTS)('of %s shows another value, unit or verdict', (_measure, receipt) => {
    const { alert, verdict } = receipt;
    expect(replay({ ...receipt, verdict: { ...verdict, value: 99 } }).differences).toEqual([
      `The facts give ${verdict.value}; the receipt states 99.`,
    ]);
    expect(replay({ ...receipt, alert: { ...alert, unit: 'topic:XX' } }).differences).toEqual([
      `The facts are of ${alert.unit}, the alert is on topic:XX.`,
    ]);
    expect(replay({ ...receipt, verdict: { ...verdict, fires: false } }).differences).toEqual([
      'The facts reach the threshold of 2.',
    ]);
  });

  test('says where the facts no longer reach the threshold', () => {
    const facts = FACTS.find(({ measure }) => measure === 'lone-utterance')!;
    const receipt = receiptFor(facts);
    const fewer = {
      ...facts,
      facts: { ...facts.facts, publishers: { atLeast: 1, atMost: 4 } },
    } as MeasureFacts;
    expect(replay({ ...receipt, facts: fewer }).differences).toEqual([
      'The facts give 1; the receipt states 3.',
      'The facts do not reach the threshold of 2.',
    ]);
  });

  test('of what is below its threshold says so', () => {
    const facts = FACTS[0]!;
    const strict = indicatorOf(facts.measure, { threshold: 9 });
    const receipt = receiptOf(RECEIPTS[0]![1].alert, strict, facts);
    expect(receipt.verdict).toEqual({ value: 2, fires: false });
    expect(replay(receipt).same).toBe(true);
  });
});
