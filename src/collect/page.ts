/**
 * A web page as an article: Mozilla's Readability on linkedom finds the body, its text is read by
 * blocks. Pages that are no article (logins, consents, captchas, errors, lists) are told apart.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { blockText, type TreeNode } from './blocks.ts';
import { type PageDocument, type PageFacts, pageFacts } from './metadata.ts';
import { nestingOf } from './nesting.ts';

/** What a page says; `facts` are unchecked. */
export interface PageArticle {
  readonly title: string;
  readonly text: string;
  readonly facts: PageFacts;
}

/** Why a page is no article, in half a sentence. */
export interface NoArticle {
  readonly reason: string;
}

/** Fewer words are a teaser, a caption or an error. */
const MIN_WORDS = 25;
/**
 * Elements within elements. Readability's time grows with their cube (0.6 s at 500, 70 s at 2,000);
 * a page that nests deeper is read whole, with what stands beside its text.
 */
const MAX_NESTING = 400;
/** Longer texts are articles, whatever their title says. */
const NOTICE_WORDS = 250;
/** Elements that are never part of an article; linkedom shows what is inside `<template>`. */
const REMOVED =
  'template,script,style,noscript,iframe,svg,button,input,select,textarea,nav,[hidden],[aria-hidden="true"],.sr-only,.visually-hidden,.screen-reader-text';
/** Inside the found body: what stands beside the text. */
const ASIDE =
  'figcaption,aside,footer,[class*="caption"],[class*="related"],[class*="newsletter"],[class*="share"],[class*="social"],[class*="promo"],[class*="read-more"],[class*="readmore"],[class*="tags"],[class*="author-bio"]';
/** Titles of what a server shows instead of an article, in English, Spanish and Russian. */
const NOTICES =
  /^\W*(?:(?:error\s*)?(?:40[0-9]|41[0-9]|429|50[0-9])\b|page not found|not found|access denied|forbidden|just a moment|attention required|are you (?:a )?(?:human|robot)|verify you are|captcha|security check|robot check|log ?in\b|sign ?in\b|sign up\b|subscribe\b|before you continue|we value your privacy|privacy settings|cookie|consent\b|página no encontrada|acceso denegado|inici(?:ar|e) sesión|antes de continuar|страница не найдена|доступ (?:запрещ|огранич)|вход\b|войти|вы не робот|проверка браузера)/iu;

/** What is needed of a parsed page here; linkedom's document has it. */
interface Page extends PageDocument {
  querySelectorAll(selector: string): Iterable<PageNode>;
  readonly body: PageNode | null;
}
interface PageNode extends TreeNode {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<PageNode>;
  remove(): void;
}

/** The article of an HTML page. Never throws: a page that cannot be taken apart is no article. */
export function readPage(html: string): PageArticle | NoArticle {
  try {
    return extracted(html);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 100) : 'unknown';
    return { reason: `its HTML cannot be taken apart (${reason})` };
  }
}

function extracted(html: string): PageArticle | NoArticle {
  const page = parsedPage(html);
  const facts = pageFacts(page);
  removeAll(page, REMOVED);
  const fallback = page.body === null ? '' : blockText(page.body);
  const found = nestingOf(html) > MAX_NESTING ? undefined : readable(page);
  const title = (facts.title ?? found?.title ?? '').replace(/\s+/g, ' ').trim();
  const text = found === undefined ? fallback : found.text;
  const words = wordsIn(text);
  if (words < MIN_WORDS) {
    return { reason: `it holds ${words} words of text, and an article needs ${MIN_WORDS}` };
  }
  if (words < NOTICE_WORDS && NOTICES.test(title)) {
    return { reason: `its title "${title.slice(0, 60)}" is that of a notice` };
  }
  return { title, text, facts };
}

function parsedPage(html: string): Page {
  // Without a root element linkedom makes the first tag the root and loses the rest.
  const whole = /<html[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as Page;
}

function readable(page: Page): { title: string; text: string } | undefined {
  const reader = new Readability<PageNode>(page as never, {
    charThreshold: 200,
    // The tree itself: written out and parsed again it would cost as much as the finding.
    serializer: (node) => node as unknown as PageNode,
  });
  const article = reader.parse();
  if (!article?.content) return undefined;
  const before = blockText(article.content);
  removeAll(article.content, ASIDE);
  const after = blockText(article.content);
  // A class that wraps the whole article is a name of the page, not of what stands beside it.
  const text = after.length * 2 < before.length ? before : after;
  return { title: article.title ?? '', text };
}

function removeAll(root: Pick<PageNode, 'querySelectorAll'>, selector: string): void {
  for (const node of [...root.querySelectorAll(selector)]) node.remove();
}

/** Words between blanks; in scripts without blanks two characters count as one. */
function wordsIn(text: string): number {
  const dense = text.match(/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/g)?.length ?? 0;
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) + Math.floor(dense / 2);
}
