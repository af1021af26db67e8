/**
 * Every regular expression of the program: the literals, from TypeScript's own syntax tree, and those that
 * are put together, as they are made when the modules that make them are loaded.
 */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

export interface Expression {
  /** Below `src/`, with slashes. */
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const isProduct = (file: string): boolean =>
  file.endsWith('.ts') && !/\.(?:test|fixture|contract)\.ts$/.test(file);

/** The expressions in the sources under `src`, in their order, and the files that make more of them. */
export function writtenIn(root: string): {
  readonly literals: readonly Expression[];
  readonly makers: readonly string[];
} {
  const src = join(root, 'src');
  const api = new API();
  try {
    const snapshot = api.updateSnapshot({ openProject: join(root, 'tsconfig.json') });
    const [project] = snapshot.getProjects();
    const literals: Expression[] = [];
    const makers: string[] = [];
    for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!isProduct(file)) continue;
      const tree = project?.program.getSourceFile(join(src, file));
      if (tree === undefined) throw new Error(`${file} is not in tsconfig.json's project.`);
      if (gather(tree, file.replaceAll('\\', '/'), literals)) makers.push(join(src, file));
    }
    return { literals, makers };
  } finally {
    api.close();
  }
}

/** Adds the literals of a file; whether it makes expressions of texts too. */
function gather(tree: SourceFile, file: string, literals: Expression[]): boolean {
  let makes = false;
  const visit = (node: Node): void => {
    if (node.kind === SyntaxKind.RegularExpressionLiteral) {
      const { text } = node as Node & { readonly text: string };
      const end = text.lastIndexOf('/');
      literals.push({ file, source: text.slice(1, end), flags: text.slice(end + 1) });
    } else if (node.kind === SyntaxKind.Identifier) {
      makes ||= (node as Node & { readonly text: string }).text === 'RegExp';
    }
    node.forEachChild(visit);
  };
  tree.forEachChild(visit);
  return makes;
}

/**
 * Loads modules with an eye on `RegExp`, and gives what their files made of texts while they were loaded.
 * Has to be called before anything else loads them.
 */
export async function madeBy(root: string, makers: readonly string[]): Promise<Expression[]> {
  const made: Expression[] = [];
  const { RegExp: plain } = globalThis;
  const src = join(root, 'src');
  const watched = new Proxy(plain, {
    construct(target, [source, flags], newTarget) {
      const built = Reflect.construct(target, [source, flags], newTarget) as RegExp;
      const caller = new Error().stack?.split('\n').find((line) => line.includes(src));
      const path =
        caller === undefined ? undefined : /\(?((?:file:\/\/)?\/[^():]+\.ts)/.exec(caller)?.[1];
      if (path !== undefined) {
        const file = relative(src, path.replace('file://', '')).replaceAll('\\', '/');
        made.push({ file, source: built.source, flags: built.flags });
      }
      return built;
    },
  });
  globalThis.RegExp = watched;
  try {
    for (const file of makers) await import(pathToFileURL(file).href);
  } finally {
    globalThis.RegExp = plain;
  }
  return made.filter(({ file }) => isProduct(file));
}
