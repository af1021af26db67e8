/** Messages sent for real to stand-ins on this machine: those that take them, and those that misbehave. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { sendMail } from './mail.ts';
import { postWebhook, signatureOf } from './webhook.ts';

const NOW = Date.UTC(2024, 8, 23, 14);
const open: { close: (done: () => void) => unknown }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await new Promise<void>((done) => server.close(done));
});

async function portOf(server: Server | ReturnType<typeof createTcp>): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push(server);
  return (server.address() as AddressInfo).port;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request) body += String(piece);
  return body;
}

const hook = (port: number) =>
  ({
    kind: 'webhook',
    id: 'newsroom',
    url: `http://127.0.0.1:${port}/hook`,
    secret: 'a secret of the test',
    least: 'low',
  }) as const;
const MESSAGE = { id: 'alert:1', body: '{"título":"¿qué?"}', version: '0' };

describe('postWebhook', () => {
  it('hands over the body with a signature that can be checked', async () => {
    let got: { signature: string | undefined; body: string } | undefined;
    const port = await portOf(
      createServer(async (request, response) => {
        const signature = request.headers['atalaya-signature'] as string;
        got = { signature, body: await bodyOf(request) };
        response.writeHead(204).end();
      }),
    );
    expect(await postWebhook(hook(port), MESSAGE, NOW)).toEqual({ kind: 'sent' });
    expect(got!.body).toBe(MESSAGE.body);
    expect(got!.signature).toBe(signatureOf('a secret of the test', got!.body, NOW));
    expect(got!.signature).not.toBe(signatureOf('another', got!.body, NOW));
    expect(got!.signature).not.toBe(signatureOf('a secret of the test', got!.body, NOW + 1000));
  });

  it.each([
    [500, true],
    [503, true],
    [429, true],
    [404, false],
    [410, false],
    [302, false],
  ])('of an answer %i says whether another try may help', async (status, again) => {
    const port = await portOf(
      createServer((_request, response) => {
        response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('words');
      }),
    );
    const problem = `the webhook answered ${status}`;
    expect(await postWebhook(hook(port), MESSAGE, NOW)).toEqual({ kind: 'failed', problem, again });
  });

  it('tries again where nobody listens or the line is cut', async () => {
    const port = await portOf(createTcp((socket) => socket.destroy()));
    const cut = await postWebhook(hook(port), MESSAGE, NOW);
    expect(cut).toMatchObject({ kind: 'failed', again: true });
    const nobody = await postWebhook(hook(1), MESSAGE, NOW);
    expect(nobody).toMatchObject({ kind: 'failed', again: true });
  });
});

interface Taken {
  readonly to: readonly string[];
  readonly text: string;
}

async function mailServer(
  taken: Taken[],
  refuse?: { readonly code: number; readonly words: string },
): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      done(
        refuse === undefined
          ? undefined
          : Object.assign(new Error(refuse.words), { responseCode: refuse.code }),
      );
    },
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (piece: Buffer) => {
        text += String(piece);
      });
      stream.on('end', () => {
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  open.push(server);
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

const mail = (server: string, password?: string) =>
  ({
    kind: 'mail',
    id: 'desk',
    server,
    user: password === undefined ? undefined : 'desk',
    password,
    from: 'Atalaya <desk@newsroom.example>',
    to: ['night@newsroom.example', 'day@newsroom.example'],
    least: 'low',
    when: 'each',
    language: 'es',
  }) as const;
const LETTER = {
  id: 'alert-1',
  subject: 'Alerta: ¿otra vez?\r\nBcc: elsewhere@example.example',
  text: 'Línea uno.\n.\nLínea tres.',
};

describe('sendMail', () => {
  it('hands a letter to the server, for all it is addressed to and nobody else', async () => {
    const taken: Taken[] = [];
    const sent = await sendMail(mail(await mailServer(taken)), LETTER);
    expect(sent).toEqual({ kind: 'sent' });
    expect(taken).toHaveLength(1);
    expect(taken[0]!.to).toEqual(['night@newsroom.example', 'day@newsroom.example']);
    expect(taken[0]!.text).toContain('Message-ID: <alert-1@atalaya.invalid>');
    // A line feed in a subject makes no header.
    expect(taken[0]!.text).not.toMatch(/^Bcc:/im);
  });

  it.each([
    [550, false],
    [451, true],
  ])('of an answer %i says whether another try may help', async (code, again) => {
    const server = await mailServer([], { code, words: 'not this one' });
    const sent = await sendMail(mail(server), LETTER);
    expect(sent).toMatchObject({ kind: 'failed', again });
    expect((sent as { problem: string }).problem).toContain('not this one');
  });

  it('never sends a password over a line that is not encrypted, and never tells it', async () => {
    const taken: Taken[] = [];
    const sent = await sendMail(mail(await mailServer(taken), 'open sesame'), LETTER);
    expect(sent.kind).toBe('failed');
    expect(JSON.stringify(sent)).not.toContain('open sesame');
    expect(taken).toEqual([]);
  });

  it('tries again where nobody listens', async () => {
    expect(await sendMail(mail('smtp://127.0.0.1:1'), LETTER)).toMatchObject({ again: true });
  });
});
