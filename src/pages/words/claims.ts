/** Words of the pages that judge claims. */
import type { Verdict } from '../../domain/checks.ts';
import type {
  ConflictKind,
  Credibility,
  EchoStance,
  RecycledReason,
  RoleStanding,
} from '../../domain/judgement.ts';
import { SPANISH_RESULTS } from '../../domain/spanish-words.ts';
import {
  CONFLICT_WORDS,
  CREDIBILITY_WORDS,
  ECHO_STANCE_WORDS,
  RECYCLED_WORDS,
  ROLE_STANDING_WORDS,
  VERDICT_WORDS,
} from '../../export/judgement-wording.ts';
import type { ConsoleLanguage } from '../page.ts';

interface ClaimWording {
  readonly title: string;
  readonly lead: string;
  readonly field: string;
  readonly go: string;
  readonly help: string;
  readonly empty: string;
  readonly widest: string;
  readonly notFound: string;
  readonly noChecks: string;
  readonly against: (n: string) => string;
  readonly checks: string;
  readonly noMatch: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly inWords: string;
  readonly registered: string;
  readonly unrated: string;
  readonly alike: (share: string) => string;
  readonly credibility: string;
  readonly grades: Readonly<Record<Credibility, string>>;
  readonly ladder: string;
  readonly carriers: string;
  readonly noCarriers: string;
  readonly perhaps: string;
  readonly stances: Readonly<Record<EchoStance, string>>;
  readonly afterCheck: (days: string) => string;
  readonly maybeAfter: string;
  readonly conflicts: string;
  readonly conflictKinds: Readonly<Record<ConflictKind, string>>;
  readonly recycled: string;
  readonly recycledAfter: (days: string) => string;
  readonly recycledWhy: Readonly<Record<RecycledReason, string>>;
  readonly clocks: string;
  readonly uttered: string;
  readonly firstPublished: string;
  readonly published: string;
  readonly captured: string;
  readonly unknown: string;
  readonly here: string;
  readonly role: string;
  readonly standings: Readonly<Record<RoleStanding, string>>;
  readonly ratedFalse: string;
  readonly statements: string;
  readonly noStatements: string;
  readonly notRead: string;
  readonly cascade: string;
  readonly article: string;
  readonly more: (n: string) => string;
}

export const WORDS: Record<ConsoleLanguage, ClaimWording> = {
  en: {
    title: 'Claims',
    lead: 'Has it been checked? Is it new or old? Who carries it, and how? One source or ten?',
    field: 'A claim in words, or the id of a cascade or an article',
    go: 'Judge',
    help: 'One sentence works best. It is held against this desk’s articles and fact-checks only.',
    empty: 'Ask about a claim of your own, or take one of what is repeated most:',
    widest: 'Repeated most',
    notFound: 'There is no such claim',
    noChecks: 'This desk keeps no fact-checks yet (atalaya checks FILES).',
    against: (n) => `Held against ${n} fact-checks. A match is a lead: read both.`,
    checks: 'Fact-checks',
    noMatch: 'None matches.',
    verdicts: VERDICT_WORDS,
    inWords: 'in its words:',
    registered: 'listed as disinformation',
    unrated: 'no rating stated',
    alike: (share) => `${share} alike`,
    credibility: 'Credibility of the claim',
    grades: CREDIBILITY_WORDS,
    ladder: 'One source or ten',
    carriers: 'Who carries it, and how',
    noCarriers: 'No article of this desk was found that carries it.',
    perhaps: 'perhaps another statement on the same matter',
    stances: ECHO_STANCE_WORDS,
    afterCheck: (days) => `${days} after it was refuted`,
    maybeAfter: 'perhaps after it was refuted',
    conflicts: 'What does not agree',
    conflictKinds: CONFLICT_WORDS,
    recycled: 'Brought again long after it was first seen',
    recycledAfter: (days) => `after ${days} or more`,
    recycledWhy: RECYCLED_WORDS,
    clocks: 'Clocks',
    uttered: 'said, as stated',
    firstPublished: 'first seen on this desk',
    published: 'published here',
    captured: 'captured',
    unknown: 'not known',
    here: 'in this article',
    role: 'Role',
    standings: ROLE_STANDING_WORDS,
    ratedFalse: 'The article itself calls it false.',
    statements: 'Its statements',
    noStatements: 'No statement was found in it.',
    notRead: 'It is not read yet (atalaya read).',
    cascade: 'The cascade with its drawing and passages',
    article: 'The article with its text',
    more: (n) => `and ${n} more`,
  },
  es: {
    title: 'Afirmaciones',
    lead: '¿Se ha verificado? ¿Es nueva o antigua? ¿Quién la lleva y cómo? ¿Una fuente o diez?',
    field: 'Una afirmación en palabras, o el identificador de una cascada o un artículo',
    go: 'Juzgar',
    help: 'Lo mejor es una sola frase. Se compara solo con los artículos y verificaciones de esta mesa.',
    empty: 'Pregunte por una afirmación propia, o tome una de las más repetidas:',
    widest: 'Lo más repetido',
    notFound: 'No existe esa afirmación',
    noChecks: 'Esta mesa aún no guarda verificaciones (atalaya checks ARCHIVOS).',
    against: (n) => `Se comparó con ${n} verificaciones. Una coincidencia es una pista: lea ambas.`,
    checks: 'Verificaciones',
    noMatch: 'No coincide ninguna.',
    verdicts: SPANISH_RESULTS,
    inWords: 'en sus palabras:',
    registered: 'registrado como desinformación',
    unrated: 'sin calificación',
    alike: (share) => `${share} de parecido`,
    credibility: 'Credibilidad de la afirmación',
    grades: {
      1: 'confirmada por otras fuentes',
      2: 'probablemente cierta',
      3: 'posiblemente cierta',
      4: 'dudosa',
      5: 'improbable',
      6: 'no se puede juzgar',
    },
    ladder: 'Una fuente o diez',
    carriers: 'Quién la lleva y cómo',
    noCarriers: 'No se halló en esta mesa ningún artículo que la lleve.',
    perhaps: 'quizá otra declaración sobre lo mismo',
    stances: {
      repeats: 'la repite con voz propia',
      attributes: 'la atribuye a alguien',
      hedges: 'la lleva con reservas',
      doubts: 'la pone en duda',
      debunks: 'la desmiente',
    },
    afterCheck: (days) => `${days} después de refutada`,
    maybeAfter: 'quizá después de refutada',
    conflicts: 'Qué no concuerda',
    conflictKinds: {
      figure: 'cifra cambiada entre un artículo y su eco',
      count: 'recuentos que no concuerdan',
      verdict: 'verificaciones con resultados distintos',
      'utterance-day': 'días distintos para una misma frase',
    },
    recycled: 'Vuelve mucho después de verse por primera vez',
    recycledAfter: (days) => `tras ${days} o más`,
    recycledWhy: {
      'stated-date': 'el artículo declara una fecha anterior',
      'earlier-article': 'un artículo anterior de esta mesa lleva las mismas palabras',
      'role-ended': 'el cargo declarado había terminado antes de publicarse el artículo',
    },
    clocks: 'Relojes',
    uttered: 'dicho, según declara',
    firstPublished: 'visto por primera vez en esta mesa',
    published: 'publicado aquí',
    captured: 'capturado',
    unknown: 'no se sabe',
    here: 'en este artículo',
    role: 'Cargo',
    standings: {
      held: 'se ocupaba al publicarse el artículo',
      'held-then-not-now': 'se ocupó antes, no al publicarse el artículo',
      'not-yet': 'empezó después del artículo',
      'never-held': 'el registro tiene a otra persona en el cargo en ese tiempo',
      'former-as-stated': 'declarado como anterior, y lo era',
      unknown: 'el registro no lo dice',
    },
    ratedFalse: 'El propio artículo lo llama falso.',
    statements: 'Sus declaraciones',
    noStatements: 'No se halló en él ninguna declaración.',
    notRead: 'Aún no se ha leído (atalaya read).',
    cascade: 'La cascada con su dibujo y sus pasajes',
    article: 'El artículo con su texto',
    more: (n) => `y ${n} más`,
  },
};
