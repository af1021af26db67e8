/**
 * Passwords as argon2id hashes in PHC form (RFC 9106), with the parameters that OWASP's password
 * storage cheat sheet recommends: 19 MiB, two passes, one lane. About 40 ms of one core each.
 */
import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';
import type { PasswordProblem } from '../domain/people.ts';

const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** In characters. More than this many is no password but an attempt to keep the desk busy. */
const LEAST = 12;
const MOST = 256;

/** A hash of nobody's password: what is verified where there is no account, so that time tells nothing. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$bm9ib2R5J3MgcGFzc3dvcmQgaXMgdGhpcyBoYXNoISE';

/** Of the lists of leaked passwords those that are long enough, in small letters without spaces. */
const COMMON: ReadonlySet<string> = new Set(
  `password1234 password12345 password123456 passwordpassword password1password passw0rd1234
   123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 123123123123
   0123456789ab 1234567890ab 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3
   qwertyuiop12 qwertyuiop123 qwertyuiop[] qwertyuiopas qwerty123456 qwerty1234567 qwertyqwerty
   asdfghjkl123 zxcvbnm12345 abcdefghijkl abcdefghijklm abcd12345678 abc123abc123 abcdef123456
   iloveyou1234 iloveyouiloveyou letmein12345 letmeinletmein welcome12345 welcomewelcome
   administrator administrator1 adminadmin12 adminadminadmin admin1234567 admin12345678 rootrootroot
   changeme1234 changemechangeme trustno1trustno1 correcthorsebatterystaple contraseña12 contraseña123
   contraseñacontraseña contrasena123 contrasenacontrasena atalayaatalaya atalaya12345 atalaya123456
   monkey123456 dragon123456 football1234 baseball1234 superman1234 sunshine1234 princess1234
   тестпароль12 пароль123456 парольпароль йцукенгшщзхъ qwertzuiop12 azertyuiop12`
    .split(/\s+/)
    .map((word) => word.normalize('NFKC')),
);

/** Why a password cannot be one for the account; undefined where nothing stands against it. */
export function passwordProblem(password: string, account: string): PasswordProblem | undefined {
  // Code units first: a text of megabytes is not taken apart.
  if (password.length > 2 * MOST) return 'too-long';
  const length = [...password].length;
  if (length < LEAST) return 'too-short';
  if (length > MOST) return 'too-long';
  const folded = password.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  if (repeatsWithin(folded)) return 'repeats';
  const own = account.toLowerCase();
  // A name of one or two letters stands in many a good password.
  const rest = own.length < 3 ? folded : folded.replaceAll(own, '');
  if (folded !== rest && [...rest].length < LEAST / 2) return 'own-name';
  return COMMON.has(folded) ? 'common' : undefined;
}

/** Whether a text is one to three characters over and over, as in `aaaa…` and `abcabc…`. */
function repeatsWithin(text: string): boolean {
  return [1, 2, 3].some(
    (period) => text.length <= period || text.slice(period) === text.slice(0, -period),
  );
}

/** The hash of a password. Chance is a salt of 16 bytes. */
export function hashPassword(
  password: string,
  random: (count: number) => Uint8Array = randomBytes,
): Promise<string> {
  return argon2id({
    password: password.normalize('NFKC'),
    salt: random(SALT_BYTES),
    memorySize: MEMORY_KIB,
    iterations: PASSES,
    parallelism: LANES,
    hashLength: HASH_BYTES,
    outputType: 'encoded',
  });
}

/**
 * Whether a password fits a hash, whose own parameters count. Without a hash, or with one that
 * cannot be read, as much work is done and the answer is no.
 */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const known = hash !== undefined && parametersOf(hash) !== undefined;
  // Cut, so that a long text costs no more than a password; it cannot fit any more either way.
  const short = password.length <= 2 * MOST;
  const given = (short ? password : password.slice(0, MOST)).normalize('NFKC') || ' ';
  const fits = await argon2Verify({ password: given, hash: known ? hash : NOBODY }).catch(
    () => false,
  );
  return fits && known && short && password !== '';
}

/** Whether a hash was made with less work than today's. */
export function outgrown(hash: string): boolean {
  const made = parametersOf(hash);
  return made === undefined || made.memory < MEMORY_KIB || made.passes < PASSES;
}

function parametersOf(hash: string): { memory: number; passes: number } | undefined {
  const found = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$/.exec(hash);
  return found === null ? undefined : { memory: Number(found[1]), passes: Number(found[2]) };
}
