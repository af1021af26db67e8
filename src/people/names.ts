/** Names of accounts: what stands in logs and addresses without any doubt about who is meant. */

/** Who acts at a terminal, and the desk itself: no account may be taken for them in a log. */
const RESERVED: ReadonlySet<string> = new Set(['local', 'desk']);

/** Why a name cannot be an account's, as a sentence; undefined where it can. */
export function nameProblem(name: string): string | undefined {
  if (!/^[a-z0-9][a-z0-9._@-]{0,63}$/.test(name)) {
    return 'A name is of small letters, digits, ".", "_", "-" and "@", at most 64 of them, and begins with a letter or digit.';
  }
  if (RESERVED.has(name)) return `"${name}" is kept for the desk's own lines in its logs.`;
  return undefined;
}
