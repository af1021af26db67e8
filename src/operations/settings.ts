/** The watch list as text: shown, checked, saved. Over HTTP only the list that the server was started with. */
import { z } from 'zod';
import type { WatchProblem } from '../domain/watch.ts';
import { foreign } from '../export/terminal/ink.ts';
import { counted } from '../export/wording.ts';
import {
  dropDraft,
  keepDraft,
  LONGEST_WATCH,
  openDraft,
  openWatchText,
  saveWatchText,
  watchProblems,
} from '../pipeline/watch/watch-text.ts';
import { type Context, operation } from './operation.ts';

export interface SettingsView {
  readonly file: string;
  /** Whether there is such a file; a first save makes it. */
  readonly exists: boolean;
  /** The text to edit: what its writer left unsaved, else the file's. */
  readonly text: string;
  /** What a save must name: SHA-256 of the file's text that this one began from; empty for no file. */
  readonly digest: string;
  /** The text was left unsaved. */
  readonly draft: boolean;
  /** The file was changed by others since the draft began. */
  readonly outdated: boolean;
  readonly problems: readonly WatchProblem[];
}

export interface SavedSettings extends SettingsView {
  readonly saved: boolean;
}

const file = z.string().default('watch.yaml').describe('the watch list; default ./watch.yaml');

export const settingsOperation = operation({
  input: z.object({ file }),
  positional: 'file',
  creates: false,
  deskless: 'always',
  remote: { role: 'editor', changes: false, fields: [] },
  run: async (input, context): Promise<SettingsView> =>
    viewOf(watchFileOf(context, input.file), context.by),
  text: (view) => settingsText(view),
});

export const saveSettingsOperation = operation({
  input: z.object({
    file,
    text: z
      .string()
      .max(LONGEST_WATCH)
      .optional()
      .describe('the new text; without: the file itself'),
    digest: z
      .string()
      .regex(/^(?:[0-9a-f]{64})?$/)
      .optional()
      .describe('SHA-256 of the text that was edited; the save is refused if the file has another'),
    action: z
      .enum(['check', 'save', 'discard'])
      .default('check')
      .describe('check keeps the text as a draft, save saves it, discard drops the draft'),
  }),
  positional: 'file',
  creates: false,
  deskless: 'always',
  remote: { role: 'editor', changes: true, fields: ['text', 'digest', 'action'] },
  run: async ({ action, text, digest, ...input }, context): Promise<SavedSettings> => {
    const path = watchFileOf(context, input.file);
    const now = await openWatchText(path);
    if (action === 'discard') {
      await dropDraft(path, context.by);
      return { ...(await viewOf(path, context.by)), saved: false };
    }
    const draft = {
      // Browsers send forms with CRLF; the file keeps the line ends that it has.
      text: lineEndsOf(text ?? now?.text ?? '', now?.text),
      digest: digest ?? now?.digest ?? '',
    };
    const sound = watchProblems(draft.text, path).length === 0;
    if (action === 'save' && sound && (await saveWatchText(path, draft))) {
      await dropDraft(path, context.by);
      return { ...(await viewOf(path, context.by)), saved: true };
    }
    if (draft.text === now?.text) await dropDraft(path, context.by);
    else await keepDraft(path, context.by, draft);
    return { ...(await viewOf(path, context.by)), saved: false };
  },
  text: (view) => (view.saved ? `Saved ${foreign(view.file)}.` : settingsText(view)),
  failure: ({ problems, outdated }) =>
    problems.length > 0
      ? `the watch list has ${counted(problems.length, 'problem')}`
      : outdated
        ? 'the watch list was changed by others meanwhile; look at both texts and save again'
        : undefined,
});

/** The server's own list, whatever the input names; only who sits at the machine may name another. */
function watchFileOf({ watchFile, by }: Context, named: string): string {
  if (watchFile === undefined && by !== 'local') {
    throw new Error('this server was started without a watch list: start it with --watch FILE');
  }
  return watchFile ?? named;
}

async function viewOf(path: string, writer: string): Promise<SettingsView> {
  const now = await openWatchText(path);
  const draft = await openDraft(path, writer);
  const text = draft?.text ?? now?.text ?? '';
  return {
    file: path,
    exists: now !== undefined,
    text,
    digest: now?.digest ?? '',
    draft: draft !== undefined,
    outdated: draft !== undefined && draft.digest !== (now?.digest ?? ''),
    problems: now === undefined && draft === undefined ? [] : watchProblems(text, path),
  };
}

function lineEndsOf(text: string, former: string | undefined): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return former?.includes('\r\n') ? lines.replaceAll('\n', '\r\n') : lines;
}

function settingsText({ file: path, exists, problems, text }: SettingsView): string {
  if (!exists)
    return `There is no ${foreign(path)} yet; begin with a copy of examples/mexico/watch.yaml.`;
  if (problems.length === 0) return `${text.trimEnd()}\n\n# Nothing is wrong with it.`;
  return problems
    .map((one) => foreign(`${one.file}:${one.line}:${one.column}: ${one.path}: ${one.message}`))
    .join('\n');
}
