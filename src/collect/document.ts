/** Plain text and Markdown files: front matter, a title line, the text. */
import { type Field, fieldNamed } from './fields.ts';

/** A text file's parts; `facts` as stated, unchecked. */
export interface TextDocument {
  readonly facts: Readonly<Partial<Record<Field, string>>>;
  readonly title: string;
  readonly text: string;
}

/** Longest first line that is taken for a title, in UTF-16 units. */
const TITLE_LENGTH = 200;
/** What front matter may state; other keys are passed over in a `---` block and end a bare one. */
const HONOURED = new Set<Field>([
  'url',
  'id',
  'domain',
  'outlet',
  'title',
  'published',
  'firstSeen',
  'language',
]);

/** Reads a text file (`\n` line ends). A first line alone is the text, not a title. */
export function readDocument(content: string, markdown: boolean): TextDocument {
  const { facts, rest } = frontMatter(content.trimStart());
  const body = rest.trim();
  if (facts.title !== undefined) return { facts, title: facts.title, text: body };
  const end = body.indexOf('\n');
  const line = (end < 0 ? body : body.slice(0, end)).trim();
  const text = end < 0 ? '' : body.slice(end + 1).trim();
  if (line.length > TITLE_LENGTH || text === '') return { facts, title: '', text: body };
  return { facts, title: markdown ? line.replace(/^#+\s*|\s*#+$/g, '') : line, text };
}

function frontMatter(content: string): { facts: TextDocument['facts']; rest: string } {
  const block = /^---[ \t]*\n([\s\S]{0,8000}?)\n---[ \t]*(?:\n|$)/.exec(content);
  if (block !== null) {
    const { facts } = statements(block[1]!.split('\n'), true);
    return { facts, rest: content.slice(block[0].length) };
  }
  const { facts, lines } = statements(content.slice(0, 8000).split('\n'), false);
  const rest = lines === 0 ? content : content.split('\n').slice(lines).join('\n');
  return { facts, rest };
}

/** `Key: value` lines from the top; unless `lenient`, the first other line ends them. */
function statements(
  all: readonly string[],
  lenient: boolean,
): { facts: TextDocument['facts']; lines: number } {
  const facts: Partial<Record<Field, string>> = {};
  let lines = 0;
  for (const line of all) {
    const match = /^([\p{L}][\p{L}_ -]{0,30}):[ \t]+(\S.*)$/u.exec(line.trimEnd());
    const field = match === null ? undefined : fieldNamed(match[1]!);
    if (field !== undefined && HONOURED.has(field)) {
      facts[field] ??= match![2]!.replace(/^(["'])(.*)\1$/, '$2');
    } else if (!lenient) break;
    lines++;
  }
  return { facts, lines };
}
