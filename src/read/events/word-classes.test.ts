import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWordClasses } from './word-classes.ts';

describe('openWordClasses', () => {
  const has = openWordClasses({ envoys: ['consul', 'embajad*'], arms: ['arms'] });

  it('takes exact words, stems with a star, forms and lemmas', () => {
    expect(has(['envoys'], 'consul', 'consul')).toBe(true);
    expect(has(['envoys'], 'consuls', 'consul')).toBe(true);
    expect(has(['envoys'], 'embajadora', 'embajador')).toBe(true);
    expect(has(['envoys'], 'consuls', 'consuls')).toBe(false);
    expect(has(['arms', 'envoys'], 'arms', 'arm')).toBe(true);
  });

  it('holds nothing under a name that is not listed', () => {
    expect(has(['none'], 'consul', 'consul')).toBe(false);
    expect(has([], 'consul', 'consul')).toBe(false);
  });

  it('agrees with looking at every word of the list', () => {
    const word = fc.stringMatching(/^[ab]{1,4}\*?$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.stringMatching(/^[ab]{1,6}$/),
        (list, form) => {
          const naive = list.some((one) =>
            one.endsWith('*') ? form.startsWith(one.slice(0, -1)) : one === form,
          );
          expect(openWordClasses({ list })(['list'], form, form)).toBe(naive);
        },
      ),
    );
  });
});
