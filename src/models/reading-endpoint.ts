/**
 * A reader behind any OpenAI-compatible endpoint: `POST …/chat/completions`, as Ollama, vLLM,
 * llama.cpp and hosted services answer it. Articles go in windows, a few at a time. What the model
 * says counts only where the article says it in the same words.
 */
import type { ReadableArticle, Reader } from '../read/read.ts';
import {
  CHAT_CALL,
  type ChatOptions,
  chatEndpoint,
  chatUrl,
  type ReaderChoice,
} from './chat-endpoint.ts';
import { shownAddress } from './endpoint-call.ts';
import { type FindIn, type Ground, groundOf } from './reading-ground.ts';
import { ReadingModel } from './reading-model.ts';
import { readingOf, type WindowAnswer } from './reading-of-article.ts';
import { type Refused, refuse } from './reading-refusals.ts';
import { type Window, windowsOf } from './reading-windows.ts';

/** Raised with every change of what is asked or taken: articles are then read again. */
const VERSION = 1;
/** Units of a window, so that question and answer fit a context of 8,192 tokens. */
const WINDOW_UNITS = 4000;
/** Windows of one article; a text of 200,000 units is no article. */
const MOST_WINDOWS = 50;
/** Calls at a time: what a small server does at once. */
const CONCURRENCY = 2;
/** Articles that are worth storing at a time: a call takes seconds. */
const PAGE = 16;
const ROLE = { name: 'reader', setting: 'ATALAYA_READER', task: 'chat' };
/** Languages that models are asked to read; states, names and dates are known in the first three. */
const LANGUAGES = ['en', 'es', 'ru', 'uk', 'pt', 'fr', 'de'];

export interface ReadingEndpointOptions extends ReaderChoice, ChatOptions {
  /** The built-in readers of names, dates, sentences and numbers. */
  readonly find: FindIn;
  /** Calls at a time; 2 where not given. The readings are the same for any number. */
  readonly concurrency?: number;
}

/**
 * The reader. Nothing is asked before the first articles are read. `read` throws, naming address and
 * cause but never the key, where the server fails or the model cannot answer as agreed.
 */
export function openReadingEndpoint(options: ReadingEndpointOptions): Reader {
  const url = chatUrl(options.url);
  const id = `${shownAddress(url).replace(CHAT_CALL, '')}#${options.model}@${VERSION}`;
  const model = new ReadingModel(chatEndpoint(url, ROLE, options));
  const concurrency = options.concurrency ?? CONCURRENCY;
  return {
    id,
    languages: LANGUAGES,
    page: PAGE,
    read: async (articles) => {
      const tasks = articles.map((article) => taskOf(article, options.find));
      await answerAll(model, tasks, concurrency);
      return tasks.map(({ article, ground, answers, refused }) =>
        readingOf(article, id, ground, answers, refused),
      );
    },
  };
}

/** Asks about all windows, so many at a time. The first failure ends them all, and is thrown. */
async function answerAll(
  model: ReadingModel,
  tasks: readonly Task[],
  concurrency: number,
): Promise<void> {
  const failed = new AbortController();
  const stop = failed.signal;
  const questions = tasks
    .flatMap((task) => task.windows.map((window) => ({ task, window })))
    .values();
  const work = async (): Promise<void> => {
    for (const { task, window } of questions) {
      const { article, refused, answers } = task;
      answers.push(...(await model.about({ article: article.text, window, refused, stop })));
      if (stop.aborted) return;
    }
  };
  await Promise.all(
    Array.from({ length: concurrency }, () =>
      work().catch((error: unknown) => {
        if (!stop.aborted) failed.abort(error);
      }),
    ),
  );
  stop.throwIfAborted();
}

interface Task {
  readonly article: ReadableArticle;
  readonly ground: Ground;
  readonly windows: readonly Window[];
  readonly answers: WindowAnswer[];
  readonly refused: Refused;
}

function taskOf(article: ReadableArticle, find: FindIn): Task {
  const ground = groundOf(article, find);
  const windows = windowsOf(article.text, ground.paragraphs, WINDOW_UNITS);
  const refused: Refused = {};
  refuse(refused, 'too-many', Math.max(0, windows.length - MOST_WINDOWS));
  return { article, ground, windows: windows.slice(0, MOST_WINDOWS), answers: [], refused };
}
