import { describe, expect, it } from 'vitest';
import { noticeOf } from './notices.ts';

const HTML: [string, string] = ['Content-Type', 'text/html'];
const told = (html: string, more: Partial<Parameters<typeof noticeOf>[0]> = {}) =>
  noticeOf({
    url: new URL('https://site.example/article'),
    status: 200,
    headers: [HTML],
    body: Buffer.from(html),
    redirected: false,
    ...more,
  })?.kind;
const article = `<p>${'These are words of an invented article about harbours. '.repeat(60)}</p>`;

describe('noticeOf', () => {
  it.each([
    ['<title>Just a moment...</title>', 'captcha'],
    ['<title>Attention Required! | Invented</title>', 'captcha'],
    ['<title>Вы не робот?</title>', 'captcha'],
    ['<title>site</title><script src="https://geo.captcha-delivery.com/i.js"></script>', 'captcha'],
    ['<title>site</title><script>var x = "_Incapsula_Resource"</script>', 'captcha'],
    ['<title>Access Denied</title>', 'blocked-page'],
    ['<title>Acceso denegado</title>', 'blocked-page'],
    ['<title>Доступ к ресурсу ограничен</title>', 'blocked-page'],
    ['<title>Before you continue to the news</title>', 'consent-page'],
    ['<title>Antes de continuar</title>', 'consent-page'],
    ['<title>Iniciar sesión - Diario inventado</title>', 'login'],
    ['<title>Вход | Газета</title>', 'login'],
    ['<title>A harbour opens</title>', undefined],
    ['<title>Login problems hit the harbour</title>', undefined],
    ['<title>Consent decree signed</title>', undefined],
    ['<title>Forbidden islands, a guide</title>', undefined],
    ['', undefined],
  ])('%s', (html, kind) => {
    expect(told(html)).toBe(kind);
    expect(told(html, { status: 403 })).toBe(kind);
  });

  it('leaves articles alone that speak of such pages or are guarded by them', () => {
    expect(told(`<title>Are you a robot? A history</title>${article}`)).toBeUndefined();
    expect(told(`<title>News</title>${article}<div class="g-recaptcha"></div>`)).toBeUndefined();
    const late = `<title>Just a moment</title><script>${'x;'.repeat(60_000)}</script>${article}`;
    expect(told(late)).toBeUndefined();
    const short = '<title>Доступ к сети ограничен</title><article>Так сообщили власти.</article>';
    expect(told(short)).toBeUndefined();
    expect(told(short, { status: 403 })).toBe('blocked-page');
  });

  it('does not look into what is no HTML', () => {
    const headers: [string, string][] = [['content-type', 'application/rss+xml']];
    expect(told('<rss><title>Access denied</title></rss>', { headers })).toBeUndefined();
    expect(told('<!doctype html><title>Access denied</title>', { headers })).toBe('blocked-page');
  });

  it('reads the charset that the server states', () => {
    const title = Buffer.from([0xc4, 0xee, 0xf1, 0xf2, 0xf3, 0xef]);
    const rest = Buffer.from([0x20, 0xe7, 0xe0, 0xef, 0xf0, 0xe5, 0xf9, 0xe5, 0xed]);
    const body = Buffer.concat([Buffer.from('<title>'), title, rest, Buffer.from('</title>')]);
    const headers: [string, string][] = [['content-type', 'text/html; charset=windows-1251']];
    expect(told('', { body, headers })).toBe('blocked-page');
  });

  it('goes by headers', () => {
    expect(told('', { headers: [['CF-Mitigated', 'challenge']] })).toBe('captcha');
    expect(told('', { headers: [['x-amzn-waf-action', 'captcha']] })).toBe('captcha');
  });

  it('goes by where a redirect led', () => {
    const at = (url: string) => ({ url: new URL(url), redirected: true });
    const form = '<title>Members</title><input type="password">';
    expect(told(form, at('https://site.example/login?next=1'))).toBe('login');
    expect(told(form, { url: new URL('https://site.example/login') })).toBeUndefined();
    expect(told(article, at('https://site.example/login'))).toBeUndefined();
    expect(told('<p>Agree</p>', at('https://consent.site.example/x'))).toBe('consent-page');
  });

  it.each(['<title', '<script', '<', '<style>', '<title>Just a moment'])(
    'is quick on many of %s',
    (piece) => {
      expect(() => told(piece.repeat(100_000))).not.toThrow();
    },
  );
});
