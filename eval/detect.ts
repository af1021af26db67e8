/** The one place where the measures of reuse ask the program who copied what. */
import type { Span } from '../src/domain/span.ts';
import { traceTexts } from '../src/trace/trace.ts';

/** A passage found in both texts, spans in UTF-16 units. */
export interface Detection {
  readonly source: Span;
  readonly suspicious: Span;
}

/** The passages that the program, as configured by default, finds in two texts of two outlets. */
export async function detect(source: string, suspicious: string): Promise<readonly Detection[]> {
  const { pairs } = traceTexts([
    { text: source, domain: 'source.example', language: 'und' },
    { text: suspicious, domain: 'suspicious.example', language: 'und' },
  ]);
  return pairs.flatMap((pair) =>
    pair.passages.map((passage) => ({ source: passage.a, suspicious: passage.b })),
  );
}
