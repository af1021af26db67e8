/** Statuses and pages that come instead of what was asked. All words are invented. */
import type { Misbehaviour } from './misbehaviour.ts';
import { articlePage } from './sites.ts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

const answer = (
  status: number,
  html: string,
  headers: Readonly<Record<string, string>> = {},
): Misbehaviour => {
  return ({ response }) => response.writeHead(status, { ...HTML, ...headers }).end(html);
};
const titled = (title: string, body = ''): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const challenge = titled(
  'Just a moment...',
  '<script>window._cf_chl_opt={}</script><noscript>Enable JavaScript and cookies to continue</noscript>',
);

export const answers: Readonly<Record<string, Misbehaviour>> = {
  '/missing': answer(404, titled('Page not found')),
  '/gone': answer(410, titled('Gone')),
  '/forbidden': answer(403, '<p>No.</p>'),
  '/no-law': answer(451, '<p>Unavailable for legal reasons.</p>'),
  '/password': answer(401, '<p>Who are you?</p>', { 'www-authenticate': 'Basic' }),
  '/pay': answer(402, '<p>Pay first.</p>'),
  '/teapot': answer(418, '<p>Short and stout.</p>'),
  '/broken-server': answer(500, '<p>Something went wrong.</p>'),
  '/bad-gateway': answer(502, '<p>Bad gateway.</p>'),
  '/too-many': answer(429, '<p>Slow down.</p>'),
  '/too-many-seconds': answer(429, '<p>Slow down.</p>', { 'retry-after': '120' }),
  '/too-many-for-ever': answer(429, '<p>Go away.</p>', { 'retry-after': '99999999' }),
  '/too-many-nonsense': answer(429, '<p>Slow down.</p>', { 'retry-after': 'soon' }),
  '/busy': answer(503, '<p>Busy.</p>'),
  '/busy-until': ({ response }) => {
    const until = new Date(Date.now() + 90_000).toUTCString();
    response.writeHead(503, { ...HTML, 'retry-after': until }).end('<p>Busy.</p>');
  },
  '/captcha': answer(200, titled('Are you a robot?', '<div class="g-recaptcha"></div>')),
  '/captcha-403': answer(403, challenge, { 'cf-mitigated': 'challenge' }),
  '/captcha-503': answer(503, challenge),
  '/captcha-unmarked': answer(
    403,
    titled('site.example', '<script src="https://geo.captcha-delivery.com/c.js"></script>'),
  ),
  '/blocked': answer(403, titled('Access Denied', '<h1>You do not have permission.</h1>')),
  '/blocked-200': answer(200, titled('Access to this page has been denied', '<p>Sorry.</p>')),
  '/blocked-ru': answer(
    200,
    titled(
      '\u0414\u043e\u0441\u0442\u0443\u043f \u043e\u0433\u0440\u0430\u043d\u0438\u0447\u0435\u043d',
    ),
  ),
  '/consent': answer(200, titled('Before you continue', '<form><button>Agree</button></form>')),
  '/to-consent': ({ response, port }) => {
    response.writeHead(302, { location: `http://consent.example:${port}/gate` }).end();
  },
  '/gate': answer(200, titled('One moment, please', '<button>Agree</button>')),
  '/to-login': ({ response }) => {
    response.writeHead(302, { location: '/login?next=/article' }).end();
  },
  '/login': answer(200, titled('Members', '<form><input type="password"></form>')),
  '/about-captchas': answer(
    200,
    articlePage('answers', 1).replace(
      /<title>[^<]*/,
      '<title>Are you a robot? The captcha industry',
    ),
  ),
  '/no-content': ({ response }) => {
    response.writeHead(204).end();
  },
  '/unasked-part': answer(206, '<p>A part.</p>', { 'content-range': 'bytes 0-9/99' }),
  '/unasked-304': ({ response }) => {
    response.writeHead(304).end();
  },
};
