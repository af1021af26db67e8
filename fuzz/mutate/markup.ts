/** Mutations of XML and HTML: what their readers take apart. Tags are found by their brackets alone. */
import { between, type Chance } from '../../bench/chance.ts';
import { type Mutator, pick, spliced } from './pick.ts';
import { replaceOne } from './text.ts';

const TAG = /<[^<>]{1,300}>/g;
const CLOSING = /<\/[^<>]{1,100}>/g;
const ATTRIBUTE = /\s[\w:-]{1,30}="[^"<>]{0,300}"/g;
const TEXT = />[^<>]{1,300}</g;

const ENTITIES = [
  ...['&#0;', '&#xD800;', '&#x110000;', '&#99999999999999;', '&amp;amp;', '&amp;lt;', '&lt', '&'],
  ...['&nosuch;', '&nbsp', '&#x;', '&#;', '&x0;', '&CounterClockwiseContourIntegral;', '&&&&;'],
] as const;
const OPENINGS = [
  '<![CDATA[',
  '<!--',
  '<?',
  '<!DOCTYPE x [',
  '<script>',
  '<style>',
  '<template>',
] as const;
const CLOSERS = [']]>', '-->', '?>', ']>', '</script>', '</p>', '</>', '/>'] as const;
/** A doctype whose entities would grow to 10^8 characters, and one that asks for a file. */
const DOCTYPES = [
  `<!DOCTYPE r [<!ENTITY x0 "0123456789">${Array.from({ length: 8 }, (_, i) => `<!ENTITY x${i + 1} "${`&x${i};`.repeat(10)}">`).join('')}]>`,
  '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY x0 "&x0;">]>',
] as const;
const ATTRIBUTES = [
  ...[' href="javascript:alert(1)"', ' href="//"', ' href="http://"', ' xml:base="http://[::1"'],
  ...[' href=x href=y', ' xmlns=""', ' xmlns:media="x"', ' type="xhtml"', ' hidden', ' =', ' a="'],
  ...[' datetime="2024-13-45"', ' rel="alternate"', ' class="share nav"', ' style="display:none"'],
  ...[
    ' src="data:,"',
    ' content="9999-99-99"',
    ' property="og:title"',
    ' lang="xx-"',
    ' id="__proto__"',
  ],
] as const;

const depthOf = (chance: Chance): number => Math.floor(2 + 4000 * chance() ** 5);

export const MARKUP_MUTATORS: readonly Mutator[] = [
  (text, chance) => replaceOne(text, TAG, () => '', chance),
  (text, chance) => replaceOne(text, CLOSING, () => '', chance),
  (text, chance) => replaceOne(text, TAG, (tag) => tag + tag, chance),
  // One tag opened many times, closed or not: deep nesting.
  (text, chance) => {
    const depth = depthOf(chance);
    const name = (tag: string): string => /[\w:-]+/.exec(tag)?.[0] ?? 'b';
    const close = chance() < 0.5;
    return replaceOne(
      text,
      TAG,
      (tag) =>
        `<${name(tag)}>`.repeat(depth) + tag + (close ? `</${name(tag)}>`.repeat(depth) : ''),
      chance,
    );
  },
  // One tag's place taken by another's.
  (text, chance) => {
    const tags = text.match(TAG) ?? [];
    return tags.length === 0 ? text : replaceOne(text, TAG, () => pick(tags, chance), chance);
  },
  (text, chance) => replaceOne(text, TAG, (tag) => tag.toUpperCase(), chance),
  (text, chance) => replaceOne(text, TAG, (tag) => tag.replace(/\w+:/, ''), chance),
  (text, chance) =>
    replaceOne(text, TAG, (tag) => `${tag.slice(0, -1)}${pick(ATTRIBUTES, chance)}>`, chance),
  (text, chance) => replaceOne(text, TAG, (tag) => tag.slice(0, -1), chance),
  (text, chance) => replaceOne(text, ATTRIBUTE, () => '', chance),
  (text, chance) =>
    replaceOne(text, ATTRIBUTE, (one) => one.replaceAll('"', chance() < 0.5 ? "'" : ''), chance),
  (text, chance) =>
    replaceOne(
      text,
      TEXT,
      () => `>${pick(ENTITIES, chance).repeat(between(chance, 1, 50))}<`,
      chance,
    ),
  (text, chance) =>
    replaceOne(text, TEXT, (inner) => `><![CDATA[${inner.slice(1, -1)}]]><`, chance),
  (text, chance) => replaceOne(text, TEXT, () => '><', chance),
  (text, chance) => {
    const at = between(chance, 0, text.length);
    return spliced(text, at, at, pick([...OPENINGS, ...CLOSERS, ...ENTITIES], chance));
  },
  (text, chance) => pick(DOCTYPES, chance) + text,
  // The declaration names another character set than the bytes are in.
  (text, chance) =>
    `<?xml version="1.0" encoding="${pick(['utf-16', 'utf-7', 'koi8-r', 'x', ''], chance)}"?>${text}`,
];
