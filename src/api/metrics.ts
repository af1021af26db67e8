/** `/metrics`: what the desk holds, what was asked of the server, how the process fares; for Prometheus. */
import type { Hono } from 'hono';
import { ALERT_STATES, type AlertState } from '../domain/alerts.ts';
import type { Person } from '../domain/people.ts';
import { sourcesOperation } from '../operations/watch.ts';
import type { Store } from '../store/store.ts';
import type { RequestNumbers } from './metrics-requests.ts';
import { type Family, gaugeBy, METRICS_TYPE, metricsText, single } from './metrics-text.ts';
import { wrongMethod } from './operation-routes.ts';
import { personFor } from './person.ts';
import { ApiProblem } from './problems.ts';
import type { ApiEnv, ApiProgram } from './program.ts';
import { contextFor, inTime } from './running.ts';

/** Alerts that are read at once while they are counted. */
const PIECE = 500;

/** For whoever may read the desk: every role may. */
export function metricsRoutes(
  app: Hono<ApiEnv>,
  program: ApiProgram,
  requests: RequestNumbers,
): void {
  app.get('/metrics', async (c) => {
    const person = await personFor(c, program);
    if (person === undefined) {
      throw new ApiProblem('not-signed-in', 'Send Authorization: Bearer KEY, or sign in.');
    }
    const text = metricsText([
      build(program.version),
      ...(await inTime(deskFamilies(program, person))),
      ...requests.families(),
      ...(program.process?.() ?? []),
    ]);
    return new Response(text, {
      headers: { 'content-type': METRICS_TYPE, 'cache-control': 'no-store' },
    });
  });
  app.all('/metrics', () => wrongMethod('GET, HEAD'));
}

function build(version: string): Family {
  const samples = [{ labels: { version }, value: 1 }];
  return { name: 'atalaya_build_info', kind: 'gauge', help: 'Always 1; says what runs.', samples };
}

async function deskFamilies(program: ApiProgram, person: Person): Promise<Family[]> {
  const { store } = program.desk;
  const { articles, outlets, undated } = await store.counts();
  const { items, refused } = await store.tally();
  const { sources } = await sourcesOperation.run({}, contextFor(program, person));
  const health: Record<string, number> = {};
  const pages = { kept: 0, waiting: 0, refused: 0 };
  for (const source of sources) {
    health[source.health] = (health[source.health] ?? 0) + 1;
    for (const state of ['kept', 'waiting', 'refused'] as const) {
      pages[state] += source.pages[state];
    }
  }
  return [
    single('atalaya_articles', 'Articles kept.', articles),
    single('atalaya_articles_undated', 'Articles of which no date is known.', undated),
    single('atalaya_outlets', 'Outlets of these articles.', outlets),
    single('atalaya_items', 'Items met in all inputs.', items),
    gaugeBy('atalaya_items_refused', 'Items that could not be read, by kind.', 'kind', refused),
    gaugeBy('atalaya_sources', 'Sources of the watch, by how they fare.', 'state', health),
    gaugeBy('atalaya_pages', 'Pages that sources named, by state.', 'state', pages),
    gaugeBy('atalaya_alerts', 'Alerts, by state.', 'state', await alertsByState(store)),
  ];
}

async function alertsByState(store: Store): Promise<Record<AlertState, number>> {
  const counts = { new: 0, acknowledged: 0, assigned: 0, closed: 0 };
  for (const state of ALERT_STATES) {
    for (let full = true; full; ) {
      const alerts = await store.alerts({ states: [state], limit: PIECE, offset: counts[state] });
      counts[state] += alerts.length;
      full = alerts.length === PIECE;
    }
  }
  return counts;
}
