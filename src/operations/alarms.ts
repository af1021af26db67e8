/** What a running watch or server does by the clock: indicators measured, people told. */
import { counted } from '../export/wording.ts';
import { noticeChannels } from '../pipeline/notices/channels.ts';
import { noticeRound } from '../pipeline/notices/round.ts';
import { deskIndicators } from '../pipeline/warn/indicators.ts';
import { warnRound } from '../pipeline/warn/round.ts';
import { RoundMemory } from '../pipeline/warn/round-memory.ts';
import type { Context } from './operation.ts';

/** Least time between two rounds of indicators, in milliseconds: a round reads months of articles. */
const MEASURE_EVERY = 15 * 60_000;

type Needs = Pick<Context, 'desk' | 'progress' | 'version'>;

/** Keeps the time of the last round. What goes wrong is told and stops nothing. */
export class Alarms {
  private readonly context: Needs;
  private readonly watchFile: string;
  private readonly memory = new RoundMemory();
  private measuredAt = Number.NEGATIVE_INFINITY;
  private told: string | undefined;

  constructor(context: Needs, watchFile: string) {
    this.context = context;
    this.watchFile = watchFile;
  }

  /** Measures, unless that was done a short while ago; `now`: whatever was done before. */
  async measure(when: 'in-time' | 'now'): Promise<void> {
    const { desk, progress, version } = this.context;
    if (when === 'in-time' && desk.now() - this.measuredAt < MEASURE_EVERY) return;
    this.measuredAt = desk.now();
    await this.guarded('The indicators could not be measured', async () => {
      const { watchFile, memory } = this;
      const onProgress = progress.step;
      const round = await warnRound(desk, { watchFile, version, onProgress, memory });
      if (round.raised.length > 0) {
        progress.tell(`${counted(round.raised.length, 'new alert')}: atalaya alerts`);
      }
    });
  }

  /** Sends what is due to the channels of `notices.yaml`; `address`: where people reach the console. */
  async tell(address: string | undefined): Promise<void> {
    const { desk, progress, version } = this.context;
    await this.guarded('Nobody could be told', async () => {
      const channels = await noticeChannels(desk.folder);
      if (channels.length === 0) return;
      const indicators = new Map((await deskIndicators(desk.folder)).map((one) => [one.id, one]));
      const indicatorOf = (id: string) => indicators.get(id);
      const { sent, failed } = await noticeRound(desk, { channels, version, indicatorOf, address });
      if (sent > 0) progress.tell(`${counted(sent, 'notice')} sent.`);
      if (failed > 0) progress.tell(`${counted(failed, 'notice')} not sent: atalaya notices`);
    });
  }

  /** The same trouble is told once. */
  private async guarded(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.told = undefined;
    } catch (error) {
      const line = `${what}: ${(error as Error).message}`;
      if (line !== this.told) this.context.progress.tell(line);
      this.told = line;
    }
  }
}
