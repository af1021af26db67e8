/** The one place where the measures of reuse ask the program who copied what. */
import type { Span } from '../src/domain/span.ts';
import { loadModels } from '../src/pipeline/models.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import { joinPassages, prepareText, retoldPassages } from '../src/trace/retellings.ts';
import { traceTexts } from '../src/trace/trace.ts';

/** A passage found in both texts, spans in UTF-16 units. */
export interface Detection {
  readonly source: Span;
  readonly suspicious: Span;
}

const languageOf = lazyLanguageDetector();

/** The passages that the program, as configured by default, finds in two texts of two outlets. */
export async function detect(source: string, suspicious: string): Promise<readonly Detection[]> {
  const tools = loadModels();
  const texts = [
    { text: source, domain: 'source.example', language: await languageOf(source) },
    { text: suspicious, domain: 'suspicious.example', language: await languageOf(suspicious) },
  ] as const;
  const same = traceTexts(texts).pairs.flatMap((pair) => pair.passages);
  const [a, b] = texts.map(({ text, language }) => prepareText(text, language, tools));
  const passages = joinPassages(same, retoldPassages(a!, b!, tools), a!, b!);
  return passages.map((passage) => ({ source: passage.a, suspicious: passage.b }));
}
