/** What a socket, resolver, TLS or HTTP error means, by its code. */
import { PrivateAddress } from './guard.ts';
import { because, type FetchRefusal, type Reasoned, shown } from './refusals.ts';

const REASONS: Readonly<Record<string, FetchRefusal>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  ENODATA: 'dns',
  ESERVFAIL: 'dns',
  EBADNAME: 'dns',
  ECONNREFUSED: 'refused-connection',
  EHOSTUNREACH: 'refused-connection',
  ENETUNREACH: 'refused-connection',
  EHOSTDOWN: 'refused-connection',
  EADDRNOTAVAIL: 'refused-connection',
  ETIMEDOUT: 'time-out',
  UND_ERR_CONNECT_TIMEOUT: 'time-out',
  UND_ERR_HEADERS_TIMEOUT: 'time-out',
  UND_ERR_BODY_TIMEOUT: 'time-out',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'wrong-length',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
  EPROTO: 'tls',
};

/** What the commonest codes say, for a person; the code stands beside it. */
const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'has no address',
  EAI_AGAIN: 'could not be looked up just now',
  ECONNREFUSED: 'refuses connections',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached from this network',
  ETIMEDOUT: 'did not take the connection in time',
  UND_ERR_CONNECT_TIMEOUT: 'did not take the connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'took the request and did not begin to answer in time',
  UND_ERR_BODY_TIMEOUT: 'stopped in the middle of its answer',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'sent an answer of another length than it said',
  UND_ERR_HEADERS_OVERFLOW: 'sends more headers than are read',
  UND_ERR_SOCKET: 'closed the connection before its answer was whole',
  ECONNRESET: 'broke the connection before its answer was whole',
  CERT_HAS_EXPIRED: 'shows a certificate that has expired',
  CERT_NOT_YET_VALID: 'shows a certificate that is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'shows a certificate signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'shows a certificate signed by itself',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'shows a certificate whose issuer is not known',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'shows a certificate whose issuer is not known',
  ERR_TLS_CERT_ALTNAME_INVALID: 'shows a certificate of another host',
  EPROTO: 'speaks no TLS that this desk understands',
};
const CERTIFICATE =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH)/;

/** The refusal for an error that ended an exchange with `host`. */
export function failureOf(error: unknown, host: string): Reasoned {
  const cause = firstOf(error);
  if (cause instanceof PrivateAddress) return because('private-address', cause.message);
  const code = codeOf(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  const reason = reasonFor(code, message);
  const words = WORDS[code] ?? defaultWords(reason);
  return because(reason, `${host} ${words} (${code === '' ? shown(message) : code})`);
}

/** Where several addresses were tried, what the first one met. */
function firstOf(error: unknown): unknown {
  return error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

function reasonFor(code: string, message: string): FetchRefusal {
  if (CERTIFICATE.test(code) || /before secure TLS connection/.test(message)) return 'tls';
  return REASONS[code] ?? 'broken-transfer';
}

function defaultWords(reason: FetchRefusal): string {
  switch (reason) {
    case 'tls':
      return 'offers no connection that can be trusted';
    case 'dns':
      return 'could not be looked up';
    case 'time-out':
      return 'was too slow';
    default:
      return 'sent an answer that is no HTTP or broke off';
  }
}
