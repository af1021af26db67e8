import { describe, expect, it } from 'vitest';
import { russianForms } from './russian-verbs.ts';

const texts = (verb: Parameters<typeof russianForms>[0]) =>
  russianForms(verb).map(({ text }) => text);

describe('russianForms', () => {
  it('makes the productive classes', () => {
    expect(texts({ lemma: 'считать' })).toEqual(
      expect.arrayContaining(['считает', 'считают', 'считал', 'считала', 'считая', 'считающий']),
    );
    expect(texts({ lemma: 'говорить' })).toEqual(
      expect.arrayContaining(['говорит', 'говорят', 'говоря', 'говоривший']),
    );
    expect(texts({ lemma: 'комментировать' })).toEqual(
      expect.arrayContaining(['комментирует', 'комментируют', 'комментируя']),
    );
    expect(texts({ lemma: 'подчеркнуть' })).toEqual(
      expect.arrayContaining(['подчеркнет', 'подчеркнули', 'подчеркнув']),
    );
    expect(texts({ lemma: 'служить' })).toEqual(expect.arrayContaining(['служат', 'служа']));
  });

  it('takes listed third persons', () => {
    const forms = texts({ lemma: 'писать', present: ['пишет', 'пишут'] });
    expect(forms).toEqual(expect.arrayContaining(['пишет', 'пишут', 'писал']));
    expect(forms).not.toContain('писает');
  });

  it('leaves out the future of perfective verbs', () => {
    const forms = texts({ lemma: 'заявить', perfective: true });
    expect(forms).toEqual(expect.arrayContaining(['заявил', 'заявив', 'заявивший']));
    for (const form of ['заявит', 'заявят', 'заявя']) expect(forms).not.toContain(form);
  });

  it('makes reflexive forms', () => {
    expect(texts({ lemma: 'согласиться' })).toEqual(
      expect.arrayContaining(['согласился', 'согласилась', 'согласится', 'согласившийся']),
    );
  });

  it('says what shape, number and gender a form has', () => {
    const forms = new Map(russianForms({ lemma: 'считать' }).map((form) => [form.text, form]));
    expect(forms.get('считала')).toMatchObject({
      shape: 'finite',
      number: 'singular',
      gender: 'f',
    });
    expect(forms.get('считают')).toMatchObject({ shape: 'finite', number: 'plural' });
    expect(forms.get('считая')).toMatchObject({ shape: 'gerund' });
    expect(forms.get('считавшего')).toMatchObject({ shape: 'participle' });
  });
});
