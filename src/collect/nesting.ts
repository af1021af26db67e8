/** How deep a page nests, told before it is parsed. Linear. */

/** Elements that need no end tag, or whose next sibling ends them. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option optgroup'.split(
    ' ',
  ),
);

/**
 * The greatest number of elements open at once in `html`, roughly: every start tag opens and every
 * end tag closes; scripts and comments are left out. Unclosed elements count as open, as they do for a parser.
 */
export function nestingOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  const markup = html.replace(
    /<(script|style|template)\b[\s\S]*?(?:<\/\1|$)|<!--[\s\S]*?(?:-->|$)/gi,
    '',
  );
  for (const [, slash, name] of markup.matchAll(/<(\/?)([a-z][a-z\d-]*)/gi)) {
    if (FLAT.has(name!.toLowerCase())) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}
