/**
 * States as headings of lists name them, where a table of short names does not: in French, in the
 * genitive of Russian, and in full with adjectives ("República Helénica", "Итальянской Республики").
 * Words of form are taken from the front until a name is left. O(length) a look-up.
 */
import type { StateCode } from '../../../domain/reading.ts';
import { countryCode } from '../../outlets/countries.ts';
import { stateInFull } from '../full-names.ts';
import { stateNamed } from '../state-codes.ts';
import { genitiveOf } from './russian-genitive.ts';

/** Names that go by their whole: what is left of them without words of form would be another state's. */
const WHOLE = `
AE emirats arabes unis|AE estado de los emiratos arabes unidos|AE объединенных арабских эмиратов
AR republique argentine|AR аргентинской республики|BA bosnie-herzegovine|BA bosnia y herzegovina
BN nacion de brunei darussalam|BN brunei darussalam|BY белоруссии|CD republica democratica del congo
CD republique democratique du congo|CD демократической республики конго|CD др конго|CF республики центральная африка
CG republica del congo|CG republique du congo|CG republic of congo|CG республики конго|CG конго
CH confederacion suiza|CH confederation suisse|CH швейцарской конфедерации
CI republica de costa de marfil|CI costa de marfil|CN republica popular china|CN republica popular de china
CN republique populaire de chine|CN китайской народной республики|CN кнр|CV cabo verde|CV cap-vert
CZ republica checa|CZ republique tcheque|CZ чешской республики|DE фрг|DO republique dominicaine
DZ алжирской народной демократической республики|EG republica arabe de egipto|EG republique arabe d'egypte
EH republica arabe saharaui democratica|ES royaume d'espagne|FR republica francesa|FR republique francaise
FR французской республики|GA republica gabonesa|GA republique gabonaise|GA габонской республики
GB reino unido de gran bretana e irlanda del norte|GB reino unido de la gran bretana e irlanda del norte
GB united kingdom of great britain and northern ireland|GB gran bretana|GB grande-bretagne|GB british
GB royaume-uni de grande-bretagne et d'irlande du nord|GB соединенного королевства великобритании и северной ирландии
GB соединенное королевство великобритании и северной ирландии|GR republica helenica|GR republique hellenique|GR греческой республики
IT republica italiana|IT republique italienne|IT итальянской республики|JO reino hachemita de jordania
JO royaume hachemite de jordanie|JO иорданского хашимитского королевства|KG republica kirguisa
KG republique kirghize|KG кыргызской республики|KG киргизской республики|KG кыргызстана
KP republica popular democratica de corea|KP republica democratica popular de corea|KP rpdc
KP republique populaire democratique de coree|KP корейской народно-демократической республики|KP кндр
KP северной кореи|KR republica de corea|KR corea|KR republique de coree|KR coree|KR республики корея
KR республики кореи|KR южной кореи|KR кореи|LA republica democratica popular lao|LA republica democratica popular de laos
LA republique democratique populaire lao|LA лаосской народно-демократической республики|LB republica libanesa
LB republique libanaise|LB ливанской республики|MD молдавии|MD republica de moldova|MD republique de moldova
MK macedoine du nord|MM birmanie|MX estados unidos mexicanos|MX united mexican states|MX etats-unis du mexique
MX мексиканских соединенных штатов|NL reino de los paises bajos|NL royaume des pays-bas|NZ nueva zelandia
PS estado de palestina|PS state of palestine|PS etat de palestine|PS palestina|PS палестины|PS государства палестина
PT republica portuguesa|PT republique portugaise|PT португальской республики|RU federacion de rusia
RU federacion rusa|RU federation de russie|RU russian federation|RU российской федерации|SK republica eslovaca
SK republique slovaque|SK словацкой республики|SO федеративной республики сомали|SV republica de el salvador
SY republica arabe siria|SY republique arabe syrienne|SY сирийской арабской республики|TG republica togolesa
TG republique togolaise|TG тоголезской республики|TM туркмении|TN republica tunecina|TN republique tunisienne
TN тунисской республики|TR republica turca|TR turquia|TR турецкой республики|TW republica de china (taiwan)
TW republica de china|US united states of america|US american|US estados unidos de america|US etats-unis d'amerique
US соединенных штатов америки|US соединенные штаты америки|US сша|VA santa sede|VA saint-siege|VA holy see
VA the holy see|VA святейшего престола|VA святого престола|VA ватикана|YE йеменской республики|ZA юар
ZA южно-африканской республики|ZA южной африки|CF центральноафриканской республики|BS багамских островов
SB соломоновых островов|MH маршалловых островов|SC сейшельских островов|XK косова|VN republica socialista de vietnam
VN социалистической республики вьетнам|CU republica de cuba|GW guinee-bissau|GQ guinee equatoriale|GN republique de guinee
GN republica de guinea|GN гвинейской республики|GQ republica de guinea ecuatorial|AO republique d'angola`;

/** Taken from the front, folded: forms of state, with what joins them to the name. */
const FORM = new RegExp(
  unaccented(
    "^(?:(?:la|le|les|el|los|las|the) |(?:grand-duché|principauté|royaume|république|état|états|union|sultanat|confédération|fédération|commonwealth|fédérale?|fédérative|démocratique|populaire|socialiste|islamique|arabe|bolivarienne|plurinational|orientale|hachémite)(?: (?:de la |de |du |des )| (?:de l|d)'| )|(?:de la |de |del |du |des |de l'|d')|(?:estado|estados|república|reino|principado|gran ducado|sultanato|unión|federación|confederación|mancomunidad|federal|federativa|democrática|popular|socialista|islámica|árabe|bolivariana|plurinacional|oriental|independiente|cooperativa) |(?:республики|королевства|государства|княжества|султаната|эмирата|союза|содружества|великого|герцогства|федеративной|федеральной|исламской|исламского|социалистической|демократической|народной|арабской|боливарианской|восточной|многонационального|независимого|кооперативной|объединенной) )",
  ),
  'u',
);

/** Languages whose names states are found by here; English, Spanish and Russian ones are known. */
const FURTHER_LANGUAGES = ['fr'];
const MOST_LENGTH = 120;

const BY_NAME = namesOfStates();

/** The state that a heading names and nothing else, with its name as written. */
export function stateHeaded(
  text: string,
): { readonly state: StateCode; readonly name: string } | undefined {
  if (text.length > MOST_LENGTH) return undefined;
  const shown = text.trim();
  const turned = /^([^,(]+)(?:, | \()([^,()]+)\)?$/u.exec(shown);
  // "Congo (República Democrática del)" is not the Congo that its first word names.
  const ways = turned === null ? [shown] : [shown, `${turned[2]} ${turned[1]}`];
  for (const way of ways) {
    const state = BY_NAME.get(folded(way));
    if (state !== undefined) return { state, name: shown };
  }
  const found = stateInFull(shown);
  if (found !== undefined) return found;
  for (const way of ways) {
    const state = withoutForm(folded(way));
    if (state !== undefined) return { state, name: shown };
  }
  return undefined;
}

function withoutForm(name: string): StateCode | undefined {
  let left = name;
  for (let cut = 0; cut < 6; cut++) {
    const shorter = left.replace(FORM, '');
    if (shorter === left) return undefined;
    left = shorter;
    const state = BY_NAME.get(left) ?? stateNamed(left);
    if (state !== undefined) return state;
  }
  return undefined;
}

function namesOfStates(): ReadonlyMap<string, StateCode> {
  const names = new Map<string, StateCode>();
  const known = new Intl.DisplayNames(['ru'], { type: 'region', fallback: 'none' });
  const further = FURTHER_LANGUAGES.map(
    (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  );
  for (const code of codes()) {
    for (const shown of further) {
      const name = shown.of(code);
      if (name !== undefined) names.set(folded(name), code);
    }
    const russian = known.of(code)?.replace('о-ва', 'острова');
    if (russian !== undefined) names.set(folded(genitiveOf(russian)), code);
  }
  for (const entry of WHOLE.trim().split(/[|\n]/))
    names.set(folded(entry.slice(3)), entry.slice(0, 2));
  return names;
}

function codes(): readonly StateCode[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const pairs = letters.flatMap((a) => letters.map((b) => a + b));
  return pairs.filter((pair) => countryCode(pair) !== undefined);
}

/** Small letters without accents; one kind of apostrophe, hyphen and space. */
function folded(name: string): string {
  return unaccented(name)
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/ ?[‐‑–—-] ?/g, '-')
    .trim();
}

function unaccented(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '');
}
