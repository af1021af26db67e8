/** The command line of the bench. */
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run -s bench
       npm run -s bench -- trace --articles N [--json]
       npm run -s bench -- pipeline --articles N [--json]
       DATABASE_URL=… npm run -s bench -- workers --articles N [--json]
       npm run -s bench -- watch [--feeds N] [--pages N] [--pace MS] [--json]
       npm run -s bench -- pages --articles N | --desk FOLDER [--json]
       npm run -s bench -- encoder [--json]`;
/** Enough for stable rates, and done in seconds. */
const SMALL = 10_000;
/** What the watch is measured with where nothing else is asked for. */
const FEEDS = 1000;
const PAGES = 10_000;

export type Call =
  | {
      readonly kind: 'trace' | 'pipeline' | 'workers' | 'pages';
      readonly articles: number;
      readonly json: boolean;
    }
  | {
      readonly kind: 'pages';
      /** A desk that is there, instead of one that is made. */
      readonly desk: string;
      readonly json: boolean;
    }
  | {
      readonly kind: 'watch';
      /** A part of which there are none is left out. */
      readonly feeds: number;
      readonly pages: number;
      /** Time between two requests to one host, in ms. */
      readonly paceMs: number;
      readonly json: boolean;
    }
  | { readonly kind: 'encoder'; readonly json: boolean };

/** What a bench takes; all else is for another one. */
const FLAGS = {
  trace: ['articles'],
  pipeline: ['articles'],
  workers: ['articles'],
  watch: ['feeds', 'pages', 'pace'],
  pages: ['articles', 'desk'],
  encoder: [],
} as const satisfies Record<Call['kind'], readonly string[]>;

/** The call, or one sentence that says what is wrong with it. */
export function readCall(argv: readonly string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        json: { type: 'boolean' },
        articles: { type: 'string' },
        desk: { type: 'string' },
        feeds: { type: 'string' },
        pages: { type: 'string' },
        pace: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [name = 'trace', ...rest] = positionals;
    const { json = false, ...flags } = values;
    if (!isBench(name)) return `"${name}" is no bench.`;
    if (rest.length > 0) return `"${rest[0]}" is too much.`;
    const own: readonly string[] = FLAGS[name];
    const foreign = Object.keys(flags).find((flag) => !own.includes(flag));
    if (foreign !== undefined) return `--${foreign} is not for ${name}.`;
    if (name === 'encoder') return { kind: name, json };
    if (name === 'watch') return watchCall(flags, json);
    if (flags.desk !== undefined) {
      return flags.articles === undefined
        ? { kind: 'pages', desk: flags.desk, json }
        : '--articles and --desk exclude each other.';
    }
    const stated = flags.articles ?? (positionals.length === 0 ? String(SMALL) : '');
    const articles = wholeNumber(stated);
    if (articles === undefined || articles < 1)
      return `--articles "${stated}" is no number of articles; expected 1 or more.`;
    return { kind: name, articles, json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const isBench = (name: string): name is Call['kind'] => Object.hasOwn(FLAGS, name);

interface WatchNumbers {
  readonly feeds?: string | undefined;
  readonly pages?: string | undefined;
  readonly pace?: string | undefined;
}

/** Where one part alone is named, the other is left out. */
function watchCall({ feeds, pages, pace = '0' }: WatchNumbers, json: boolean): Call | string {
  const isWhole = feeds === undefined && pages === undefined;
  const stated = {
    feeds: feeds ?? (isWhole ? String(FEEDS) : '0'),
    pages: pages ?? (isWhole ? String(PAGES) : '0'),
    pace,
  };
  const wrong = Object.entries(stated).find(([, text]) => wholeNumber(text) === undefined);
  if (wrong !== undefined) return `--${wrong[0]} "${wrong[1]}" is no number; expected 0 or more.`;
  const [feedCount, pageCount, paceMs] = [stated.feeds, stated.pages, stated.pace].map(Number);
  return { kind: 'watch', feeds: feedCount!, pages: pageCount!, paceMs: paceMs!, json };
}

function wholeNumber(text: string): number | undefined {
  const number = /^(?:0|[1-9]\d*)$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}
