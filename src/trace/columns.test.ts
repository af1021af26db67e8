import { describe, expect, it } from 'vitest';
import { F64Column, U32Column } from './columns.ts';
import { I32Scratch } from './scratch.ts';

describe('U32Column and F64Column', () => {
  it('keep what was pushed while they grow', () => {
    const whole = new U32Column(1);
    const double = new F64Column(1);
    const values = Array.from({ length: 1000 }, (_, i) => i * 4_294_967);
    for (const value of values) {
      whole.push(value);
      double.push(value * 2 ** 20);
    }
    expect([...whole.view()]).toEqual(values);
    expect([...double.view()]).toEqual(values.map((value) => value * 2 ** 20));
    whole.clear();
    double.clear();
    double.push(0.5);
    expect([whole.view().length, ...double.view()]).toEqual([0, 0.5]);
  });
});

describe('I32Scratch', () => {
  it('grows, keeping what it held', () => {
    const scratch = new I32Scratch();
    scratch.atLeast(10)[9] = -5;
    expect(scratch.atLeast(100_000).length).toBeGreaterThanOrEqual(100_000);
    expect(scratch.atLeast(1)[9]).toBe(-5);
    expect(scratch.zeroed(10)[9]).toBe(0);
  });
});
