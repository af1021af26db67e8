/** `/alerts`: the list of alerts; the address is the filter. */
import { ALERT_STATES, SEVERITIES } from '../domain/alerts.ts';
import { alertsOperation, indicatorsOperation } from '../operations/alerts.ts';
import { type AlertFilter, alertsBody } from './alerts-body.ts';
import { wholeNumber } from './forms.ts';
import type { Page } from './page.ts';
import { WORDS } from './words/alerts.ts';

const SHOWN = 20;
const STATES: readonly string[] = ['open', 'all', ...ALERT_STATES];

export const alertsPage: Page = {
  path: '/alerts',
  section: 'alerts',
  role: 'reader',
  answer: async (request) => {
    const { context, language, query } = request;
    const { indicators } = await indicatorsOperation.run({}, context);
    const filter = filterOf(
      query,
      indicators.map(({ id }) => id),
    );
    const { severity, indicator, ...rest } = filter;
    const input = alertsOperation.input.parse({
      ...rest,
      ...(severity !== '' && { severity }),
      ...(indicator !== '' && { indicator }),
    });
    const view = await alertsOperation.run(input, context);
    return {
      kind: 'page',
      status: 200,
      title: WORDS[language].title,
      body: alertsBody(view, indicators, filter, context.desk.now(), request),
      data: view,
    };
  },
};

/** What an address asks for; values that are none are as if they were not there. */
function filterOf(query: URLSearchParams, indicators: readonly string[]): AlertFilter {
  const among = (name: string, known: readonly string[], fallback: string): string => {
    const value = query.get(name) ?? '';
    return known.includes(value) ? value : fallback;
  };
  return {
    state: among('state', STATES, 'open'),
    severity: among('severity', SEVERITIES, ''),
    indicator: among('indicator', indicators, ''),
    offset: wholeNumber(query, 'offset', 0),
    limit: SHOWN,
  };
}
