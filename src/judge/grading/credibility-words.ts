/** The sentences that a credibility grade gives as its reasons, in the languages of the console. */
import type { Verdict } from '../../domain/checks.ts';
import type { Bounds, Conflict } from '../../domain/judgement.ts';
import type { Moment } from '../../domain/moment.ts';
import { SPANISH_RESULTS } from '../../domain/spanish-words.ts';
import type { Worded } from '../../domain/worded.ts';
import { spanishCount } from './spanish-figures.ts';
import { daysWords } from './stated-days.ts';

/** Values of one conflict that a reason names; the conflict itself holds them all. */
const SIDES_TOLD = 6;

export const NOTHING_TO_COMPARE: Worded = {
  en: 'There is nothing to compare it with.',
  es: 'No hay nada con lo que compararla.',
};
export const NOWHERE_SURE: Worded = {
  en: 'No article surely carries it.',
  es: 'Ningún artículo la lleva con seguridad.',
};
export const ONE_UTTERANCE: Worded = {
  en: 'All that carries it goes back to one utterance.',
  es: 'Todo lo que la lleva se remonta a una sola declaración.',
};

/** Two utterances or more, through two newsrooms or more. */
export function surelyApart(utterances: number, newsrooms: number): Worded {
  return {
    en: `It goes back to ${utterances} first utterances at least, through ${newsrooms} newsrooms or agencies at least.`,
    es: `Se remonta al menos a ${utterances} declaraciones primeras, a través de al menos ${newsrooms} redacciones o agencias.`,
  };
}

/** Two utterances at most or more, nobody knows whether each is its own. */
export function perhapsApart({ atLeast, atMost }: Bounds): Worded {
  const many = atLeast === atMost ? `${atMost}` : `entre ${atLeast} y ${atMost}`;
  return {
    en: `It goes back to ${atLeast} to ${atMost} first utterances; that they are independent is not sure.`,
    es: `Se remonta a ${many} declaraciones primeras; no es seguro que sean independientes.`,
  };
}

/** Who checked it when, and with which result; `party`: the checker is in a state's hands. */
export function checkWords(
  check: {
    readonly checker: string;
    readonly verdict: Verdict | undefined;
    readonly checked: Moment | undefined;
    readonly registered: boolean;
  },
  party: boolean,
): Worded {
  const { checker, checked } = check;
  const result = resultWords(check);
  const when = checked === undefined ? UNDATED : daysWords(checked);
  const aside = party
    ? {
        en: `; a list states that ${checker} is in a state's hands, so this moves no grade`,
        es: `; según una lista, ${checker} está en manos de un Estado, así que esto no mueve la calificación`,
      }
    : NO_ASIDE;
  return {
    en: `${checker} checked it (${when.en}): ${result.en}${aside.en}.`,
    es: `${checker} la verificó (${when.es}): ${result.es}${aside.es}.`,
  };
}

function resultWords({
  verdict,
  registered,
}: {
  readonly verdict: Verdict | undefined;
  readonly registered: boolean;
}): Worded {
  if (verdict !== undefined) return { en: verdict, es: SPANISH_RESULTS[verdict] };
  return registered
    ? { en: 'listed as disinformation', es: 'registrada como desinformación' }
    : { en: 'no rating', es: 'sin calificación' };
}

/** What a publisher says of it in its own voice; `party`: a list puts the publisher into a state's hands. */
export function voiceWords(
  publisher: string,
  stance: 'debunks' | 'doubts',
  party: boolean,
): Worded {
  const does = DOES[stance];
  const aside = party ? PARTY_VOICE : NO_ASIDE;
  return {
    en: `${publisher} ${does.en}${aside.en}.`,
    es: `${publisher} ${does.es}${aside.es}.`,
  };
}

/** Values that cannot all be right, the first of them named. */
export function differWords({ subject, sides }: Conflict): Worded {
  const [en, es] = (['en', 'es'] as const).map((language) => {
    const shown = sides.slice(0, SIDES_TOLD).map(({ value }) => value[language]);
    const more = sides.length - SIDES_TOLD;
    return [...shown, ...(more > 0 ? [`${more} ${MORE[language]}`] : [])].join(' / ');
  });
  return {
    en: `Stated values differ (${subject.en}): ${en}.`,
    es: `Los valores declarados difieren (${subject.es}): ${es}.`,
  };
}

/** Old words brought as new; whole days. */
export function olderWords(days: number): Worded {
  return {
    en: `The statement is older than the article that carries it, by ${days} days at least.`,
    es: `La declaración es anterior al artículo que la lleva, en ${spanishCount(days, 'día', 'días')} como mínimo.`,
  };
}

const UNDATED: Worded = { en: 'undated', es: 'sin fecha' };
const NO_ASIDE: Worded = { en: '', es: '' };
const MORE: Worded = { en: 'more', es: 'más' };
const PARTY_VOICE: Worded = {
  en: "; a list puts it into a state's hands, so this moves no grade",
  es: '; una lista lo sitúa en manos de un Estado, así que esto no mueve la calificación',
};
const DOES: Readonly<Record<'debunks' | 'doubts', Worded>> = {
  debunks: {
    en: 'says in its own voice that it is false',
    es: 'dice con voz propia que es falsa',
  },
  doubts: { en: 'doubts it', es: 'la pone en duda' },
};
