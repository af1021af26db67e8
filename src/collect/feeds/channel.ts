/** What a feed in RSS, RDF or Atom says of itself. */
import { childOf, childText, type Element } from '../xml/element.ts';
import { stated } from '../xml/stated.ts';
import type { Feed } from './feed.ts';
import { childLine } from './field-text.ts';
import { linkWithRel, pageLink } from './links.ts';

type Head = Omit<Feed, 'items' | 'damaged' | 'doubts'>;

const FORMATS: ReadonlyMap<string, Feed['format']> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['rdf:rdf', 'rdf'],
  ['atom:feed', 'atom'],
  ['atom:entry', 'atom'],
]);
/** Minutes of the periods of RSS 1.0's syndication module. */
const PERIODS: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 1440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
]);

/** Which format a document with that root is in; absent where it is no feed. */
export function formatOf(root: Element | undefined): Feed['format'] | undefined {
  return root && FORMATS.get(root.key);
}

/** The feed without its items. */
export function headOf(root: Element, format: Feed['format']): Head {
  const head = root.key === 'atom:feed' ? root : (childOf(root, 'channel') ?? root);
  return stated<Head>({
    format,
    title: childLine(head, 'title', 'atom:title', 'dc:title'),
    link: pageLink(head),
    language: childText(head, 'language', 'dc:language') ?? (head.language || undefined),
    selfUrl: linkWithRel(head, 'self'),
    nextUrl: linkWithRel(head, 'next'),
    ttlMinutes: minutesOf(head),
    hub: linkWithRel(head, 'hub'),
  });
}

/** `ttl`, else the period of the syndication module over its frequency. */
function minutesOf(head: Element): number | undefined {
  const ttl = Number(childText(head, 'ttl'));
  if (Number.isFinite(ttl) && ttl > 0) return ttl;
  const period = PERIODS.get((childText(head, 'sy:updateperiod') ?? '').toLowerCase());
  if (period === undefined) return undefined;
  const frequency = Number(childText(head, 'sy:updatefrequency'));
  return frequency > 1 ? Math.max(1, Math.round(period / frequency)) : period;
}
