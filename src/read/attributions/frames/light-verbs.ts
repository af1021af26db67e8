/**
 * Spanish verbs that only carry the infinitive of saying behind them: "se limitó a decir", "no dudó en
 * afirmar", "quiso aclarar", "acaba de anunciar".
 */
import type { Scene } from './scene.ts';

/** By the preposition between the two; the empty one for none. Beginnings of their forms. */
const CARRIERS: Readonly<Record<string, RegExp>> = {
  a: /^(?:volv|vuelv|lleg|limit|alcanz|atrev|apresur|pas|empez|empiez|comenz|comienz|proced|anim|sal|entr|aprest|arriesg|dedic|adelant|acert|aciert|avin|apur|oblig)/u,
  de: /^(?:acab|termin|trat)/u,
  en: /^(?:dud|insist|tard|coincid|quiso|qued)/u,
  por: /^(?:opt|acab|termin|comenz|comienz|empez|empiez)/u,
  '': /^(?:quis|quier|pud|pued|logr|consig|prefir|prefier|suel|solí|decid|busc|supo|sabe|debió|procur|intent)/u,
};
const HYPOTHETICAL = /(?:ría|rían|ra|ran|se|sen)$/u;

/** The place of the carrying verb of the infinitive at `at`; absent where none carries it. */
export function carrierOf(scene: Scene, at: number): number | undefined {
  const { words, finite } = scene;
  const preposition = words[at - 1] ?? '';
  const isLed = preposition in CARRIERS && preposition !== '';
  const place = isLed ? at - 2 : at - 1;
  const word = words[place] ?? '';
  if (!CARRIERS[isLed ? preposition : '']!.test(word)) return undefined;
  return finite[place] === 1 && !HYPOTHETICAL.test(word) ? place : undefined;
}
