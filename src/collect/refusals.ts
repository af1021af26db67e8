/** Refusals and broken reads, made in one place so that each says what is wrong and what to do. */
import type { Outcome, Place, Refusal, RefusalKind } from '../domain/outcome.ts';

/** Longest offending value that a refusal or a doubt shows, in UTF-16 units. */
const VALUE_LENGTH = 200;

/** A refusal as an outcome; `value` is cut to 200 characters. */
export function refused(
  kind: RefusalKind,
  place: Place,
  detail: string,
  value?: string,
): Extract<Outcome<never>, { ok: false }> {
  const refusal: Refusal = { kind, place, detail };
  if (value === undefined || value === '') return { ok: false, refusal };
  return { ok: false, refusal: { ...refusal, value: shortened(value) } };
}

/** The value as shown to a person: its first 200 characters, never half a surrogate pair. */
export function shortened(value: string): string {
  return value.slice(0, VALUE_LENGTH).replace(/[\ud800-\udbff]$/, '');
}

/** A stream that broke off. Thrown inside this folder only; `readInputs` turns it into a refusal. */
export class BrokenInput extends Error {
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.kind = kind;
  }
}

/** The refusal for whatever was thrown while a file or folder was opened or read. */
export function refusedRead(error: unknown, file: string): ReturnType<typeof refused> {
  if (error instanceof BrokenInput) return refused(error.kind, { file }, error.message);
  return refused('unreadable-file', { file }, `${file} ${reasonOf(error)}`);
}

/** Half a sentence for a system error, by its code; the message itself where the code is rare. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'does not exist; check the path.';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read by this user; change its permissions or run as its owner.';
    case 'EISDIR':
      return 'is a folder where a file was expected; name the folder itself or a file in it.';
    case 'ENOTDIR':
      return 'is a path through a file that is no folder; check the path.';
    case 'ELOOP':
      return 'is a link that leads back to itself; name the file it should lead to.';
    default: {
      const message = error instanceof Error ? error.message : String(error);
      return `could not be read (${shortened(message)}); try again or copy it elsewhere.`;
    }
  }
}
