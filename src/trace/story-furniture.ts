/**
 * The furniture of a page that got into an article's text: "Sign in to continue", "Comparte en
 * Facebook", "Подпишитесь на рассылку". Two unrelated stories of one site share it word for word.
 * Without it, Pearson of story similarity rises by .005 (es-es and en-en), of shared words alone by
 * .008 and .01.
 *
 * A sentence is furniture when more than one word in eight is of the list below (one in sixteen and
 * one in ten gave the same figures). The first sentence keeps what stands before the first such
 * word: pages without line breaks run the title and the log-in box together. Linear.
 */
import { sentencesOf } from '../text/sentences.ts';

/** More than this share of a sentence's words makes it furniture. */
const MOST_FURNITURE = 1 / 8;

/** Whole words, or beginnings where a `*` follows. Places and parties never look like these. */
const FURNITURE_WORDS = [
  // any language
  'facebook twitter instagram whatsapp pinterest linkedin tumblr telegram newsletter* cookie* e-?mail*',
  'browser javascript spam copyright premium app getty',
  // English
  'click subscri* advertis* password inbox log-?in log-?out logged paywall download* rating votes?',
  'comments? account register registered sign.(?:in|up|out) privacy.policy all.rights.reserved',
  'terms.of.(?:use|service) free.(?:trial|access) share.this follow.us read.more video.player',
  'audio.element image.credit photo.credit',
  // Spanish, Portuguese
  'suscr* bolet[ií]n contraseña navegador publicidad* anuncio comparte compartir compartilh*',
  's[ií]guenos siga-nos comentarios? coment[aá]rios? registrarse reg[ií]strate descarga*',
  'leer.m[aá]s lee.tambi[eé]n leia.(?:mais|tamb[eé]m) assine assinante te.puede.interesar',
  'todos.los.derechos todos.os.direitos pol[ií]tica.de.privacidad* haz.clic hacer.clic',
  // French, German
  'abonn* connectez-vous inscri(?:vez|re)* commentaires? partager mot.de.passe publicité',
  'anmelden werbung datenschutz* kommentare? passwort registrier* alle.rechte.vorbehalten',
  // Russian, Ukrainian
  'подпи(?:шитесь|саться|ска|ски|сывайтесь) рассылк* реклам[аы] комментар(?:ии|иев) поделиться',
  'парол[ьяі] читайте.также войти.в зарегистрир* підпи(?:шіться|сатися|суйтесь) розсилк* коментарі*',
  'читайте.також поділитися',
];

const PATTERN = FURNITURE_WORDS.join(' ')
  .split(' ')
  .map((word) => word.replaceAll('*', '\\p{L}*').replaceAll('.', '\\s'))
  .join('|');
// `\b` knows Latin letters only.
const FURNITURE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${PATTERN})(?![\\p{L}\\p{N}])`, 'giu');
const WORD = /[^\s]+/g;

/** The text without its furniture, sentences joined by line breaks; all of it where nothing is left. */
export function withoutFurniture(text: string): string {
  const kept: string[] = [];
  for (const [number, { begin, end }] of sentencesOf(text).entries()) {
    const sentence = text.slice(begin, end);
    const found = [...sentence.matchAll(FURNITURE)];
    const words = sentence.match(WORD)?.length ?? 0;
    if (found.length <= MOST_FURNITURE * words) kept.push(sentence);
    else if (number === 0) kept.push(sentence.slice(0, found[0]!.index).trim());
  }
  const rest = kept.join('\n').trim();
  return rest === '' ? text : rest;
}
