import { describe, expect, it } from 'vitest';
import { spanishForms } from './spanish-verbs.ts';

const texts = (verb: Parameters<typeof spanishForms>[0]) =>
  spanishForms(verb).map(({ text }) => text);

describe('spanishForms', () => {
  it('makes third persons of the three conjugations', () => {
    expect(texts({ lemma: 'afirmar' })).toEqual(
      expect.arrayContaining(['afirma', 'afirman', 'afirmó', 'afirmaron', 'afirmaba', 'afirmará']),
    );
    expect(texts({ lemma: 'responder' })).toEqual(
      expect.arrayContaining(['responde', 'respondió', 'respondieron', 'respondía']),
    );
    expect(texts({ lemma: 'añadir' })).toEqual(expect.arrayContaining(['añade', 'añaden']));
  });

  it('bends stems', () => {
    const advertir = texts({ lemma: 'advertir', stressed: 'adviert', weak: 'advirt' });
    expect(advertir).toEqual(expect.arrayContaining(['advierte', 'advirtió', 'advertía']));
    expect(advertir).not.toContain('adverte');
    expect(texts({ lemma: 'negar', stressed: 'nieg' })).toEqual(
      expect.arrayContaining(['niega', 'negó']),
    );
  });

  it('takes listed forms and strips the pronoun of the infinitive', () => {
    expect(texts({ lemma: 'decir', forms: ['dijo'] })).toContain('dijo');
    expect(texts({ lemma: 'quejarse' })).toEqual(expect.arrayContaining(['queja', 'quejó']));
  });

  it('says what shape and number a form has', () => {
    const forms = new Map(spanishForms({ lemma: 'afirmar' }).map((form) => [form.text, form]));
    expect(forms.get('afirman')).toMatchObject({ shape: 'finite', number: 'plural' });
    expect(forms.get('afirmó')).toMatchObject({ shape: 'finite', number: 'singular' });
    expect(forms.get('afirmar')).toMatchObject({ shape: 'infinitive' });
    expect(forms.get('afirmando')).toMatchObject({ shape: 'gerund' });
    expect(forms.get('afirmado')).toMatchObject({ shape: 'participle' });
  });

  it('makes no conditional and no present subjunctive', () => {
    const forms = texts({ lemma: 'afirmar' });
    for (const form of ['afirmaría', 'afirme']) expect(forms).not.toContain(form);
  });
});
