/**
 * A question to a chat-completions endpoint. Servers differ in what they take besides model and
 * messages: what one refuses is left out from then on, after it has been tried once.
 */
import { type Said, saidIn } from './chat-answer.ts';
import { type Endpoint, EndpointRefusal, postJson, shownEndpoint } from './endpoint-call.ts';

/** What is left out, or put otherwise, if a server refuses it: the first that it names, else the first. */
const EXTRAS = ['response_format', 'temperature', 'max_tokens', 'max_completion_tokens'] as const;
type Extra = (typeof EXTRAS)[number];

/** Statuses with which servers refuse a field or the grammar made from a schema. */
const FIELD_REFUSED = new Set([400, 422, 500, 501]);

/** A server, and what it takes. */
export interface Chat {
  readonly endpoint: Endpoint;
  readonly extras: Readonly<Partial<Record<Extra, unknown>>>;
}

export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** A server that nothing is known of yet; answers follow `schema` where it can see to that. */
export function chatWith(endpoint: Endpoint, schema: unknown, mostTokens: number): Chat {
  return {
    endpoint,
    extras: {
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'reading', strict: true, schema },
      },
      temperature: 0,
      max_tokens: mostTokens,
    },
  };
}

/** One question, as the server takes it. Throws as `postJson` and `saidIn` do. */
export async function ask(
  { endpoint, extras }: Chat,
  messages: readonly ChatMessage[],
): Promise<Said> {
  const body = { model: endpoint.model, messages, stream: false, ...extras };
  return saidIn(await postJson(endpoint, body), shownEndpoint(endpoint));
}

/** Asks a first time, and finds out what the server takes. */
export async function askFirst(
  chat: Chat,
  messages: readonly ChatMessage[],
): Promise<{ readonly chat: Chat; readonly said: Said }> {
  for (let left = chat; ; ) {
    try {
      return { chat: left, said: await ask(left, messages) };
    } catch (error) {
      const fewer =
        error instanceof EndpointRefusal && FIELD_REFUSED.has(error.status)
          ? without(left, error.words)
          : undefined;
      if (fewer === undefined) throw error;
      left = fewer;
    }
  }
}

/** The same server without the field that its words are about; `undefined` where none is left. */
function without({ endpoint, extras }: Chat, words: string): Chat | undefined {
  const sent = EXTRAS.filter((extra) => extra in extras);
  const named = sent.find((extra) => words.includes(extra)) ?? sent[0];
  if (named === undefined) return undefined;
  const { [named]: value, ...rest } = extras;
  // Newer services have another name for it.
  const isRenamed = named === 'max_tokens' && words.includes('max_completion_tokens');
  return { endpoint, extras: isRenamed ? { ...rest, max_completion_tokens: value } : rest };
}
