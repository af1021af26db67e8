/** The browser's modules and style sheets, from one folder, by plain names only. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { pageStyle } from '../export/style.ts';
import { wrongMethod } from './operation-routes.ts';
import { ApiProblem } from './problems.ts';
import type { ApiEnv, ApiProgram } from './program.ts';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
};

export function assetRoutes(app: Hono<ApiEnv>, { assets }: ApiProgram): void {
  const report = pageStyle(undefined);
  app.get('/assets/report.css', () => asset(report, 'css'));
  app.get('/assets/:name', async (c) => {
    const name = c.req.param('name');
    const [, ending = ''] = /^[a-z][a-z0-9-]*\.(js|css|svg)$/.exec(name) ?? [];
    const text =
      ending === '' ? undefined : await readFile(join(assets, name), 'utf8').catch(() => undefined);
    if (text === undefined) throw new ApiProblem('not-found', 'There is no such file.');
    return asset(text, ending);
  });
  app.all('/assets/:name', () => wrongMethod('GET, HEAD'));
}

/** Asked anew at each page, and answered by its tag: nobody sees a page with yesterday's style. */
function asset(text: string, ending: string): Response {
  return new Response(text, { headers: { 'content-type': TYPES[ending]! } });
}
