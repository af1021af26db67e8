/** The program's own similarity of stories, with the shipped models, for the measure `similarity`. */
import { loadModels } from '../src/pipeline/models.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import { storySimilarity } from '../src/trace/story-similarity.ts';
import type { PrepareSimilarity } from './similarity.ts';

/** Languages are detected as they are at ingest: what the data says of them is not looked at. */
export const prepareStorySimilarity: PrepareSimilarity = async (stories) => {
  const languageOf = lazyLanguageDetector();
  const told = [];
  for (const { title, text } of stories) {
    told.push({ title, text, language: await languageOf(`${title}\n${text}`) });
  }
  const prepared = storySimilarity(loadModels()).prepare(told);
  const numberOf = new Map(stories.map((story, number) => [story, number]));
  return (a, b) => prepared.compare(numberOf.get(a) ?? -1, numberOf.get(b) ?? -1);
};
