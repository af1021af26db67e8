/** All pages of the console. */
import { alertPage } from './alert.ts';
import { alertsPage } from './alerts.ts';
import { articlePage } from './article.ts';
import { cascadePage } from './cascade.ts';
import { cascadesPage } from './cascades.ts';
import { claimPage, claimsPage } from './claims.ts';
import { exportsPage } from './exports.ts';
import { indicatorsPage } from './indicators.ts';
import { outletPage } from './outlet.ts';
import { outletsPage } from './outlets.ts';
import type { Page } from './page.ts';
import { peoplePage } from './people.ts';
import { presencePage } from './presence.ts';
import { presencePairPage } from './presence-pair.ts';
import { searchPage } from './search.ts';
import { settingsPage } from './settings.ts';
import { sourcesPage } from './sources.ts';
import { todayPage } from './today.ts';

export const PAGES: readonly Page[] = [
  todayPage,
  alertsPage,
  alertPage,
  searchPage,
  articlePage,
  cascadesPage,
  cascadePage,
  claimsPage,
  claimPage,
  outletsPage,
  outletPage,
  presencePage,
  presencePairPage,
  sourcesPage,
  settingsPage,
  indicatorsPage,
  exportsPage,
  peoplePage,
];
