import { describe, expect, it } from 'vitest';
import { SOURCE_KINDS } from '../../domain/watch.ts';
import {
  addressValue,
  contactValue,
  countryValue,
  flagValue,
  languageValue,
  lineValue,
  oneOf,
  outletValue,
  sizeValue,
  wholeNumber,
} from './written-values.ts';

const fault = (text: string) => ({ fault: expect.stringContaining(text) });

describe('countryValue', () => {
  it('takes codes, and names the code of a name', () => {
    expect(countryValue('mx')).toEqual({ value: 'MX' });
    expect(countryValue('UK')).toEqual(fault('here GB'));
    expect(countryValue('Rusia')).toEqual(fault('here RU'));
    expect(countryValue('Atlantis')).toEqual(fault('such as MX, RU or US'));
  });
});

describe('languageValue', () => {
  it.each([
    ['es', 'es'],
    ['RU', 'ru'],
    ['nah', 'nah'],
  ])('%s is %s', (text, value) => {
    expect(languageValue(text)).toEqual({ value });
  });

  it.each([
    ['Spanish', 'here es'],
    ['spa', 'here es'],
    ['es-MX', 'here es'],
    ['mx', 'here es'],
    ['xx', 'such as es, en or ru'],
    ['', 'such as es'],
    ['__proto__', 'such as es'],
    ['constructor', 'such as es'],
  ])('%j is none: %s', (text, hint) => {
    expect(languageValue(text)).toEqual(fault(hint));
  });
});

describe('addressValue', () => {
  it.each([
    ['https://a.example/x?b=1#c', 'https://a.example/x?b=1'],
    [' HTTP://A.example ', 'http://a.example/'],
    ['http://127.0.0.1:8080/f', 'http://127.0.0.1:8080/f'],
  ])('%s is %s', (text, value) => {
    expect(addressValue(text)).toEqual({ value });
  });

  it.each([
    ['www.a.example/rss', 'is no address'],
    ['ftp://a.example/', 'is no http or https address'],
    ['javascript:alert(1)', 'is no http or https address'],
    ['https://u:p@a.example/', 'logs in nowhere'],
    ['https://a b.example/', 'has a space in it'],
    ['https://', 'is no address'],
  ])('%j is none: %s', (text, why) => {
    expect(addressValue(text)).toEqual(fault(why));
  });
});

describe('addressValue of a long text', () => {
  it('is none', () => {
    expect(addressValue(`https://a.example/${'x'.repeat(3000)}`)).toEqual(
      fault('longer than 2048'),
    );
  });
});

describe('other values', () => {
  it('are taken or refused with what to write', () => {
    expect(outletValue('https://www.rt.com/x')).toEqual({ value: 'rt.com' });
    expect(outletValue('RT')).toEqual(fault('write its host'));
    expect(outletValue('t.me')).toEqual(fault('write the account'));
    expect([flagValue('yes'), flagValue('OFF')]).toEqual([{ value: true }, { value: false }]);
    expect(flagValue('maybe')).toEqual(fault('neither true nor false'));
    expect(wholeNumber('1,000', { min: 1, max: 2000 })).toEqual({ value: 1000 });
    expect(wholeNumber('0', { min: 1, max: 9 })).toEqual(fault('from 1 to 9'));
    expect(wholeNumber('1e3', { min: 1, max: 9999 })).toEqual(fault('no whole number'));
    expect(sizeValue('20 MB')).toEqual({ value: 20_000_000 });
    expect(sizeValue('5MiB')).toEqual({ value: 5_242_880 });
    expect(sizeValue('3')).toEqual(fault('no size from 10 kB'));
    expect(contactValue('desk@a.example')).toEqual({ value: 'desk@a.example' });
    expect(contactValue('https://a.example/desk')).toEqual({ value: 'https://a.example/desk' });
    expect(contactValue('a@b.example)\r\nX: y')).toEqual(fault('is no contact'));
    expect(oneOf('Feed', SOURCE_KINDS)).toEqual({ value: 'feed' });
    expect(oneOf('sitmap', SOURCE_KINDS)).toEqual(fault('did you mean sitemap?'));
    expect(lineValue(' a\n b\u0000 ')).toEqual({ value: 'a b' });
    expect(lineValue(' \n')).toEqual(fault('is empty'));
    expect(lineValue('x'.repeat(301))).toEqual(fault('longer than 300'));
  });
});
