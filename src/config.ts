/** The environment, read once and nowhere else. */
import { z } from 'zod';
import type { ReaderChoice } from './models/chat-endpoint.ts';
import type { EncoderChoice } from './models/encoder-choice.ts';
import type { OidcSettings } from './people/oidc.ts';

const schema = z.object({
  /** Folder of the desk where no --desk is given. */
  ATALAYA_DESK: z.string().min(1).default('atalaya-desk'),
  /** Size in MB at which a file of the archive is closed. */
  ATALAYA_ARCHIVE_FILE_MB: z.string().optional(),
  /** A PostgreSQL that holds the desk's database; without it that stands in the folder. */
  DATABASE_URL: z.string().optional(),
  /** An encoder that looks for retellings beside the built-in one. */
  ATALAYA_ENCODER: z.string().optional(),
  /** What the encoder's service is asked with. */
  ATALAYA_ENCODER_KEY: z.string().optional(),
  /** A model that can read articles beside the built-in reader. */
  ATALAYA_READER: z.string().optional(),
  /** What the reader's service is asked with. */
  ATALAYA_READER_KEY: z.string().optional(),
  /** What the Google Fact Check Tools API is asked with. */
  ATALAYA_FACTCHECK_KEY: z.string().optional(),
  /** The console's address as browsers see it. */
  ATALAYA_PUBLIC_URL: z.string().optional(),
  /** A service that people of the desk sign in with. */
  ATALAYA_OIDC_ISSUER: z.string().optional(),
  ATALAYA_OIDC_CLIENT_ID: z.string().optional(),
  ATALAYA_OIDC_CLIENT_SECRET: z.string().optional(),
  /** What those become for whom the service vouches and who have no account. */
  ATALAYA_OIDC_ROLE: z.string().optional(),
  /** The browser that prints briefings, where it is none of those found along PATH. */
  ATALAYA_CHROMIUM: z.string().optional(),
  PATH: z.string().default(''),
  /** Any value: no colours. See no-color.org. */
  NO_COLOR: z.string().optional(),
});

export interface Config {
  readonly desk: string;
  /** Absent: SQLite in the desk's folder. */
  readonly database: string | undefined;
  /** Absent: the archive's own choice. */
  readonly archiveFileBytes: number | undefined;
  readonly color: boolean;
  /** Absent: the built-in one alone. */
  readonly encoder: EncoderChoice | undefined;
  /** Absent: the built-in one alone. */
  readonly reader: ReaderChoice | undefined;
  /** Absent: the Google Fact Check Tools API cannot be asked. */
  readonly factCheckKey: string | undefined;
  /** The browser's program; absent: the one that stands along `path`, if any. */
  readonly chromium: string | undefined;
  readonly path: string;
  /** Without a path. Absent: where the console listens. */
  readonly publicUrl: string | undefined;
  /** Absent: people sign in with passwords alone. */
  readonly oidc: OidcSettings | undefined;
}

/**
 * Reads the settings from an environment; a setting that is set to nothing counts as not set. Throws,
 * naming setting and value (never a key), where one cannot be meant.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const given = schema.parse(set);
  const { ATALAYA_ENCODER: encoder, ATALAYA_READER: reader } = given;
  return {
    desk: given.ATALAYA_DESK,
    database: databaseOf(given.DATABASE_URL),
    archiveFileBytes: fileBytesOf(given.ATALAYA_ARCHIVE_FILE_MB),
    color: given.NO_COLOR === undefined,
    encoder: encoder === undefined ? undefined : encoderOf(encoder, given.ATALAYA_ENCODER_KEY),
    reader: reader === undefined ? undefined : readerOf(reader, given.ATALAYA_READER_KEY),
    factCheckKey: given.ATALAYA_FACTCHECK_KEY,
    chromium: given.ATALAYA_CHROMIUM,
    path: given.PATH,
    publicUrl: publicUrlOf(given.ATALAYA_PUBLIC_URL),
    oidc: oidcOf(given),
  };
}

/** The address may hold a password: it is never shown. */
function databaseOf(value: string | undefined): string | undefined {
  if (value === undefined || /^postgres(ql)?:\/\//.test(value)) return value;
  throw wrong('DATABASE_URL', '', 'expected postgres://NAME:PASSWORD@HOST/DATABASE, or nothing');
}

/** Ten thousand megabytes at most: a file is copied and checked as a whole. */
function fileBytesOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const megabytes = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (megabytes >= 1 && megabytes <= 10_000) return megabytes * 1_000_000;
  throw wrong('ATALAYA_ARCHIVE_FILE_MB', shown(value), 'expected a whole number from 1 to 10000');
}

function publicUrlOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = webAddress(value);
  if (url === undefined || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    const expected = 'expected http://HOST or https://HOST, without a path';
    throw wrong('ATALAYA_PUBLIC_URL', shown(value), expected);
  }
  return url.origin;
}

const OIDC_ROLES = ['reader', 'analyst'] as const;

function oidcOf(given: z.infer<typeof schema>): OidcSettings | undefined {
  const { ATALAYA_OIDC_ISSUER: issuer, ATALAYA_OIDC_CLIENT_ID: clientId } = given;
  if (issuer === undefined) return undefined;
  if (webAddress(issuer) === undefined) {
    throw wrong('ATALAYA_OIDC_ISSUER', shown(issuer), 'expected an address, https://…');
  }
  const publicUrl = publicUrlOf(given.ATALAYA_PUBLIC_URL);
  if (clientId === undefined || publicUrl === undefined) {
    const missing = clientId === undefined ? 'ATALAYA_OIDC_CLIENT_ID' : 'ATALAYA_PUBLIC_URL';
    throw wrong('ATALAYA_OIDC_ISSUER', '', `${missing} has to be set, too`);
  }
  const role = OIDC_ROLES.find((one) => one === given.ATALAYA_OIDC_ROLE);
  if (role === undefined && given.ATALAYA_OIDC_ROLE !== undefined) {
    const value = shown(given.ATALAYA_OIDC_ROLE);
    throw wrong('ATALAYA_OIDC_ROLE', value, `expected ${OIDC_ROLES.join(' or ')}, or nothing`);
  }
  return { issuer, clientId, clientSecret: given.ATALAYA_OIDC_CLIENT_SECRET, publicUrl, role };
}

/** An address of http or https that holds no name and no password. */
function webAddress(value: string): URL | undefined {
  if (!/^https?:/i.test(value) || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.username === '' && url.password === '' ? url : undefined;
}

const ADDRESS = 'http://HOST/v1#MODEL or https://HOST/v1#MODEL for an OpenAI-compatible endpoint';

function encoderOf(value: string, key: string | undefined): EncoderChoice {
  const onnx = /^onnx:(.*)$/s.exec(value)?.[1]?.trim();
  if (onnx) return { kind: 'onnx', model: onnx };
  const expected = `${ADDRESS}, onnx:MODEL for a model in this process, or nothing for the built-in encoder alone`;
  return { kind: 'endpoint', ...endpointOf('ATALAYA_ENCODER', value, key, expected) };
}

function readerOf(value: string, key: string | undefined): ReaderChoice {
  return endpointOf('ATALAYA_READER', value, key, `${ADDRESS}, or nothing for none`);
}

interface NamedEndpoint {
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
}

function endpointOf(
  setting: string,
  value: string,
  key: string | undefined,
  expected: string,
): NamedEndpoint {
  const [, address = '', fragment = ''] = /^(https?:[^#]+)#(.+)$/s.exec(value) ?? [];
  if (!URL.canParse(address)) throw wrong(setting, shown(value), `expected ${expected}`);
  const { username, password } = new URL(address);
  if (username !== '' || password !== '') {
    throw wrong(setting, shown(value), `a key belongs in ${setting}_KEY`);
  }
  // A key goes into a header, which takes no other characters.
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key)) {
    throw wrong(`${setting}_KEY`, '', 'expected visible ASCII characters without a space');
  }
  return { url: address, model: decoded(fragment), key };
}

const wrong = (setting: string, value: string, why: string): Error =>
  new Error(`${setting}${value} cannot be used: ${why}`);

/** The value without what might be a name, a password or a key. */
const shown = (value: string): string =>
  ` "${value.replace(/\/\/.*@/s, '//…@').replace(/\?[^#]*/, '?…')}"`;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
