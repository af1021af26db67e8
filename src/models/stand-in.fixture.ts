/** Small stand-ins for learned models: letters in a row counted in 64 places. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Transformers } from './onnx-encoder.ts';

export const STAND_IN_DIMS = 64;

/** Not of length 1, and the same for the same text. */
export function standInVector(text: string): number[] {
  const vector = new Array<number>(STAND_IN_DIMS).fill(0);
  for (let at = 0; at < text.length; at++) {
    const place = (text.charCodeAt(at) * 31 + (text.charCodeAt(at + 1) || 0) * 7) % STAND_IN_DIMS;
    vector[place]! += 3;
  }
  return vector;
}

/** What an embeddings endpoint is sent. */
interface Texts {
  readonly model: string;
  readonly input: string[];
}

/** One call as the server saw it. */
interface Call<Body> {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Body;
}

/** What the server answers; an object is sent as JSON, 'never' is no answer at all. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** An endpoint on this machine, in `/v1`, whose next answers can be set. */
export interface StandInServer<Body = Texts> {
  readonly url: string;
  readonly calls: Call<Body>[];
  /** Answers of the next calls; after them it answers rightly. */
  readonly replies: (Reply | 'never' | 'hang up')[];
  readonly close: () => Promise<void>;
}

/** The right answer to a call. */
export const rightAnswer = ({ input }: Texts) => ({
  object: 'list',
  data: input.map((text, index) => ({
    object: 'embedding',
    index,
    embedding: standInVector(text),
  })),
});

/** An embeddings endpoint. */
export const standInServer = (): Promise<StandInServer> => serverThat(rightAnswer);

/** A server that answers calls so, where no other answer is set. */
export async function serverThat<Body>(
  answer: (body: Body) => unknown,
): Promise<StandInServer<Body>> {
  const calls: Call<Body>[] = [];
  const replies: StandInServer['replies'] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, url: path, headers } = request;
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Body;
    calls.push({ method, path, headers, body });
    const reply = replies.shift() ?? { body: answer(body) };
    if (reply === 'never') return;
    if (reply === 'hang up') return void request.socket.destroy();
    response.writeHead(reply.status ?? 200, reply.headers);
    const content = reply.body ?? '';
    response.end(
      typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    replies,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What was asked of the stand-in for transformers.js. */
export interface Opened {
  readonly model: string;
  readonly localOnly: boolean;
  readonly texts: string[];
}

/** A stand-in for transformers.js, which notes what it is asked. */
export function standInTransformers(): { load: () => Promise<Transformers>; opened: Opened[] } {
  const opened: Opened[] = [];
  const load = async (): Promise<Transformers> => ({
    pipeline: async (_task, model, { local_files_only: localOnly }) => {
      const texts: string[] = [];
      opened.push({ model, localOnly, texts });
      return async (text) => {
        texts.push(text);
        return { dims: [1, STAND_IN_DIMS], data: Float32Array.from(standInVector(text)) };
      };
    },
  });
  return { load, opened };
}
