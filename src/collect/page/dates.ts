/**
 * When a page says it was published: its statements in order of trust. Publication stands before
 * change, what is said to machines before what is said to readers, the article's own head before what
 * stands beside it. Whether a statement can be a date at all is judged later (`momentOf`).
 */
import { CHANGE, datesIn, PUBLICATION } from './dates-in-text.ts';
import type { LinkedArticle } from './json-ld.ts';
import type { Marks, TimeMark } from './marks.ts';

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'article:published',
  'datepublished',
  'published_time',
  'published_at',
  'published-date',
  'published',
  'parsely-pub-date',
  'pubdate',
  'pub_date',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publication-date',
  'dateposted',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'dc:date',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'rnews:datepublished',
  'article_date_original',
  'article.published',
  'originalpublicationdate',
  'ptime',
  'displaydate',
  'analyticsattributes.articledate',
  'shareaholic:article_published_time',
  'datecreated',
  'created',
  'date.created',
  'article.created',
  'date',
  'datetime',
];
const CHANGED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
  'last-modified',
  'modified_time',
  'revision_date',
  'updated_time',
];
/** Characters between a heading and what says when, at most. */
const NEAR = 3000;
/** Statements that are passed on: the first that is a date is taken. */
const MAX_DATES = 30;

/** What the dates of a page are read from. */
export interface DatedPage {
  readonly marks: Marks;
  readonly linked: Pick<LinkedArticle, 'published' | 'created' | 'modified'>;
  readonly url: string | undefined;
  /** Dates in the page's text, asked for only where its marks name no certain one. */
  textDates(): readonly string[];
}

export interface PageDates {
  readonly published: readonly string[];
  /** When it was changed, or when something beside it was published: where nothing else is said. */
  readonly changed: readonly string[];
  /** When it was changed, by its own words alone. */
  readonly modified: readonly string[];
}

/** The statements, most trusted first, each once. */
export function pageDates({ marks, linked, url, textDates }: DatedPage): PageDates {
  const own = marks.times.filter(({ beside }) => !beside).sort((a, b) => a.distance - b.distance);
  const read = (wanted: (mark: TimeMark) => boolean, from = own) =>
    from.filter(wanted).flatMap((mark) => statedBy(mark, marks.language));
  const metas = (keys: readonly string[]) => keys.flatMap((key) => marks.metas.get(key) ?? []);
  const day = dateInAddress(url);
  const times = own.filter((mark) => mark.kind === 'time' && !isChange(mark));
  const named = own.filter((mark) => mark.kind === 'named' && !isChange(mark));
  const agreeing = times.filter(({ value }) => day.some((one) => value.startsWith(one)));
  const published = [
    ...(linked.published === undefined ? [] : [linked.published]),
    ...metas(PUBLISHED),
    ...read(({ kind }) => kind === 'published'),
    ...read(() => true, agreeing),
    ...day,
    ...read(isNear, times),
    ...read(isNear, named),
    ...read(() => true, times),
    ...read(() => true, named),
  ];
  const modified = [
    ...(linked.modified === undefined ? [] : [linked.modified]),
    ...metas(CHANGED),
    ...read(isChange),
  ];
  const changed = [
    ...(linked.created === undefined ? [] : [linked.created]),
    ...modified,
    ...read(
      ({ kind }) => kind !== 'named',
      marks.times.filter(({ beside }) => beside),
    ),
  ];
  const inText = published.some(isCertain) ? [] : textDates();
  return {
    published: different([...published, ...inText]),
    changed: different(changed),
    modified: different(modified),
  };
}

const different = (dates: readonly string[]): string[] => [...new Set(dates)].slice(0, MAX_DATES);

/** Whether a statement names one day: a year, and no day that might be a month. */
const isCertain = (stated: string): boolean =>
  /\d{4}/.test(stated) && !/^(?:0?\d|1[0-2])[-/](?:0?\d|1[0-2])[-/]\d{4}/.test(stated);

const isNear = ({ distance }: TimeMark): boolean => distance <= NEAR;

const isChange = ({ kind, names, text }: TimeMark): boolean =>
  kind === 'modified' ||
  (kind !== 'published' && CHANGE.test(`${names} ${text}`) && !PUBLICATION.test(text));

/** What a mark states to machines and in its text; where it says that it was published, the text first. */
function statedBy({ value, text, kind }: TimeMark, language: string | undefined): string[] {
  const inText = datesIn(text, language);
  if (kind === 'named' || value === text) return inText;
  const day = value.slice(0, 10);
  return PUBLICATION.test(text) && !inText.includes(day) ? [...inText, value] : [value, ...inText];
}

/** `/2024/09/23/`, `/2024-09-23-`, `/20240923/` in the path, as an ISO day, if it is there. */
export function dateInAddress(url: string | undefined): string[] {
  const match = /[/_-]((?:19|20)\d{2})([/_-]?)(\d{1,2})\2(\d{1,2})(?=[/_.-]|$)/.exec(url ?? '');
  if (match === null) return [];
  const [, year, separator, month, day] = match;
  if (separator === '' && (month!.length < 2 || day!.length < 2)) return [];
  if (Number(month) > 12 || Number(day) > 31) return [];
  return [`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`];
}
