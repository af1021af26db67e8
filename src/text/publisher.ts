/**
 * Who stands behind a domain: the registrable domain, so that the Spanish and the English edition of
 * one house are one publisher. An account on a platform (`t.me/channel`) is a publisher of its own.
 */
import { getDomain, getDomainWithoutSuffix } from 'tldts';

const OPTIONS = { allowPrivateDomains: true } as const;

/** The publisher's key of a domain as `Article.domain` holds it. */
export function publisherOf(domain: string): string {
  if (domain.includes('/')) return domain;
  return getDomain(domain, OPTIONS) ?? domain;
}

/** The publisher's name as its domain spells it, without suffix: `radiovaldoria`; '' for accounts. */
export function publisherLabel(domain: string): string {
  if (domain.includes('/')) return '';
  return getDomainWithoutSuffix(domain, OPTIONS) ?? '';
}
