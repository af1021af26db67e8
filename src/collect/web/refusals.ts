/** Why an address gave nothing. Closed: a new reason gets a new kind and its advice. */

/** What to do about each reason: the second half of a refusal's sentence. */
const ADVICE = {
  robots: 'the address is left alone; ask the publisher, or watch another of its addresses',
  'robots-unreachable':
    'the rules of the site are unknown, so it is left alone and asked again later',
  'private-address': 'only public addresses are asked; check where the name and its redirects lead',
  'bad-url': 'correct the address',
  'not-found': 'check the address, or take it off the watch',
  gone: 'take the address off the watch',
  forbidden: 'the publisher does not serve it to this desk; ask the publisher',
  login: 'pages behind a login are not read',
  'blocked-page': 'the publisher blocks this desk; ask the publisher',
  'consent-page': 'the page wants consent first, and none is given on your behalf',
  captcha: 'the page wants proof of a person, and none is given',
  'rate-limited': 'it is left alone until then',
  'server-error': 'it is asked again later',
  'http-status': 'open the address in a browser to see what it serves',
  'time-out': 'the host may be slow or down; it is asked again later',
  'too-large': 'nothing of it was kept; check that the address is what you mean to watch',
  bomb: 'nothing of it was kept; take the address off the watch',
  'redirect-loop': 'open the address in a browser to see where it leads',
  'too-many-redirects': 'open the address in a browser and watch where it ends',
  dns: 'check the name of the host; if it is right, its name server may be down',
  tls: 'the connection cannot be trusted; check the host and this machine’s clock',
  'refused-connection': 'the host may be down; it is asked again later',
  'broken-transfer': 'what came was not kept, and the address is asked again later',
  'wrong-length': 'what came was not kept, and the address is asked again later',
  'media-type': 'check that the address is what you mean to watch',
  aborted: 'it is asked again with the next run',
} as const satisfies Record<string, string>;

export type FetchRefusal = keyof typeof ADVICE;

/** Every reason, in the order of the table above. */
export const FETCH_REFUSALS = Object.keys(ADVICE) as readonly FetchRefusal[];

/** A reason, and what happened in half a sentence. */
export interface Reasoned {
  readonly reason: FetchRefusal;
  readonly what: string;
}

/** Longest foreign text that a sentence repeats, in UTF-16 units. */
const SHOWN = 200;

export function because(reason: FetchRefusal, what: string): Reasoned {
  return { reason, what };
}

/** One sentence for a person: what happened, when to come again if that is known, what to do. */
export function sentenceOf({ reason, what }: Reasoned, retryAfterMs?: number): string {
  const when =
    retryAfterMs === undefined
      ? ''
      : `, to be asked again in ${Math.ceil(retryAfterMs / 1000)} seconds`;
  return `${what}${when}; ${ADVICE[reason]}.`;
}

/** Foreign text as a sentence may show it: short, on one line, without control characters. */
export function shown(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  return plain.length <= SHOWN
    ? plain
    : `${plain.slice(0, SHOWN).replace(/[\ud800-\udbff]$/, '')}…`;
}
