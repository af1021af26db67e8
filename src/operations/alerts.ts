/** What rose above its threshold, how far the rest is from it, and what people do about it. */
import { z } from 'zod';
import type { AlertsView, AlertView, IndicatorsView } from '../domain/alert-views.ts';
import {
  ALERT_STATES,
  type Alert,
  CLOSE_REASONS,
  type Indicator,
  SEVERITIES,
} from '../domain/alerts.ts';
import { alertsText, alertText, indicatorsText, warnText } from '../export/terminal/alerts.ts';
import { inkOf } from '../export/terminal/ink.ts';
import { alertViews } from '../pipeline/warn/alert-views.ts';
import { deskIndicators } from '../pipeline/warn/indicators.ts';
import { type WarnRound, warnRound } from '../pipeline/warn/round.ts';
import { takeStep } from '../pipeline/warn/steps.ts';
import type { Store } from '../store/store.ts';
import { type Context, NotFound, operation } from './operation.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const END_OF_DAY = 86_400_000 - 1;

export const alertId = z
  .string()
  .regex(/^[0-9a-f]{4,16}$/, {
    error: ({ input }) => `"${input}" is no id of an alert (4 to 16 of 0-9 and a-f)`,
  })
  .describe('id of an alert, or its beginning');

/** The day that a round looks from, as it is given. */
export const dayAsked = z.string().regex(DAY, {
  error: ({ input }) => `"${input}" is not YYYY-MM-DD`,
});

/** The last moment of such a day, milliseconds since the epoch. */
export function endOf(day: string | undefined): number | undefined {
  return day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`) + END_OF_DAY;
}

export interface WarnView extends WarnRound {
  readonly indicators: readonly Indicator[];
}

export const warnOperation = operation({
  input: z.object({
    watch: z.string().optional().describe('the watch list; default ./watch.yaml, if it is there'),
    asOf: dayAsked
      .optional()
      .describe('look from the end of this day (YYYY-MM-DD); default: the newest article'),
  }),
  creates: false,
  run: async ({ watch, asOf }, { desk, progress, version }): Promise<WarnView> => {
    const round = await warnRound(desk, {
      watchFile: watch,
      asOf: endOf(asOf),
      version,
      onProgress: progress.step,
    });
    return { ...round, indicators: await deskIndicators(desk.folder) };
  },
  text: (view, { color }) => warnText(view, inkOf(color)),
});

export const alertsOperation = operation({
  input: z.object({
    state: z
      .enum([...ALERT_STATES, 'open', 'all'])
      .default('open')
      .describe('which alerts; open: all that are not closed'),
    severity: z.enum(SEVERITIES).optional().describe('of this severity only'),
    indicator: z.string().optional().describe('of this indicator only'),
    limit: z.coerce.number().int().min(1).max(500).default(20).describe('how many'),
    offset: z.coerce.number().int().min(0).default(0).describe('how many to pass over'),
  }),
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async ({ state, severity, indicator, limit, offset }, context): Promise<AlertsView> => {
    const { store } = context.desk;
    const states =
      state === 'all'
        ? undefined
        : state === 'open'
          ? ALERT_STATES.filter((one) => one !== 'closed')
          : [state];
    const query = {
      ...(states !== undefined && { states }),
      ...(severity !== undefined && { severities: [severity] }),
      ...(indicator !== undefined && { indicator }),
    };
    const alerts = await store.alerts({ ...query, limit, offset });
    return {
      alerts: await viewsOf(context, alerts),
      total: await store.countAlerts(query),
      readings: await store.indicatorReadings(),
    };
  },
  text: (view, { color }) => alertsText(view, inkOf(color)),
});

export const alertOperation = operation({
  input: z.object({ id: alertId }),
  positional: 'id',
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async (input, context): Promise<AlertView> => {
    const alert = await alertMeant(context.desk.store, input.id);
    return (await viewsOf(context, [alert]))[0]!;
  },
  text: (view, { color }) => alertText(view, inkOf(color)),
});

export const alertStepOperation = operation({
  input: z.object({
    id: alertId,
    action: z
      .enum(['acknowledge', 'assign', 'close', 'reopen', 'note'])
      .describe('what to do with it'),
    assignee: z.string().trim().max(100).optional().describe('assign: to whom'),
    reason: z.enum(CLOSE_REASONS).optional().describe('close: why'),
    note: z.string().trim().max(2000).optional().describe('words for the log'),
  }),
  positional: 'id',
  creates: false,
  remote: { role: 'analyst', changes: true },
  run: async (input, context): Promise<AlertView> => {
    const { desk, by } = context;
    const alert = await alertMeant(desk.store, input.id);
    const { action, assignee, reason, note } = input;
    const step = {
      action,
      by,
      at: desk.now(),
      ...(assignee && { assignee }),
      ...(reason !== undefined && { reason }),
      ...(note && { note }),
    };
    const taken = await takeStep(desk.store, alert, step);
    return (await viewsOf(context, [taken]))[0]!;
  },
  text: (view, { color }) => alertText(view, inkOf(color)),
});

export const indicatorsOperation = operation({
  input: z.object({}),
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async (_input, { desk }): Promise<IndicatorsView> => ({
    indicators: await deskIndicators(desk.folder),
    readings: await desk.store.indicatorReadings(),
  }),
  text: (view, { color }) => indicatorsText(view, inkOf(color)),
});

async function viewsOf({ desk }: Context, alerts: readonly Alert[]): Promise<AlertView[]> {
  const indicators = await deskIndicators(desk.folder);
  const byId = new Map(indicators.map((one) => [one.id, one]));
  return alertViews(desk.store, alerts, (key) => byId.get(key));
}

/** The one alert whose id begins so; throws where there is none or more than one. */
export async function alertMeant(store: Store, prefix: string): Promise<Alert> {
  const [first, second] = await store.alertsLike(prefix, 2);
  if (first === undefined)
    throw new NotFound(`no alert of this desk has an id that begins with ${prefix}`);
  if (second !== undefined) {
    throw new NotFound(
      `${prefix} begins more than one id (${first}, ${second} …): give more digits`,
    );
  }
  return (await store.alertsByIds([first])).get(first)!;
}
