/** Feeds: RSS, Atom, RDF and JSON, in any character set. */
import { readFeed } from '../../src/collect/feeds/read-feed.ts';
import { inBytes } from '../mutate/bytes.ts';
import { JSON_MUTATORS } from '../mutate/json.ts';
import { MARKUP_MUTATORS } from '../mutate/markup.ts';
import { mutated } from '../mutate/pick.ts';
import { TEXT_MUTATORS } from '../mutate/text.ts';
import { addressFault, countFault, firstOf, sentenceFault } from '../rules.ts';
import { JSON_FEEDS, XML_FEEDS } from '../seeds/feeds.ts';
import type { BytesTarget, Fault } from '../target.ts';

const XML = [...MARKUP_MUTATORS, ...TEXT_MUTATORS];
const AT = { url: 'https://harbour.example/rss' };

function* faults(bytes: Uint8Array): Generator<Fault> {
  const read = readFeed(bytes, AT);
  if (read.kind === 'not-a-feed') {
    yield sentenceFault('the reason', read.reason);
    for (const { url } of read.alternates) yield addressFault('an alternate', url);
    return;
  }
  const { feed } = read;
  for (const doubt of feed.doubts) yield sentenceFault('a doubt', doubt);
  yield addressFault('the link', feed.link);
  yield addressFault('the feed itself', feed.selfUrl);
  yield addressFault('the next page', feed.nextUrl);
  yield addressFault('the hub', feed.hub);
  const { ttlMinutes: ttl = 1 } = feed;
  if (!(Number.isFinite(ttl) && ttl > 0)) yield `the ttl is ${ttl}`;
  for (const { url, enclosures, source } of feed.items) {
    yield addressFault('an item', url);
    yield addressFault('the source of an item', source?.url);
    for (const one of enclosures) {
      yield addressFault('an enclosure', one.url);
      if (one.length !== undefined) yield countFault('the length of an enclosure', one.length);
    }
  }
}

export const feed: BytesTarget = {
  kind: 'bytes',
  name: 'feed',
  weight: 15,
  make: (chance) =>
    inBytes(
      chance() < 0.75
        ? mutated(XML_FEEDS, XML, chance)
        : mutated(JSON_FEEDS, JSON_MUTATORS, chance),
      chance,
    ),
  check: (bytes) => firstOf(faults(bytes)),
};
