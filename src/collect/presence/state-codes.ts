/**
 * A state as a table writes it: alpha-2, alpha-3, a name in English, Spanish or Russian, one of the
 * three unions that act like a state; or its number in the Correlates of War. O(length) a look-up.
 */
import type { StateCode } from '../../domain/reading.ts';
import { countryCode, countryNamed } from '../outlets/countries.ts';

/** Alpha-3 and alpha-2 code of ISO 3166-1, with XKX and XK in use for Kosovo; former alpha-3 codes last. */
const ALPHA_3 = `
ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT
AZEAZ BDIBI BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO
BRABR BRBBB BRNBN BTNBT BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG
COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO
DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB
GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY
HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT
JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY
LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH
MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA
NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE
PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA
SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR
SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO
TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG
VIRVI VNMVN VUTVU WLFWF WSMWS XKXXK YEMYE ZAFZA ZMBZM ZWEZW ROMRO ZARCD TMPTL PALPS`;

/** Number and alpha-2 code of the states in today's system (Correlates of War, state system list). */
const COW = `
2US 20CA 31BS 40CU 41HT 42DO 51JM 52TT 53BB 54DM 55GD 56LC 57VC 58AG 60KN 70MX 80BZ 90GT 91HN 92SV
93NI 94CR 95PA 100CO 101VE 110GY 115SR 130EC 135PE 140BR 145BO 150PY 155CL 160AR 165UY 200GB 205IE
210NL 211BE 212LU 220FR 221MC 223LI 225CH 230ES 232AD 235PT 255DE 290PL 305AT 310HU 316CZ 317SK
325IT 331SM 338MT 339AL 341ME 343MK 344HR 345RS 346BA 347XK 349SI 350GR 352CY 355BG 359MD 360RO
365RU 366EE 367LV 368LT 369UA 370BY 371AM 372GE 373AZ 375FI 380SE 385NO 390DK 395IS 402CV 403ST
404GW 411GQ 420GM 432ML 433SN 434BJ 435MR 436NE 437CI 438GN 439BF 450LR 451SL 452GH 461TG 471CM
475NG 481GA 482CF 483TD 484CG 490CD 500UG 501KE 510TZ 516BI 517RW 520SO 522DJ 530ET 531ER 540AO
541MZ 551ZM 552ZW 553MW 560ZA 565NA 570LS 571BW 572SZ 580MG 581KM 590MU 591SC 600MA 615DZ 616TN
620LY 625SD 626SS 630IR 640TR 645IQ 651EG 652SY 660LB 663JO 666IL 670SA 679YE 690KW 692BH 694QA
696AE 698OM 700AF 701TM 702TJ 703KG 704UZ 705KZ 710CN 712MN 713TW 731KP 732KR 740JP 750IN 760BT
770PK 771BD 775MM 780LK 781MV 790NP 800TH 811KH 812LA 816VN 820MY 830SG 835BN 840PH 850ID 860TL
900AU 910PG 920NZ 935VU 940SB 946KI 947TV 950FJ 955TO 970NR 983MH 986PW 987FM 990WS`;

/** Names that tables of trade, treaties and posts use and no list of short names has. */
const FURTHER = `
BN Brunei Darussalam|BO Bolivia (Plurinational State of)|CD Congo, Dem. Rep.|CG Congo, Rep.|CN Mainland China
CN People's Republic of China|EG Egypt, Arab Rep.|FM Micronesia, Fed. Sts.|GM Gambia, The|HK Hong Kong SAR, China
IR Iran, Islamic Rep.|IR Iran (Islamic Republic of)|KG Kyrgyz Republic|KN St. Kitts and Nevis|KR Korea, Rep.
KR Republic of Korea|KP Korea, Dem. People's Rep.|LA Lao PDR|LC St. Lucia|MO Macao SAR, China|BS Bahamas, The
PS West Bank and Gaza|PS Palestinian Territories|SK Slovak Republic|TZ United Republic of Tanzania
VC St. Vincent and the Grenadines|VE Venezuela, RB|YE Yemen, Rep.|CI Cote d Ivoire|FM Federated States of Micronesia
KR S. Korea|KP N. Korea|BS The Bahamas|CD Congo, Democratic Republic of the|CG Congo, Republic of the
MD Republic of Moldova|SY Syrian Arab Republic|US United States America|CG Republic of the Congo|TW Chinese Taipei
CD Democratic Republic of Congo|TW Republic of China|TW Republic of China (Taiwan)|GA Gabonese Republic
FR French Republic|IT Italian Republic|PT Portuguese Republic|GR Hellenic Republic|AR Argentine Republic
CH Swiss Confederation|LB Lebanese Republic|TG Togolese Republic|KP Democratic People's Republic of Korea`;

const UNIONS = new Set(['EU', 'UN', 'NATO']);
const LANGUAGES = ['en', 'es', 'ru'];

const BY_ALPHA_3 = new Map(words(ALPHA_3).map((pair) => [pair.slice(0, 3), pair.slice(3)]));
const BY_COW = new Map(words(COW).map((pair) => [Number(pair.slice(0, -2)), pair.slice(-2)]));
const BY_NAME = namesOfStates();

/** The code of a state or union that a cell names, `undefined` where it names none. */
export function stateStated(text: string): StateCode | undefined {
  const code = text.trim().toUpperCase();
  if (UNIONS.has(code)) return code;
  return countryCode(code) ?? BY_ALPHA_3.get(code) ?? stateNamed(text);
}

/** The code of a state by its name alone: `IN` and `NO` are words too. */
export function stateNamed(text: string): StateCode | undefined {
  if (text.length > 80) return undefined;
  return countryNamed(text) ?? BY_NAME.get(folded(text));
}

/** The code of a state by its number in the Correlates of War. */
export function stateOfCow(number: string): StateCode | undefined {
  return /^\d{1,3}$/.test(number) ? BY_COW.get(Number(number)) : undefined;
}

/** Names in three languages from the tables of Unicode (CLDR) that the engine ships, and `FURTHER`. */
function namesOfStates(): ReadonlyMap<string, StateCode> {
  const names = new Map<string, StateCode>();
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const shown = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
      for (const code of BY_ALPHA_3.values()) {
        const name = folded(shown.of(code) ?? '');
        // Two letters would be taken for a code: "RU" is the Spanish short form of the United Kingdom.
        if (name.length > 2 && !names.has(name)) names.set(name, code);
      }
    }
  }
  for (const entry of FURTHER.trim().split(/[|\n]/)) {
    names.set(folded(entry.slice(3)), entry.slice(0, 2));
  }
  return names;
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}]+/gu, '');
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
