/** Values as they are written in a watch file or a list of sources, each checked by itself. */
import { countryCode, countryNamed } from '../outlets/countries.ts';
import { isPlatform, outletKey } from '../outlets/outlet-key.ts';
import { type Checked, shown } from './checked.ts';
import { nearestWord } from './nearest-word.ts';

/** ISO 639-1. */
const LANGUAGES = new Set(
  `aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz
  ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io
  is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr
  ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si
  sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh
  yi yo za zh zu`.split(/\s+/),
);
/** What people write for a language where a code is wanted. */
const LANGUAGE_WORDS: Readonly<Record<string, string>> = {
  spanish: 'es',
  español: 'es',
  espanol: 'es',
  castellano: 'es',
  spa: 'es',
  sp: 'es',
  esp: 'es',
  mx: 'es',
  english: 'en',
  inglés: 'en',
  ingles: 'en',
  eng: 'en',
  gb: 'en',
  us: 'en',
  russian: 'ru',
  ruso: 'ru',
  русский: 'ru',
  rus: 'ru',
  cn: 'zh',
  chinese: 'zh',
  zho: 'zh',
  ua: 'uk',
  ukrainian: 'uk',
  french: 'fr',
  fra: 'fr',
  german: 'de',
  deu: 'de',
  portuguese: 'pt',
  por: 'pt',
  br: 'pt',
  arabic: 'ar',
  ara: 'ar',
  persian: 'fa',
  farsi: 'fa',
  jp: 'ja',
};
/** Addresses that people write are shorter. */
const MAX_ADDRESS = 2048;
const MAX_TEXT = 300;

/** A state's code in capitals. */
export function countryValue(text: string): Checked<string> {
  const code = countryCode(text);
  if (code !== undefined) return { value: code };
  const meant = countryNamed(text);
  const advice = meant === undefined ? 'such as MX, RU or US' : `here ${meant}`;
  return { fault: `${shown(text)} is no country code; write ISO 3166-1 alpha-2, ${advice}.` };
}

/** A language's code in small letters: two of ISO 639-1, or three of ISO 639-3 where there are no two. */
export function languageValue(text: string): Checked<string> {
  const code = text.trim().toLowerCase();
  const word = Object.hasOwn(LANGUAGE_WORDS, code) ? LANGUAGE_WORDS[code] : undefined;
  if (LANGUAGES.has(code) || (/^[a-z]{3}$/.test(code) && word === undefined))
    return { value: code };
  const primary = code.split(/[-_]/, 1)[0]!;
  const meant = word ?? (LANGUAGES.has(primary) ? primary : undefined);
  const advice = meant === undefined ? 'such as es, en or ru' : `here ${meant}`;
  return { fault: `${shown(text)} is no language code; write ISO 639, ${advice}.` };
}

/** An absolute http(s) address without credentials; its fragment is dropped. */
export function addressValue(text: string): Checked<string> {
  const stated = text.trim();
  const fault = (why: string): Checked<string> => ({
    fault: `${shown(stated)} ${why}; write it in full, such as https://example.org/rss.`,
  });
  if (stated.length > MAX_ADDRESS) return fault(`is longer than ${MAX_ADDRESS} characters`);
  if (/\s/.test(stated)) return fault('has a space in it');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(stated)?.[1]?.toLowerCase();
  if (scheme === undefined || !URL.canParse(stated)) return fault('is no address');
  if (scheme !== 'http' && scheme !== 'https') return fault('is no http or https address');
  const url = new URL(stated);
  if (url.username !== '' || url.password !== '') {
    return fault('holds a name or password, and the desk logs in nowhere');
  }
  url.hash = '';
  return { value: url.href };
}

/** The key of an outlet: a host or an account. */
export function outletValue(text: string): Checked<string> {
  const key = outletKey(text);
  if (key === undefined) {
    return {
      fault: `${shown(text)} is no outlet; write its host, such as jornada.com.mx, or its account, such as t.me/name.`,
    };
  }
  if (isPlatform(key)) {
    return {
      fault: `${key} is a platform of many outlets; write the account, such as ${key}/name.`,
    };
  }
  return { value: key };
}

/** `true` or `false`, also written yes, no, on, off. */
export function flagValue(text: string): Checked<boolean> {
  const word = text.trim().toLowerCase();
  if (['true', 'yes', 'on'].includes(word)) return { value: true };
  if (['false', 'no', 'off'].includes(word)) return { value: false };
  return { fault: `${shown(text)} is neither true nor false; write one of them.` };
}

/** A whole number within bounds, digits only (`1_000` and `1,000` too). */
export function wholeNumber(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): Checked<number> {
  const digits = text.trim().replace(/(?<=\d)[_,](?=\d{3}\b)/g, '');
  const value = /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN;
  if (value >= min && value <= max) return { value };
  return { fault: `${shown(text)} is no whole number from ${min} to ${max}; write one.` };
}

const SIZES = { b: 1, kb: 1e3, mb: 1e6, kib: 1024, mib: 1024 ** 2 } as const;

/** A number of bytes: `5000000`, `5 MB`, `5MiB`; from 10 kB to 500 MB. */
export function sizeValue(text: string): Checked<number> {
  const parts = /^(\d{1,12})\s*(b|kb|mb|kib|mib)?$/i.exec(text.trim());
  const unit = (parts?.[2]?.toLowerCase() ?? 'b') as keyof typeof SIZES;
  const value = parts === null ? Number.NaN : Number(parts[1]) * SIZES[unit];
  if (value >= 10_000 && value <= 500_000_000) return { value };
  return { fault: `${shown(text)} is no size from 10 kB to 500 MB; write one, such as 20 MB.` };
}

/** A mail address, or the address of a page about the desk. */
export function contactValue(text: string): Checked<string> {
  const contact = text.trim();
  if (/^[^\s@<>()]+@[^\s@<>()][^\s@<>().]*\.[^\s@<>()]+$/.test(contact)) return { value: contact };
  const address = addressValue(contact);
  if ('value' in address && !/[()<>]/.test(contact)) return address;
  return {
    fault: `${shown(text)} is no contact; write a mail address or a page about the desk, so that publishers can write to you.`,
  };
}

/** One of a closed list of words; the message names the nearest. */
export function oneOf<T extends string>(text: string, known: readonly T[]): Checked<T> {
  const word = text.trim();
  const found = known.find((candidate) => candidate === word.toLowerCase());
  if (found !== undefined) return { value: found };
  const meant = nearestWord(word, known);
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  return {
    fault: `${shown(text)} is none of ${known.join(', ')}${hint || '; write one of them.'}`,
  };
}

/** A line of text of a person's: not empty, at most 300 characters, its spaces single. */
export function lineValue(text: string): Checked<string> {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line === '') return { fault: 'is empty; write something or take the key out.' };
  if (line.length > MAX_TEXT) {
    return { fault: `${shown(line)} is longer than ${MAX_TEXT} characters; shorten it.` };
  }
  return { value: line };
}
