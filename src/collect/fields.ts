/** Which column or key of an input says what: an explicit mapping first, else common names. */

/** For each part of a draft, the column or key of the input that holds it. */
export interface FieldMap {
  readonly url: string;
  readonly id: string;
  readonly domain: string;
  readonly outlet: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
  readonly firstSeen: string;
  readonly language: string;
}
export type Field = keyof FieldMap;

/** Names in use, most telling first, in English, Spanish and Russian. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  url: 'url link permalink canonical_url article_url source_url page_url href uri enlace ссылка'.split(
    ' ',
  ),
  id: 'id guid _id uuid article_id stories_id post_id'.split(' '),
  domain: 'domain host hostname source_domain channel media_url dominio домен'.split(' '),
  outlet:
    'outlet source publisher feed_title site site_name source_name media_name media newspaper medio fuente издание источник'.split(
      ' ',
    ),
  title: 'title headline heading titulo título titular заголовок'.split(' '),
  text: 'text body content article full_text article_body article_text body_text content_text content_html content:encoded message summary description abstract texto cuerpo contenido resumen текст'.split(
    ' ',
  ),
  published:
    'published published_at publish_date date_published publication_date pub_date published_date datetime date created_at timestamp time posted_at fecha fecha_publicacion дата'.split(
      ' ',
    ),
  firstSeen:
    'first_seen scrape_time scraped_at collected_at collected fetched fetched_at crawled_at retrieved_at seen indexed_date'.split(
      ' ',
    ),
  language: 'language lang idioma язык'.split(' '),
};

const FIELDS = Object.keys(NAMES) as readonly Field[];

/** Key to field and rank, by the key as it is most often written and by its bare letters. */
const BY_NAME = new Map<string, { readonly field: Field; readonly rank: number }>();
for (const field of FIELDS) {
  NAMES[field].forEach((name, rank) => {
    BY_NAME.set(bare(name), { field, rank });
    BY_NAME.set(name, { field, rank });
  });
}

/** `Date Published`, `date_published` and `datePublished` are one name. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The field that a key or column names by itself, if any. */
export function fieldNamed(key: string): Field | undefined {
  return (BY_NAME.get(key) ?? BY_NAME.get(bare(key)))?.field;
}

/** Whether some key can hold the text of an article: without one no item of a table can be read. */
export function hasText(keys: readonly string[], map: Partial<FieldMap> = {}): boolean {
  if (map.text !== undefined) return keys.includes(map.text);
  return keys.some((key) => fieldNamed(key) === 'text');
}

/** The values of a record by field, most telling name first; empty ones are left out. */
export type Fields = Readonly<Record<Field, readonly unknown[]>>;

/** Sorts a record's values by field. A field that `map` names is read from there and nowhere else. */
export function fieldsOf(
  record: Readonly<Record<string, unknown>>,
  map: Partial<FieldMap> = {},
): Fields {
  const found = new Map<Field, { readonly rank: number; readonly value: unknown }[]>();
  for (const key of Object.keys(record)) {
    const named = BY_NAME.get(key) ?? BY_NAME.get(bare(key));
    if (named === undefined || map[named.field] !== undefined) continue;
    const value = record[key];
    if (isEmpty(value)) continue;
    const values = found.get(named.field);
    if (values === undefined) found.set(named.field, [{ rank: named.rank, value }]);
    else values.push({ rank: named.rank, value });
  }
  const fields = {} as Record<Field, readonly unknown[]>;
  for (const field of FIELDS) {
    const key = map[field];
    if (key !== undefined) fields[field] = isEmpty(record[key]) ? [] : [record[key]];
    else fields[field] = ranked(found.get(field));
  }
  return fields;
}

function ranked(
  values: { readonly rank: number; readonly value: unknown }[] | undefined,
): readonly unknown[] {
  if (values === undefined) return [];
  if (values.length > 1) values.sort((a, b) => a.rank - b.rank);
  return values.map(({ value }) => value);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}
