/**
 * Words that may begin a sentence with a capital without being a name, and words that are written with one
 * and name nobody. A first word that is not in here must stand in a source, in whatever case: otherwise a
 * sentence could bring in a name by beginning with it.
 */
import type { BriefingLanguage } from '../../domain/briefing.ts';

const split = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const FIRST: Readonly<Record<BriefingLanguage, ReadonlySet<string>>> = {
  en: split(`
    a about above across after again against all almost alone along already also although among an and another
    any are around as at because before behind below beside besides between both but by can credibility despite
    during each earlier either even every expected few first five following for four from further given growth
    had has have he her here his how however if in instead into is it items its last later least less like many
    may might more most much near neither newer next no none nor not nothing now of off old on once one only or
    other others our out outside over own per perhaps rather same second seen several she silent since so some
    still such than that the their them then there these they third this those though three through to together
    too two under unlike until up upon we what when where whether which while who whom whose why will with
    within without would yet you carried counted dated it's known left may mostly named repeated said says shown
    stated told articles copies outlets publishers readers reports sources statements unit uttered`),
  es: split(`
    a acaso además ahora al algo algún alguna algunas alguno algunos ambas ambos ante antes apenas aquel aquella
    aquellas aquellos aquí así aun aunque aún bajo bien cada casi camino como con conforme contra credibilidad
    cual cuál cuales cuando cuanto de debajo del delante dentro desde después detrás donde dos durante e el ella
    ellas ello ellos elementos en encima entonces entre era es esa esas ese eso esos esta está estas este esto
    estos fuentes fuera ha había han hasta hay incluso junto la las le les lo los luego mal mas más me menos mi
    mientras mucho muchos muy nada nadie ni ningún ninguna ninguno no nos nosotros o otra otras otro otros para
    pero poca pocas poco pocos por porque primero pues que qué quien quién quienes quizá salvo salta se según
    segundo ser si sí sido sin sino sobre solo son su sus tal tales también tampoco tan tanto te todo todos toda
    todas tras tres tu tú un una unas uno unos varias varios y ya yo atribuye atribuyen coincide coinciden
    consta constan cuenta cuentan cumple dice dicen difiere difieren estaba está están fue fueron lee llevan
    llevó muestra muestran pudo puede pueden queda quedan refiere remite se subió bajó van verificó artículos
    copias medios lectores informes declaraciones`),
};

const NAMELESS: Readonly<Record<BriefingLanguage, ReadonlySet<string>>> = {
  en: new Set(['I', 'UTC', 'JSON', 'Admiralty', 'Atalaya']),
  es: new Set(['UTC', 'JSON', 'Almirantazgo', 'Atalaya', 'Estado', 'Estados']),
};

/** Whether a sentence may begin with the word. */
export function mayBegin(word: string, language: BriefingLanguage): boolean {
  return FIRST[language].has(word.toLowerCase());
}

/** Whether the word is written with a capital and names nobody. */
export function isNameless(word: string, language: BriefingLanguage): boolean {
  return NAMELESS[language].has(word);
}
