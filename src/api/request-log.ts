/**
 * What is noted of a request: never a query, a body, a cookie, a key, or an address that somebody
 * thought up. The route is our pattern of it, so that a line says nothing of what was looked at.
 */

/** How lines are written; `none`: defects alone, as text. */
export const LOG_FORMATS = ['none', 'text', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

export interface RequestEntry {
  /** When it was answered, milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  /** Pattern of the route, `/alerts/:id`; `none` where nothing is at the address. */
  readonly route: string;
  readonly status: number;
  /** Until the head of the answer. */
  readonly ms: number;
  /** Of the answer's body as sent; undefined for what is sent while it is made. */
  readonly bytes: number | undefined;
  /** The account, or `local`; undefined: nobody was asked for, or nobody is signed in. */
  readonly who: string | undefined;
  readonly by: 'local' | 'session' | 'token' | undefined;
}

/** One line a request; text is for people, JSON for programs. Absent fields are left out. */
export function requestLine(entry: RequestEntry, format: 'text' | 'json'): string {
  const { at, method, route, status, bytes, who, by } = entry;
  const ms = Math.round(entry.ms * 10) / 10;
  const time = new Date(at).toISOString();
  if (format === 'json') {
    return JSON.stringify({ time, kind: 'request', method, route, status, ms, bytes, who, by });
  }
  const size = bytes === undefined ? 'stream' : `${bytes} bytes`;
  return `${time} ${method} ${route} ${status} ${ms} ms ${size}${who === undefined ? '' : ` ${who}`}`;
}

/** Anything else that the server says, in the same format. */
export function messageLine(line: string, at: number, format: LogFormat): string {
  if (format !== 'json') return line;
  const time = new Date(at).toISOString();
  const kind = line.startsWith('defect-') ? 'defect' : 'message';
  return JSON.stringify({ time, kind, text: line });
}
