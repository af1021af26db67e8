/**
 * Light stemming for seven languages: the longest listed ending that leaves a long enough stem is
 * cut, once. It merges inflections (санкции, санкций → санкц; sanctions → sanction), not families.
 *
 * In the manner of Savoy's light stemmers (J. Savoy, *Light stemming approaches for the French,
 * Portuguese, German and Hungarian languages*, SAC 2006, https://doi.org/10.1145/1141277.1141523);
 * the lists are ours. O(length of the longest ending) look-ups a word.
 */
import { fold } from './transliterate.ts';
import { wordMemo } from './word-memo.ts';

/** The languages that stems, lexicons and the encoder know, as lower-case primary tags. */
export const STEM_LANGUAGES = ['en', 'es', 'ru', 'uk', 'pt', 'fr', 'de'] as const;
export type StemLanguage = (typeof STEM_LANGUAGES)[number];

/** Endings of folded words (no marks; й is и). */
const ENDINGS: Readonly<Record<StemLanguage, string>> = {
  en: 'ingly edly ings ies ied ing ed es s ly e y',
  es: `amientos imientos amiento imiento aciones iciones acion icion mente abamos ariamos eriamos
    iriamos ieramos asteis isteis ieron ieran iendo ando aron aban aran ada adas ado ados ida idas
    ido idos aria arian eria erian iria irian ara era ira eran iran aba amos emos imos ar er ir
    arse erse irse arlo arla an en ia ian as es os is a e o i s iones ion`,
  pt: `amentos imentos amento imento acoes icoes acao icao mente avamos ariamos eriamos iriamos
    assemos essem aram eram iram endo ando indo avam ada adas ado ados ida idas ido idos aria
    ariam eria eriam iria iriam ara era ira ava amos emos imos ar er ir am em ia iam as es os is a
    e o i s oes ao`,
  fr: `issements issement ements ement ations ation itions ition euses euse eaux aux eurs eur
    erions eraient erait eront erons erez aient ions ants ante antes ant ait ees ee es er ez ir
    iez ons ont ent is it ie ies e s x`,
  de: `ungen ung heiten heit keiten keit ischen ische isch lichen liche lich ern em en er es st te
    ten test est e n s t`,
  ru: `иваться ываться ироваться ирование ирования ированию ированием ировать ированный
    ованными ованных ованного ованной ованная ованные ованныи ованную
    ениями ениях ениям ением ения ение ению ении ании ание ания анию анием ании
    остями остях остям остью ости остеи ость
    ющимися ющихся ющегося ющиеся ющими ющих ющего ющему ющая ющее ющие ющии ющую ющеи ющем ющим
    ящими ящих ящего ящему ящая ящее ящие ящии ящую ящеи ящем
    вшимися вшихся вшими вших вшего вшему вшая вшее вшие вшии вшую вшеи вшись вши
    ировал ировали ировала ируют ирует ировано
    лась лось лись лся ется ются ится ятся аться иться еться ться тся
    ескими еских еского ескому еская еское еские ескии ескую ескои еском еским
    ованы овано овал овала овали овать ует уют
    ными ных ного ному ная ное ные ныи ную нои ном ным
    ыми ими ого его ому ему ая яя ое ее ые ие ыи ии ую юю ои еи ом ем ых их ым им
    иями иях иям ием ия ию ья ью ье ьи ев ов ами ями ах ях ам ям
    аете ите ете ает яет ают яют ить ать ять еть уть ил ила или ило ал ала али ало ял яла яли
    ел ела ели ло ла ли л ет ит ут ют ат ят ешь ишь ть
    а я о е ы и у ю ь и`,
  uk: `юватися уватися ювання ування юванням уванням ювати увати
    енням ення енню енні анням ання анню анні
    остями остях остям істю ості остеи ість
    ючими ючих ючого ючому юча юче ючі ючии
    ються ується ється ться лася лося лися вся тися
    ськими ських ського ському ська ське ські ськии ську ськои ськіи ським
    ованими ованих ованого ованои ована оване овані овании овано ував увала ували ує ують
    ними них ного ному на не ні нии ну ноі ніи ним
    ими ого ому еі оі іи ии ою ею ів іів ів еві ові их ім им
    ом ем єм єю еві єві ями ях ям ами ах ам ія іі ію ією іями іях іям
    ати ити іти яти ав ала али ало ив ила или ило ів іла іли ає ають яє яють ить ять уть ють
    а я о е и і у ю ь є`,
};

/** A stem keeps at least this many letters; two-letter stems merge unrelated words. */
const MIN_STEM = 3;

interface Endings {
  readonly set: ReadonlySet<string>;
  readonly longest: number;
}

const TABLES: ReadonlyMap<string, Endings> = new Map(
  STEM_LANGUAGES.map((language) => {
    const set = new Set(ENDINGS[language].split(/\s+/));
    return [language, { set, longest: Math.max(...[...set].map((ending) => ending.length)) }];
  }),
);

/** The stem of one word, folded. A word of an unknown language, or with a digit, is only folded. */
export function stem(word: string, language: string): string {
  return STEMS.get(language)?.(word) ?? fold(word);
}

/** Rooms of the readers ask for the stem of one word up to a dozen times. */
const STEMS: ReadonlyMap<string, (word: string) => string> = new Map(
  STEM_LANGUAGES.map((language) => [
    language,
    wordMemo((word) => stemFolded(fold(word), language)),
  ]),
);

/** As `stem`, for a word that is folded already. */
export function stemFolded(word: string, language: string): string {
  const table = TABLES.get(language);
  if (table === undefined || word.length <= MIN_STEM || /\d/.test(word)) return word;
  const base = language === 'en' && word.endsWith('ss') ? word : cutEnding(word, table);
  return language === 'en' ? undoubled(base, word) : base;
}

function cutEnding(word: string, endings: Endings): string {
  const from = Math.max(MIN_STEM, word.length - endings.longest);
  for (let at = from; at < word.length; at++) {
    if (endings.set.has(word.slice(at))) return word.slice(0, at);
  }
  return word;
}

/** English doubles a consonant before *-ed* and *-ing*: planned → plan. *-ss*, *-ll* stay. */
function undoubled(base: string, word: string): string {
  const last = base.length - 1;
  if (base === word || last < MIN_STEM || base[last] !== base[last - 1]) return base;
  return 'bdgmnprt'.includes(base[last]!) ? base.slice(0, -1) : base;
}
