import { describe, expect, it } from 'vitest';
import { targetOf, WEB_PORTS } from './target.ts';

const reasonFor = (address: string): string => {
  const target = targetOf(address, WEB_PORTS);
  return 'reason' in target ? target.reason : target.url.href;
};

describe('targetOf', () => {
  it.each([
    ['https://site.example/a?b=c#d', 'https://site.example/a?b=c'],
    ['http://SITE.example:8080', 'http://site.example:8080/'],
    ['https://сайт.example/п', 'https://xn--80aswg.example/%D0%BF'],
    ['http://8.8.8.8/', 'http://8.8.8.8/'],
  ])('takes %s', (address, href) => {
    expect(reasonFor(address)).toBe(href);
  });

  it.each([
    ['', 'bad-url'],
    ['site.example', 'bad-url'],
    ['/a', 'bad-url'],
    ['file:///etc/passwd', 'bad-url'],
    ['data:text/html,a', 'bad-url'],
    ['gopher://site.example/', 'bad-url'],
    ['http://user@site.example/', 'bad-url'],
    ['http://:secret@site.example/', 'bad-url'],
    ['http://site.example:22/', 'bad-url'],
    ['http://site.example:0/', 'bad-url'],
    [`http://site.example/${'a'.repeat(9000)}`, 'bad-url'],
    ['http://127.0.0.1/', 'private-address'],
    ['http://127.1/', 'private-address'],
    ['http://0x7f.0.0.1/', 'private-address'],
    ['http://2130706433/', 'private-address'],
    ['http://0177.0.0.1/', 'private-address'],
    ['http://127.0.0.1./', 'private-address'],
    ['http://[::1]/', 'private-address'],
    ['http://[::ffff:7f00:1]/', 'private-address'],
    ['http://１２７.0.0.1/', 'private-address'],
  ])('refuses %s', (address, reason) => {
    expect(reasonFor(address)).toBe(reason);
  });
});
