/**
 * One model behind a chat endpoint, asked about windows of articles.
 *
 * An article must not be able to stop a desk: where the model cannot answer about one, it is asked
 * about its halves, and in the end that window is counted as malformed. That it is the article, and
 * not the server, is found out with a plain sentence of our own.
 */
import { ask, askFirst, type Chat, chatWith } from './chat-call.ts';
import { clean, type Endpoint, EndpointRefusal, shownEndpoint } from './endpoint-call.ts';
import { ANSWER_SCHEMA, type AnswerItems, itemsIn } from './reading-answer.ts';
import type { WindowAnswer } from './reading-of-article.ts';
import { type Message, messagesFor } from './reading-prompt.ts';
import { type Refused, refuse } from './reading-refusals.ts';
import { halvesOf, type Window, windowsOf } from './reading-windows.ts';

/** A window of fewer UTF-16 units is not halved any more. */
const LEAST_UNITS = 800;
/** Tokens of an answer; a longer one is asked for in halves. */
const ANSWER_TOKENS = 4096;
/** What the model is tried with; invented. */
const PROBE = 'The port authority of Costa Serena said on Monday that the harbour was open.';
/** Statuses with which servers refuse a question for its length or its words. */
const QUESTION_REFUSED = new Set([400, 413, 422]);

/** A window to be asked about. */
export interface Question {
  readonly article: string;
  readonly window: Window;
  /** Counted on. */
  readonly refused: Refused;
  /** Ends what is under way. */
  readonly stop: AbortSignal;
}

/** What is asked of one server, and what has been learnt of it. */
export class ReadingModel {
  private readonly endpoint: Endpoint;
  private tried: Promise<Chat> | undefined;

  constructor(endpoint: Endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * What the model says about a window, or about its parts; nothing, counted, where it cannot. Throws
   * where the server fails, or answers not as agreed about a plain sentence either.
   */
  async about(question: Question): Promise<WindowAnswer[]> {
    const { article, window, refused, stop } = question;
    const chat = stoppedBy(await this.known(stop), stop);
    const messages = messagesFor(article, window);
    const first = await answerTo(chat, messages);
    const answer = first === 'unusable' ? await answerTo(chat, messages) : first;
    if (typeof answer === 'object') {
      for (const [why, times] of Object.entries(answer.refused)) {
        refuse(refused, why as keyof Refused, times);
      }
      return [{ window, items: answer.items }];
    }
    if (answer === 'too long' && window.end - window.begin > LEAST_UNITS) {
      const answers: WindowAnswer[] = [];
      for (const half of halvesOf(article, window)) {
        answers.push(...(await this.about({ ...question, window: half })));
      }
      return answers;
    }
    await this.tryOut(stop);
    refuse(refused, 'malformed');
    return [];
  }

  /** What the server takes, found out at the first question. */
  private async known(stop: AbortSignal): Promise<Chat> {
    this.tried ??= this.tryOut(stop);
    try {
      return await this.tried;
    } catch (error) {
      this.tried = undefined;
      throw error;
    }
  }

  /** Asks about a plain sentence. Throws where that is not answered as agreed. */
  private async tryOut(stop: AbortSignal): Promise<Chat> {
    const { endpoint } = this;
    const [window] = windowsOf(PROBE, [{ begin: 0, end: PROBE.length }], PROBE.length);
    const { chat, said } = await askFirst(
      stoppedBy(chatWith(endpoint, ANSWER_SCHEMA, ANSWER_TOKENS), stop),
      messagesFor(PROBE, window!),
    );
    if (itemsIn(said.text, {}) !== undefined) return chat;
    const begin = clean(said.text, endpoint).slice(0, 40);
    throw new Error(
      `${shownEndpoint(endpoint)} does not answer about one plain sentence in the form that it is asked for (it begins "${begin}"): see whether "${endpoint.model}" can write JSON by a schema, or name another model in ${endpoint.role.setting}`,
    );
  }
}

const stoppedBy = ({ endpoint, extras }: Chat, stop: AbortSignal): Chat => ({
  endpoint: { ...endpoint, stop },
  extras,
});

interface Usable {
  readonly items: AnswerItems;
  readonly refused: Refused;
}

/** One answer. `too long`: to be asked about less, since question or answer did not fit. */
async function answerTo(
  chat: Chat,
  messages: readonly Message[],
): Promise<Usable | 'too long' | 'unusable'> {
  try {
    const said = await ask(chat, messages);
    if (said.cut) return 'too long';
    const refused: Refused = {};
    const items = itemsIn(said.text, refused);
    return items === undefined ? 'unusable' : { items, refused };
  } catch (error) {
    const isRefused = error instanceof EndpointRefusal && QUESTION_REFUSED.has(error.status);
    if (isRefused) return 'too long';
    throw error;
  }
}
