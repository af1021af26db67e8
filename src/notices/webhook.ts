/**
 * A message to a webhook: JSON over POST, signed so that who takes it can tell that it is the desk's and
 * not an old one sent again. `Atalaya-Signature: t=SECONDS,v1=HEX` is the HMAC SHA-256 of `SECONDS.BODY`.
 */
import { createHmac } from 'node:crypto';
import type { NoticeChannel } from '../domain/notices.ts';
import type { Delivered } from './retry.ts';

type Webhook = Extract<NoticeChannel, { kind: 'webhook' }>;

/** Longest time for the whole exchange, in milliseconds. */
const TIME_OUT = 15_000;

/** The value of the signature's header for a body sent at `now` (milliseconds). */
export function signatureOf(secret: string, body: string, now: number): string {
  const seconds = Math.floor(now / 1000);
  const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${mac}`;
}

/** Sends one message. Redirects are not followed: an answer elsewhere is somebody else's. */
export async function postWebhook(
  { url, secret }: Webhook,
  message: { readonly id: string; readonly body: string; readonly version: string },
  now: number,
): Promise<Delivered> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_OUT),
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'User-Agent': `Atalaya/${message.version}`,
        'Atalaya-Message': message.id,
        'Atalaya-Signature': signatureOf(secret, message.body, now),
      },
      body: message.body,
    });
    await answer.body?.cancel();
    return outcomeOf(answer.status);
  } catch (error) {
    const { message: words, cause } = error as Error;
    const problem = cause instanceof Error && cause.message !== '' ? cause.message : words;
    return { kind: 'failed', problem, again: true };
  }
}

/** Gone and forbidden stay so; too many requests and a server's own fault pass. */
function outcomeOf(status: number): Delivered {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const again = status === 408 || status === 425 || status === 429 || status >= 500;
  return { kind: 'failed', problem: `the webhook answered ${status}`, again };
}
