/**
 * Stored text is hostile for ever. Everything that came from outside passes here before it stands
 * in a page: characters that steer a parser become entities, characters that nobody sees but that
 * steer the eye (controls, bidirectional overrides) become visible, and a link is a link only
 * where it leads to http or https.
 */

/** Controls, lone surrogates, bidirectional embeddings, overrides and isolates, noncharacters. */
const UNSEEN = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/gu;
const SPECIAL = /[&<>"'`]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * The text with its unseen characters shown: `␀` for U+0000, `[U+202E]` for an override. Tab and
 * line feed stay; CR and CRLF become a line feed. Marks that honest right-to-left text needs
 * (U+200E, U+200F, U+061C) stay, since `<bdi>` keeps them from reaching their surroundings.
 */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSEEN, shownAs);
}

function shownAs(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x09 || code === 0x0a) return character;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The text made safe between tags and inside a quoted attribute alike. */
export function escapeText(text: string): string {
  return visible(text).replace(SPECIAL, (character) => ENTITIES[character] ?? character);
}

/** The address as a link may carry it; undefined for anything but http and https. */
export function safeHref(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : undefined;
}

/** A language tag fit for a `lang` attribute; undefined where it is none or unknown. */
export function safeLanguage(tag: string): string | undefined {
  return tag !== 'und' && /^[a-z]{2,3}$/.test(tag) ? tag : undefined;
}

/**
 * The text as a CSS string: everything but ASCII letters, digits and spaces becomes an escape, so
 * that no text can end the string, the rule or the style element.
 */
export function cssString(text: string): string {
  const safe = visible(text).replace(
    /[^A-Za-z0-9 ]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0xfffd).toString(16).padStart(6, '0')}`,
  );
  return `"${safe}"`;
}
