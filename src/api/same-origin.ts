/** Whether a request was sent by a page of this desk, as the browser itself says. */

/**
 * True only where a browser says so: by `Sec-Fetch-Site`, which no page can forge, or else by an
 * `Origin` with the host that was asked. A request that says nothing is not from a page of ours.
 */
export function fromHere(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  // The scheme may differ where a proxy in front of the desk speaks TLS.
  return new URL(origin).host === askedHost(request);
}

/** Whether the host that was asked is this machine by a name that no other site can take. */
export function asksLoopback(request: Request): boolean {
  const host = askedHost(request).replace(/:\d+$/, '');
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** Whether an address of a connection is this machine's own. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(address);
}

const askedHost = (request: Request): string =>
  (request.headers.get('host') ?? new URL(request.url).host).toLowerCase();
