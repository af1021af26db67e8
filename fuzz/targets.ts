/** Everything that is fuzzed. */
import type { Target } from './target.ts';
import { addresses, sources } from './targets/addresses.ts';
import { answer } from './targets/answer.ts';
import { articles } from './targets/articles.ts';
import { briefing } from './targets/briefing.ts';
import { bundle } from './targets/bundle.ts';
import { checks } from './targets/checks.ts';
import { dates } from './targets/dates.ts';
import { exchange } from './targets/exchange.ts';
import { feed } from './targets/feed.ts';
import { listPage } from './targets/list-page.ts';
import { listPdf } from './targets/list-pdf.ts';
import { page } from './targets/page.ts';
import { presence } from './targets/presence.ts';
import { robots } from './targets/robots.ts';
import { sitemap } from './targets/sitemap.ts';
import { wacz } from './targets/wacz.ts';
import { warc } from './targets/warc.ts';
import { indicators, notices, watch } from './targets/watch.ts';

export const TARGETS: readonly Target[] = [
  ...[feed, sitemap, robots, page, dates],
  ...[warc, wacz, bundle],
  ...[articles, addresses, sources, exchange, checks],
  ...[presence, listPage, listPdf],
  ...[watch, indicators, notices],
  ...[answer, briefing],
];
