/** Reads a table of tokens, one a line: `lemmas text sentence_num index_of_token_sent tags`, by tabs. */

export const TOKEN_ROLES = ['source', 'cue', 'content'] as const;
export type TokenRole = (typeof TOKEN_ROLES)[number];

/** A sentence as the table gives it, with its text put together again. */
export interface TokenSentence {
  readonly id: string;
  readonly text: string;
  /** Half-open in `text`. */
  readonly tokens: readonly { readonly begin: number; readonly end: number }[];
  /** One a token; `undefined` for none. */
  readonly roles: readonly (TokenRole | undefined)[];
}

const COLUMNS = ['text', 'sentence_num', 'tags'] as const;

/** All sentences in order; `undefined` where the header lacks a column. */
export function readTokenTable(table: string): TokenSentence[] | undefined {
  const [header, ...lines] = table.split(/\r?\n/).filter((line) => line !== '');
  const names = header?.split('\t') ?? [];
  const [text, sentence, tags] = COLUMNS.map((name) => names.indexOf(name));
  if (text === undefined || sentence === undefined || tags === undefined) return undefined;
  if (text < 0 || sentence < 0 || tags < 0) return undefined;
  const groups = new Map<string, { words: string[]; roles: (TokenRole | undefined)[] }>();
  for (const line of lines) {
    const cells = line.split('\t').map(unquoted);
    const id = cells[sentence] ?? '';
    const group = groups.get(id) ?? { words: [], roles: [] };
    group.words.push(cells[text] ?? '');
    group.roles.push(TOKEN_ROLES.find((role) => role === cells[tags]));
    groups.set(id, group);
  }
  return [...groups].map(([id, { words, roles }]) => ({ id, roles, ...joined(words) }));
}

/** A cell as it was before it was quoted for the table. */
function unquoted(cell: string): string {
  const isQuoted = cell.length >= 2 && cell.startsWith('"') && cell.endsWith('"');
  return isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

const NO_SPACE_BEFORE = /^[,.;:!?…)\]»”%]+$/u;
const NO_SPACE_BEHIND = /^[([«„]$/u;

/** A hyphen between two capitalised words joins a name; any other stands for a dash. */
function isHyphen(words: readonly string[], at: number): boolean {
  const isName = (word: string | undefined) => word !== undefined && /^\p{Lu}\p{Ll}/u.test(word);
  return words[at] === '-' && isName(words[at - 1]) && isName(words[at + 1]);
}

/** Tokens as running text; straight quotation marks open and close in turn. */
function joined(words: readonly string[]): Pick<TokenSentence, 'text' | 'tokens'> {
  const tokens: { begin: number; end: number }[] = [];
  let text = '';
  let glued = true;
  let open = false;
  for (const [at, raw] of words.entries()) {
    // Twice the mark is how the table writes one that was doubled when it was made.
    const word = raw === '""' ? '"' : raw;
    const closes = word === '"' && open;
    const hyphen = isHyphen(words, at) || isHyphen(words, at - 1);
    if (!glued && !closes && !hyphen && !NO_SPACE_BEFORE.test(word)) text += ' ';
    tokens.push({ begin: text.length, end: text.length + word.length });
    text += word;
    if (word === '"') open = !open;
    glued = NO_SPACE_BEHIND.test(word) || (word === '"' && open);
  }
  return { text, tokens };
}
