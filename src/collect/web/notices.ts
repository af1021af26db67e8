/**
 * What a server shows instead of what was asked: a block, a request for consent, for a login, or for
 * proof of a person. Told by what only such pages have (a header, a script of the guard, a title) and,
 * where the status is a success, only if few words stand beside it: articles speak of captchas too.
 * Linear in the page; only its first part is looked at.
 */
import { type Charset, charsetOf, decoded, isKnownCharset } from '../charset.ts';
import { type Headers, headerOf } from './fetched.ts';
import type { FetchRefusal } from './refusals.ts';

export type NoticeKind = Extract<
  FetchRefusal,
  'captcha' | 'consent-page' | 'blocked-page' | 'login'
>;

/** A notice, and by what it was told, in half a sentence. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly sign: string;
}

/** What is looked at, in bytes: titles and guards' scripts stand early, and a notice is short. */
const HEAD = 64 * 1024;
/** Words are counted this far: real pages may begin with long scripts. */
const BODY = 512 * 1024;
/** A page of success with more words is no notice: consents are wordy, the rest are not. */
const MOST_WORDS: Readonly<Record<NoticeKind, number>> = {
  captcha: 100,
  'blocked-page': 100,
  login: 100,
  'consent-page': 400,
};
/** A short article may be headed "Access to a network blocked": what calls itself an article is one. */
const ARTICLE =
  /"@type"\s*:\s*"(?:News|Reportage|Opinion)?Article"|og:type["']?\s+content=["']?article|<article[\s>]/i;

/** Scripts and forms that only challenges hold; guards put other scripts into good pages too. */
const CHALLENGES =
  /_cf_chl_opt|cf-chl-|cf_chl_|id="challenge-form"|geo\.captcha-delivery\.com|px-captcha|_Incapsula_Resource|token\.awswaf\.com|sucuri_cloudproxy_js|\/\.well-known\/ddos-guard\/|smartcaptcha|\/showcaptcha|\bh-captcha\b|\bg-recaptcha\b|\bcf-turnstile\b/i;
const TITLES: readonly (readonly [NoticeKind, RegExp])[] = [
  [
    'captcha',
    /^\W*(?:just a moment|attention required|are you (?:a )?(?:human|robot)|(?:please )?verify (?:that )?you are|.{0,30}captcha|(?:security|robot|browser) (?:check|verification)|checking your browser|human verification|ddos-guard|un momento|eres humano|verificaci[oó]n de seguridad|вы не робот|проверка (?:браузера|безопасности)|подтвердите, что)/iu,
  ],
  [
    'consent-page',
    /^\W*(?:before you continue|we value your privacy|(?:your )?privacy (?:settings|choices|gate)|cookie (?:consent|settings|preferences)|consent\W*$|antes de continuar|tu privacidad|configuración de (?:cookies|privacidad)|avant de continuer|bevor sie (?:fortfahren|weiterlesen)|прежде чем продолжить|перш ніж продовжити)/iu,
  ],
  [
    'blocked-page',
    /^\W*(?:(?:error\s*)?403\b|access (?:to this page has been )?denied|forbidden\W*$|(?:you have been |request |access )blocked|request rejected|pardon our interruption|not available in your (?:country|region)|unavailable (?:in your|for legal)|error 1020|acceso denegado|acceso bloqueado|доступ (?:к .{1,60} )?(?:запрещ|огранич|заблокир))/iu,
  ],
  [
    'login',
    /^\W*(?:log ?in|sign ?in|inici(?:ar|a|e) sesión|вход(?: на сайт)?|войти|anmelden|connexion)\s*(?:$|[|:–—·-]|(?:to|en|a|на|в|bei|à) )/iu,
  ],
];
const CONSENT_HOST = /^(?:consent|guce|privacy-gate|cmp)\./;
const LOGIN_PATH = /\/(?:log-?in|sign-?in|iniciar-sesion|anmelden|connexion|sso|auth)(?:[/.?]|$)/i;

/** The notice that an answer is, if it is one. `url` is the address that answered. */
export function noticeOf(answer: {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly redirected: boolean;
}): Notice | undefined {
  const { headers, status, url } = answer;
  if (headerOf(headers, 'cf-mitigated') === 'challenge') {
    return { kind: 'captcha', sign: 'the header cf-mitigated: challenge' };
  }
  const waf = headerOf(headers, 'x-amzn-waf-action');
  if (waf === 'challenge' || waf === 'captcha') {
    return { kind: 'captcha', sign: `the header x-amzn-waf-action: ${waf}` };
  }
  if (!isHtml(answer.body, headers)) return undefined;
  const charset = charsetFor(answer.body.subarray(0, HEAD), headers);
  const html = decoded(answer.body.subarray(0, HEAD), charset);
  const found = bySign(html, url, answer.redirected);
  if (found === undefined || status >= 400) return found;
  const whole = answer.body.length > HEAD ? decoded(answer.body.subarray(0, BODY), charset) : html;
  const few = wordsOf(whole) <= MOST_WORDS[found.kind];
  return few && !ARTICLE.test(whole) ? found : undefined;
}

function bySign(html: string, url: URL, redirected: boolean): Notice | undefined {
  const title = titleOf(html);
  for (const [kind, pattern] of TITLES) {
    if (pattern.test(title)) return { kind, sign: `the title "${title}"` };
  }
  const script = CHALLENGES.exec(html)?.[0];
  if (script !== undefined) return { kind: 'captcha', sign: `"${script}" in its HTML` };
  if (!redirected) return undefined;
  if (CONSENT_HOST.test(url.hostname)) {
    return { kind: 'consent-page', sign: `the redirect to ${url.hostname}` };
  }
  if (LOGIN_PATH.test(url.pathname) && /type=["']?password/i.test(html)) {
    return {
      kind: 'login',
      sign: `the redirect to ${url.pathname.slice(0, 100)} with a password field`,
    };
  }
  return undefined;
}

function isHtml(body: Uint8Array, headers: Headers): boolean {
  const type = headerOf(headers, 'content-type')?.toLowerCase() ?? '';
  if (type.includes('html')) return true;
  const head = Buffer.from(body.subarray(0, 512)).toString('latin1').trimStart().toLowerCase();
  return head.startsWith('<!doctype html') || head.startsWith('<html');
}

/** As the server says, if it does: to guess is slow. */
function charsetFor(sample: Uint8Array, headers: Headers): Charset {
  const stated = /charset=["']?([\w-]+)/i.exec(headerOf(headers, 'content-type') ?? '')?.[1];
  const name = stated?.toLowerCase();
  if (name !== undefined && isKnownCharset(name)) return { name, guessed: false, mark: 0 };
  return charsetOf(sample, false);
}

function titleOf(html: string): string {
  const start = html.search(/<title[\s>]/i);
  if (start < 0) return '';
  const from = html.indexOf('>', start) + 1;
  const end = html.indexOf('<', from);
  return html
    .slice(from, end < 0 ? from + 200 : Math.min(end, from + 200))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words outside tags, scripts and styles. Each mark is looked for once: no page makes it slow. */
function wordsOf(html: string): number {
  const plain = withoutElements(withoutElements(html, 'script'), 'style').replace(/<[^<>]*>/g, ' ');
  return plain.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function withoutElements(html: string, name: string): string {
  const lower = html.toLowerCase();
  // A length that folding changed would shift every place found in it.
  if (lower.length !== html.length) return html;
  let kept = '';
  let at = 0;
  for (;;) {
    const start = lower.indexOf(`<${name}`, at);
    if (start < 0) return kept + html.slice(at);
    kept += html.slice(at, start);
    const end = lower.indexOf(`</${name}`, start);
    if (end < 0) return kept;
    at = end;
  }
}
