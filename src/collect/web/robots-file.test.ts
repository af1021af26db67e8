import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayFetch, readRobots } from './robots-file.ts';

const may = (text: string, path: string, agent = 'Atalaya'): boolean =>
  mayFetch(readRobots(text, agent), `https://site.example${path}`);

describe('the cases of the model parser', () => {
  const file = resolve(import.meta.dirname, '../../../../shared/data/web/robots_cases.json');
  const present = existsSync(file);
  if (!present) console.warn('skipped: no shared data (robots_cases.json)');

  it.skipIf(!present)('are all answered alike', () => {
    const cases = JSON.parse(readFileSync(file, 'utf8')) as {
      robots: string;
      agent: string;
      url: string;
      allow: boolean;
    }[];
    const wrong = cases.filter((c) => mayFetch(readRobots(c.robots, c.agent), c.url) !== c.allow);
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(100);
  });
});

describe('readRobots', () => {
  it.each([
    ['nothing', '', true],
    ['another agent’s rules', 'User-agent: Other\nDisallow: /\n', true],
    ['rules for all', 'User-agent: *\nDisallow: /\n', false],
    [
      'rules for all and its own',
      'User-agent: *\nDisallow: /\n\nUser-agent: Atalaya\nAllow: /',
      true,
    ],
    [
      'its own in two groups',
      'User-agent: atalaya\nDisallow: /b\n\nUser-agent: ATALAYA\nDisallow: /a',
      false,
    ],
    [
      'agents in one line of groups',
      'User-agent: Other\nUser-agent: Atalaya/2.0\nDisallow: /',
      false,
    ],
    ['carriage returns alone', 'User-agent: *\rDisallow: /a\r', false],
    ['a byte order mark', '\ufeffUser-agent: *\nDisallow: /a', false],
    ['no colon', 'User-agent *\nDisallow /a', false],
    ['a misspelling', 'User agent: *\nDissallow: /a', false],
    ['a rule before any agent', 'Disallow: /\nUser-agent: *\nDisallow: /b', true],
    ['an empty rule', 'User-agent: *\nDisallow:\n', true],
    ['a comment', 'User-agent: * # all\nDisallow: /a # this', false],
    ['a page of HTML', '<!doctype html><p>User-agent: *</p>', true],
  ])('reads %s', (_, text, expected) => {
    expect(may(text, '/a')).toBe(expected);
  });

  it('reads crawl delay and sitemaps', () => {
    const text =
      'Sitemap: https://site.example/s.xml\nUser-agent: *\nCrawl-delay: 2.5\nDisallow: /a';
    expect(readRobots(text, 'Atalaya')).toMatchObject({
      crawlDelaySeconds: 2.5,
      sitemaps: ['https://site.example/s.xml'],
    });
    expect(readRobots('User-agent: *\nCrawl-delay: soon', 'Atalaya')).not.toHaveProperty(
      'crawlDelaySeconds',
    );
    const own = 'User-agent: *\nCrawl-delay: 9\n\nUser-agent: Atalaya\nDisallow: /x';
    expect(readRobots(own, 'Atalaya')).not.toHaveProperty('crawlDelaySeconds');
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), (text, url) => {
        expect(typeof mayFetch(readRobots(`User-agent: *\n${text}`, 'Atalaya'), url)).toBe(
          'boolean',
        );
      }),
    );
  });
});

/** Patterns as a regular expression: slow on hostile ones, and plainly right. */
function naive(pattern: string, path: string): boolean {
  const ends = pattern.endsWith('$');
  const body = (ends ? pattern.slice(0, -1) : pattern)
    .split('*')
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${body}${ends ? '$' : ''}`).test(path);
}

describe('mayFetch', () => {
  it('agrees with a regular expression on stars and ends', () => {
    const path = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.'), maxLength: 12 });
    const pattern = fc.string({
      unit: fc.constantFrom('a', 'b', '/', '.', '*', '$'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(pattern, path, (rule, rest) => {
        fc.pre(!rule.slice(0, -1).includes('$'));
        const refused = !may(`User-agent: *\nDisallow: /${rule}`, `/${rest}`);
        expect(refused).toBe(naive(`/${rule}`, `/${rest}`));
      }),
      { numRuns: 2000 },
    );
  });

  it('is quick where stars could make it slow', () => {
    const text = `User-agent: *\nDisallow: /${'*a'.repeat(4000)}*b`;
    expect(may(text, `/${'a'.repeat(8000)}`)).toBe(true);
  });
});
