/**
 * A sign-in service on loopback that can misbehave: discovery, keys, authorization, tokens. Id
 * tokens are dated by the machine's clock, which is what `openid-client` compares them with.
 */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a misbehaving service does wrong. */
export type Fault =
  | 'wrong-nonce'
  | 'wrong-audience'
  | 'wrong-issuer'
  | 'expired'
  | 'unsigned'
  | 'wrong-key'
  | 'no-id-token';

export interface StandIn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Claims of whoever signs in next. */
  claims: Readonly<Record<string, unknown>>;
  fault: Fault | undefined;
  /** Signs in at an address that the desk sent the browser to; gives where the browser goes then. */
  readonly signIn: (address: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

interface Grant {
  readonly challenge: string;
  readonly nonce: string;
  readonly redirectUri: string;
}

const CLIENT = { clientId: 'atalaya', clientSecret: 'the stand-in and the desk know this' };
const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 });

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function openStandIn(): Promise<StandIn> {
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => {
    answer(standIn, grants, request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const standIn: StandIn = {
    ...CLIENT,
    issuer,
    claims: { sub: 'subject-1' },
    fault: undefined,
    signIn: async (address) => {
      const response = await fetch(address, { redirect: 'manual' });
      return response.headers.get('location') ?? '';
    },
    close: () => closed(server),
  };
  return standIn;
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

async function answer(
  standIn: StandIn,
  grants: Map<string, Grant>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { issuer } = standIn;
  const url = new URL(request.url ?? '/', issuer);
  if (url.pathname === '/.well-known/openid-configuration') {
    return json(response, 200, {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    });
  }
  if (url.pathname === '/keys') {
    const jwk = key.publicKey.export({ format: 'jwk' });
    return json(response, 200, { keys: [{ ...jwk, kid: 'k1', alg: 'RS256', use: 'sig' }] });
  }
  if (url.pathname === '/authorize') return authorize(grants, url.searchParams, response);
  const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
  return tokens(standIn, grants, form, request, response);
}

function authorize(
  grants: Map<string, Grant>,
  query: URLSearchParams,
  response: ServerResponse,
): void {
  const wanted = (name: string): string => query.get(name) ?? '';
  if (wanted('code_challenge_method') !== 'S256' || wanted('client_id') !== CLIENT.clientId) {
    json(response, 400, { error: 'invalid_request' });
    return;
  }
  const code = `code-${grants.size + 1}`;
  const redirectUri = wanted('redirect_uri');
  grants.set(code, { challenge: wanted('code_challenge'), nonce: wanted('nonce'), redirectUri });
  const back = new URL(redirectUri);
  back.searchParams.set('code', code);
  back.searchParams.set('state', wanted('state'));
  response.writeHead(302, { location: back.href }).end();
}

function tokens(
  standIn: StandIn,
  grants: Map<string, Grant>,
  form: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const code = form.get('code') ?? '';
  const grant = grants.get(code);
  const verifier = form.get('code_verifier') ?? '';
  const fits =
    createHash('sha256').update(verifier).digest('base64url') === grant?.challenge &&
    form.get('redirect_uri') === grant.redirectUri &&
    knowsClient(request.headers.authorization);
  // Kept with an empty challenge: a code is good once, and the next code has another number.
  grants.set(code, { challenge: '', nonce: '', redirectUri: '' });
  if (!fits) {
    json(response, 400, { error: 'invalid_grant' });
    return;
  }
  json(response, 200, {
    access_token: 'unused',
    token_type: 'Bearer',
    ...(standIn.fault !== 'no-id-token' && { id_token: idToken(standIn, grant.nonce) }),
  });
}

function knowsClient(authorization: string | undefined): boolean {
  const [name = '', secret = ''] = Buffer.from(authorization?.split(' ')[1] ?? '', 'base64')
    .toString()
    .split(':')
    .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
  return name === CLIENT.clientId && secret === CLIENT.clientSecret;
}

function idToken({ issuer, claims, fault }: StandIn, nonce: string): string {
  const now = Math.floor(Date.now() / 1000) - (fault === 'expired' ? 7200 : 0);
  const header = { alg: fault === 'unsigned' ? 'none' : 'RS256', kid: 'k1', typ: 'JWT' };
  const body = {
    iss: fault === 'wrong-issuer' ? 'https://other.example' : issuer,
    aud: fault === 'wrong-audience' ? 'somebody-else' : CLIENT.clientId,
    iat: now,
    exp: now + 300,
    nonce: fault === 'wrong-nonce' ? 'another' : nonce,
    ...claims,
  };
  const text = `${base64(header)}.${base64(body)}`;
  if (fault === 'unsigned') return `${text}.`;
  const { privateKey } = fault === 'wrong-key' ? otherKey : key;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
