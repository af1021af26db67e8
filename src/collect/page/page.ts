/**
 * A web page as an article: what it says of itself, its body found and read by blocks. Pages that are
 * no article (logins, consents, captchas, errors, lists) are told apart. Figures: docs/extraction.md.
 */

import { blockText, textOfBlocks } from './blocks.ts';
import { articleBody } from './body.ts';
import { type PageFacts, pageFacts } from './facts.ts';
import { articleLines } from './lines.ts';
import { type Page, parsePage } from './parse.ts';

/** What a page says; `facts` are unchecked. */
export interface PageArticle {
  readonly title: string;
  readonly text: string;
  readonly facts: PageFacts;
}

/** Why a page is no article, in half a sentence; what it says of itself all the same. */
export interface NoArticle {
  readonly reason: string;
  readonly facts?: PageFacts;
}

/** Fewer words are a teaser, a caption or an error. */
const MIN_WORDS = 25;
/** Longer texts are articles, whatever their title says. */
const NOTICE_WORDS = 250;
/** JSON-LD's text is taken where it has as many words, and as many times those that were found. */
const BODY_WORDS = 80;
const BODY_SHARE = 2;
/** Titles of what a server shows instead of an article, in English, Spanish and Russian. */
const NOTICES =
  /^\W*(?:(?:error\s*)?(?:40[0-9]|41[0-9]|429|50[0-9])\b|page not found|not found|access denied|forbidden|just a moment|attention required|are you (?:a )?(?:human|robot)|verify you are|captcha|security check|robot check|log ?in\b|sign ?in\b|sign up\b|subscribe\b|before you continue|we value your privacy|privacy settings|cookie|consent\b|página no encontrada|acceso denegado|inici(?:ar|e) sesión|antes de continuar|страница не найдена|доступ (?:запрещ|огранич)|вход\b|войти|вы не робот|проверка браузера)/iu;

/** The article of an HTML page. Never throws: a page that cannot be taken apart is no article. */
export function readPage(html: string): PageArticle | NoArticle {
  try {
    const page = parsePage(html);
    return readArticle(page, pageFacts(page), html);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 100) : 'unknown';
    return { reason: `its HTML cannot be taken apart (${reason})` };
  }
}

function readArticle(page: Page, facts: PageFacts, html: string): PageArticle | NoArticle {
  const found = articleBody(page, html);
  const title = (facts.title ?? found?.title ?? '').replace(/\s+/g, ' ').trim();
  const lines = articleLines(found?.blocks ?? [], [title, page.title, found?.title ?? '']);
  const text = fuller(textOfBlocks(lines), facts.body);
  const words = wordsIn(text);
  if (words < MIN_WORDS) {
    return { reason: `it holds ${words} words of text, and an article needs ${MIN_WORDS}`, facts };
  }
  if (words < NOTICE_WORDS && NOTICES.test(title)) {
    return { reason: `its title "${title.slice(0, 60)}" is that of a notice`, facts };
  }
  return { title, text, facts };
}

/** The found text, unless JSON-LD holds much more: then a script would have shown it. */
function fuller(text: string, body: string | undefined): string {
  if (body === undefined) return text;
  const words = wordsIn(body);
  if (words < BODY_WORDS || words < wordsIn(text) * BODY_SHARE) return text;
  return /<\/?(?:p|br|div|span|a|strong|em)\b/i.test(body) ? blockText(parsePage(body).body) : body;
}

/** Words between blanks; in scripts without blanks two characters count as one. */
function wordsIn(text: string): number {
  const dense = text.match(/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/g)?.length ?? 0;
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) + Math.floor(dense / 2);
}
