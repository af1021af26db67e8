/** Which addresses may be asked at all: by their scheme, port and form, before any name is resolved. */
import { type Allow, checkAddress } from './guard.ts';
import { because, type Reasoned, shown } from './refusals.ts';

/** Longer addresses are data. In UTF-16 units. */
const MAX_LENGTH = 8192;
/** Ports of web servers. Others may be anything that a forged request would reach: mail, databases. */
export const WEB_PORTS: readonly number[] = [80, 443, 8080, 8443];

/** The address ready to be asked, without fragment; or why not. */
export function targetOf(
  address: string,
  ports: readonly number[],
  allow?: Allow,
): { readonly url: URL } | Reasoned {
  if (address.length > MAX_LENGTH) {
    return because(
      'bad-url',
      `the address is ${address.length} characters long, at most ${MAX_LENGTH} are asked`,
    );
  }
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) {
    return because('bad-url', `"${shown(address)}" is no absolute address`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    const what = `"${shown(address)}" has the scheme ${url.protocol} where http: or https: was expected`;
    return because('bad-url', what);
  }
  if (url.username !== '' || url.password !== '') {
    return because(
      'bad-url',
      `the address on ${url.host} carries a name or password, and none is ever sent`,
    );
  }
  const port = portOf(url);
  const literal = checkLiteral(url, port, allow);
  if (literal !== undefined) return literal;
  if (!ports.includes(port)) {
    return because('bad-url', `port ${port} of ${url.hostname} is not one of ${ports.join(', ')}`);
  }
  url.hash = '';
  return { url };
}

/** The port that an http(s) address names or means. */
export function portOf(url: { readonly port: string; readonly protocol: string }): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** Literal addresses are never resolved, so they are checked here. `URL` has spelt them canonically. */
function checkLiteral(url: URL, port: number, allow?: Allow): Reasoned | undefined {
  const literal = url.hostname.startsWith('[')
    ? url.hostname.slice(1, -1)
    : /^[\d.]+$/.test(url.hostname)
      ? url.hostname
      : undefined;
  if (literal === undefined) return undefined;
  try {
    checkAddress(literal, literal, port, allow);
    return undefined;
  } catch (error) {
    return because('private-address', (error as Error).message);
  }
}
