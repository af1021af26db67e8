/**
 * `notices.yaml` of a desk's folder: where alerts are told. Secrets stand in files beside it, never in it,
 * so that it can be shown and shared. Every problem is told with its place.
 */
import { SEVERITIES, type Severity } from '../../domain/alerts.ts';
import type { WatchProblem } from '../../domain/watch.ts';
import type { Checked } from '../watch-list/checked.ts';
import { shown } from '../watch-list/checked.ts';
import { idValue } from '../watch-list/source-ids.ts';
import { lineValue, oneOf, wholeNumber } from '../watch-list/written-values.ts';
import { type Entries, entriesAt, itemsAt, valueAt, valuesAt } from '../watch-list/yaml-fields.ts';
import {
  complain,
  type Entry,
  openYaml,
  problemsOf,
  type Reading,
} from '../watch-list/yaml-reading.ts';

export const NOTICE_KEYS = ['webhooks', 'mail'] as const;
export const WEBHOOK_KEYS = ['id', 'url', 'secretFile', 'least'] as const;
export const MAIL_KEYS = [
  'id',
  'server',
  'user',
  'passwordFile',
  'from',
  'to',
  'least',
  'daily',
  'language',
] as const;

/** A channel as written: its secrets by the names of their files. */
export type WrittenChannel =
  | {
      readonly kind: 'webhook';
      readonly id: string;
      readonly url: string;
      readonly secretFile: string;
      readonly least: Severity;
    }
  | {
      readonly kind: 'mail';
      readonly id: string;
      readonly server: string;
      readonly user: string | undefined;
      readonly passwordFile: string | undefined;
      readonly from: string;
      readonly to: readonly string[];
      readonly least: Severity;
      readonly dailyAtHour: number | undefined;
      readonly language: 'en' | 'es';
    };

export type NoticesReading =
  | { readonly channels: readonly WrittenChannel[] }
  | { readonly problems: readonly WatchProblem[] };

/** Reads the text of a notices file; `file` is the name that the problems show. */
export function readNotices(text: string, file: string): NoticesReading {
  const opened = openYaml(text, file);
  if ('problems' in opened) return opened;
  const { reading } = opened;
  const root: Entry = { node: reading.document.contents!, path: '' };
  const entries = entriesAt(reading, root, NOTICE_KEYS);
  const channels = [
    ...itemsAt(reading, entries?.get('webhooks')).flatMap((item) => webhookAt(reading, item)),
    ...itemsAt(reading, entries?.get('mail')).flatMap((item) => mailAt(reading, item)),
  ];
  const ids = new Set<string>();
  for (const { id } of channels) {
    if (ids.has(id)) complain(reading, root, `two channels have the id ${id}; rename one.`);
    ids.add(id);
  }
  const problems = problemsOf(reading);
  return problems.length > 0 ? { problems } : { channels };
}

/** The value of a key that a channel cannot be without. */
function needed<T>(
  reading: Reading,
  item: Entry,
  entries: Entries,
  key: string,
  check: (text: string) => Checked<T>,
): T | undefined {
  if (!entries.has(key)) return complain(reading, item, `${key} is missing.`);
  return valueAt(reading, entries.get(key), check);
}

function webhookAt(reading: Reading, item: Entry): WrittenChannel[] {
  const entries = entriesAt(reading, item, WEBHOOK_KEYS);
  if (entries === undefined) return [];
  const id = needed(reading, item, entries, 'id', idValue);
  const url = needed(reading, item, entries, 'url', hookAddress);
  const secretFile = needed(reading, item, entries, 'secretFile', fileName);
  const least = valueAt(reading, entries.get('least'), (text) => oneOf(text, SEVERITIES)) ?? 'low';
  if (id === undefined || url === undefined || secretFile === undefined) return [];
  return [{ kind: 'webhook', id, url, secretFile, least }];
}

function mailAt(reading: Reading, item: Entry): WrittenChannel[] {
  const entries = entriesAt(reading, item, MAIL_KEYS);
  if (entries === undefined) return [];
  const id = needed(reading, item, entries, 'id', idValue);
  const server = needed(reading, item, entries, 'server', mailServer);
  const from = needed(reading, item, entries, 'from', mailAddress);
  const to = valuesAt(reading, entries.get('to'), mailAddress);
  if (to.length === 0) complain(reading, item, 'to names nobody; write at least one address.');
  const user = valueAt(reading, entries.get('user'), lineValue);
  const passwordFile = valueAt(reading, entries.get('passwordFile'), fileName);
  const least = valueAt(reading, entries.get('least'), (text) => oneOf(text, SEVERITIES)) ?? 'low';
  const dailyAtHour = valueAt(reading, entries.get('daily'), (text) =>
    wholeNumber(text, { min: 0, max: 23 }),
  );
  const language =
    valueAt(reading, entries.get('language'), (text) => oneOf(text, ['en', 'es'] as const)) ?? 'en';
  if (id === undefined || server === undefined || from === undefined) return [];
  return [{ kind: 'mail', id, server, user, passwordFile, from, to, least, dailyAtHour, language }];
}

/** https, or http to this machine itself. */
function hookAddress(text: string): Checked<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const local = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
  const plain = url?.protocol === 'http:' && local;
  if (url === undefined || !(url.protocol === 'https:' || plain)) {
    return { fault: `${shown(text)} is no address for a webhook; write https://….` };
  }
  if (url.username !== '' || url.password !== '') {
    return { fault: 'an address must hold no password; the signature tells who sends.' };
  }
  return { value: url.href };
}

function mailServer(text: string): Checked<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    return { fault: `${shown(text)} is no mail server; write smtps://HOST or smtp://HOST:587.` };
  }
  if (url.username !== '' || url.password !== '') {
    return { fault: 'write the name as user and the password into a file (passwordFile).' };
  }
  return { value: text };
}

/** One address, perhaps with a name before it; no line feed, which would be a header of its own. */
function mailAddress(text: string): Checked<string> {
  return /^[^\p{Cc}<>@]*(?:<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u.test(text)
    ? { value: text }
    : { fault: `${shown(text)} is no mail address; write desk@newsroom.example.` };
}

/** A file beside this one: no path leads elsewhere. */
function fileName(text: string): Checked<string> {
  return /^[\w][\w.-]*$/.test(text)
    ? { value: text }
    : { fault: `${shown(text)} is no name of a file beside this one.` };
}
