/** Telling people outside of alerts: what was sent where, what waits, and one round by hand. */
import { z } from 'zod';
import type { Notice, NoticeState } from '../domain/notices.ts';
import { instantWords } from '../export/moments.ts';
import { foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { counted, figure } from '../export/wording.ts';
import { noticeChannels } from '../pipeline/notices/channels.ts';
import { type NoticeRound, noticeRound } from '../pipeline/notices/round.ts';
import { deskIndicators } from '../pipeline/warn/indicators.ts';
import { operation } from './operation.ts';

export interface NoticesView {
  /** Present where a round was asked for. */
  readonly round: NoticeRound | undefined;
  /** Ids of the channels of `notices.yaml`, with what they are; never an address or a secret. */
  readonly channels: readonly { readonly id: string; readonly kind: 'webhook' | 'mail' }[];
  readonly counts: Readonly<Record<NoticeState, number>>;
  /** The newest first. */
  readonly notices: readonly Notice[];
}

export const noticesOperation = operation({
  input: z.object({
    send: z.boolean().default(false).describe('note what alerts there are, and send what is due'),
    address: z
      .string()
      .refine((value) => /^https?:\/\/[^\s/]+$/i.test(value), {
        error: ({ input }) => `"${input}" is no address (example: https://desk.example)`,
      })
      .optional()
      .describe('where people reach the console; messages then link to it'),
    limit: z.coerce.number().int().min(1).max(1000).default(20).describe('how many to list'),
  }),
  creates: false,
  remote: { role: 'editor', changes: false, fields: ['limit'] },
  run: async ({ send, address, limit }, { desk, version }): Promise<NoticesView> => {
    const channels = await noticeChannels(desk.folder);
    const indicators = new Map((await deskIndicators(desk.folder)).map((one) => [one.id, one]));
    const indicatorOf = (id: string) => indicators.get(id);
    const round = send
      ? await noticeRound(desk, { channels, version, indicatorOf, address })
      : undefined;
    return {
      round,
      channels: channels.map(({ id, kind }) => ({ id, kind })),
      counts: await desk.store.noticeCounts(),
      notices: await desk.store.notices({ limit }),
    };
  },
  text: (view, { color }) => noticesText(view, inkOf(color)),
});

function noticesText({ round, channels, counts, notices }: NoticesView, ink: Ink): string {
  if (channels.length === 0 && notices.length === 0) {
    return 'Nobody is told: write a notices.yaml into the desk’s folder (docs/notices.md).';
  }
  return [
    ...(round === undefined
      ? []
      : [
          `${figure(round.noted)} noted, ${figure(round.sent)} sent, ${figure(round.failed)} failed.`,
        ]),
    `${counted(channels.length, 'channel')}: ${channels.map(({ id, kind }) => `${id} (${kind})`).join(', ')}`,
    `${figure(counts.sent)} sent, ${figure(counts.pending)} waiting, ${figure(counts.parked)} parked`,
    ...notices.map((notice) => noticeLine(notice, ink)),
  ].join('\n');
}

function noticeLine(notice: Notice, ink: Ink): string {
  const { channel, subject, state, tries, createdAt, nextAt, sentAt, problem } = notice;
  const head = `  ${channel}  ${subject}`;
  switch (state) {
    case 'sent':
      return `${head}  sent ${instantWords(sentAt ?? createdAt)}`;
    case 'pending':
      return `${head}  ${tries === 0 ? 'waits' : `${counted(tries, 'try', 'tries')}, again ${instantWords(nextAt)}: ${foreign(problem ?? '')}`}`;
    case 'parked':
      return ink.warn(
        `${head}  parked after ${counted(tries, 'try', 'tries')}: ${foreign(problem ?? '')}`,
      );
  }
}
