/** Old files of the archive moved elsewhere, but for what open alerts rest on. */
import { z } from 'zod';
import { dayWords } from '../export/moments.ts';
import { foreign } from '../export/terminal/ink.ts';
import { counted, figure } from '../export/wording.ts';
import { type FileFate, type RetainResult, retain } from '../pipeline/retain.ts';
import { operation } from './operation.ts';

const DAY = 86_400_000;
/** Alerts that are named for a file. */
const ALERTS_SHOWN = 5;

export const retainOperation = operation({
  input: z.object({
    keep: z.coerce
      .number()
      .int()
      .min(1)
      .max(36_500)
      .describe('how many days of captures stay with the desk'),
    to: z
      .string()
      .min(1)
      .describe('the folder that older files move to; they are read there, as long as it is there'),
    apply: z
      .boolean()
      .default(false)
      .describe('move them; without it you are told what would move'),
  }),
  creates: false,
  run: async ({ keep, to, apply }, { desk, progress }): Promise<RetainResult> =>
    retain(desk, { to, apply, before: desk.now() - keep * DAY, tell: progress.step }),
  text: (result) => retainText(result),
});

function retainText({ to, before, applied, files, earlier }: RetainResult): string {
  const moving = files.filter(({ stays }) => stays === undefined);
  const bytes = moving.reduce((sum, one) => sum + one.bytes, 0);
  const moved = `${counted(moving.length, 'file')} of the archive, ${megabytes(bytes)},`;
  return [
    ...files.map(fileLine),
    ...(earlier > 0 ? [`${counted(earlier, 'file')} moved earlier.`] : []),
    moving.length === 0
      ? `Nothing moves: no file holds only captures from before ${dayWords(before)} that no open alert rests on.`
      : applied
        ? `Moved ${moved} to ${foreign(to)}. They stay part of the archive: keep that folder, and back it up.`
        : `Would move ${moved} to ${foreign(to)}. To do it: the same command with --apply.`,
  ].join('\n');
}

function fileLine({ file, bytes, newest, stays, alerts }: FileFate): string {
  const until = newest === undefined ? '' : `, captures up to ${dayWords(newest)}`;
  return `  ${file}  ${megabytes(bytes)}${until}: ${fateWords(stays, alerts)}`;
}

function fateWords(stays: FileFate['stays'], alerts: FileFate['alerts']): string {
  switch (stays) {
    case undefined:
      return 'moves';
    case 'written':
      return 'stays, it is the one that is written to';
    case 'young':
      return 'stays, it is not old enough';
    case 'unchained':
      return 'stays, the chain does not know it (atalaya verify says why)';
    case 'evidence': {
      const more = alerts.length > ALERTS_SHOWN ? ` and ${alerts.length - ALERTS_SHOWN} more` : '';
      return `stays, open alerts rest on it: ${alerts.slice(0, ALERTS_SHOWN).join(', ')}${more}`;
    }
  }
}

const megabytes = (bytes: number): string => `${figure(Math.round(bytes / 1e5) / 10)} MB`;
