/** A message by mail, over the desk's own server. Nothing is read from the network but its answer. */
import type { NoticeChannel } from '../domain/notices.ts';
import type { Delivered } from './retry.ts';

type Mail = Extract<NoticeChannel, { kind: 'mail' }>;

export interface Letter {
  /** Stands in `Message-ID`: the same letter sent twice is one to whoever reads it. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
}

/** Longest time for connecting, greeting and each answer, in milliseconds. */
const TIME_OUT = 15_000;

export async function sendMail(channel: Mail, letter: Letter): Promise<Delivered> {
  const { server, user, password, from, to } = channel;
  const { protocol, hostname, port } = new URL(server);
  const secure = protocol === 'smtps:';
  // Loaded when there is mail to send: most desks send none.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password goes over an encrypted connection or not at all.
    requireTLS: !secure && password !== undefined,
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: TIME_OUT,
    greetingTimeout: TIME_OUT,
    socketTimeout: TIME_OUT,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      to: [...to],
      subject: letter.subject,
      text: letter.text,
      messageId: `<${letter.id}@atalaya.invalid>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { kind: 'sent' };
  } catch (error) {
    const { message, responseCode } = error as Error & { responseCode?: number };
    // 5xx answers of a server are meant for good (RFC 5321, 4.2.1); a refused password may be mended.
    const forGood = responseCode !== undefined && responseCode >= 500 && responseCode !== 535;
    return { kind: 'failed', problem: withoutSecret(message, password), again: !forGood };
  } finally {
    transport.close();
  }
}

function withoutSecret(words: string, secret: string | undefined): string {
  return secret === undefined || secret === '' ? words : words.replaceAll(secret, '…');
}
