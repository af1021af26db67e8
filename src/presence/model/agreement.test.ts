import { describe, expect, it } from 'vitest';
import { agreementOf } from './agreement.ts';

describe('agreementOf', () => {
  it('is what NumPy and SciPy give', () => {
    const found = agreementOf(
      Float64Array.of(1, 2, 2, 5, 0, 9),
      Float64Array.of(0.5, 3, 1, 4, 0.2, 2.5),
    );
    expect(found.n).toBe(6);
    expect(found.r2).toBeCloseTo(0.37825136516839, 10);
    expect(found.spearman).toBeCloseTo(0.7826908981308, 10);
    expect(found.devianceR2).toBeCloseTo(0.2969045455131, 10);
  });

  it('has no correlation with what does not vary', () => {
    expect(agreementOf(Float64Array.of(1, 2), Float64Array.of(3, 3)).r2).toBeNaN();
  });
});
