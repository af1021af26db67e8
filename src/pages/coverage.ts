/** What the desk's answers rest on, in one sentence. */
import type { Coverage } from '../domain/today-views.ts';
import type { ConsoleLanguage } from './page.ts';
import { figure } from './words/figures.ts';
import { WORDS } from './words/shell.ts';

/** "Based on 212 of 240 sources; 9 silent, 19 blocked." */
export function coverageWords(coverage: Coverage, language: ConsoleLanguage): string {
  const words = WORDS[language];
  const n = (value: number): string => figure(value, language);
  if (coverage.kind === 'watch') {
    const { sources, speaking, silent, blocked, waiting } = coverage;
    const lost = [
      ...(silent > 0 ? [words.silent(n(silent))] : []),
      ...(blocked > 0 ? [words.blocked(n(blocked))] : []),
      ...(waiting > 0 ? [words.waiting(n(waiting))] : []),
    ];
    return sentence(words.based(n(speaking), n(sources)), lost);
  }
  const { items, articles, unread } = coverage;
  if (items === 0) return sentence(words.nothing, []);
  return sentence(words.files(n(articles), n(items)), unread > 0 ? [words.unread(n(unread))] : []);
}

function sentence(head: string, rest: readonly string[]): string {
  return `${rest.length === 0 ? head : `${head}; ${rest.join(', ')}`}.`;
}
