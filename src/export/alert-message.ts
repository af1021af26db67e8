/**
 * Alerts as letters and as messages for programs: what fired, what speaks for it and against it, what would
 * clear it. Only short passages go along. Plain text in two languages.
 */
import type { AlertView } from '../domain/alert-views.ts';
import type { Worded } from '../domain/worded.ts';
import { findingWords, severityWords } from './alert-wording.ts';
import { foreign } from './terminal/ink.ts';

export type MessageLanguage = keyof Worded;

export interface LetterText {
  readonly subject: string;
  readonly text: string;
}

const WORDS = {
  en: {
    alert: 'Alert',
    for: 'What speaks for it',
    against: 'What speaks against it',
    rivals: 'What else would look the same',
    clears: 'What would clear it',
    page: 'The whole of it',
    foot: 'A lead, not a finding. It rests on public sources that this desk reads.',
    digest: (alerts: number, day: string) =>
      `Atalaya, ${day}: ${alerts === 1 ? '1 alert' : `${alerts} alerts`}`,
    none: 'Nothing rose above its threshold.',
  },
  es: {
    alert: 'Alerta',
    for: 'A favor',
    against: 'En contra',
    rivals: 'Qué más se vería igual',
    clears: 'Qué la despejaría',
    page: 'Todo al respecto',
    foot: 'Es un indicio, no una conclusión. Se apoya en fuentes públicas que esta mesa lee.',
    digest: (alerts: number, day: string) =>
      `Atalaya, ${day}: ${alerts === 1 ? '1 alerta' : `${alerts} alertas`}`,
    none: 'Nada superó su umbral.',
  },
} as const;

/** Longest subject, in characters: what mail programs show. */
const SUBJECT = 120;

/** One alert as a letter; `page`: the address of the alert in the console, where that is known. */
export function alertLetter(
  view: AlertView,
  language: MessageLanguage,
  page: string | undefined,
): LetterText {
  const words = WORDS[language];
  const head = `${words.alert} (${severityWords(view.alert.severity, language)}): ${titleOf(view, language)}`;
  return {
    subject: cut(`${head} – ${view.alert.subject}`),
    text: [...alertLines(view, language, page), '', words.foot, ''].join('\n'),
  };
}

/** The alerts of a day as one letter, newest first. `day` in milliseconds. */
export function digestLetter(
  views: readonly AlertView[],
  day: number,
  language: MessageLanguage,
  pageOf: (view: AlertView) => string | undefined,
): LetterText {
  const words = WORDS[language];
  const parts = views.map((view) => alertLines(view, language, pageOf(view)).join('\n'));
  const body = parts.length === 0 ? [words.none] : [parts.join('\n\n— — —\n\n')];
  return {
    subject: words.digest(views.length, dayIn(day, language)),
    text: [...body, '', words.foot, ''].join('\n'),
  };
}

/** One alert for a program, as JSON; `sentences` are in English. */
export function alertMessage(view: AlertView, page: string | undefined): string {
  const { alert, passages } = view;
  return JSON.stringify({
    type: 'alert',
    alert,
    title: titleOf(view, 'en'),
    ...(page !== undefined && { page }),
    sentences: {
      for: alert.findings.map((one) => findingWords(one, 'en')),
      against: alert.counter.map((one) => findingWords(one, 'en')),
    },
    passages,
  });
}

function alertLines(
  view: AlertView,
  language: MessageLanguage,
  page: string | undefined,
): string[] {
  const { alert, indicator } = view;
  const words = WORDS[language];
  const list = (head: string, sentences: readonly string[]): string[] =>
    sentences.length === 0 ? [] : ['', `${head}:`, ...sentences.map((one) => `- ${foreign(one)}`)];
  return [
    titleOf(view, language),
    foreign(alert.subject),
    ...list(
      words.for,
      alert.findings.map((one) => findingWords(one, language)),
    ),
    ...list(
      words.against,
      alert.counter.map((one) => findingWords(one, language)),
    ),
    ...list(words.rivals, indicator?.rivals.map((one) => one[language]) ?? []),
    ...list(words.clears, indicator?.clears.map((one) => one[language]) ?? []),
    ...(page === undefined ? [] : ['', `${words.page}: ${page}`]),
  ];
}

function titleOf({ alert, indicator }: AlertView, language: MessageLanguage): string {
  return indicator?.title[language] ?? alert.indicator;
}

/** `31 Jan 2024`, `31 ene 2024`; UTC. */
function dayIn(day: number, language: MessageLanguage): string {
  const form = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, form).format(day);
}

function cut(text: string): string {
  const line = foreign(text);
  return [...line].length <= SUBJECT ? line : `${[...line].slice(0, SUBJECT - 1).join('')}…`;
}
