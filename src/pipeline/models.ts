/** The models that ship with Atalaya, read from disk: lexicons and encoder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staticEncoder } from '../trace/encoder/static-encoder.ts';
import { openShelf } from '../trace/lexicon/shelf.ts';
import type { RetellTools } from '../trace/retellings.ts';

/** Beside `src` and `dist` alike. */
const FOLDER = fileURLToPath(new URL('../../data/models', import.meta.url));

let loaded: RetellTools | undefined;

/** Loads the shipped models once (20 MB, about 0.1 s); throws, naming the file, if one is damaged. */
export function loadModels(folder = FOLDER): RetellTools {
  if (loaded !== undefined && folder === FOLDER) return loaded;
  if (!existsSync(join(folder, 'encoder.bin'))) {
    throw new Error(`the language models are missing in ${folder}: install Atalaya again`);
  }
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));
  const lexicons = readdirSync(folder).filter((name) => /^lexicon\..*\.bin$/.test(name));
  const tools = {
    encoder: staticEncoder(read('encoder.bin')),
    shelf: openShelf(lexicons.sort().map(read)),
  };
  if (folder === FOLDER) loaded = tools;
  return tools;
}
