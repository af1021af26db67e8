/** The language of a page: as asked by `?lang`, as chosen before, as the browser prefers, else English. */
import { CONSOLE_LANGUAGES, type ConsoleLanguage } from '../pages/page.ts';

export const LANGUAGE_COOKIE = 'atalaya_lang';

export function languageOf(request: Request): ConsoleLanguage {
  const asked = askedLanguage(request.url);
  if (asked !== undefined) return asked;
  const cookie = request.headers.get('cookie') ?? '';
  const [, chosen] = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=([a-z]{2})`).exec(cookie) ?? [];
  const known = CONSOLE_LANGUAGES.find((one) => one === chosen);
  return known ?? preferred(request.headers.get('accept-language') ?? '') ?? 'en';
}

/** The language in the address, which is to be remembered. */
export function askedLanguage(url: string): ConsoleLanguage | undefined {
  const asked = new URL(url).searchParams.get('lang');
  return CONSOLE_LANGUAGES.find((one) => one === asked);
}

/** The first of ours in the order of the browser's own weights. */
function preferred(header: string): ConsoleLanguage | undefined {
  const wishes = header
    .slice(0, 300)
    .split(',')
    .map((wish) => {
      const [tag = '', weight = ''] = wish.trim().split(';');
      const q = /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(weight)?.[1];
      return { tag: tag.trim().toLowerCase().split('-')[0], q: q === undefined ? 1 : Number(q) };
    })
    .sort((a, b) => b.q - a.q);
  for (const { tag, q } of wishes) {
    const known = CONSOLE_LANGUAGES.find((one) => one === tag);
    if (known !== undefined && q > 0) return known;
  }
  return undefined;
}
