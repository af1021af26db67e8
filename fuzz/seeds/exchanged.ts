/** Invented files of other platforms: STIX, FollowTheMoney, an export of a desk, fact-checks. */
import { ftmEntities } from '../../src/export/ftm/entities.ts';
import { RECORDS } from '../../src/export/linked/invented-records.fixture.ts';
import { stixBundle, stixLines } from '../../src/export/stix/bundle.ts';
import { jsonLines } from '../../src/export/tables/json-lines.ts';

const uuid = (place: number): string =>
  `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

const BUNDLE = {
  type: 'bundle',
  id: `bundle--${uuid(9)}`,
  objects: [
    {
      ...{ type: 'identity', spec_version: '2.1', id: `identity--${uuid(1)}` },
      ...{ name: 'Invented Agency', identity_class: 'organization' },
    },
    {
      ...{ type: 'report', spec_version: '2.1', id: `report--${uuid(3)}` },
      created_by_ref: `identity--${uuid(1)}`,
      created: '2024-09-24T08:00:00.000Z',
      modified: '2024-09-25T08:00:00.000Z',
      name: 'Who leased the pier?',
      published: '2024-09-23T06:00:00.000Z',
      lang: 'es-MX',
      external_references: [
        { source_name: 'agency', url: 'https://agency.example/pier?utm_source=x' },
        {
          source_name: 'ClaimReview: Checkers of Valdoria',
          url: 'https://checkers.example/pier',
          description: 'The claim was checked.\nRating: Bulo',
        },
      ],
      object_refs: [`report--${uuid(3)}`],
      x_opencti_content: '<p>The pier was <b>not</b> leased, an invented agency says.</p>',
    },
    {
      ...{ type: 'note', spec_version: '2.1', id: `note--${uuid(4)}` },
      content: 'An invented note about the pier.',
      object_refs: [`report--${uuid(3)}`],
    },
  ],
};

const ENTITIES = [
  {
    id: 'a1',
    caption: 'Who leased the pier?',
    schema: 'Article',
    datasets: ['invented'],
    properties: {
      title: ['Who leased the pier?'],
      bodyText: ['The pier was not leased, an invented agency says.'],
      sourceUrl: ['not an address', 'https://agency.example/pier?utm_source=x'],
      publishedAt: ['2024-09-23'],
      language: ['rus'],
      publisher: ['Invented Agency'],
    },
  },
  { id: 'p1', schema: 'Person', properties: { name: ['Ana Invented'], country: ['xa'] } },
];

async function* records(): AsyncGenerator<(typeof RECORDS)[number]> {
  yield* RECORDS;
}

async function written(parts: AsyncIterable<string | Uint8Array>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

/** Of others and of our own making; the longest have some hundred objects. */
export const EXCHANGED: readonly string[] = [
  JSON.stringify(BUNDLE),
  JSON.stringify({ ...BUNDLE, objects: BUNDLE.objects.slice(1) }, null, 1),
  ENTITIES.map((one) => JSON.stringify(one)).join('\n'),
  await written(ftmEntities(records())),
  await written(stixLines(records())),
  await written(stixBundle(records())),
  await written(jsonLines(records())),
];

const REVIEW = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  claimReviewed: 'The dam of Valdoria has burst.',
  author: { '@type': 'Organization', name: 'Invented Checkers', url: 'https://checkers.example/' },
  datePublished: '2021-05-02',
  url: 'https://checkers.example/dam',
  inLanguage: 'es-MX',
  itemReviewed: {
    '@type': 'Claim',
    author: { name: 'A mayor' },
    datePublished: '2024-09-18',
    appearance: [{ '@type': 'NewsArticle', url: 'https://eco.example/1' }, 'https://eco.example/2'],
  },
  reviewRating: { ratingValue: '2', bestRating: 5, worstRating: 1, alternateName: 'Bulo' },
};

export const CHECKS: readonly string[] = [
  JSON.stringify(REVIEW),
  JSON.stringify({
    '@type': 'DataFeed',
    dataFeedElement: [{ '@type': 'DataFeedItem', item: [REVIEW] }],
  }),
  JSON.stringify({
    '@graph': [
      { ...REVIEW, author: { '@id': '#o' } },
      { '@id': '#o', name: 'House' },
    ],
  }),
  JSON.stringify({
    claims: [
      {
        text: 'The bridge was sold',
        claimDate: '2024-09-01T00:00:00Z',
        claimReview: [
          {
            publisher: { site: 'checkers.example' },
            url: 'https://checkers.example/9',
            textualRating: 'False',
            languageCode: 'en',
          },
        ],
      },
    ],
  }),
  `${JSON.stringify({ claim: 'The bridge was sold', rating: 'False', checker: 'Checkers', url: 'https://checkers.example/1', checked: '2024-09-20' })}\n${JSON.stringify(REVIEW)}\n`,
];

export const CHECK_PAGES: readonly string[] = [
  `<html><head><script type="application/ld+json">${JSON.stringify(REVIEW)}</script></head><body><p>It did not burst.</p></body></html>`,
];

export const CHECK_TABLES: readonly string[] = [
  'Claim;Rating;Checker;URL;Checked;Language;Appearances;Outlets\nThe bridge was sold;False;Checkers;https://checkers.example/1;2024-09-20;es;https://eco.example/1|https://eco.example/2;Eco | Diario\n',
  'date,id,title,countries,keywords,languages,outlets\n2021-02-18,https://list.example/report/bridge/,"Valdoria &amp; its bridge, sold",Valdoria,Bridge,Russian,Eco+diario.example\n',
  'issue,date,outlet,language,origin,reported by,keywords,source,title,summary,disproof\n82,03.10.2017,Channel Nine,Russian,Valdoria,Somebody,"Bridge, Sale",http://eco.example/old,The bridge,Sold for one coin.,<p>No evidence.</p>\n',
];
