/** What stands on every answer, whatever it is; and which hosts are answered at all. */
import type { MiddlewareHandler } from 'hono';
import { ApiProblem } from './problems.ts';
import type { ApiEnv, ApiProgram } from './program.ts';

/** Nothing but this server's own files; no inline script or style; no frame around it. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const FIXED: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
};
/** A year, in seconds. */
const HSTS = 'max-age=31536000';

export function securityHeaders({
  overTls,
}: Pick<ApiProgram, 'overTls'>): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(FIXED)) c.res.headers.set(name, value);
    if (overTls) c.res.headers.set('strict-transport-security', HSTS);
    if (!c.res.headers.has('cache-control'))
      c.res.headers.set('cache-control', 'private, no-cache');
    c.res.headers.append('vary', 'cookie, accept-language, authorization');
  };
}

/** Refuses other hosts: a name elsewhere may be pointed at this machine (DNS rebinding). */
export function knownHosts({ hosts }: Pick<ApiProgram, 'hosts'>): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const asked = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase();
    if (hosts !== undefined && !hosts.includes(asked)) {
      throw new ApiProblem('not-allowed', 'This server answers under its own name only.');
    }
    await next();
  };
}
