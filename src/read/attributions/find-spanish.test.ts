import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedLexicon, shippedWeights } from '../../pipeline/reading-data.ts';
import { documentOf } from '../document.ts';
import { openTagger } from '../tagging/perceptron.ts';
import { overlaps } from '../token-range.ts';
import { openSpanishAttributions } from './find-spanish.ts';

const tagger = openTagger('es', shippedWeights);
const find = openSpanishAttributions(shippedLexicon);
const findIn = (text: string) => find(tagger(documentOf({ text, language: 'es' })));

/** `source | cue | content … content | mode`, one an attribution; `-` for what is not there. */
function read(text: string): string[] {
  const at = (span: { begin: number; end: number } | undefined) =>
    span === undefined ? '-' : text.slice(span.begin, span.end);
  return findIn(text).map(
    ({ source, cue, content, mode }) =>
      `${at(source)} | ${at(cue)} | ${content.map(at).join(' … ')} | ${mode}`,
  );
}

describe('openSpanishAttributions', () => {
  const cases: readonly (readonly [string, string, ...string[]])[] = [
    [
      'a clause behind its subject',
      'La ministra Elena Rocafort dijo que la embajada tiene 14 empleados.',
      'La ministra Elena Rocafort | dijo | que la embajada tiene 14 empleados | indirect',
    ],
    [
      'a clause behind an inverted subject',
      'Dijo el embajador que no habrá cambios.',
      'el embajador | Dijo | que no habrá cambios | indirect',
    ],
    [
      'an apposition between subject and verb',
      'El canciller de Ecuador, Tomás Arízaga, aseguró que la nota llegó tarde.',
      'El canciller de Ecuador, Tomás Arízaga | aseguró | que la nota llegó tarde | indirect',
    ],
    [
      'a relative clause: the antecedent speaks',
      'Habló también Iván Robledo, quien advirtió que la lista crece.',
      'Iván Robledo | advirtió | que la lista crece | indirect',
    ],
    [
      'a quotation and its speaker',
      '«Nadie ha firmado nada», dijo a Radio Faro la canciller Marisol Quiroga.',
      'la canciller Marisol Quiroga | dijo | «Nadie ha firmado nada» | direct',
    ],
    [
      'a quotation that goes on behind the speaker',
      '"No vamos a ceder", afirmó Robledo. "La lista sigue abierta".',
      'Robledo | afirmó | "No vamos a ceder" … "La lista sigue abierta" | direct',
    ],
    [
      'a colon',
      'El cónsul respondió: “No tenemos prisa”.',
      'El cónsul | respondió | “No tenemos prisa” | direct',
    ],
    [
      'the dash of dialogue',
      '—Pedimos maestros y llegaron contadores —se queja Amparo Lucero, alcaldesa—. Nadie nos preguntó.',
      'Amparo Lucero | se queja | Pedimos maestros y llegaron contadores … Nadie nos preguntó | direct',
    ],
    [
      'an insertion in a quotation',
      '«La lista —dijo el ministro— no existe».',
      'el ministro | dijo | «La lista … no existe» | direct',
    ],
    [
      'a statement and its speaker behind it',
      'Serbia expulsará a un diplomático croata, anunció el lunes el presidente serbio, Vuk Maranić.',
      'el presidente serbio, Vuk Maranić | anunció | Serbia expulsará a un diplomático croata | indirect',
    ],
    [
      'an insertion without a speaker',
      'El país, dijo, no tiene prisa.',
      '- | dijo | El país … no tiene prisa | indirect',
    ],
    [
      'according to, in front',
      'Según la Fiscalía, el cónsul salió del país.',
      'la Fiscalía | Según | el cónsul salió del país | indirect',
    ],
    [
      'according to, behind, and whom that cites',
      'La misión sumó once funcionarios, según Radio Faro, que cita a la Agencia Brújula.',
      'Radio Faro | según | La misión sumó once funcionarios | indirect',
      'la Agencia Brújula | cita a | La misión sumó once funcionarios | indirect',
    ],
    [
      'according to, in the midst',
      'El cónsul, de acuerdo con la policía, salió del país.',
      'la policía | de acuerdo con | El cónsul … salió del país | indirect',
    ],
    [
      'as somebody says',
      'El aumento es notable, según publicó El Candil.',
      'El Candil | publicó | El aumento es notable | indirect',
    ],
    [
      'in his opinion',
      'A su juicio, la medida llega tarde.',
      'su | juicio | la medida llega tarde | indirect',
    ],
    [
      'an infinitive for content',
      'El cónsul dijo haber visto la lista.',
      'El cónsul | dijo | haber visto la lista | indirect',
    ],
    [
      'a denial of a noun',
      'El gobierno de Panamá desmintió el jueves la versión.',
      'El gobierno de Panamá | desmintió | la versión | indirect',
    ],
    [
      'an accusation',
      'Teherán acusó a San José de ceder a presiones.',
      'Teherán | acusó | a San José de ceder a presiones | indirect',
    ],
    [
      'an adverb by which the reporter calls it false',
      'El embajador afirmó falsamente que La Paz había pedido drones.',
      'El embajador | afirmó falsamente | que La Paz había pedido drones | indirect',
    ],
    [
      'a noun',
      'La afirmación de Robledo de que la lista creció no tiene sustento.',
      'Robledo | afirmación | que la lista creció | indirect',
    ],
    [
      'no subject',
      'Añadió que la lista se quedó en un cajón.',
      '- | Añadió | que la lista se quedó en un cajón | indirect',
    ],
    [
      'an impersonal verb',
      'Se dijo que el cónsul había salido.',
      '- | Se dijo | que el cónsul había salido | indirect',
    ],
    [
      'hearsay',
      'Supuestamente, el comentario fue hecho ante un abogado.',
      '- | Supuestamente | el comentario fue hecho ante un abogado | indirect',
    ],
    [
      'the same speaker with a second verb',
      'Robledo dijo que la lista creció y agregó que nadie la vio.',
      'Robledo | dijo | que la lista creció | indirect',
      'Robledo | agregó | que nadie la vio | indirect',
    ],
    [
      'a quoted part of a clause',
      'Ibarra cree que todo quedará en «un comunicado largo».',
      'Ibarra | cree | que todo quedará en «un comunicado largo» | mixed',
    ],
    [
      'what points back',
      'El consulado cierra en mayo. Así lo confirmó la portavoz.',
      'la portavoz | confirmó | El consulado cierra en mayo | indirect',
    ],
    [
      'a quotation left standing',
      '«Ayer éramos amigos y hoy también».',
      '- | - | «Ayer éramos amigos y hoy también» | direct',
    ],
  ];
  for (const [name, text, ...expected] of cases) {
    it(`finds ${name}`, () => expect(read(text)).toEqual(expected));
  }

  it('finds nothing in what nobody says', () => {
    for (const text of [
      'Rusia llamó a consultas a su embajador y expulsó a cuatro diplomáticos.',
      'Colombia no descartó la expulsión.',
      'La ministra no dijo que la embajada cierra.',
      'Si el cónsul dijera que no, habría otra reunión.',
      'El cónsul habría viajado a Lima.',
      'Respondió a las preguntas que le hicieron.',
    ]) {
      expect(read(text), text).toEqual([]);
    }
  });

  it('marks what only names its source', () => {
    expect(findIn('Según la Fiscalía, el cónsul salió.')[0]).toMatchObject({
      accordingTo: true,
      cueLemma: 'según',
    });
    expect(findIn('Dijo que el cónsul salió.')[0]).toMatchObject({
      accordingTo: false,
      cueLemma: 'decir',
    });
  });

  it('joins the paragraphs of a long quotation', () => {
    const text = '“La lista creció.\n“Nadie la vio”, dijo Robledo.';
    expect(read(text)).toEqual(['Robledo | dijo | “La lista creció … “Nadie la vio” | direct']);
  });

  it('keeps content apart from cue and source, and all inside the text', () => {
    const word = fc.constantFrom(
      ...'dijo que según el la de Juan Pérez embajador , . : « » “ ” " — y creció no quien se negó haber visto a de \n supuestamente afirmación su juicio como ; ( )'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        for (const { source, cue, content } of findIn(text)) {
          expect(content.length).toBeGreaterThan(0);
          for (const span of [...content, source, cue]) {
            if (span === undefined) continue;
            expect(span.begin).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.begin);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
          for (const [i, one] of content.entries()) {
            for (const other of [source, cue, ...content.slice(i + 1)]) {
              expect(other !== undefined && overlaps(one, other)).toBe(false);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes hostile texts', () => {
    for (const text of ['', 'a'.repeat(100_000), 'dijo que '.repeat(10_000), '"'.repeat(20_000)]) {
      expect(() => findIn(text)).not.toThrow();
    }
  });
});
