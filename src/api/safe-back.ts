/** Where to go after signing in: pages of this console and nowhere else. */

const NOWHERE = 'http://desk.invalid';
/** Longer addresses are no page's. */
const MOST = 2000;

/** The path and query in `back` if it is a page of this console, else the first page. */
export function safeBack(back: string | null | undefined): string {
  // Browsers read a backslash as a slash, and drop tabs and line feeds: `/\other`, `/<tab>/other`.
  if (back == null || back.length > MOST || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(back)) return '/';
  if (!URL.canParse(back, NOWHERE)) return '/';
  const { origin, pathname, search } = new URL(back, NOWHERE);
  // `/.//other` becomes `//other` once its dots are resolved.
  if (origin !== NOWHERE || pathname.startsWith('//')) return '/';
  if (/^\/(?:sign-in|sign-out|password|do)(?:\/|$)/.test(pathname)) return '/';
  return pathname + search;
}
