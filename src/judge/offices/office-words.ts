/**
 * The words of offices in English, Spanish and Russian: what makes somebody a head, a minister, an
 * ambassador; what makes it another office (deputy, elect); what an office is over. Folded words
 * (no marks, й is и). Data for `office-phrase.ts`.
 */

/** Kinds of offices that name one seat in whatever language: a head of the CIA is its director. */
export type OfficeClass =
  | 'head'
  | 'president'
  | 'prime-minister'
  | 'chancellor'
  | 'minister'
  | 'ambassador'
  | 'spokesperson'
  | 'secretary-general'
  | 'high-representative'
  | 'adviser'
  | 'attorney-general'
  | 'governor'
  | 'mayor';

/** What a word says about the hold on an office. */
export type OfficeShade = 'deputy' | 'acting' | 'elect' | 'former';

const list = (words: string): readonly string[] => words.trim().split(/\s*\|\s*/);

/** Phrases that name a class, longer ones first where one begins another. */
export const HEAD_PHRASES: Readonly<Record<OfficeClass, readonly string[]>> = {
  'prime-minister':
    list(`prime minister | premier | primer ministro | primera ministra | премьер министр* |
    премьер* | presidente del gobierno | presidenta del gobierno | president of the government |
    head of government | head of the government | jefe del gobierno | jefe de gobierno |
    глав* правительств* | председател* правительств* | председател* совета министров`),
  'secretary-general': list(`secretary general | secretaria general | secretario general |
    генеральн* секретар* | генсек*`),
  'attorney-general': list(
    'attorney general | fiscal general | генеральн* прокурор* | генпрокурор*',
  ),
  spokesperson:
    list(`spokesman | spokeswoman | spokesperson | portavoz | vocero | vocera | press secretary |
    secretario de prensa | secretaria de prensa | пресс секретар* | пресссекретар* |
    официальн* представител* | официальн* представительниц*`),
  ambassador: list(`permanent representative | постпред* | постоянн* представител* |
    representante permanente | ambassador | embajador | embajadora | посол | посла | послу | послом | после`),
  'high-representative': list(`high representative | alto representante | alta representante |
    верховн* представител*`),
  adviser: list('adviser | advisor | asesor | asesora | consejero | советник*'),
  minister: list(`minister | secretary | ministro | ministra | secretario | secretaria | министр* |
    секретар*`),
  president: list('president | presidente | presidenta | президент* | chairman | председател*'),
  chancellor: list('chancellor | канцлер*'),
  governor: list('governor | gobernador | gobernadora | губернатор*'),
  mayor: list('mayor | alcalde | alcaldesa | мэр*'),
  head: list(`director general | directora general | general director | commander in chief |
    comandante en jefe | главнокомандующ* | head | chief | director | commander | boss | jefe | jefa |
    directora | comandante | глава | главы | главе | главу | главои | директор* | командующ* |
    начальник* | руководител*`),
};

export const SHADES: Readonly<Record<OfficeShade, readonly string[]>> = {
  deputy: list(`deputy | vice | assistant | under | undersecretary | subsecretario | subsecretaria |
    subdirector | subdirectora | viceministro | viceministra | vicepresidente | vicepresidenta |
    vicecanciller | adjunto | adjunta | заместител* | замминистр* | замглав* | зам | вице | вицепрезидент* |
    вицепремьер* | замдиректор* | second | segundo`),
  acting:
    list(`acting | interim | interino | interina | provisional | encargado | encargada | caretaker |
    временн* | исполняющ* | врио | ио`),
  elect: list('elect | designate | nominee | electo | electa | designado | designada | избранн*'),
  former:
    list(`former | formerly | ex | then | onetime | erstwhile | retired | late | deceased | fallecido | fallecida |
    difunto | difunta | покойн* | exministro | exministra |
    expresidente | expresidenta | exdirector | exdirectora | exembajador | exembajadora | excanciller |
    exsecretario | exsecretaria | exjefe | antiguo | antigua | entonces | бывш* | экс | тогдашн* |
    экспрезидент* | эксглав* | экспремьер* | эксминистр*`),
};

/** One word for what an office is over, whatever the language. */
export const TOPICS: Readonly<Record<string, readonly string[]>> = {
  foreign: list(
    'foreign | exterior | exteriores | external | иностранн* | мид | мида | миде | миду | мидом | cancilleria',
  ),
  defence: list('defence | defense | defensa | оборон* | минобороны'),
  state: list('state | estado | госдеп*'),
  interior: list('interior | внутренн* | мвд'),
  security: list('security | seguridad | безопасност*'),
  national: list('national | nacional | национальн*'),
  intelligence: list('intelligence | inteligencia | разведк* | разведывательн*'),
  navy: list('navy | marina | naval'),
  kremlin: list('kremlin | кремл*'),
  command: list('command | comando | командовани*'),
};

/** A word that says that what is headed is a ministry: its head is a minister. */
export const MINISTRY: readonly string[] = list(
  'ministry | ministerio | department | departamento | secretariat | cancilleria | министерств* | мид | мида | миде | минобороны | госдеп*',
);

/** Words that tell no office from another. */
export const EMPTY: readonly string[] =
  list(`the | of | for | and | a | an | s | at | by | on | de | del | la | el | los | las | y | e | por | и |
    affairs | relations | relaciones | asuntos | relaciones | дел | дела | current | currently | incumbent | new | nuevo |
    nueva | actual | нынешн* | новыи | outgoing | saliente | longtime | top | senior | general | gen | admiral |
    lt | lieutenant | major | colonel | adm | генерал* | republic | republica | республик* | federation |
    federacion | федераци* | his | her | its | su | their | его`);

/** Words behind which the state stands to which an ambassador is sent. */
export const TOWARDS: readonly string[] = list('to | in | at | en | ante | в | во | при');

/** Words that offices of every state are over: they tell an office only with its state. */
export const OF_EVERY_STATE: ReadonlySet<string> = new Set(
  `foreign defence state interior security national intelligence navy command council army armed forces
   military staff government parliament senate police secret service services federal central union
   congress cabinet`.split(/\s+/),
);
