/** Where a desk's alerts are told: `notices.yaml` in its folder, with the secrets that stand beside it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readNotices, type WrittenChannel } from '../../collect/notices/read-notices.ts';
import { problemText } from '../../collect/watch-list/read-watch.ts';
import type { NoticeChannel } from '../../domain/notices.ts';

export const NOTICES_FILE = 'notices.yaml';

/** The channels; none where there is no file. Throws with every problem where it cannot be meant. */
export async function noticeChannels(folder: string): Promise<readonly NoticeChannel[]> {
  const path = join(folder, NOTICES_FILE);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Error(`${path} cannot be read: check its permissions`, { cause: error });
  });
  if (text === undefined) return [];
  const reading = readNotices(text, path);
  if ('problems' in reading) {
    throw new Error([`${path} cannot be used:`, ...reading.problems.map(problemText)].join('\n  '));
  }
  return Promise.all(reading.channels.map((channel) => withSecret(folder, channel)));
}

async function withSecret(folder: string, channel: WrittenChannel): Promise<NoticeChannel> {
  switch (channel.kind) {
    case 'webhook': {
      const { kind, id, url, secretFile, least } = channel;
      return { kind, id, url, least, secret: await secretIn(folder, id, secretFile) };
    }
    case 'mail': {
      const { passwordFile, dailyAtHour, ...rest } = channel;
      const password =
        passwordFile === undefined ? undefined : await secretIn(folder, rest.id, passwordFile);
      return { ...rest, password, when: dailyAtHour === undefined ? 'each' : { dailyAtHour } };
    }
  }
}

async function secretIn(folder: string, id: string, file: string): Promise<string> {
  const path = join(folder, file);
  const secret = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`${path}, the secret of ${id}, cannot be read: write it there`, { cause });
  });
  if (secret.trim() === '') throw new Error(`${path}, the secret of ${id}, is empty`);
  return secret.trim();
}
