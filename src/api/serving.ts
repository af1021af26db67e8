/** Listening until interrupted, and never beyond this machine without accounts. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Alarms } from '../operations/alarms.ts';
import { claimOperation } from '../operations/claim.ts';
import { demoOperation, watchOf } from '../operations/demo.ts';
import { OPERATIONS } from '../operations/list.ts';
import type { Context } from '../operations/operation.ts';
import { PAGES } from '../pages/list.ts';
import { shellPage } from '../pages/shell.ts';
import { openOidc } from '../people/oidc.ts';
import { appOf } from './app.ts';
import { openAuthority } from './authority.ts';
import { boundedServer, SERVER_LIMITS } from './bounded-server.ts';
import { clientAddress } from './forwarded.ts';
import { languageOf } from './language.ts';
import { openProcessWatch } from './metrics-process.ts';
import type { ApiProgram } from './program.ts';
import { messageLine, requestLine } from './request-log.ts';
import {
  EXAMPLE_DESK,
  type ServedView,
  type ServeInput,
  type ServeOptions,
} from './serve-input.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;
type Step = Context['progress']['step'];
/** Time that requests in flight have to end, in milliseconds. */
const GRACE = 5000;
/** What judging needs (lexicons, checks) is loaded a while after the start: a second or two that the first claim would cost. */
const WARM_AFTER = 3000;
/** Between two rounds of telling people, in milliseconds. */
const TELL_EVERY = 60_000;

/** Serves a desk; throws, saying what to do, where it must not or cannot listen. */
export async function serving(
  input: ServeInput,
  context: Context,
  options: ServeOptions,
): Promise<ServedView> {
  if (!input.example && !context.hasDesk) {
    throw new Error(
      'there is no desk here: begin one (atalaya ingest FILES, or atalaya watch), or look at the example (atalaya serve --example)',
    );
  }
  const desk = input.example ? await exampleDesk(context, options) : context.desk;
  const watchFile = input.example ? watchOf(context) : input.watchFile;
  // Whom a proxy passes on is nobody at this machine, whatever the connection and the header say.
  const beyond = !LOOPBACK.test(input.host) || input.behindProxy > 0;
  if (beyond && (await desk.store.accounts()).length === 0) {
    throw new Error(
      `${input.behindProxy > 0 ? 'a server behind a proxy' : input.host} can be reached by others, and this desk has no accounts: make one first (atalaya account add --name NAME --role admin), or listen on 127.0.0.1`,
    );
  }
  const signal = context.interrupted();
  const tell = (line: string): void =>
    context.progress.tell(messageLine(line, desk.now(), input.log));
  const watched = openProcessWatch();
  let requests = 0;
  const steps = new Set<Step>();
  const overTls = input.behindTls || options.publicUrl?.startsWith('https:') === true;
  const program: ApiProgram = {
    operations: OPERATIONS,
    pages: PAGES,
    authority: openAuthority({
      store: desk.store,
      now: desk.now,
      random: randomBytes,
      secureCookies: overTls,
      listensBeyondLoopback: beyond,
      oidc: options.oidc && openOidc(options.oidc),
      languageOf,
      frame: (asking, shown) =>
        shellPage(asking, shown, {
          section: undefined,
          version: context.version,
          coverage: undefined,
          invented: input.example,
        }),
    }),
    desk,
    example: context.example,
    version: context.version,
    watchFile,
    assets: options.assets,
    invented: input.example,
    overTls,
    hosts: undefined,
    ending: signal,
    steps,
    requested: (entry) => {
      requests++;
      if (input.log !== 'none') context.progress.tell(requestLine(entry, input.log));
    },
    process: watched.families,
    log: tell,
  };
  const server = await listening(program, input);
  const { port } = server.address() as AddressInfo;
  const host = input.host.includes(':') ? `[${input.host}]` : input.host;
  const address = `http://${host}:${port}`;
  tell(`The console is at ${address}/ – end it with Ctrl-C.`);
  const alarms = new Alarms(
    {
      ...withDesk(context, desk),
      progress: toldTo(steps, {
        tell,
        step: input.log === 'json' ? () => {} : context.progress.step,
      }),
    },
    watchFile,
  );
  const warming = setTimeout(() => void warmed(context, desk), WARM_AFTER);
  const telling = setInterval(() => void alarms.tell(options.publicUrl ?? address), TELL_EVERY);
  await ended(signal);
  clearTimeout(warming);
  clearInterval(telling);
  watched.close();
  await closed(server);
  if (input.example) await desk.close();
  return { address, requests };
}

/** Judges a claim that nobody asked for. What fails is told to whoever asks for one. */
async function warmed(context: Context, desk: Context['desk']): Promise<void> {
  await claimOperation
    .run({ what: ['what a minister said'] }, withDesk(context, desk))
    .catch(() => {});
}

/** How far rounds are, for the terminal and for all who listen. */
function toldTo(steps: ReadonlySet<Step>, progress: Context['progress']): Context['progress'] {
  return {
    tell: progress.tell,
    step: (...told) => {
      progress.step(...told);
      for (const step of steps) step(...told);
    },
  };
}

/** The bundled example, made where it is not there yet. */
async function exampleDesk(context: Context, options: ServeOptions): Promise<Context['desk']> {
  const made = existsSync(`${EXAMPLE_DESK}/desk.sqlite`);
  const desk = await options.openExample(EXAMPLE_DESK);
  if (!made) {
    context.progress.tell('Making the example: reading, tracing, measuring …');
    await demoOperation.run({}, withDesk(context, desk));
  }
  return desk;
}

/** The context of another desk: its own must not be asked for where there is none. */
function withDesk(context: Context, desk: Context['desk']): Context {
  const { progress, stdin, example, version, by, interrupted } = context;
  return { desk, hasDesk: true, progress, stdin, example, version, by, interrupted };
}

async function listening(
  program: ApiProgram,
  { port, host, behindProxy }: ServeInput,
): Promise<Server> {
  const app = appOf(program);
  const listener = getRequestListener((request, env) => {
    const { incoming } = env as { incoming: { socket: { remoteAddress?: string } } };
    const connected = incoming.socket.remoteAddress ?? '';
    const forwarded = request.headers.get('x-forwarded-for');
    return app.fetch(request, { remoteAddress: clientAddress(forwarded, connected, behindProxy) });
  });
  const limits =
    behindProxy > 0 ? { ...SERVER_LIMITS, connectionsOfOne: undefined } : SERVER_LIMITS;
  const server = boundedServer((incoming, outgoing) => void listener(incoming, outgoing), limits);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      const why = taken
        ? 'the port is taken: end what listens there, or give another with --port'
        : cause.message;
      reject(new Error(`cannot listen on ${host}:${port}: ${why}`));
    });
    server.listen(port, host, () => resolve());
  });
  return server;
}

function ended(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
}

/** Lets what is under way end, but not for ever. */
async function closed(server: Server): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE);
  await done;
  clearTimeout(timer);
}
