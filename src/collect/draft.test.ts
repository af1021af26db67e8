import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../domain/article.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type DraftOptions, draftOf } from './draft.ts';

const NOW = Date.UTC(2025, 0, 1);

function outcome(
  content: string,
  mediaType: string,
  options: Partial<DraftOptions> = {},
): Outcome<Draft> {
  const place = { file: 'in', line: 1 };
  const bytes = Buffer.from(content);
  return draftOf({ place, bytes, mediaType, progress: 0 }, { now: NOW, ...options });
}

function draft(record: object, options: Partial<DraftOptions> = {}): Draft {
  const made = outcome(JSON.stringify(record), 'application/json', options);
  if (!made.ok) throw new Error(made.refusal.detail);
  return made.value;
}

describe('draftOf, fields', () => {
  it('reads a whole record', () => {
    const made = draft({
      id: 17,
      url: 'https://www.outlet.example/a?utm_source=x',
      outlet: 'The Outlet',
      title: ' A  title ',
      text: ' First.\r\n\r\nSecond  line. ',
      published: '2024-09-23T14:05:00Z',
      first_seen: '2024-09-23T15:00:00Z',
      language: 'es-MX',
      extra: { any: 'thing' },
    });
    expect(made).toEqual({
      url: 'https://www.outlet.example/a',
      sourceId: '17',
      domain: 'outlet.example',
      outlet: 'The Outlet',
      title: 'A title',
      text: 'First.\n\nSecond  line.',
      language: 'es',
      published: expect.objectContaining({ earliest: Date.UTC(2024, 8, 23, 14, 5) }),
      firstSeen: expect.objectContaining({ earliest: Date.UTC(2024, 8, 23, 15) }),
      doubts: [],
    });
  });

  it.each([
    ['link', 'url', 'https://a.example/x'],
    ['Permalink', 'url', 'https://a.example/x'],
    ['guid', 'sourceId', 'https://a.example/x'],
    ['_id', 'sourceId', 'x'],
    ['host', 'domain', 'a.example'],
    ['sourceDomain', 'domain', 'a.example'],
    ['channel', 'domain', 'rian_ru'],
    ['source', 'outlet', 'La Voz'],
    ['Feed Title', 'outlet', 'La Voz'],
    ['publisher', 'outlet', 'La Voz'],
    ['headline', 'title', 'A headline'],
    ['lang', 'language', 'ru'],
  ])('finds %s as %s', (key, field, value) => {
    expect(draft({ text: 'x', [key]: value })).toMatchObject({ [field]: value });
  });

  it.each(['body', 'content', 'article', 'fullText', 'summary', 'Description', 'texto', 'текст'])(
    'finds the text as %s',
    (key) => {
      expect(draft({ [key]: 'Words.' }).text).toBe('Words.');
    },
  );

  it.each([
    'date',
    'pubDate',
    'publish_date',
    'date_published',
    'publishedAt',
    'created_at',
    'timestamp',
  ])('finds the date as %s', (key) => {
    expect(draft({ text: 'x', [key]: '2024-09-23T14:05Z' }).published?.precision).toBe('minute');
  });

  it.each(['scrape_time', 'collected_at', 'fetched'])('finds when it was seen as %s', (key) => {
    const made = draft({ text: 'x', [key]: '2024-09-23T14:05Z' });
    expect(made.firstSeen?.precision).toBe('minute');
    expect(made).not.toHaveProperty('published');
    expect(made.doubts.map(({ kind }) => kind)).toContain('no-date');
  });

  it('takes the richest of several texts and the first readable of several dates', () => {
    const made = draft({
      text: 'Short.',
      summary: 'A little longer.',
      published: 'soon',
      date: '2024-09-23T14:05Z',
    });
    expect(made.text).toBe('A little longer.');
    expect(made.published?.precision).toBe('minute');
    expect(made.doubts.map(({ kind }) => kind)).not.toContain('unreadable-date');
  });

  it('reads a mapped field from its column and nowhere else', () => {
    const record = { text: 'Common and longer', cuerpo_nota: 'Mapped', url: 'https://a.example/' };
    expect(draft(record, { fields: { text: 'cuerpo_nota' } }).text).toBe('Mapped');
    expect(draft(record, { fields: { url: 'absent' } })).not.toHaveProperty('url');
  });

  it('unwraps what feeds and databases wrap', () => {
    const made = draft({
      text: 'x',
      source: { id: null, name: 'The Outlet' },
      _id: { $oid: 'abc' },
      date: { $date: '2024-09-23T14:05:00Z' },
      title: ['First'],
    });
    expect(made).toMatchObject({ outlet: 'The Outlet', sourceId: 'abc', title: 'First' });
    expect(made.published).toBeDefined();
  });

  it('leaves out a language that is none', () => {
    for (const language of ['English', 'und', '', 7, 'e']) {
      expect(draft({ text: 'x', language })).not.toHaveProperty('language');
    }
  });

  it('reads dates in the zone that is set', () => {
    const record = { text: 'x', published: '2024-09-23 14:05' };
    expect(draft(record).doubts.map(({ kind }) => kind)).toContain('assumed-zone');
    const set = draft(record, { timezone: 'Europe/Moscow' });
    expect(set.published?.zone).toBe('set');
  });

  it('is total', () => {
    fc.assert(
      fc.property(fc.object(), fc.string(), (record, text) => {
        outcome(JSON.stringify({ ...record, text }), 'application/json');
      }),
    );
    const types = fc.constantFrom(
      'application/json',
      'text/csv; header=present',
      'text/html',
      'text/markdown',
      'image/png',
    );
    fc.assert(fc.property(fc.string(), types, (content, type) => outcome(content, type) && true));
  });
});

describe('draftOf, publishers', () => {
  it.each([
    [{ domain: 'WWW.Outlet.example' }, 'outlet.example'],
    [{ domain: 't.me/c/125969' }, 't.me/c/125969'],
    [{ domain: 'https://m.outlet.example/a' }, 'outlet.example'],
    [{ domain: 'a.example', url: 'https://b.example/x' }, 'a.example'],
    [{ url: 'https://amp.news.outlet.example/a' }, 'news.outlet.example'],
    [{ url: 'https://t.me/Channel/55' }, 't.me/channel'],
    [{ url: 'https://t.me/s/channel/55' }, 't.me/channel'],
    [{ url: 'https://t.me/c/123/55' }, 't.me/c/123'],
    [{ url: 'https://x.com/user/status/1' }, 'x.com/user'],
    [{ url: 'https://m.facebook.com/page/posts/1' }, 'facebook.com/page'],
    [{ url: 'https://www.facebook.com/watch?v=1' }, 'facebook.com'],
    [{ url: 'https://youtube.com/@name/videos' }, 'youtube.com/@name'],
    [{ url: 'https://www.youtube.com/watch?v=1' }, 'youtube.com'],
    [{ url: 'https://www.youtube.com/channel/ab/x' }, 'youtube.com/channel/ab'],
    [{ publisher: 'Outlet.example' }, 'outlet.example'],
    [{ publisher: 'La  Voz' }, 'la voz'],
    [{ publisher: 'https://www.outlet.example/feed' }, 'outlet.example'],
  ])('knows %j as %s', (record, domain) => {
    expect(draft({ text: 'x', ...record }).domain).toBe(domain);
  });

  it('says so where nothing names one', () => {
    const made = draft({ text: 'x' });
    expect(made).toMatchObject({ domain: 'unknown', outlet: 'unknown' });
    expect(made.doubts).toContainEqual({ kind: 'no-outlet' });
  });
});

describe('draftOf, text that is HTML', () => {
  it.each([
    ['<p>One &amp; two</p><p>three<br>four</p>', 'One & two\n\nthree\nfour'],
    ['&lt;p&gt;Escaped &amp;amp; more&lt;/p&gt;', 'Escaped & more'],
    ['Q&amp;A &quot;x&quot; &#8212; &eacute;', 'Q&A "x" — é'],
    ['text<script>alert(1)</script><style>p{}</style> end<p>', 'text end'],
    ['5 < 6 and 7 > 3 & so on', '5 < 6 and 7 > 3 & so on'],
    ['I <3 you, says <unknown>', 'I <3 you, says <unknown>'],
    ['AT&T; R&D', 'AT&T; R&D'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
    ['<a href="x">cut', 'cut'],
  ])('makes %j %j', (text, expected) => {
    expect(draft({ text }).text).toBe(expected);
  });

  it('leaves plain text alone, layout included', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^<&\r\s][^<&\r]*[^<&\r\s]$/), (text) => {
        expect(draft({ text }).text).toBe(text.trim());
      }),
    );
  });
});

describe('draftOf, text files', () => {
  const made = (content: string, type = 'text/plain'): Draft => {
    const result = outcome(content, type);
    if (!result.ok) throw new Error(result.refusal.detail);
    return result.value;
  };

  it('takes a short first line for the title', () => {
    expect(made('A title\r\n\r\nThe text.\r\nMore.')).toMatchObject({
      title: 'A title',
      text: 'The text.\nMore.',
    });
    expect(made('# A title #\n\n## Section\ntext', 'text/markdown')).toMatchObject({
      title: 'A title',
      text: '## Section\ntext',
    });
  });

  it('takes a long first line, and one line alone, for the text', () => {
    const long = 'word '.repeat(60).trim();
    expect(made(`${long}\nmore`)).toMatchObject({ title: '', text: `${long}\nmore` });
    expect(made('Only a line.')).toMatchObject({ title: '', text: 'Only a line.' });
  });

  it.each([
    ['---\nurl: https://a.example/x\ndate: 2024-09-23T14:05Z\noutlet: "A"\nlanguage: es\n---\n'],
    ['URL: https://a.example/x\nPublished: 2024-09-23T14:05Z\nOutlet: A\nLanguage: es\n\n'],
  ])('honours front matter', (matter) => {
    expect(made(`${matter}A title\n\nThe text: long.`)).toMatchObject({
      url: 'https://a.example/x',
      published: { precision: 'minute' },
      outlet: 'A',
      domain: 'a.example',
      language: 'es',
      title: 'A title',
      text: 'The text: long.',
    });
  });

  it('takes a title from front matter, and passes by keys it does not know', () => {
    const content = '---\ntags: [a, b]\ntitle: The title\n---\nFirst line\n\nSecond.';
    expect(made(content, 'text/markdown')).toMatchObject({
      title: 'The title',
      text: 'First line\n\nSecond.',
    });
    expect(made('Note: this is text\nand more').text).toBe('and more');
  });
});
