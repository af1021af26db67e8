/**
 * Expressions of Python, as far as the expectations of a test suite use them: literals, names with
 * attributes and indexes, calls, comparisons in chains, `not`, `and`, `or`. Nothing is run.
 */

export type Literal =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'list'; readonly parts: readonly Expression[] }
  | {
      readonly kind: 'record';
      readonly fields: readonly (readonly [Expression, Expression])[];
    };

/** A name and what is asked of it: `entries[0]['title']` is `entries`, 0, `title`. */
export interface Path {
  readonly kind: 'path';
  readonly name: string;
  readonly steps: readonly (string | number)[];
}

export type Expression =
  | Literal
  | Path
  | { readonly kind: 'call'; readonly of: Path; readonly given: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | {
      readonly kind: 'compare';
      readonly first: Expression;
      readonly rest: readonly { readonly by: string; readonly than: Expression }[];
    };

const TOKEN =
  /\s*(?:(u?b?r?"""[\s\S]*?"""|u?b?r?"(?:[^"\\]|\\.)*"|u?b?r?'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|!=|<=|>=|[[\](){},:.<>-]))/y;

/** The expression, or `undefined` where it is none of these. */
export function readExpression(source: string): Expression | undefined {
  const tokens = tokensOf(source.trim());
  if (tokens === undefined) return undefined;
  try {
    const reader = new Reader(tokens);
    const expression = reader.either();
    return reader.done() ? expression : undefined;
  } catch (error) {
    if (error instanceof NotRead) return undefined;
    throw error;
  }
}

class NotRead extends Error {}

interface Token {
  readonly kind: 'text' | 'number' | 'word' | 'sign';
  readonly value: string;
}

function tokensOf(source: string): Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const found = TOKEN.exec(source);
    if (found === null) return undefined;
    const [, text, number, word, sign] = found;
    if (text !== undefined) tokens.push({ kind: 'text', value: unquoted(text) });
    else if (number !== undefined) tokens.push({ kind: 'number', value: number });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word });
    else tokens.push({ kind: 'sign', value: sign! });
  }
  return tokens;
}

function unquoted(text: string): string {
  const bare = text.replace(/^[ubr]+(?=["'])/, '');
  const width = bare.startsWith('"""') ? 3 : 1;
  return bare
    .slice(width, -width)
    .replace(
      /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/gis,
      (_, two?: string, four?: string, eight?: string, other?: string) => {
        const hex = two ?? four ?? eight;
        if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
        return { n: '\n', t: '\t', r: '\r', '\n': '' }[other!] ?? other!;
      },
    );
}

/** Recursive descent, loosest first. */
class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  done(): boolean {
    return this.#at === this.#tokens.length;
  }

  either(): Expression {
    return this.#joined('or', () => this.#joined('and', () => this.#negated()));
  }

  #joined(word: 'and' | 'or', part: () => Expression): Expression {
    const parts = [part()];
    while (this.#take('word', word)) parts.push(part());
    return parts.length === 1 ? parts[0]! : { kind: word, parts };
  }

  #negated(): Expression {
    return this.#take('word', 'not') ? { kind: 'not', of: this.#negated() } : this.#compared();
  }

  #compared(): Expression {
    const first = this.#value();
    const rest: { by: string; than: Expression }[] = [];
    for (let by = this.#operator(); by !== undefined; by = this.#operator()) {
      rest.push({ by, than: this.#value() });
    }
    return rest.length === 0 ? first : { kind: 'compare', first, rest };
  }

  #operator(): string | undefined {
    for (const sign of ['==', '!=', '<=', '>=', '<', '>']) {
      if (this.#take('sign', sign)) return sign;
    }
    for (const word of ['in', 'is']) if (this.#take('word', word)) return word;
    return undefined;
  }

  #value(): Expression {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new NotRead('it ends too early');
    switch (token.kind) {
      case 'text':
        return { kind: 'text', value: token.value };
      case 'number':
        return { kind: 'number', value: Number(token.value) };
      case 'word':
        return this.#word(token.value);
      case 'sign':
        return this.#bracketed(token.value);
    }
  }

  #word(word: string): Expression {
    if (word === 'None') return { kind: 'none' };
    if (word === 'True' || word === 'False') return { kind: 'truth', value: word === 'True' };
    const steps: (string | number)[] = [];
    for (;;) {
      if (this.#take('sign', '.')) steps.push(this.#next('word').value);
      else if (this.#take('sign', '[')) {
        const index = this.#tokens[this.#at++];
        if (index?.kind !== 'text' && index?.kind !== 'number')
          throw new NotRead('a computed index');
        steps.push(index.kind === 'number' ? Number(index.value) : index.value);
        this.#next('sign', ']');
      } else if (this.#take('sign', '(')) {
        const of: Path = { kind: 'path', name: word, steps };
        return { kind: 'call', of, given: this.#list(')') };
      } else return { kind: 'path', name: word, steps };
    }
  }

  #bracketed(sign: string): Expression {
    if (sign === '-') {
      const { value } = this.#next('number');
      return { kind: 'number', value: -Number(value) };
    }
    if (sign === '[') return { kind: 'list', parts: this.#list(']') };
    if (sign === '{') return this.#record();
    if (sign !== '(') throw new NotRead(sign);
    const parts = this.#list(')');
    const tuple = this.#tokens[this.#at - 2]?.value === ',' || parts.length !== 1;
    return tuple ? { kind: 'list', parts } : parts[0]!;
  }

  #list(end: string): Expression[] {
    const parts: Expression[] = [];
    while (!this.#take('sign', end)) {
      parts.push(this.either());
      if (!this.#take('sign', ',')) {
        this.#next('sign', end);
        break;
      }
    }
    return parts;
  }

  #record(): Expression {
    const fields: [Expression, Expression][] = [];
    while (!this.#take('sign', '}')) {
      const key = this.either();
      this.#next('sign', ':');
      fields.push([key, this.either()]);
      if (!this.#take('sign', ',')) {
        this.#next('sign', '}');
        break;
      }
    }
    return { kind: 'record', fields };
  }

  #take(kind: Token['kind'], value: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind || token.value !== value) return false;
    this.#at++;
    return true;
  }

  #next(kind: Token['kind'], value?: string): Token {
    const token = this.#tokens[this.#at++];
    if (token?.kind !== kind || (value !== undefined && token.value !== value)) {
      throw new NotRead(`expected ${value ?? kind}`);
    }
    return token;
  }
}
