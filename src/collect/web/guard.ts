/**
 * The address guard: only public unicast addresses are asked (against server-side request forgery
 * and DNS rebinding). Every address that a name resolves to is checked, at the moment of connecting,
 * and the connection goes to one of those that were checked.
 */
import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Every address of a name, as text. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;
/** Says which other addresses may be asked: a stand-in server of a test. */
export type Allow = (address: string, port: number) => boolean;

export class PrivateAddress extends Error {
  constructor(hostname: string, address: string) {
    super(
      hostname === address
        ? `${address} is no public address`
        : `${hostname} leads to ${address}, which is no public address`,
    );
  }
}

/** IPv4 in the last 32 bits (RFC 6052): what networks without IPv4 resolve names to. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** All of IPv6 that is given out (RFC 4291, IANA): the rest is special, or holds IPv4 in disguise. */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3');
/** Public by range, but answered by the machine's own cloud: Azure's metadata. */
const METADATA = new Set(['168.63.129.16']);

/** Whether a literal address is public unicast. Anything that is no address is not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return isPublicV4(parsed);
  if (parsed.isIPv4MappedAddress()) return isPublicV4(parsed.toIPv4Address());
  if (parsed.match(NAT64)) return isPublicV4(new ipaddr.IPv4(parsed.toByteArray().slice(12)));
  return parsed.match(GLOBAL) && parsed.range() === 'unicast';
}

function isPublicV4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !METADATA.has(address.toString());
}

/** Throws `PrivateAddress` where a literal address may not be asked. */
export function checkAddress(hostname: string, address: string, port: number, allow?: Allow): void {
  if (!isPublicAddress(address) && !allow?.(address, port)) {
    throw new PrivateAddress(hostname, address);
  }
}

/** The system's resolver: all addresses of a name. */
export const resolveName: Resolve = async (hostname) => {
  const found = await systemLookup(hostname, { all: true });
  return found.map(({ address }) => address);
};

/** A `lookup` for `net.connect` that fails if any address of the name may not be asked at `port`. */
export function guardedLookup(resolve: Resolve, port: number, allow?: Allow): LookupFunction {
  const checked = async (hostname: string): Promise<{ address: string; family: 4 | 6 }[]> => {
    const addresses = await resolve(hostname);
    if (addresses.length === 0) {
      throw Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' });
    }
    for (const address of addresses) checkAddress(hostname, address, port, allow);
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return (hostname, options, callback) => {
    checked(hostname).then(
      (found) => {
        if (options.all) callback(null, found);
        else callback(null, found[0]!.address, found[0]!.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}
