/** Fields that hold HTML instead of text: tags and entities are resolved, plain text passes by. */
import { blockText } from './page/blocks.ts';
import { parsePage } from './page/parse.ts';

/** Tags that occur in feeds; `<3` and `<unknown>` in plain text are none. */
const TAG =
  /<\/?(?:p|br|div|span|a|b|i|u|s|em|strong|small|sub|sup|img|figure|figcaption|ul|ol|li|h[1-6]|blockquote|table|tbody|thead|tr|td|th|hr|font|section|article|header|footer|center|pre|code|iframe|video|audio|source|script|style|noscript|svg|cite|q|time|mark|dl|dt|dd)(?:\s[^<>]*)?\/?>/i;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;
/** Feeds escape their HTML up to twice. */
const MAX_ROUNDS = 2;

/** The text of a field. Free where it holds neither `<` nor `&`. */
export function plainText(value: string): string {
  let text = value;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (!text.includes('<') && !text.includes('&')) return text;
    if (TAG.test(text)) text = fromHtml(text);
    else if (ENTITY.test(text)) text = withEntitiesResolved(text);
    else return text;
  }
  return text;
}

function fromHtml(fragment: string): string {
  try {
    return blockText(parsePage(`<body>${fragment}`).body);
  } catch {
    // A fragment that the parser gives up on still has words between its tags.
    return fragment.replace(/<[^<>]*>/g, ' ');
  }
}

/** Only entities: the layout of the text is its own and is kept. */
function withEntitiesResolved(text: string): string {
  const runs = text.split(new RegExp(`(${ENTITY.source})`, 'i'));
  return runs.map((run, i) => (i % 2 === 1 ? entityValue(run) : run)).join('');
}

const COMMON_ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#039;': "'",
  '&nbsp;': ' ',
};

function entityValue(entity: string): string {
  const common = COMMON_ENTITIES[entity];
  if (common !== undefined) return common;
  return parsePage(entity).body.textContent;
}
