/** Pages that a person asks for, fetched once with all the care of a watch. */
import { z } from 'zod';
import type { LossView } from '../domain/watch-views.ts';
import { foreign } from '../export/terminal/ink.ts';
import { lossesText, stepLine } from '../export/terminal/watch.ts';
import { counted, figure } from '../export/wording.ts';
import { type AskedPages, askForPages } from '../pipeline/by-hand.ts';
import { LockHeld } from '../pipeline/lock.ts';
import { BY_HAND } from '../pipeline/watch/sources.ts';
import { runWatch } from '../pipeline/watch/watch.ts';
import { operation } from './operation.ts';
import { wait } from './wait.ts';
import { catchUp, stepNumbers, WatchTally } from './watch-tally.ts';

export interface FetchView {
  readonly asked: AskedPages;
  readonly newArticles: number;
  readonly newVersions: number;
  /** Pages that were had and held nothing new. */
  readonly known: number;
  readonly losses: readonly LossView[];
  /** `handed-over`: a watch is running on this desk, and fetches them. */
  readonly ended: 'done' | 'interrupted' | 'handed-over';
}

const INTERRUPTED =
  'Ended early, as asked. What is left is still due: atalaya fetch or atalaya watch goes on with it.';
const HANDED_OVER = 'A watch is running on this desk. It fetches';
/** Faults that are shown at once. */
const FAULTS_SHOWN = 10;

export const fetchOperation = operation({
  input: z.object({
    inputs: z
      .array(z.string())
      .min(1, 'name an address (https://…) or a file that lists addresses')
      .describe('addresses; files of them (text, CSV, JSON Lines, GDELT, feeds; plain or .gz)'),
    contact: z.string().optional().describe('address that the user agent shows to publishers'),
  }),
  positional: 'inputs',
  creates: true,
  run: async ({ inputs, contact }, context): Promise<FetchView> => {
    const { desk, progress } = context;
    if (desk.openWeb === undefined) throw new Error('this desk has no way to the web');
    const asked = await askForPages(desk, inputs);
    const tally = new WatchTally();
    const signal = context.interrupted();
    const web = await desk.openWeb(contact === undefined ? {} : { contact });
    let handedOver = false;
    try {
      await runWatch(desk, web, {
        once: true,
        only: BY_HAND,
        signal,
        wait,
        onSaved: (step) => {
          tally.add(step);
          progress.tell(stepLine(stepNumbers(step), desk.now()));
        },
      });
    } catch (error) {
      if (!(error instanceof LockHeld)) throw error;
      handedOver = true;
    } finally {
      await web.close();
    }
    await catchUp(context, tally);
    const { pages, newArticles, newVersions, losses } = tally.result();
    const lost = losses.reduce((sum, { exchanges }) => sum + exchanges, 0);
    const known = pages - lost - newArticles - newVersions;
    const ended = handedOver ? 'handed-over' : signal.aborted ? 'interrupted' : 'done';
    return { asked, newArticles, newVersions, known, losses, ended };
  },
  text: ({ asked, newArticles, newVersions, known, losses, ended }) => {
    const faults = asked.faults.slice(0, FAULTS_SHOWN);
    return [
      ...(ended === 'handed-over' ? [`${HANDED_OVER} ${counted(asked.pages, 'page')}.`] : []),
      ...(ended === 'handed-over'
        ? []
        : [
            `Asked for ${counted(asked.pages, 'page')}: ${counted(newArticles, 'new article')}, ${counted(newVersions, 'new version')} of known ones, ${figure(known)} with nothing new.`,
          ]),
      ...(losses.length > 0 ? [lossesText(losses)] : []),
      ...(ended === 'interrupted' ? [INTERRUPTED] : []),
      ...faults.map(({ place, detail }) => `${foreign(place)}: ${foreign(detail)}`),
      ...(asked.faults.length > faults.length
        ? [`… and ${counted(asked.faults.length - faults.length, 'more fault')} of the lists`]
        : []),
    ].join('\n');
  },
  failure: ({ asked, newArticles, newVersions, known, ended }) => {
    if (newArticles + newVersions + known > 0 || ended !== 'done') return undefined;
    return asked.pages === 0 ? 'no address was named that can be asked for' : 'no page was had';
  },
});
