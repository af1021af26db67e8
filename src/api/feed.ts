/** `/alerts.atom`: the newest alerts for a feed reader. */
import type { Hono } from 'hono';
import type { AlertView } from '../domain/alert-views.ts';
import { mayAs } from '../domain/people.ts';
import { findingWords, severityWords } from '../export/alert-wording.ts';
import { atomText } from '../export/atom.ts';
import { alertsOperation } from '../operations/alerts.ts';
import { wrongMethod } from './operation-routes.ts';
import { personFor } from './person.ts';
import { ApiProblem } from './problems.ts';
import type { ApiEnv, ApiProgram } from './program.ts';
import { contextFor, inTime } from './running.ts';

const ENTRIES = 50;

export function feedRoutes(app: Hono<ApiEnv>, program: ApiProgram): void {
  app.get('/alerts.atom', async (c) => {
    const person = await personFor(c, program);
    if (person === undefined || !mayAs(person.role, 'reader')) {
      throw new ApiProblem('not-signed-in', 'Give the reader a key: Authorization: Bearer KEY.');
    }
    const input = alertsOperation.input.parse({ state: 'all', limit: ENTRIES });
    const { alerts } = await inTime(alertsOperation.run(input, contextFor(program, person)));
    const { origin } = new URL(c.req.url);
    const text = atomText({
      id: 'urn:atalaya:alerts',
      title: 'Atalaya: alerts',
      self: `${origin}/alerts.atom`,
      page: `${origin}/alerts`,
      updatedAt: Math.max(0, ...alerts.map(({ alert }) => alert.measuredAt)),
      version: program.version,
      entries: alerts.map((view) => entryOf(view, origin)),
    });
    return new Response(text, {
      headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
    });
  });
  app.all('/alerts.atom', () => wrongMethod('GET, HEAD'));
}

function entryOf({ alert, indicator }: AlertView, origin: string) {
  return {
    id: `urn:atalaya:alert:${alert.id}`,
    title: `${indicator?.title.en ?? alert.indicator}: ${alert.subject}`,
    link: `${origin}/alerts/${alert.id}`,
    publishedAt: alert.raisedAt,
    updatedAt: alert.measuredAt,
    summary: [...alert.findings, ...alert.counter].map((one) => findingWords(one, 'en')).join(' '),
    category: severityWords(alert.severity, 'en'),
  };
}
