/** Whose request it is behind proxies: `X-Forwarded-For`, of which only what our own proxies wrote counts. */
import { isIP } from 'node:net';

/**
 * The address that the outermost of `hops` trusted proxies saw: each appends whom it heard, so it is the
 * `hops`-th entry from the right, and whatever stands left of it may be forged. `connected`, the other end of the
 * connection, where no proxy is trusted, or where the entry is missing or no address.
 */
export function clientAddress(header: string | null, connected: string, hops: number): string {
  if (hops === 0 || header === null) return connected;
  const entry = header.split(',').at(-hops)?.trim() ?? '';
  // Some proxies write the port as well: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(entry)?.[1] ?? entry.replace(/^([\d.]+):\d+$/, '$1');
  return isIP(bare) === 0 ? connected : bare.toLowerCase();
}
