/** FollowTheMoney's languages (model 3.8.4) are ISO 639-3; the desk's are 639-1 where there is one. */

/** Pairs `639-1 639-3`; those without the first have none. */
const PAIRS =
  'af afr,ar ara,az aze,be bel,bn ben,bs bos,bg bul,ca cat,cs ces,cnr,da dan,de deu,el ell,en eng,et est,' +
  'fa fas,fil,fi fin,fr fra,he heb,hi hin,hr hrv,hu hun,hy hye,id ind,is isl,it ita,ja jpn,kn kan,ka kat,' +
  'kk kaz,km khm,ky kir,ko kor,lv lav,lt lit,lb ltz,mk mkd,mt mlt,mn mon,ms msa,my mya,ne nep,nl nld,' +
  'no nor,pl pol,pt por,ro ron,ru rus,sk slk,sl slv,es spa,sq sqi,sr srp,sw swa,sv swe,tg tgk,tl tgl,' +
  'tk tuk,tr tur,uk ukr,ur urd,uz uzb,zh zho';

const CODES = new Map(
  PAIRS.split(',').flatMap((pair) => {
    const [short = '', long = short] = pair.split(' ');
    return [[short, long] as const, [long, long] as const];
  }),
);

/** The model's code of a language; undefined for one that it does not have, and for `und`. */
export function languageOf(tag: string | undefined): string | undefined {
  return tag === undefined ? undefined : CODES.get(tag);
}
