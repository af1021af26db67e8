/**
 * The lexicons at hand, and the way from any language to any other: the file that joins both, or
 * through a language in between. Where one way does not know a stem, the next one is asked, so that
 * Ukrainian, of which there is little text, borrows what Russian knows.
 *
 * Lexicons are built when first asked for, and kept. O(stems × translations²) for a composed one.
 */
import {
  composeLexicons,
  type Lexicon,
  type LexiconPair,
  languagesOf,
  readLexicon,
  supplementLexicon,
} from './lexicon.ts';

/** Three files in a row are the most; beyond, nearly all probability is lost. */
const MAX_FILES = 3;

export interface LexiconShelf {
  /** Languages that some file knows. */
  readonly languages: ReadonlySet<string>;
  /** From one language to another; `undefined` where no way leads there. */
  between(from: string, to: string): Lexicon | undefined;
}

/** One direction of a file, read when first asked for. */
type Direct = ReadonlyMap<string, () => Lexicon>;

/** Opens lexicon files: all are checked now, each is read when first needed. Throws on damage. */
export function openShelf(files: readonly Uint8Array[]): LexiconShelf {
  const direct = new Map<string, () => Lexicon>();
  const languages = new Set<string>();
  for (const bytes of files) {
    const [a, b] = languagesOf(bytes);
    let pair: LexiconPair | undefined;
    const read = (): LexiconPair => {
      pair ??= readLexicon(bytes);
      return pair;
    };
    direct.set(`${a}-${b}`, () => read().forward);
    direct.set(`${b}-${a}`, () => read().backward);
    languages.add(a).add(b);
  }
  const built = new Map<string, Lexicon | undefined>();
  const between = (from: string, to: string): Lexicon | undefined => {
    const key = `${from}-${to}`;
    if (!built.has(key)) built.set(key, build(direct, from, to, MAX_FILES));
    return built.get(key);
  };
  return { languages, between };
}

function build(direct: Direct, from: string, to: string, files: number): Lexicon | undefined {
  let lexicon = direct.get(`${from}-${to}`)?.();
  if (files === 1 || from === to) return lexicon;
  for (const pivot of pivotsOf(from, to)) {
    const first = direct.get(`${from}-${pivot}`);
    const rest = first && build(direct, pivot, to, files - 1);
    if (first === undefined || rest === undefined) continue;
    const way = composeLexicons(first(), rest);
    lexicon = lexicon === undefined ? way : supplementLexicon(lexicon, way);
  }
  return lexicon;
}

/** Ukrainian goes through Russian first, its nearest kin; all others through English. */
function pivotsOf(from: string, to: string): string[] {
  const pivots = from === 'uk' || to === 'uk' ? ['ru', 'en'] : ['en'];
  return pivots.filter((pivot) => pivot !== from && pivot !== to);
}
