/** Whose words stand where: the statements of a reading, looked up by place. */
import type { Attribution } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import { lastBefore, shared } from './page.ts';

interface Said extends Span {
  readonly statement: Attribution;
}

/** Statements that begin before a place and are looked at; nesting is never deeper. */
const MOST_LOOKED_AT = 12;
/** A sentence of which a third is what somebody says is told as theirs; cue, source and role fill the rest. */
const FILLED = 3;

export interface Statements {
  /** Those with a stated source whose content holds the whole of `span`. */
  over(span: Span): readonly Attribution[];
  /** Those with a stated source whose content fills at least a third of `span`. */
  in(span: Span): readonly Attribution[];
}

/** Orders the contents of statements; a statement without a stated source carries nothing. */
export function statementsOf(attributions: readonly Attribution[]): Statements {
  const said: Said[] = attributions
    .filter(({ source }) => source !== undefined && source.form !== 'unstated')
    .flatMap((statement) => statement.content.map((span) => ({ ...span, statement })))
    .sort((a, b) => a.begin - b.begin);
  const near = (place: number): Said[] => {
    const last = lastBefore(said, place);
    return said.slice(Math.max(0, last + 1 - MOST_LOOKED_AT), last + 1);
  };
  const found = (contents: readonly Said[]) => [...new Set(contents.map((one) => one.statement))];
  return {
    over: (span) => found(near(span.begin).filter(({ end }) => span.end <= end)),
    in: (span) =>
      found(near(span.end).filter((one) => FILLED * shared(one, span) >= span.end - span.begin)),
  };
}
