/** The command line of the bench. */
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run -s bench
       npm run -s bench -- trace --articles N [--json]
       npm run -s bench -- encoder [--json]`;
/** Enough for stable rates, and done in seconds. */
const SMALL = 10_000;

export type Call =
  | { readonly kind: 'trace'; readonly articles: number; readonly json: boolean }
  | { readonly kind: 'encoder'; readonly json: boolean };

/** The call, or one sentence that says what is wrong with it. */
export function readCall(argv: readonly string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { json: { type: 'boolean' }, articles: { type: 'string' } },
      allowPositionals: true,
    });
    const [name = 'trace', ...rest] = positionals;
    const json = values.json === true;
    if (name !== 'trace' && name !== 'encoder') return `"${name}" is no bench.`;
    if (rest.length > 0) return `"${rest[0]}" is too much.`;
    if (name === 'encoder') {
      return values.articles === undefined
        ? { kind: 'encoder', json }
        : '--articles is for trace alone.';
    }
    const stated = values.articles ?? (positionals.length === 0 ? String(SMALL) : '');
    const articles = /^[1-9]\d*$/.test(stated) ? Number(stated) : 0;
    if (!Number.isSafeInteger(articles) || articles < 1)
      return `--articles "${stated}" is no number of articles; expected 1 or more.`;
    return { kind: 'trace', articles, json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
