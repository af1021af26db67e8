/**
 * Third persons and non-finite forms of a Spanish verb: what the press uses of a cue. Regular endings on
 * the stem; what is irregular is listed in the entry. No conditional
 * and no present subjunctive: who would or may say something has not said it.
 */
import type { VerbForm } from './verb-forms.ts';

interface SpanishVerb {
  readonly lemma: string;
  readonly forms?: readonly string[] | undefined;
  /** The stem under stress ("niega", "advierte"). */
  readonly stressed?: string | undefined;
  /** The stem of the preterite of -ir verbs ("advirtió"). */
  readonly weak?: string | undefined;
}

/** The forms, without repetition. */
export function spanishForms(verb: SpanishVerb): VerbForm[] {
  const bare = { ...verb, lemma: verb.lemma.replace(/se$/, '') };
  const listed = (verb.forms ?? []).map((text) => formOf(text));
  const made = bare.lemma.endsWith('ar') ? firstConjugation(bare) : otherConjugations(bare);
  const forms = [...listed, ...made, formOf(bare.lemma)];
  return [...new Map(forms.map((form) => [form.text, form])).values()];
}

function firstConjugation({ lemma, stressed }: SpanishVerb): VerbForm[] {
  const stem = lemma.slice(0, -2);
  const strong = stressed ?? stem;
  const present = ['a', 'an'].map((ending) => strong + ending);
  const past = 'ó aron aba aban ara aran ase asen ado ando'.split(' ').map((e) => stem + e);
  return [...present, ...past, ...fromInfinitive(lemma)].map(formOf);
}

function otherConjugations({ lemma, stressed, weak }: SpanishVerb): VerbForm[] {
  const stem = lemma.slice(0, -2);
  const strong = stressed ?? stem;
  const present = ['e', 'en'].map((ending) => strong + ending);
  const imperfect = ['ía', 'ían', 'ido'].map((ending) => stem + ending);
  const bent = lemma.endsWith('ir') ? (weak ?? stem) : stem;
  const past = 'ió ieron iera ieran iese iesen iendo'.split(' ').map((ending) => bent + ending);
  return [...present, ...imperfect, ...past, ...fromInfinitive(lemma)].map(formOf);
}

function fromInfinitive(lemma: string): string[] {
  return ['á', 'án'].map((ending) => plain(lemma) + ending);
}

/** "argüir" keeps its marks; an accent on the ending would be doubled in the future. */
function plain(lemma: string): string {
  return lemma.endsWith('ír') ? `${lemma.slice(0, -2)}ir` : lemma;
}

function formOf(text: string): VerbForm {
  if (/(?:[aei]r|ír)$/.test(text)) return { text, shape: 'infinitive', number: undefined };
  if (/(?:ndo)$/.test(text)) return { text, shape: 'gerund', number: undefined };
  if (/(?:[ai]do|ito|cho|sto)$/.test(text)) return { text, shape: 'participle', number: undefined };
  return { text, shape: 'finite', number: text.endsWith('n') ? 'plural' : 'singular' };
}
