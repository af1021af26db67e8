/** Where a feed or an item says that it stands. */
import { webAddress } from '../xml/addresses.ts';
import { attributeOf, childrenOf, type Element, textOf } from '../xml/element.ts';

/** The address of an Atom link with that relation, the first; absent where none is of the web. */
export function linkWithRel(element: Element, rel: string): string | undefined {
  for (const link of childrenOf(element, 'atom:link')) {
    const address = relOf(link) === rel ? hrefOf(link) : undefined;
    if (address !== undefined) return address;
  }
  return undefined;
}

/** The page: of several alternates the one in HTML. */
export function pageLink(element: Element): string | undefined {
  const plain = childrenOf(element, 'link');
  for (const link of plain) {
    const address = webAddress(textOf(link), link.base);
    if (address !== undefined) return address;
  }
  const links = [...childrenOf(element, 'atom:link'), ...plain].filter(
    (link) => relOf(link) === 'alternate' && hrefOf(link) !== undefined,
  );
  const inHtml = links.find((link) => /html/i.test(attributeOf(link, 'type') ?? 'html'));
  const best = inHtml ?? links[0];
  return best && hrefOf(best);
}

/** The relation of an Atom link; without one it is `alternate`. */
export function relOf(link: Element): string {
  const rel = attributeOf(link, 'rel')?.trim().toLowerCase() || 'alternate';
  return rel.replace(/^http:\/\/www\.iana\.org\/assignments\/relation\//, '');
}

/** The address of an Atom link; some write it as text. */
export function hrefOf(link: Element): string | undefined {
  return webAddress(attributeOf(link, 'href') ?? textOf(link), link.base);
}
