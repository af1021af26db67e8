/**
 * What stands beside an article, told by the names that page makers give to elements: class, id, role.
 * Names are read as words (`shareBar`, `c-share-bar` and `share_bar` are `share bar`), so that `share`
 * is not found in `shareholders`, nor `ad` in `header`.
 */
import { following, followingOutside, type PageNode, TEXT } from './tree.ts';

/** Elements that are never part of an article's text. */
const TAGS = new Set(['NAV', 'MENU', 'FIGCAPTION', 'ASIDE']);
/** Never taken for something beside the article, whatever their names: the names are the page's. */
const KEPT_TAGS = new Set(['HTML', 'BODY', 'MAIN', 'ARTICLE']);
const ROLES =
  /^(?:navigation|banner|complementary|contentinfo|menu|menubar|dialog|alertdialog|alert|search|toolbar|tablist)$/;

const words = (list: string): string => list.trim().split(/\s+/).join('|');
/** One of these words names what stands beside. */
const BESIDE = new RegExp(
  `(?<![a-z])(?:${words(`
  share shares sharing sharer sharebar sharethis addthis addtoany social socials socialmedia sharedaddy jp-relatedposts
  related relateds recommended recommendation recommendations recirc recirculation
  newsletter newsletters subscribe subscription signup sign-up optin mailing-list mailchimp mc-embed
  comment comments commenting disqus respond commentlist
  breadcrumb breadcrumbs pagination pager paging
  sidebar side-bar rail
  caption captions wp-caption-text image-credit photo-credit imagecredit photocredit image-credits photo-credits
  promo promos promotion promoted sponsor sponsored advert adverts advertisement advertisements advertising ads ad adsbygoogle dfp taboola outbrain banner
  popup pop-up modal overlay lightbox cookie cookies gdpr consent
  footer masthead navbar navigation menu
  tags tag-list taglist post-tags entry-tags article-tags
  byline bylines author-bio authorbio author-box authorbox about-author author-info about-the-author author-card
  read-more readmore read-next also-read see-also more-from more-on most-read most-popular trending popular
  next-article prev-article post-navigation nav-links
  print-only printonly screen-reader-text sr-only visually-hidden visuallyhidden
  toolbar tools actions follow
  `)})(?![a-z])`,
);

/** Names of bodies, and of what is quoted in them. */
const KEPT =
  /(?<![a-z])(?:article-?body|story-?body|post-?body|(?:entry|post|article|story|page)-content|tweet|twitter-tweet|social-(?:media-)?embed)(?![a-z])/;

/** Whether an element's names say that it stands beside the article. */
export function standsBeside(node: PageNode): boolean {
  if (KEPT_TAGS.has(node.tagName)) return false;
  if (TAGS.has(node.tagName)) return true;
  const { values } = node;
  if (values['hidden'] !== undefined || values['aria-hidden'] === 'true') return true;
  if (values['role'] !== undefined && ROLES.test(values['role'])) return true;
  const names = wordsOf(`${values['class'] ?? ''} ${shortId(values['id'])}`);
  return names !== ' ' && BESIDE.test(names) && !KEPT.test(names);
}

/** An id, unless it is made of a heading's words: `sharing-with-a-single-developer`. */
function shortId(id = ''): string {
  return id.split(/[-_]/, 4).length < 4 ? id : '';
}

/** `shareBar c-share_bar` as `share-bar c-share-bar`. */
function wordsOf(names: string): string {
  return names
    .slice(0, 400)
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/_+/g, '-');
}

/** Shares of the prose below a root: above them a name is that of the page, not of what stands beside. */
export interface MostBeside {
  /** Of one element. */
  readonly each: number;
  /** Of all of them together. */
  readonly all: number;
}

/** Removes what stands beside, unless it holds more than `most` of the prose below `root`. Linear. */
export function removeBeside(root: PageNode, most: MostBeside): void {
  const prose = countProse(root);
  const found: PageNode[] = [];
  let total = 0;
  for (let node = following(root, root); node !== null; ) {
    const gone = node.nodeType !== TEXT && standsBeside(node) && node.prose <= prose * most.each;
    if (gone) {
      found.push(node);
      total += node.prose;
    }
    node = gone ? followingOutside(node, root) : following(node, root);
  }
  if (total <= prose * most.all) for (const node of found) node.remove();
}

/** Shorter runs of text are labels, links, captions more often than prose. */
const PROSE_LENGTH = 60;

/** Sets `prose` of every node below `root` to the length of its long runs of text; the sum. */
export function countProse(root: PageNode): number {
  const nodes: PageNode[] = [];
  root.prose = 0;
  for (let node = following(root, root); node !== null; node = following(node, root)) {
    const long = node.nodeType === TEXT && node.nodeValue!.length >= PROSE_LENGTH;
    const length = long ? node.nodeValue!.trim().length : 0;
    node.prose = length >= PROSE_LENGTH ? length : 0;
    nodes.push(node);
  }
  for (let i = nodes.length - 1; i >= 0; i--) nodes[i]!.parentNode!.prose += nodes[i]!.prose;
  return root.prose;
}
