/** The evidence itself: checked, stamped, packed for others, and read again from the archive alone. */
import { z } from 'zod';
import { instantWords } from '../export/moments.ts';
import { foreign } from '../export/terminal/ink.ts';
import { counted, figure } from '../export/wording.ts';
import {
  packDesk,
  type Stamped,
  stampDesk,
  type Verified,
  verifyDesk,
  type WrittenWacz,
} from '../pipeline/archive-care.ts';
import { type RereadResult, rereadArchive } from '../pipeline/reread.ts';
import { checkReceipt } from '../pipeline/warn/check-receipt.ts';
import type { CheckedReceipt } from '../pipeline/warn/checked-receipt.ts';
import { checkedText } from './checked-text.ts';
import { operation } from './operation.ts';

/** Of the desk's archive, or of a receipt. */
export type VerifyView =
  | { readonly archive: Verified; readonly stamped: Stamped | undefined }
  | { readonly receipt: CheckedReceipt };

const address = z.string().refine((value) => /^https?:\/\/\S+$/i.test(value), {
  error: ({ input }) => `"${input}" is no address (example: https://tsa.example/tsr)`,
});

export const verifyOperation = operation({
  input: z.object({
    file: z
      .string()
      .min(1)
      .optional()
      .describe('a receipt of an alert, which is checked without any desk; none: the archive'),
    timestamp: address
      .optional()
      .describe('address of a time-stamping authority (RFC 3161) to vouch for the chain’s head'),
  }),
  positional: 'file',
  creates: true,
  deskless: 'optional',
  run: async ({ file, timestamp }, context): Promise<VerifyView> => {
    const { progress, version, hasDesk } = context;
    if (file !== undefined) {
      if (timestamp !== undefined)
        throw new Error('--timestamp is of an archive, not of a receipt');
      return { receipt: await checkReceipt(file, { version, onProgress: progress.step }) };
    }
    if (!hasDesk) {
      throw new Error(
        'there is no desk whose archive to check: name one with --desk, or a receipt as a file',
      );
    }
    const { desk } = context;
    const archive = await verifyDesk(desk, (bytes) => progress.step('checking', bytes, 0));
    const stamped =
      timestamp !== undefined && archive.ok ? await stampDesk(desk, timestamp) : undefined;
    return { archive, stamped };
  },
  text: (view) => ('receipt' in view ? checkedText(view.receipt) : verifyText(view)),
  failure: (view) => {
    if ('receipt' in view) {
      return view.receipt.sound ? undefined : 'the receipt is not what it states: see above';
    }
    const { archive, stamped } = view;
    if (!archive.ok) return 'the archive is not as it was written: restore it from a backup';
    return stamped?.kind === 'refused' ? foreign(stamped.reason) : undefined;
  },
});

function verifyText({ archive, stamped }: Extract<VerifyView, { archive: Verified }>): string {
  if (!archive.ok) {
    const { file, offset, what } = archive;
    const unit = file.endsWith('.gz') ? 'byte' : 'line';
    return `Broken in ${foreign(file)} at ${unit} ${figure(offset)}: ${foreign(what)}.`;
  }
  const { records, bytes, head, behind, rebuilt, stamps, away } = archive;
  return [
    away.length === 0
      ? `Sound: ${counted(records, 'record')}, ${sizeWords(bytes)}, each byte as it was written.`
      : `Sound as far as it can be reached: ${counted(records, 'record')} in the chain, of which ${sizeWords(bytes)} were checked, each byte as it was written.`,
    ...away.map(
      ({ file, length, to }) =>
        `Not checked: ${file}, ${sizeWords(length)}, was moved to ${foreign(to)} and is not there now.`,
    ),
    `The chain’s head is line ${figure(head.n)}, SHA-256 ${head.sha256}.`,
    'Who keeps it elsewhere can show later that nothing before it was changed.',
    ...(behind > 0
      ? [
          `${counted(behind, 'byte')} behind it are of a run that was interrupted; the next one cuts them.`,
        ]
      : []),
    ...(rebuilt > 0
      ? [`${counted(rebuilt, 'line')} were made after their bytes, and vouch only from then on.`]
      : []),
    ...stamps.map(
      ({ n, at, file }) =>
        `Line ${n} was stamped${at === undefined ? '' : ` on ${instantWords(at)}`} (${file}; openssl ts -verify checks who signed it).`,
    ),
    ...(stamped?.kind === 'stamped'
      ? [`Stamped now: ${stamped.file}, ${instantWords(stamped.stamp.at)}.`]
      : []),
    ...(stamped?.kind === 'nothing-to-stamp' ? ['The head has its stamp already.'] : []),
  ].join('\n');
}

/** Damaged records that are named. */
const DAMAGE_SHOWN = 10;

export const rereadOperation = operation({
  input: z.object({
    archive: z.string().min(1).describe('the folder "archive" of a desk; the new one is --desk'),
  }),
  positional: 'archive',
  creates: true,
  run: async ({ archive }, { desk, progress }): Promise<RereadResult> =>
    rereadArchive(desk, archive, (done, all) => progress.step('reading again', done, all)),
  text: (result) =>
    [
      `Read ${counted(result.captures, 'capture')} again from ${counted(result.files, 'file')}: ${counted(result.articles, 'article')}, ${result.checks === 0 ? '' : `${counted(result.checks, 'fact-check')}, `}${result.entries === 0 ? '' : `${counted(result.entries, 'entry', 'entries')} of the ledger, `}${figure(result.refused)} refused.`,
      ...result.damaged.slice(0, DAMAGE_SHOWN).map((damage) => `Damaged: ${foreign(damage)}`),
      ...(result.damaged.length > DAMAGE_SHOWN
        ? [`… and ${counted(result.damaged.length - DAMAGE_SHOWN, 'more damaged record')}`]
        : []),
      'Captures and articles have the ids that they had before. Next: atalaya trace, atalaya read',
    ].join('\n'),
});

export interface PackView extends WrittenWacz {
  readonly file: string;
}

export const packOperation = operation({
  input: z.object({
    file: z.string().min(1).describe('the file to write, for example evidence.wacz'),
    title: z.string().default('Evidence of an Atalaya desk').describe('title of the package'),
  }),
  positional: 'file',
  creates: false,
  run: async ({ file, title }, { desk }): Promise<PackView> => ({
    file,
    ...(await packDesk(desk, file, title)),
  }),
  text: ({ file, bytes, indexed, unplaced, damaged }) =>
    [
      `Wrote ${file}: ${counted(indexed, 'record')} to play, ${sizeWords(bytes)}.`,
      ...(damaged + unplaced > 0
        ? [
            `${counted(damaged + unplaced, 'record')} cannot be played: atalaya verify says where the archive is damaged.`,
          ]
        : []),
    ].join('\n'),
});

/** `15 kB`, `2.5 MB`. */
function sizeWords(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
