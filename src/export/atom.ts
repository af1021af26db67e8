/**
 * A feed of alerts for any feed reader: Atom (RFC 4287). An entry is updated when its alert is measured
 * anew; its id never changes. O(entries).
 */
export interface FeedEntry {
  /** Stable and unique: `urn:atalaya:alert:ID`. */
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly publishedAt: number;
  readonly updatedAt: number;
  /** Plain text. */
  readonly summary: string;
  readonly category: string;
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  /** Where the feed itself is, and the page that it is of. */
  readonly self: string;
  readonly page: string;
  readonly updatedAt: number;
  readonly version: string;
  readonly entries: readonly FeedEntry[];
}

/** The whole document. Characters that XML cannot hold are left out. */
export function atomText(feed: Feed): string {
  const { id, title, self, page, updatedAt, version, entries } = feed;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${instant(updatedAt)}</updated>`,
    `<link rel="self" href="${xml(self)}"/>`,
    `<link rel="alternate" href="${xml(page)}"/>`,
    `<generator version="${xml(version)}">Atalaya</generator>`,
    '<author><name>Atalaya</name></author>',
    ...entries.map(entryText),
    '</feed>',
    '',
  ].join('\n');
}

function entryText(entry: FeedEntry): string {
  const { id, title, link, publishedAt, updatedAt, summary, category } = entry;
  return [
    '<entry>',
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<link href="${xml(link)}"/>`,
    `<published>${instant(publishedAt)}</published>`,
    `<updated>${instant(updatedAt)}</updated>`,
    `<category term="${xml(category)}"/>`,
    `<summary>${xml(summary)}</summary>`,
    '</entry>',
  ].join('\n');
}

const instant = (at: number): string => new Date(at).toISOString();

/** Text for an element or an attribute in double quotes (XML 1.0, 2.2 and 2.4). */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
