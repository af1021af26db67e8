/** The one place where the measures of reuse ask the program who copied what. */
import type { Span } from '../src/domain/span.ts';
import { loadModels } from '../src/pipeline/models.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import { RetellReader } from '../src/trace/retell-pairs.ts';
import { traceTexts } from '../src/trace/trace.ts';

/** A passage found in both texts, spans in UTF-16 units. */
export interface Detection {
  readonly source: Span;
  readonly suspicious: Span;
}

const languageOf = lazyLanguageDetector();
let reader: RetellReader | undefined;

/** The passages that the program, as configured by default, finds in two texts of two outlets. */
export async function detect(source: string, suspicious: string): Promise<readonly Detection[]> {
  const texts = [
    { text: source, domain: 'source.example', language: await languageOf(source) },
    { text: suspicious, domain: 'suspicious.example', language: await languageOf(suspicious) },
  ] as const;
  const same = traceTexts(texts).pairs.flatMap((pair) => pair.passages);
  reader ??= new RetellReader(loadModels());
  const passages = reader.passages(...texts, same) ?? same;
  return passages.map((passage) => ({ source: passage.a, suspicious: passage.b }));
}
