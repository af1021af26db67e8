/** What an exporter writes for some records, and what every export must keep to. */
import type { Exporter, ExportRecord } from '../../domain/exports.ts';

/** The whole file as text. */
export async function written(
  exporter: Exporter,
  records: readonly ExportRecord[],
): Promise<string> {
  async function* stream(): AsyncGenerator<ExportRecord> {
    yield* records;
  }
  let all = '';
  for await (const piece of exporter(stream())) all += String(piece);
  return all;
}

/** Every string of a JSON value, keys too. */
export function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsOf(inner)]);
}

/** The longest run of neighbouring numbered words, with nothing but punctuation between them. */
export function longestRun(text: string): number {
  let longest = 0;
  let run = 0;
  let last = Number.NaN;
  for (const token of text.split(/[^\p{L}\p{N}]+/u)) {
    const number = /^w\d+$/.test(token) ? Number(token.slice(1)) : Number.NaN;
    run = number === last + 1 ? run + 1 : 1;
    last = number;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** What is wrong with a file of foreign strings, in words; empty where nothing is. */
export function faultsOf(text: string, values: readonly unknown[]): string[] {
  const strings = values.flatMap(stringsOf);
  const faults: string[] = [];
  if (!text.isWellFormed()) faults.push('not well-formed Unicode');
  if (/[<\u007f-\u009f\u2028-\u202e\u2066-\u2069]/.test(text)) faults.push('steering characters');
  if (longestRun(text) > 60) faults.push('a run of more than 60 words');
  for (const one of strings) {
    if (!one.isWellFormed() || one.includes('\0')) faults.push('a string that cannot be stored');
    if (one.includes('/home/')) faults.push(`a path of the machine: ${one.slice(0, 80)}`);
  }
  return faults;
}
