/**
 * The words that fact-checkers write as ratings, in English, Spanish, Portuguese, French, German and
 * Russian, and what each does: it names a pole, grades one, turns one round, or is a verdict by itself.
 * Collected from the published scales of the checkers; all in lower case.
 */
import type { Verdict } from '../../domain/checks.ts';

/** How much of a pole holds: `mostly true`, `half true`, `barely true`, `wholly true`, `perhaps true`. */
export type Degree = 'mostly' | 'partly' | 'barely' | 'wholly' | 'perhaps';

export type Role =
  | { readonly kind: 'pole'; readonly holds: boolean }
  | { readonly kind: 'degree'; readonly degree: Degree }
  | { readonly kind: 'not' }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'filler' };

/** A text as words: lower case, no marks on letters. */
export function ratingWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const words = (text: string): string[] => text.trim().split(/\s*[|\n]\s*/);

const TRUE = words(`
true|truth|truths|correct|accurate|confirmed|factual|authentic|legit|legitimate|genuine|real|right
correct attribution|correctly attributed|geppetto checkmark|verified
verdadero|verdadera|verdad|cierto|cierta|correcto|correcta|veraz|confirmado|confirmada
verdadeiro|verdadeira|verdade|certo|correto|correta|veridico|comprovado
vrai|vraie|exact|exacte|verite|avere|averee
wahr|richtig|korrekt|stimmt|wahrheit|zutreffend
правда|верно|верное|истина|достоверно|соответствует действительности`);

const FALSE = words(`
false|falsehood|falsehoods|fake|fakes|hoax|bogus|wrong|incorrect|inaccurate|untrue|fabricated|fabrication|made up|lie|lies
debunked|fiction|fake news|disinformation|misinformation|pants on fire|pants fire|pantsonfire|myth
four pinocchios|4 pinocchios|bottomless pinocchio|misattributed|incorrect attribution|incorrectly attributed
did not happen|didn't happen|never happened|falsely attributed|no such|not his words|not her words|tall tale|forged|phony|phoney|never said|counterfeit|forgery|made up story
falso|falsa|falsos|falsas|bulo|bulos|mentira|incorrecto|incorrecta|inventado|inventada|desinformacion|noticia falsa
boato|fato falso|mentiroso|errado|errada|desinformacao|pimenta na lingua|incorreto|incorreta
faux|fausse|intox|infox|canular|mensonge|mensonger|mensongere|inexact|inexacte|desinformation|invente|inventee
falsch|falschmeldung|erfunden|frei erfunden|luge|gelogen|gefalscht|falschung|unwahr|unrichtig|stimmt nicht
ложь|ложно|ложное|лживо|фейк|неправда|неверно|неверное|недостоверно|вранье|вымысел|выдумка|дезинформация|миф|не соответствует действительности`);

const DEGREES: Readonly<Record<Degree, readonly string[]>> = {
  mostly: words(`
mostly|mainly|largely|almost|nearly|generally|essentially|substantially
mayormente|mayoritariamente|casi|en su mayoria|en gran parte|principalmente|predominantemente
majoritariamente|quase|praticamente|em grande parte|maioritariamente
plutot|en grande partie|majoritairement|presque|essentiellement
grosstenteils|großtenteils|uberwiegend|weitgehend|fast|meist|meistens
в основном|большей частью|преимущественно|почти|скорее`),
  partly: words(`
partly|partially|half|somewhat|in part|part|partial|semi
parcialmente|medio|media|a medias|en parte|parcial
em parte|meio|meia|metade
partiellement|en partie|a moitie|mi|demi|partiel
teilweise|halb|zum teil|teils|bedingt
частично|отчасти|наполовину`),
  barely: words('barely|hardly|scarcely|apenas|a peine|kaum|едва ли'),
  wholly: words(`
totally|completely|entirely|really|wholly|fully|100|quite|absolutely|exactly|very|simply|demonstrably|utterly|patently
totalmente|completamente|del todo|absolutamente|enteramente|inteiramente
totalement|completement|entierement|tout a fait
vollig|komplett|ganz|vollstandig|frei
полностью|совсем|абсолютно|совершенно`),
  perhaps: words(`
possibly|perhaps|maybe|might|may|appears|seems|probably|likely|necessarily|posiblemente|quizas|tal vez|parece|podria|probablemente|necesariamente
possivelmente|provavelmente|talvez|peut etre|probablement|possiblement|wahrscheinlich|vielleicht|moglicherweise
возможно|вероятно|скорее всего|обязательно`),
};

const NOT = words(`
not|isn t|aren t|wasn t|never|isnt|neither|no|non|nao|ni|pas|n est pas|ne sont pas|nicht|kein|keine|не|ни`);

/** Verdicts by themselves. What a longer entry says stands before its shorter parts. */
const VERDICTS: readonly (readonly [Verdict, readonly string[]])[] = [
  ['mostly-false', words('three pinocchios|3 pinocchios')],
  ['mostly-true', words('one pinocchio|1 pinocchio')],
  [
    'mixed',
    words(`
mixture|mixed|half truth|half truths|two pinocchios|2 pinocchios|true and false|verdad a medias|medias verdades|media verdad
meia verdade|mi vrai mi faux|vrai et faux|halbwahr|halbwahrheit|полуправда|mixto|mixta|misto`),
  ],
  [
    'misleading',
    words(`
misleading|mislead|misleads|deceptive|missing context|lacks context|lack of context|needs context|out of context|without context|context missing
decontextualized|decontextualised|miscaptioned|exaggerated|exaggerates|exaggeration|distorted|distortion|distorts the facts|cherry picks|spin|spins the facts
misrepresented|misrepresents|misquoted|distorts|outdated|old video|old videos|old photo|old photos|old footage|old image|old images|old picture|old pictures|recycled photo|recycled image|recycled video|false context|wrong context|manipulation|manipulations|taken out of context
enganoso|enganosa|engana|contexto falso|falso contexto|fuera de contexto|sin contexto|falta contexto|falta de contexto|descontextualizado|descontextualizada|sacado de contexto|sacada de contexto
exagerado|exagerada|manipulacion|desactualizado|tergiversado|tergiversada|imagen antigua|video antiguo
enganador|enganadora|fora de contexto|sem contexto|distorcido|distorcida|esticado|manipulacao
trompeur|trompeuse|faux contexte|hors contexte|hors de contexte|manque de contexte|contexte manquant|sans contexte|sorti de son contexte|sortie de son contexte|detourne|detournee|exagere|exageree|manipulation
irrefuhrend|fehlender kontext|kontext fehlt|ohne kontext|aus dem kontext gerissen|aus dem zusammenhang gerissen|ubertrieben|falscher kontext
манипуляция|манипуляции|вводит в заблуждение|вырвано из контекста|вне контекста|без контекста|искажение|преувеличение`),
  ],
  [
    'altered',
    words(`
altered|doctored|photoshopped|manipulated|digitally altered|digitally manipulated|edited|edited video|edited photo|edited image|ai video|ai image|ai photo|deepfake|deepfakes|deep fake|ai generated|cgi video|synthetic|altered image|altered photo|altered video|manipulated media
manipulado|manipulada|alterado|alterada|montaje|fotomontaje|trucado|editado|generado con ia|adulterado|adulterada
montagem|editada|gerado por ia
manipule|manipulee|truque|truquee|montage|retouche|retouchee|photomontage|genere par ia
manipuliert|montiert|ki generiert|fotomontage
фотошоп|монтаж|фотомонтаж|дипфейк|подделка`),
  ],
  [
    'satire',
    words(`
satire|satirical|satiric|parody|labeled satire|originated as satire|joke|satira|satirico|parodia|broma|parodie|satirique|scherz|сатира|пародия|шутка|юмор`),
  ],
  [
    'unproven',
    words(`
unproven|unsupported|unsubstantiated|unverified|unverifiable|unconfirmed|unfounded|baseless|no evidence|no proof|lacks evidence|not supported|unsourced|conjecture|missing evidence|missing proof|no basis|without evidence|not proven|not verified|not confirmed|inconclusive|undetermined|speculation|speculative|legend|insufficient evidence|cannot be verified
sin evidencia|sin evidencias|sin pruebas|no hay evidencia|no hay evidencias|no hay pruebas|no hay ninguna evidencia|insostenible|inchequeable|no comprobable|no verificable|sin fundamento|sin confirmar|sin verificar|por verificar|no probado|no demostrado|falta evidencia|inverificable
sem provas|sem evidencia|sem evidencias|nao ha provas|nao ha evidencias|nao comprovado|insustentavel|inconclusivo|sem fundamento
sans preuve|sans preuves|non prouve|non verifie|inverifiable|pas de preuve|pas de preuves|sans fondement|aucune preuve|infonde|non confirme
unbelegt|unbewiesen|nicht belegt|keine belege|keine beweise|ohne beleg|ohne belege|nicht bewiesen|unbestatigt|unklar|fehlende belege
без доказательств|нет доказательств|не доказано|недоказуемо|не подтверждено|бездоказательно|неподтвержденное|необоснованно|голословно`),
  ],
];

/** Words that may stand around the telling ones and change nothing. */
const FILLERS = words(`
a|an|the|this|that|it|its|is|are|was|were|be|been|to|of|as|in|on|has|have|we|rate|rated|rating|verdict|s|i|there|claim|claims|statement|story|news|photo|photos|image|images|video|videos|post|posts|quote|content|information|article|picture|report|letter|clip|footage|document|tweet|screenshot|account|headline|figure|and|or|so|just|attribution
el|la|los|las|lo|un|una|es|son|era|esta|este|esto|eso|de|del|que|hay|ha|sido|afirmacion|noticia|imagen|foto|publicacion|contenido|informacion|carta|documento|captura|cuenta|y|cita
o|os|e|uma|um|sao|isto|isso|foi|afirmacao|conteudo|publicacao|informacao|do|da
le|les|l|c|ce|cette|est|sont|une|des|d|n|ne|affirmation|photo|publication|information|et|cela
der|die|das|ein|eine|ist|sind|war|diese|dieses|behauptung|bild|beitrag|und|meldung
это|является|этот|эта|утверждение|новость|заявление|видео|фото|и|так`);

/** Every word and phrase by its text; of one that stands twice the first sense counts. */
export const ROLES: ReadonlyMap<string, Role> = rolesByText();

function rolesByText(): Map<string, Role> {
  const roles = new Map<string, Role>();
  const put = (texts: readonly string[], role: Role): void => {
    for (const text of texts) {
      const phrase = ratingWords(text).join(' ');
      if (!roles.has(phrase)) roles.set(phrase, role);
    }
  };
  for (const [verdict, texts] of VERDICTS) put(texts, { kind: 'verdict', verdict });
  put(FALSE, { kind: 'pole', holds: false });
  put(TRUE, { kind: 'pole', holds: true });
  for (const [degree, texts] of Object.entries(DEGREES)) {
    put(texts, { kind: 'degree', degree: degree as Degree });
  }
  put(NOT, { kind: 'not' });
  put(FILLERS, { kind: 'filler' });
  return roles;
}

/** What opens an exception: `true, but …`. */
export const BUT: ReadonlySet<string> = new Set(
  words('but|however|although|pero|aunque|mas|porem|embora|mais|aber|jedoch|allerdings|но|однако'),
);
