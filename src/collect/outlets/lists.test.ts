import { describe, expect, it } from 'vitest';
import { readOutletList } from './lists.ts';

const read = (text: string, format?: Parameters<typeof readOutletList>[1]) =>
  readOutletList(Buffer.from(text), format);

describe('readOutletList: our own columns', () => {
  const HEADER = 'domain,name,owner,country,affiliation,source_name,source_url,source_date\n';

  it('reads every field, quoted or not, and leaves empty ones out', async () => {
    const list = await read(
      `${HEADER}www.voz.example,"La Voz, S.A.",House,mx,public,Imprint,https://voz.example/,2024-02-29\nnada.example,,,,,Imprint,,\n`,
    );
    expect(list).toMatchObject({ format: 'atalaya', rows: 2, repeated: 0, refused: [] });
    expect(list.facts).toEqual([
      {
        domain: 'voz.example',
        name: 'La Voz, S.A.',
        owner: 'House',
        country: 'MX',
        affiliation: 'public',
        source: { name: 'Imprint', url: 'https://voz.example/', date: '2024-02-29' },
      },
      { domain: 'nada.example', source: { name: 'Imprint' } },
    ]);
  });

  it.each([
    [',,,,,A,,', 'no domain is given'],
    ['La Voz,,,,,A,,', '"La Voz" is no domain'],
    ['t.me,,,,,A,,', 't.me is a platform of many outlets'],
    ['a.example,,,Mexico,,A,,', '"Mexico" is no country code'],
    ['a.example,,,,state,A,,', '"state" is no affiliation'],
    ['a.example,,,,,,,', 'no source is named'],
    ['a.example,,,,,A,javascript:alert(1),', 'is no address'],
    ['a.example,,,,,A,,2023-02-29', '"2023-02-29" is no date'],
    ['a.example,,,,,A,,13/02/2023', 'is no date'],
    ['"a.example,,,,,A,,', 'never closed'],
  ])('refuses the row %s with its line', async (row, reason) => {
    const list = await read(`${HEADER}ok.example,,,,,A,,\n\n${row}\nend.example,,,,,A,,\n`);
    expect(list.facts.map(({ domain }) => domain)).toEqual(['ok.example', 'end.example']);
    expect(list.refused).toHaveLength(1);
    expect(list.refused[0]).toMatchObject({ line: 4 });
    expect(list.refused[0]?.reason).toContain(reason);
    expect(list.rows).toBe(3);
  });

  it('counts a row that says the same again', async () => {
    const list = await read(`${HEADER}a.example,,,,,A,,\nhttps://www.a.example/x,,,,,A,,\n`);
    expect(list).toMatchObject({ rows: 2, repeated: 1, refused: [] });
    expect(list.facts).toHaveLength(1);
  });

  it('reads semicolons, other cases, byte order marks and other charsets', async () => {
    const text = '\ufeffDomain;Name;SOURCE_NAME\r\na.example;Ñandú;A\r\n';
    const expected = [{ domain: 'a.example', name: 'Ñandú', source: { name: 'A' } }];
    expect((await read(text)).facts).toEqual(expected);
    const utf16 = await readOutletList(Buffer.from(text, 'utf16le'));
    expect(utf16.facts).toEqual(expected);
  });
});

describe('readOutletList: public lists', () => {
  it('reads the State Media Matrix, its type kept as a label', async () => {
    const row = (type: string, host: string): string =>
      `Asia,Turkey,Casa*,La Voz**,https://${host}/,${type},,\n`;
    const list = await read(
      `Region,Country,Media company,Main assets,URL,Typology,Status,Notes\n${row('SC', 'a.example')}${row('CaPu', 'b.example')}${row('CaPr', 'c.example')}${row('ISFM', 'd.example')}${row('ISFM?', 'e.example')}Asia,Oz,Casa,Sin sitio,,SC,,\n`,
    );
    expect(list.format).toBe('state-media-matrix');
    expect(list.facts.map(({ affiliation }) => affiliation)).toEqual([
      'state-controlled',
      'state-controlled',
      'state-aligned',
      'public',
      'unknown',
    ]);
    expect(list.facts[0]).toEqual({
      domain: 'a.example',
      name: 'La Voz',
      owner: 'Casa',
      country: 'TR',
      affiliation: 'state-controlled',
      labels: ['type: SC'],
      source: { name: 'State Media Matrix' },
    });
    expect(list.refused).toEqual([{ line: 7, reason: 'Sin sitio has no address (URL).' }]);
  });

  it('reads sites of concern and makes no affiliation of being listed', async () => {
    const list = await read(
      'Threat Actor,Domain,Name,Source\n,https://www.a.example,,Some list\nActor,https://t.me,,X\n',
    );
    expect(list).toMatchObject({ format: 'sites-of-concern', rows: 2 });
    expect(list.facts).toEqual([
      {
        domain: 'a.example',
        labels: ['listed by: Some list'],
        source: { name: 'Sites of concern' },
      },
    ]);
    expect(list.refused).toMatchObject([{ line: 3, value: 'https://t.me' }]);
  });

  it('reads VIGINUM with its days', async () => {
    const list = await read(
      'domain,campaign,created,first_seen,type\na.example,rrn,07/03/2013,01/06/2024,domain\n',
    );
    expect(list.format).toBe('viginum');
    expect(list.facts[0]?.labels).toEqual([
      'campaign: rrn',
      'registered: 2013-03-07',
      'first seen: 2024-06-01',
    ]);
  });

  it('reads MBFC with its page as the source', async () => {
    const list = await read(
      'domain,name,url,bias,questionable,reporting,credibility,traffic\na.example,A,https://list.example/a/,center,x|y,high,n/a,no-data\n',
    );
    expect(list.format).toBe('mbfc');
    expect(list.facts).toEqual([
      {
        domain: 'a.example',
        name: 'A',
        labels: ['bias: center', 'reporting: high', 'questionable: x', 'questionable: y'],
        source: { name: 'Media Bias/Fact Check', url: 'https://list.example/a/' },
      },
    ]);
  });
});

describe('readOutletList: what is no list', () => {
  it.each([
    ['', 'the file is empty'],
    ['a,b\n1,2\n', 'the header is "a,b"'],
    ['\0\0\0', 'expected the columns domain,name'],
    ['{"domain": 1}\n', 'expected the columns'],
  ])('%j is refused in line 1', async (text, reason) => {
    const list = await read(text);
    expect(list).toMatchObject({ format: undefined, rows: 0, facts: [] });
    expect(list.refused).toMatchObject([{ line: 1 }]);
    expect(list.refused[0]?.reason).toContain(reason);
  });

  it('a list of another format than the one named is refused', async () => {
    const list = await read('domain,campaign\na.example,x\n', 'mbfc');
    expect(list.refused[0]?.reason).toContain(
      'expected the columns domain, bias, reporting of mbfc',
    );
  });

  it('reads a million bytes of one word, of quotes and of commas', async () => {
    const header = 'domain,source_name\n';
    for (const body of ['x'.repeat(1e6), '"'.repeat(1e6), ','.repeat(1e5), 'a\n'.repeat(2e4)]) {
      const list = await read(header + body);
      expect(list.facts).toEqual([]);
      expect(list.refused.length).toBe(list.rows);
    }
  });
});
