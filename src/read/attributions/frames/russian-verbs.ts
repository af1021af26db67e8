/**
 * Third persons, past tense, gerunds and active participles of a Russian verb, made from its infinitive
 * by the productive classes; what does not follow them is listed in the entry.
 */
import type { VerbForm } from './verb-forms.ts';

interface RussianVerb {
  readonly lemma: string;
  readonly forms?: readonly string[] | undefined;
  /** The stem before -л. */
  readonly past?: string | undefined;
  /** Third person singular and plural of the present (perfective: of the future). */
  readonly present?: readonly [string, string] | undefined;
  readonly gerunds?: readonly string[] | undefined;
  /** Without its third persons, which are a future, and what is made of them. */
  readonly perfective?: boolean | undefined;
}

const ADJECTIVE = 'ий ая ее ие его ей ему им ем их ими ую'.split(' ');
const VOWEL = /[аеиоуыэюя]$/;

/** The forms, without repetition; reflexive ones where the infinitive ends in -ся. */
export function russianForms(verb: RussianVerb): VerbForm[] {
  const reflexive = /с[яь]$/.test(verb.lemma);
  const infinitive = reflexive ? verb.lemma.slice(0, -2) : verb.lemma;
  const past = stripped(verb.past ?? infinitive.replace(/т[ьи]$/, ''));
  const [singular, plural] = verb.present?.map(stripped) ?? presentOf(infinitive);
  const forms: VerbForm[] = [
    { text: infinitive, shape: 'infinitive', number: undefined },
    { text: `${past}л`, shape: 'finite', number: 'singular', gender: 'm' },
    { text: `${past}ла`, shape: 'finite', number: 'singular', gender: 'f' },
    { text: `${past}ло`, shape: 'finite', number: 'singular', gender: 'n' },
    { text: `${past}ли`, shape: 'finite', number: 'plural' },
    ...[`${past}в`, `${past}вши`, ...(verb.gerunds ?? [])].map(asGerund),
    ...ADJECTIVE.map((ending) => asParticiple(`${past}вш${ending}`)),
    ...(verb.perfective ? [] : presentForms(singular!, plural!)),
  ];
  const all = reflexive ? forms.map(reflexiveOf) : forms;
  const listed = (verb.forms ?? []).map(listedForm);
  return [...new Map([...all, ...listed].map((form) => [form.text, form])).values()];
}

function presentForms(singular: string, plural: string): VerbForm[] {
  return [
    { text: singular, shape: 'finite', number: 'singular' },
    { text: plural, shape: 'finite', number: 'plural' },
    asGerund(gerundOf(plural)),
    ...ADJECTIVE.map((ending) => asParticiple(`${plural.slice(0, -1)}щ${ending}`)),
  ];
}

function stripped(form: string): string {
  return form.replace(/с[яь]$/, '');
}

/** Third persons by the ending of the infinitive. */
function presentOf(infinitive: string): [string, string] {
  const stem = infinitive.slice(0, -2);
  if (/[ое]вать$/.test(infinitive)) {
    const short = `${infinitive.slice(0, -5)}у`;
    return [`${short}ет`, `${short}ют`];
  }
  if (infinitive.endsWith('нуть')) {
    const short = infinitive.slice(0, -3);
    return [`${short}ет`, `${short}ут`];
  }
  if (infinitive.endsWith('ить')) {
    const short = infinitive.slice(0, -3);
    return [`${short}ит`, /[жшчщ]$/.test(short) ? `${short}ат` : `${short}ят`];
  }
  return [`${stem}ет`, `${stem}ют`];
}

/** говорят → говоря, считают → считая, кричат → крича. */
function gerundOf(plural: string): string {
  const stem = plural.slice(0, -2);
  return plural.endsWith('ат') || /[жшчщ]$/.test(stem) ? `${stem}а` : `${stem}я`;
}

function asGerund(text: string): VerbForm {
  return { text, shape: 'gerund', number: undefined };
}

function asParticiple(text: string): VerbForm {
  return { text, shape: 'participle', number: undefined };
}

function reflexiveOf(form: VerbForm): VerbForm {
  const ending = form.shape !== 'participle' && VOWEL.test(form.text) ? 'сь' : 'ся';
  return { ...form, text: form.text + ending };
}

function listedForm(text: string): VerbForm {
  const bare = stripped(text);
  const number = /(?:ли|ут|ют|ат|ят)$/.test(bare) ? 'plural' : 'singular';
  if (bare.endsWith('ла')) return { text, shape: 'finite', number, gender: 'f' };
  if (bare.endsWith('ло')) return { text, shape: 'finite', number, gender: 'n' };
  const present = /(?:ет|ит|ут|ют|ат|ят)$/.test(bare);
  if (number === 'plural' || present) return { text, shape: 'finite', number };
  return { text, shape: 'finite', number, gender: 'm' };
}
