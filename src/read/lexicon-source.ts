/** Where the readers' word lists come from: `read` itself touches no disk. */
import type { ReadLanguage } from '../domain/reading.ts';

/**
 * The shipped list `data/lexicons/<kind>.<language>.json`, parsed. Throws, naming the file, if there is
 * none or it is no JSON. What it holds is checked by the reader that asks for it.
 */
export type LexiconSource = (kind: string, language: ReadLanguage) => unknown;

/** Trained weights `data/models/<name>`; throws, naming the file, if there are none. */
export type WeightsSource = (name: string) => Uint8Array;
