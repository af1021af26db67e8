/**
 * A YAML text as nodes with their places: one document, aliases followed within a bound. Nodes are
 * read as they stand; nothing is expanded before it is asked for, so that a bomb of aliases costs
 * what is read of it and no more.
 */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
  type YAMLError,
} from 'yaml';
import type { WatchProblem } from '../../domain/watch.ts';
import { shown } from './checked.ts';

/** Longer texts are no watch file: in UTF-16 units. */
const MAX_TEXT = 4_000_000;
/** Nodes that aliases may add to those of the text. */
const MAX_EXPANDED = 10_000;
/** Problems that are told one by one. */
const MAX_PROBLEMS = 100;

/** A text being read: where its nodes stand, and what was found wrong so far. */
export interface Reading {
  readonly file: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  readonly targets: ReadonlyMap<Node, Node | undefined>;
  readonly problems: WatchProblem[];
  /** Nodes read; past `limit` aliases are a bomb. */
  spent: number;
  readonly limit: number;
  /** Problems found past those that are told. */
  untold: number;
}

/** A value and where in the data it stands. */
export interface Entry {
  readonly node: Node;
  readonly path: string;
}

/** Opens a text; `problems` where it is no single YAML document. Never throws. */
export function openYaml(
  text: string,
  file: string,
): { readonly reading: Reading } | { readonly problems: readonly WatchProblem[] } {
  const alone = (message: string, line = 1, column = 1): { problems: WatchProblem[] } => ({
    problems: [{ file, line, column, path: '', message }],
  });
  if (text.length > MAX_TEXT) {
    return alone(`the file is longer than ${MAX_TEXT} characters; is it a watch file?`);
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) return alone('the file holds bytes that are no text; save it as UTF-8 text.');
  const lines = new LineCounter();
  let documents: readonly Document.Parsed[];
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter: lines,
      prettyErrors: false,
      // Ours is linear; the parser's own compares every pair of keys.
      uniqueKeys: false,
      schema: 'core',
      logLevel: 'silent',
    });
    documents = [...parsed];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return alone(`the file cannot be read as YAML (${message.slice(0, 120)}); simplify it.`);
  }
  const [document, second] = documents;
  const fault = documents.flatMap(({ errors }) => errors);
  if (fault.length > 0) {
    return { problems: syntaxProblems(fault, lines, file) };
  }
  if (second !== undefined) {
    const { line, col } = lines.linePos(second.range[0]);
    const message = 'a second document begins here ("---"); write one watch a file.';
    return alone(message, Math.max(1, line), Math.max(1, col));
  }
  if (document === undefined || !isNode(document.contents) || isNothing(document.contents)) {
    return alone('the file is empty; write at least host, sponsors, languages and sources.');
  }
  return { reading: readingOf(document, lines, file, text.length) };
}

function readingOf(
  document: Document.Parsed,
  lines: LineCounter,
  file: string,
  length: number,
): Reading {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node | undefined>();
  // In the order of the text, since an anchor may be set anew: an alias means the last one before it.
  visit(document, (_key, node) => {
    if (isAlias(node)) targets.set(node, anchors.get(node.source));
    else if (isNode(node) && (isScalar(node) || isCollection(node)) && node.anchor) {
      anchors.set(node.anchor, node);
    }
  });
  const limit = length + MAX_EXPANDED;
  return { file, document, lines, targets, problems: [], spent: 0, limit, untold: 0 };
}

/** One problem a line: what follows on the same line is mostly the same fault told again. */
function syntaxProblems(
  errors: readonly YAMLError[],
  lines: LineCounter,
  file: string,
): readonly WatchProblem[] {
  const byLine = new Map<number, WatchProblem>();
  for (const error of errors) {
    const problem = syntaxProblem(error, lines, file);
    if (!byLine.has(problem.line)) byLine.set(problem.line, problem);
  }
  return [...byLine.values()].slice(0, MAX_PROBLEMS);
}

function syntaxProblem(error: YAMLError, lines: LineCounter, file: string): WatchProblem {
  const { line, col } = lines.linePos(error.pos[0]);
  const place = { file, line: Math.max(1, line), column: Math.max(1, col), path: '' };
  const said = error.message.replace(/\s+/g, ' ').slice(0, 200);
  if (error.code === 'RESOURCE_EXHAUSTION' || /call stack/.test(said)) {
    return { ...place, message: 'this is nested too deeply to be read; flatten it.' };
  }
  if (/\btabs?\b/i.test(said) || error.code === 'TAB_AS_INDENT') {
    return { ...place, message: 'a tab stands where YAML wants spaces; indent with spaces.' };
  }
  return { ...place, message: `this is not YAML: ${said}; check indentation, quotes and colons.` };
}

/** Notes a problem at the node (or at the beginning of the file). */
export function complain(reading: Reading, { node, path }: Entry, message: string): undefined {
  if (reading.problems.length >= MAX_PROBLEMS) {
    reading.untold++;
    return;
  }
  reading.problems.push({ file: reading.file, ...placeOf(reading, node), path, message });
}

/** Line and column of a node, from 1. */
export function placeOf(reading: Reading, node: Node): { line: number; column: number } {
  const { line, col } = reading.lines.linePos(node.range?.[0] ?? 0);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** The node itself, or what its alias stands for; `undefined`, with a problem, where that is nothing. */
export function resolved(reading: Reading, entry: Entry): Node | undefined {
  reading.spent++;
  if (reading.spent > reading.limit) {
    if (reading.spent === reading.limit + 1) {
      complain(reading, entry, 'aliases (*) repeat too much data; write it out or take it out.');
    }
    return undefined;
  }
  if (!isAlias(entry.node)) return entry.node;
  const target = reading.targets.get(entry.node);
  if (target !== undefined) return target;
  const name = entry.node.source.slice(0, 80).toWellFormed();
  return complain(reading, entry, `*${name} has no anchor before it; write &${name} at its value.`);
}

/** Whether the node is a key without a value, or `null`. */
export function isNothing(node: Node | undefined): boolean {
  return node !== undefined && isScalar(node) && node.value === null && node.tag === undefined;
}

/** The text of a scalar as written (`host: 12` is "12"); `undefined` for anything else. */
export function textOf(node: Node): string | undefined {
  if (!isScalar(node)) return undefined;
  if (typeof node.value === 'string') return node.value;
  return node.value === null ? undefined : (node.source ?? String(node.value));
}

/** What a node is, in a person's words. */
export function wordFor(node: Node): string {
  if (isMap(node)) return 'a map of keys';
  if (isSeq(node)) return 'a list';
  const text = textOf(node);
  return text === undefined ? 'nothing' : shown(text);
}

/** All problems found, in the order of the text, with a last one that counts those not told. */
export function problemsOf(reading: Reading): readonly WatchProblem[] {
  const problems = reading.problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  if (reading.untold === 0) return problems;
  const message = `${reading.untold} more problems are not listed; mend these first.`;
  return [...problems, { ...problems.at(-1)!, path: '', message }];
}
