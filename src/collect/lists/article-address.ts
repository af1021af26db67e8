/**
 * Whether an address looks like that of an article, by its path and query alone: a date with something
 * behind it, a long slug, a number or a hash that names a document. Front pages, sections, tags, authors,
 * pages of lists, services and media files look otherwise. A heuristic: it errs in both directions.
 */

/** Files that are no page. */
const MEDIA =
  /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|mp[34]|m4[av]|webm|ogg|wav|mov|avi|zip|gz|rar|exe|apk|css|js|json|xml|rss|atom|txt|woff2?|ttf|docx?|xlsx?|pptx?|epub|ics)$/i;
/** Segments that make what follows a list, a person or a service. */
const NOT_ARTICLES = new Set(
  [
    'tag tags topic topics author authors profile profiles',
    'search login signin signup register subscribe subscription subscriptions account newsletter newsletters',
    'about about-us contact contact-us privacy privacy-policy terms legal cookies advertise careers jobs help faq rss feed feeds',
    'page wp-content wp-json wp-admin wp-login.php cdn-cgi comments share print user users',
    'etiqueta etiquetas tema temas autor autores autora firmas perfil',
    'buscar busqueda búsqueda registro suscripcion suscripciones suscribete boletin boletines contacto privacidad aviso-de-privacidad terminos publicidad directorio',
    'тег теги тема темы автор авторы поиск контакты подписка реклама',
    'avtor avtory tegi tema temy poisk reklama kontakty',
  ]
    .join(' ')
    .split(' '),
);
/** Parameters of a query that name a document. */
const DOCUMENT_KEYS = new Set(
  'id p nid aid newsid news_id articleid article_id article story storyid idnoticia id_noticia nota noticia material'.split(
    ' ',
  ),
);
/** `/2024/09/23/`, `/2024/09/`, `/2024/sep/23/`, `/20240923/`, `/2024-09-23/`. */
const DATE_IN_PATH =
  /^(?:19|20)\d\d\/(?:0?[1-9]|1[0-2]|[a-z]{3})(?:\/(?:[0-2]?\d|3[01]))?$|^(?:19|20)\d\d[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:[0-2]\d|3[01])$/i;
const DATE_IN_SLUG =
  /(?:^|[-_])(?:19|20)\d\d[-_]?(?:0[1-9]|1[0-2])[-_]?(?:[0-2]\d|3[01])(?:[-_]|$)/;
/** Words and length of a slug; shorter ones name sections: `estados-unidos-y-canada`. UTF-16 units. */
const SLUGS = [
  { words: 4, length: 24 },
  { words: 5, length: 20 },
] as const;
/** Digits of a document's number; fewer are pages, years, sections. */
const NUMBER = /(?:^|[^\d])\d{5,}(?:[^\d]|$)/;
/** A UUID, a hash, a token in which letters stand between digits. */
const TOKEN =
  /(?:^|[-_.])(?:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|(?=[a-z]{0,64}\d)[\da-f]{16,64})$|^(?=[a-z\d]{0,64}\d[a-z]{1,64}\d)[a-z\d]{10,64}$/i;
const MAX_LENGTH = 2048;

/** `address`: absolute. */
export function isArticleAddress(address: string): boolean {
  if (address.length > MAX_LENGTH || !URL.canParse(address)) return false;
  const url = new URL(address);
  if (MEDIA.test(url.pathname)) return false;
  const segments = decoded(url.pathname)
    .split('/')
    .filter((segment) => segment !== '');
  const last =
    segments.at(-1)?.replace(/\.(?:[spx]?html?|php\d?|aspx?|jsp|cms|ece|amp)$/i, '') ?? '';
  const around = segments.slice(0, -1);
  if ([...around, last].some((segment) => NOT_ARTICLES.has(segment.toLowerCase()))) return false;
  if (namesDocument(url.searchParams)) return true;
  // Behind a slug may stand an id, a part (`live`), a file name.
  if (isLongSlug(last) || isLongSlug(around.at(-1))) return true;
  if (last === '') return false;
  if (DATE_IN_SLUG.test(last) && /\p{L}/u.test(last)) return true;
  if (hasDate(around)) return !/^\d{1,2}$/.test(last);
  if (hasDate(segments)) return false;
  return [...around, last].some((one) => NUMBER.test(one)) || TOKEN.test(last);
}

/** Whether segments beside each other are a date, or one is. */
function hasDate(segments: readonly string[]): boolean {
  return segments.some(
    (one, i) =>
      DATE_IN_PATH.test(one) ||
      DATE_IN_PATH.test(segments.slice(i, i + 2).join('/')) ||
      DATE_IN_PATH.test(segments.slice(i, i + 3).join('/')),
  );
}

function isLongSlug(segment: string | undefined): boolean {
  if (segment === undefined) return false;
  const words = segment.split(/[-_+\s]+/).filter((word) => word !== '').length;
  return SLUGS.some((slug) => words >= slug.words && segment.length >= slug.length);
}

function namesDocument(query: URLSearchParams): boolean {
  for (const [key, value] of query) {
    if (DOCUMENT_KEYS.has(key.toLowerCase()) && /^\d{3,}$/.test(value)) return true;
  }
  return false;
}

/** Percent signs may mean nothing. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
