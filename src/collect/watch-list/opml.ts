/**
 * Sources as OPML 2.0 (http://opml.org/spec2.opml), the format in which feed readers exchange
 * subscriptions. Read as events (htmlparser2 in its XML mode), so that broken files give what can
 * be read of them; no entity is expanded but the five of XML and characters by number.
 */
import { Parser } from 'htmlparser2';
import { SOURCE_KINDS, type WatchSource } from '../../domain/watch.ts';
import { asUtf8, charsetOf } from '../charset.ts';
import { outletKey } from '../outlets/outlet-key.ts';
import { outletOf } from './read-sources.ts';
import { tagsOf } from './source-csv.ts';
import { gathered, type SourceDraft, type SourceImport } from './source-draft.ts';
import { addressValue, languageValue, lineValue } from './written-values.ts';

/** Folders deeper than this give no further tags. */
const MAX_DEPTH = 64;
const SAMPLE_BYTES = 64 * 1024;

/**
 * Reads an OPML file. Outlines around a feed give it tags, `category` too; the page of a feed
 * (`htmlUrl`) gives its outlet where the feed stands on another host. Never throws.
 */
export async function readOpml(bytes: Uint8Array): Promise<SourceImport> {
  const text = await textOf(bytes);
  const list = gathered();
  const folders: string[] = [];
  let outlines = 0;
  let root = '';
  let ended = false;
  const lineAt = lineCounter(text);
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = name.toLowerCase();
        if (root === '') root = tag;
        if (tag !== 'outline') return;
        outlines++;
        const stated = lowerKeys(attributes);
        const title = lineOf(stated['title']) ?? lineOf(stated['text']);
        if (stated['xmlurl'] !== undefined || stated['url'] !== undefined) {
          takeOutline(list, lineAt(parser.startIndex), stated, title, folders);
        }
        folders.push(isFeed(stated) ? '' : (title ?? ''));
      },
      onclosetag(name, implied) {
        const tag = name.toLowerCase();
        if (tag === 'outline') folders.pop();
        if (tag === 'opml' && !implied) ended = true;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  if (root !== 'opml')
    list.doubt('the file does not begin as OPML; what outlines it holds were read.');
  else if (!ended) list.doubt('the file breaks off before </opml>; what stands before was read.');
  if (outlines === 0)
    list.refuse(1, 'the file holds no outline; is it an OPML file?', text.slice(0, 80));
  return list.done();
}

/** The sources as OPML. Feeds are subscriptions; other kinds are links that say their kind. */
export function writeOpml(title: string, sources: readonly WatchSource[]): string {
  const outlines = sources.map((source) => {
    const name = source.title ?? source.outlet;
    const address =
      source.kind === 'feed'
        ? [
            ['type', 'rss'],
            ['xmlUrl', source.url],
          ]
        : [
            ['type', 'link'],
            ['url', source.url],
            ['kind', source.kind],
          ];
    const more = [
      ['outlet', source.outlet],
      ['language', source.language],
      ['category', source.tags.map((tag) => tag.replaceAll(',', ' ')).join(',') || undefined],
    ];
    const attributes = [['text', name], ['title', name], ...address, ...more]
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key}="${escaped(value!)}"`);
    return `    <outline ${attributes.join(' ')}/>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>${escaped(title)}</title></head>
  <body>
${outlines.join('')}  </body>
</opml>
`;
}

type Stated = Readonly<Record<string, string>>;

function isFeed(stated: Stated): boolean {
  return stated['xmlurl'] !== undefined;
}

function takeOutline(
  list: ReturnType<typeof gathered>,
  line: number,
  stated: Stated,
  title: string | undefined,
  folders: readonly string[],
): void {
  const written = stated['xmlurl'] ?? stated['url'] ?? '';
  const kind = SOURCE_KINDS.find((known) => known === stated['kind']);
  if (!isFeed(stated) && kind === undefined) {
    list.refuse(
      line,
      'this outline links to a page and is no feed; add the page by hand.',
      written,
    );
    return;
  }
  const url = addressValue(written);
  if ('fault' in url) {
    list.refuse(line, url.fault, written);
    return;
  }
  const language = languageValue((stated['language'] ?? '').split(/[-_]/, 1)[0]!);
  const outlet = outletFrom(stated, url.value);
  const tags = [
    ...new Set([
      ...folders.filter((folder) => folder !== '').slice(0, MAX_DEPTH),
      ...tagsOf((stated['category'] ?? '').replaceAll('/', ','), ','),
    ]),
  ];
  const draft: SourceDraft = {
    url: url.value,
    ...(kind !== undefined && { kind }),
    ...(outlet !== undefined && { outlet }),
    ...(title !== undefined && title !== url.value && { title }),
    ...('value' in language && { language: language.value }),
    ...(tags.length > 0 && { tags }),
  };
  list.take(draft);
}

/** The outlet that an outline names, or whose page it links; absent where the address tells it. */
function outletFrom(stated: Stated, url: string): string | undefined {
  const named = outletKey(stated['outlet'] ?? '') ?? outletKey(stated['htmlurl'] ?? '');
  return named === undefined || named === outletOf(url) ? undefined : named;
}

function lineOf(text: string | undefined): string | undefined {
  const read = lineValue(text ?? '');
  return 'value' in read ? read.value : undefined;
}

function lowerKeys(attributes: Readonly<Record<string, string>>): Stated {
  const stated: Record<string, string> = Object.create(null);
  for (const [key, value] of Object.entries(attributes)) stated[key.toLowerCase()] ??= value;
  return stated;
}

/** Line numbers of growing offsets; linear over the whole text. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; ) {
      line++;
      at = next + 1;
      next = text.indexOf('\n', at);
    }
    return line;
  };
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const charset = charsetOf(bytes.subarray(0, SAMPLE_BYTES), bytes.length <= SAMPLE_BYTES);
  const chunks: Uint8Array[] = [];
  const whole = (async function* () {
    yield bytes;
  })();
  for await (const chunk of asUtf8(whole, charset)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** For a quoted attribute or text; characters that XML 1.0 cannot hold become U+FFFD. */
function escaped(value: string): string {
  return (
    value
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\n', '&#10;')
  );
}
