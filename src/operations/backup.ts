/** Backups of a desk, and desks made of them. */
import { z } from 'zod';
import { foreign } from '../export/terminal/ink.ts';
import { counted, figure } from '../export/wording.ts';
import { type BackupResult, backUp, type Manifest, restore } from '../pipeline/backup.ts';
import type { DeskPlace } from '../pipeline/desk-place.ts';
import { type Context, operation } from './operation.ts';

const folder = (what: string) => z.string().min(1).describe(what);

export const backupOperation = operation({
  input: z.object({ folder: folder('where to; a backup that is there is made newer') }),
  positional: 'folder',
  creates: false,
  run: async ({ folder: to }, context): Promise<BackupResult> => {
    const { desk, progress, version } = context;
    return backUp(placeOf(context), to, { version, now: desk.now(), tell: progress.step });
  },
  text: ({ folder: to, files, bytes, copied, retired }) =>
    `Backed up ${counted(files, 'file')}, ${megabytes(bytes)}, in ${foreign(to)}; ${megabytes(copied)} of it new. Bring it back with atalaya restore.${retired === 0 ? '' : `\nNot in it: ${counted(retired, 'file')} of the archive that atalaya retain moved; back that place up by itself.`}`,
});

export const restoreOperation = operation({
  input: z.object({ folder: folder('the backup; the desk that is made is named by --desk') }),
  positional: 'folder',
  creates: true,
  deskless: 'always',
  run: async ({ folder: from }, context): Promise<Manifest> =>
    restore(placeOf(context), from, context.progress.step),
  text: ({ made, files }) =>
    `Restored ${counted(files.length, 'file')} of the backup of ${foreign(made)}. Check the archive with atalaya verify.`,
});

function placeOf({ place }: Context): DeskPlace {
  if (place === undefined) throw new Error('that is done at a terminal of the machine only');
  return place;
}

const megabytes = (bytes: number): string => `${figure(Math.round(bytes / 1e5) / 10)} MB`;
