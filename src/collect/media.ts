/** Media types with parameters (`text/csv; header=present`): how an item says what its bytes are. */

export interface Media {
  /** Lower-case, e.g. `application/json`. */
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Writes a media type; parameters without a value are left out. */
export function formatMedia(
  type: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const written = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return [type, ...written.map(([name, value]) => `${name}=${value}`)].join('; ');
}

/** Reads a media type; never throws, an unreadable parameter is left out. */
export function parseMedia(value: string): Media {
  const [type = '', ...rest] = value.split(';');
  const parameters: Record<string, string> = {};
  for (const part of rest) {
    const [name, content] = part.split('=');
    if (name?.trim() && content !== undefined) {
      parameters[name.trim().toLowerCase()] = content.trim().replace(/^"(.*)"$/, '$1');
    }
  }
  return { type: type.trim().toLowerCase(), parameters };
}
