/** A small stand-in for a chat model that reads articles: it answers as each test tells it to. */
import type { DateMention, Mention, Reading } from '../domain/reading.ts';
import type { Span } from '../domain/span.ts';
import type { ReadableArticle } from '../read/read.ts';
import { itemsIn } from './reading-answer.ts';
import { type Findings, groundOf } from './reading-ground.ts';
import { readingOf } from './reading-of-article.ts';
import type { Refused } from './reading-refusals.ts';
import { windowsOf } from './reading-windows.ts';
import { type StandInServer, serverThat } from './stand-in.fixture.ts';

/** What a chat endpoint is sent. */
export interface Chat {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly type: string };
  readonly temperature?: number;
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
}

/** The lists of an answer; those that are left out are empty. */
export interface Lists {
  readonly attributions?: readonly unknown[];
  readonly events?: readonly unknown[];
  readonly counts?: readonly unknown[];
  readonly positions?: readonly unknown[];
}

/** The answer of an endpoint that says `content`. */
export const said = (content: unknown, finish = 'stop'): unknown => ({
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }],
});

/** The answer of an endpoint with these lists. */
export const saidLists = (lists: Lists): unknown =>
  said(JSON.stringify({ attributions: [], events: [], counts: [], positions: [], ...lists }));

/** The article's words in a question. */
export const articleIn = ({ messages }: Chat): string =>
  /^BEGIN ARTICLE \w+\n(.*)\nEND ARTICLE \w+$/s.exec(messages[1]!.content)![1]!;

/** Whether it is the question that the model is tried with. */
export const isTrial = (chat: Chat): boolean =>
  articleIn(chat).includes('Costa Serena said on Monday');

/** A chat endpoint that finds these lists in what it is shown, and nothing in the trial. */
export const chatServer = (
  read: (article: string, chat: Chat) => Lists,
): Promise<StandInServer<Chat>> =>
  serverThat((chat) => saidLists(isTrial(chat) ? {} : read(articleIn(chat), chat)));

/** An invented article. */
export const articleOf = (text: string, more: Partial<ReadableArticle> = {}): ReadableArticle => ({
  id: '00000000000000aa' as ReadableArticle['id'],
  text,
  language: 'en',
  outlet: 'Harbour Ledger',
  published: '2024-09-23',
  ...more,
});

const NAMES: readonly (readonly [string, Pick<Mention, 'kind' | 'form' | 'entity' | 'state'>])[] = [
  ['Ana Rivas', { kind: 'person', form: 'name', entity: 'person:rvs', state: undefined }],
  ['Rivas', { kind: 'person', form: 'name', entity: 'person:rvs', state: undefined }],
  [
    'Radio Faro',
    { kind: 'organisation', form: 'name', entity: 'organisation:faro', state: undefined },
  ],
  ['Costa Serena', { kind: 'state', form: 'name', entity: 'state:XA', state: 'XA' }],
  ['Ruritanian', { kind: 'state', form: 'demonym', entity: 'state:XB', state: 'XB' }],
  ['Ruritania', { kind: 'state', form: 'name', entity: 'state:XB', state: 'XB' }],
];

/** Stands in for the built-in readers: it knows the invented names above, years and Monday, digits and "nine". */
export function findInvented({ text }: ReadableArticle): Findings {
  const mentions: Mention[] = [];
  const dates: DateMention[] = [];
  const name = new RegExp(NAMES.map(([one]) => one).join('|'), 'g');
  for (const { index, 0: words } of text.matchAll(name)) {
    const [, known] = NAMES.find(([one]) => one === words)!;
    const full = words === 'Rivas' ? 'Ana Rivas' : words;
    mentions.push({ ...known, ...phrase(index, words), name: full });
  }
  for (const { index, 0: words } of text.matchAll(/Monday|\b20\d\d\b/g)) {
    const value = words === 'Monday' ? '2024-09-23' : words;
    const basis = words === 'Monday' ? 'relative' : 'absolute';
    dates.push({ ...phrase(index, words), type: 'DATE', value, basis, days: undefined });
  }
  const sentences = [...text.matchAll(/\S[^.]*\.?/g)].map(({ index, 0: words }) => ({
    begin: index,
    end: index + words.length,
  }));
  const numbersIn = (words: string): number[] =>
    [...words.matchAll(/\d+|nine/g)].map(([one]) => (one === 'nine' ? 9 : Number(one)));
  return { mentions, dates, sentences, numbersIn };
}

const phrase = (begin: number, text: string) => ({
  text,
  span: { begin, end: begin + text.length },
});

/** What becomes of these lists, said about an article in one window. */
export function readIn(text: string, ...answers: readonly Lists[]): Reading {
  const article = articleOf(text);
  const ground = groundOf(article, findInvented);
  const [window] = windowsOf(text, ground.paragraphs, 10_000);
  const refused: Refused = {};
  const items = answers.map((lists) => itemsIn(JSON.stringify(lists), refused)!);
  const windows = items.map((one) => ({ window: window!, items: one }));
  return readingOf(article, 'stand-in@1', ground, windows, refused);
}

/** Where words stand in a text. */
export const placeOf = (text: string, words: string, from = 0): Span => {
  const begin = text.indexOf(words, from);
  return { begin, end: begin + words.length };
};
