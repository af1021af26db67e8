/** All tables, in the order of their records. */
import { ALERTS } from './alerts.ts';
import { ARTICLES, OUTLETS } from './articles.ts';
import { CASCADES } from './cascades.ts';
import { CHECKS } from './checks.ts';
import type { Table } from './column.ts';
import { ECHOES, PASSAGES } from './echoes.ts';
import { EVENTS } from './events.ts';
import { PRESENCE } from './presence.ts';
import { STATEMENTS } from './statements.ts';

export const TABLES: readonly Table[] = [
  OUTLETS,
  ARTICLES,
  CHECKS,
  STATEMENTS,
  EVENTS,
  CASCADES,
  ECHOES,
  PASSAGES,
  PRESENCE,
  ALERTS,
];
