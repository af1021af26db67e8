/** Pages that a person asks for, fetched once with all the care of a watch. */
import { z } from 'zod';
import type { LossView } from '../domain/watch-views.ts';
import { foreign } from '../export/terminal/ink.ts';
import { lossesText, stepLine } from '../export/terminal/watch.ts';
import { counted } from '../export/wording.ts';
import { type AskedPages, askForPages } from '../pipeline/by-hand.ts';
import { BY_HAND } from '../pipeline/watch/sources.ts';
import { runWatch } from '../pipeline/watch/watch.ts';
import { operation } from './operation.ts';
import { wait } from './wait.ts';
import { catchUp, stepNumbers, WatchTally } from './watch-tally.ts';

export interface FetchView {
  readonly asked: AskedPages;
  readonly newArticles: number;
  readonly newVersions: number;
  readonly losses: readonly LossView[];
}

/** Faults that are shown at once. */
const FAULTS_SHOWN = 10;

export const fetchOperation = operation({
  name: 'fetch',
  summary: 'Fetch pages by address, or from a file that lists addresses, and trace and read them',
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
    const web = desk.openWeb(contact === undefined ? {} : { contact });
    try {
      await runWatch(desk, web, {
        once: true,
        only: BY_HAND,
        signal: context.interrupted(),
        wait,
        onSaved: (step) => {
          tally.add(step);
          progress.tell(stepLine(stepNumbers(step), desk.now()));
        },
      });
    } finally {
      await web.close();
    }
    await catchUp(context, tally);
    const { newArticles, newVersions, losses } = tally.result();
    return { asked, newArticles, newVersions, losses };
  },
  text: ({ asked, newArticles, newVersions, losses }) => {
    const faults = asked.faults.slice(0, FAULTS_SHOWN);
    return [
      `Asked for ${counted(asked.pages, 'page')}: ${counted(newArticles, 'new article')}, ${counted(newVersions, 'new version')} of known ones.`,
      ...(losses.length > 0 ? [lossesText(losses)] : []),
      ...faults.map(({ place, detail }) => `${foreign(place)}: ${foreign(detail)}`),
      ...(asked.faults.length > faults.length
        ? [`… and ${asked.faults.length - faults.length} more faults of the lists`]
        : []),
    ].join('\n');
  },
  failure: ({ asked, newArticles, newVersions }) =>
    asked.pages === 0 && newArticles + newVersions === 0
      ? 'nothing was fetched: no address was named that can be asked'
      : undefined,
});
