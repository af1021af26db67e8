import { describe, expect, it } from 'vitest';
import { readNotices } from './read-notices.ts';

const WHOLE = `
webhooks:
  - id: newsroom
    url: https://hooks.newsroom.example/atalaya
    secretFile: newsroom.key
    least: medium
mail:
  - id: desk
    server: smtps://mail.newsroom.example
    user: desk
    passwordFile: mail.key
    from: Atalaya <desk@newsroom.example>
    to: [night@newsroom.example, day@newsroom.example]
    daily: 7
    language: es
`;

const problemsIn = (text: string): string[] => {
  const reading = readNotices(text, 'notices.yaml');
  return 'problems' in reading ? reading.problems.map((one) => `${one.line}: ${one.message}`) : [];
};

describe('readNotices', () => {
  it('reads webhooks and mail, with secrets by the names of their files', () => {
    expect(readNotices(WHOLE, 'notices.yaml')).toEqual({
      channels: [
        {
          kind: 'webhook',
          id: 'newsroom',
          url: 'https://hooks.newsroom.example/atalaya',
          secretFile: 'newsroom.key',
          least: 'medium',
        },
        {
          kind: 'mail',
          id: 'desk',
          server: 'smtps://mail.newsroom.example',
          user: 'desk',
          passwordFile: 'mail.key',
          from: 'Atalaya <desk@newsroom.example>',
          to: ['night@newsroom.example', 'day@newsroom.example'],
          least: 'low',
          dailyAtHour: 7,
          language: 'es',
        },
      ],
    });
  });

  it.each([
    [
      'url: https://hooks.newsroom.example/atalaya',
      'url: http://hooks.newsroom.example/',
      /webhook/,
    ],
    [
      'url: https://hooks.newsroom.example/atalaya',
      'url: https://a:b@hooks.newsroom.example/',
      /no password/,
    ],
    ['secretFile: newsroom.key', 'secretFile: ../newsroom.key', /no name of a file/],
    ['least: medium', 'secret: open', /is no key that is known/],
    ['least: medium', 'least: urgent', /none of low, medium, high/],
    ['server: smtps://mail.newsroom.example', 'server: mail.newsroom.example', /no mail server/],
    ['server: smtps://mail.newsroom.example', 'server: smtp://a:b@mail.example', /passwordFile/],
    ['to: [night@newsroom.example, day@newsroom.example]', 'to: []', /names nobody/],
    [
      'from: Atalaya <desk@newsroom.example>',
      'from: "a@b.example\\nBcc: c@d.example"',
      /no mail address/,
    ],
    ['daily: 7', 'daily: 24', /from 0 to 23/],
    ['id: desk', 'id: newsroom', /two channels/],
    ['    from: Atalaya <desk@newsroom.example>\n', '', /from is missing/],
  ])('says where %s cannot be %s', (from, to, message) => {
    const problems = problemsIn(WHOLE.replace(from, to));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });

  it('takes http for this machine itself', () => {
    expect(
      problemsIn(WHOLE.replace('https://hooks.newsroom.example', 'http://127.0.0.1:9')),
    ).toEqual([]);
  });
});
