/** One alert as a file that anybody can check without this desk. */
import { z } from 'zod';
import { foreign } from '../export/terminal/ink.ts';
import { counted } from '../export/wording.ts';
import { makeReceipt } from '../pipeline/warn/receipts.ts';
import { watchListIfThere } from '../pipeline/watch/watch-list.ts';
import { alertId, alertMeant, dayAsked, endOf } from './alerts.ts';
import { type Context, operation } from './operation.ts';

/** A finished document of bytes: what a door writes to a file or sends as it is. */
export interface ReceiptView {
  readonly mediaType: 'application/zip';
  readonly bytes: Uint8Array;
  /** What to save it as where nobody says. */
  readonly fileName: string;
  readonly alert: string;
  readonly articles: number;
  readonly passages: number;
  readonly captures: number;
  /** SHA-256 of its manifest, which stands for all of it. */
  readonly manifestSha256: string;
  /** What differs from the alert as it stands, a sentence each. */
  readonly remarks: readonly string[];
}

export const receiptOperation = operation({
  input: z.object({
    id: alertId,
    watch: z
      .string()
      .optional()
      .describe('the watch list that it was measured with; default ./watch.yaml'),
    asOf: dayAsked
      .optional()
      .describe('the day that was looked from (YYYY-MM-DD), where a round was told one'),
  }),
  positional: 'id',
  creates: false,
  remote: { role: 'reader', changes: false, fields: ['id', 'asOf'] },
  run: async ({ id, watch, asOf }, context): Promise<ReceiptView> => {
    const { desk, version, progress } = context;
    const alert = await alertMeant(desk.store, id);
    const made = await makeReceipt(desk, alert, {
      watchFile: watchFileOf(context, watch),
      asOf: endOf(asOf),
      version,
      onProgress: progress.step,
    });
    const { receipt, bytes, manifestSha256 } = made;
    return {
      mediaType: 'application/zip',
      bytes,
      fileName: `receipt-${alert.id}.zip`,
      alert: alert.id,
      articles: receipt.articles.length,
      passages: receipt.passages.length,
      captures: receipt.captures.length,
      manifestSha256,
      remarks: receipt.remarks,
    };
  },
  text: receiptText,
});

/** From afar no path of this machine counts: only the list that the server was started with. */
function watchFileOf({ by, watchFile }: Context, named: string | undefined): string | undefined {
  return watchListIfThere(watchFile) ?? (by === 'local' ? named : undefined);
}

function receiptText(
  { alert, articles, passages, captures, bytes, manifestSha256, remarks, fileName }: ReceiptView,
  { writtenTo = fileName }: { readonly writtenTo?: string },
): string {
  const size = `${Math.ceil(bytes.byteLength / 1000)} kB`;
  return [
    `Wrote ${writtenTo}: alert ${alert} with ${counted(articles, 'article')}, ${counted(passages, 'passage')}, ${counted(captures, 'capture')}, ${size}.`,
    ...remarks.map(foreign),
    `Its manifest has the SHA-256 ${manifestSha256}: who keeps that can show later that nothing in it was changed.`,
    `Anybody can check it, without this desk and offline: atalaya verify ${writtenTo}`,
  ].join('\n');
}
