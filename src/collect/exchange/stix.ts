/**
 * STIX 2.1 of other platforms (https://docs.oasis-open.org/cti/stix/v2.1/): reports, notes and
 * media-content as articles, opinions and references to fact-checks as fact-checks, urls as leads. The
 * rest (indicators, threat actors, malware, relationships …) is passed over and counted by type: a desk
 * keeps what was published, not who is suspected.
 */
import { canonicalUrl } from '../address.ts';
import { articleItem, checkItem, type Exchanged } from './exchanged.ts';
import { fieldOf, type Loose, textIn } from './loose.ts';
import { noNames, noteNames, ownObjects, type StixNames } from './stix-names.ts';
import { objectOf, type StixEntry, stixObjects } from './stix-objects.ts';
import { addressOf, statedArticle, statedOpinion, statedReviews } from './stix-pieces.ts';

/**
 * What a bundle, or lines of bundles or objects, give; an object may give an article and fact-checks.
 * `file` names the input in places, whose line is an object's number in its bundle. What cannot be read
 * comes first. Holds the objects' bytes, 256 MiB at most. Throws for nothing that the bytes hold; what
 * `source` throws passes through. O(length).
 */
export async function* readStix(
  file: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Exchanged> {
  const entries: StixEntry[] = [];
  const names = noNames();
  for await (const one of stixObjects(file, source)) {
    if ('bytes' in one) {
      entries.push(one);
      noteNames(names, one.id, one.type, objectOf(one));
    } else yield one;
  }
  const isOwn = ownObjects(names);
  const known = new Set<string>();
  for (const { place, id, type, bytes } of entries) {
    const object = objectOf({ place, id, type, bytes });
    const version = `${id} ${textIn(object, 'modified') ?? ''}`;
    if (known.has(version)) yield { kind: 'repeated', place, type };
    else if (isOwn(id, object)) yield { kind: 'own', place, type };
    // Its maker takes it back: then earlier versions of it are not taken either.
    else if (names.revoked.has(id)) yield { kind: 'passed', place, type: `${type}, revoked` };
    else yield* exchangedOf({ place, id, type, object }, names);
    known.add(version);
  }
}

interface Parsed extends Omit<StixEntry, 'bytes'> {
  readonly object: Loose;
}

function exchangedOf(entry: Parsed, names: StixNames): readonly Exchanged[] {
  const { place, type, object } = entry;
  switch (type) {
    case 'report':
    case 'note':
    case 'media-content':
      return [articleOf(entry, names), ...reviewsOf(entry)];
    case 'opinion': {
      const stated = statedOpinion(object, names);
      return [stated === undefined ? { kind: 'passed', place, type } : checkItem(stated, entry)];
    }
    case 'url': {
      const url = canonicalUrl(fieldOf(object, 'value'));
      return [
        url === undefined ? { kind: 'passed', place, type } : { kind: 'no-text', place, url },
      ];
    }
    default: {
      const reviews = reviewsOf(entry);
      return reviews.length > 0 ? reviews : [{ kind: 'passed', place, type }];
    }
  }
}

function articleOf(entry: Parsed, names: StixNames): Exchanged {
  const { id, place, type, object } = entry;
  const stated = statedArticle(type, id, object, names);
  if (stated !== undefined) return articleItem(stated, entry);
  const url = addressOf(object);
  return url === undefined
    ? { kind: 'passed', place, type: `${type}, without text` }
    : { kind: 'no-text', place, url };
}

function reviewsOf(entry: Parsed): readonly Exchanged[] {
  return statedReviews(entry.object).map((stated) => checkItem(stated, entry));
}
