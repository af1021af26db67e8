/** Whether a desk can work here, and what is known of an outlet. */
import { z } from 'zod';
import { columns, foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { examine, type Finding } from '../pipeline/doctor.ts';
import { openWatchList, usualWatchList } from '../pipeline/watch/watch-list.ts';
import { operation } from './operation.ts';

export interface DoctorView {
  readonly findings: readonly Finding[];
}

export const doctorOperation = operation({
  input: z.object({
    file: z.string().optional().describe('the watch list; default ./watch.yaml, if there is one'),
  }),
  positional: 'file',
  creates: true,
  run: async ({ file }, { desk }): Promise<DoctorView> => {
    const list = file ?? usualWatchList();
    const watch = list === undefined ? undefined : (await openWatchList(list)).watch;
    return { findings: await examine(desk, watch) };
  },
  text: ({ findings }, { color }) => findingsText(findings, inkOf(color)),
  failure: ({ findings }) => {
    const broken = findings.filter(({ state }) => state === 'broken').map(({ what }) => what);
    return broken.length > 0 ? `broken: ${broken.join(', ')}` : undefined;
  },
});

function findingsText(findings: readonly Finding[], ink: Ink): string {
  return columns(
    findings.map(({ what, state, detail }) => [
      what,
      state === 'well' ? state : ink.warn(state),
      foreign(detail),
    ]),
  );
}
