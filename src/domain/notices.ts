/** Telling people outside the desk of its alerts: where to, what was sent, and what became of it. */

import type { Severity } from './alerts.ts';
import type { AlertId } from './ids.ts';

/** A place that notices go to, as `notices.yaml` of the desk's folder states it. */
export type NoticeChannel =
  | {
      readonly kind: 'webhook';
      readonly id: string;
      readonly url: string;
      /** What bodies are signed with (HMAC SHA-256). */
      readonly secret: string;
      readonly least: Severity;
    }
  | {
      readonly kind: 'mail';
      readonly id: string;
      /** `smtp://HOST:PORT` (with STARTTLS where the server offers it) or `smtps://HOST`. */
      readonly server: string;
      readonly user: string | undefined;
      readonly password: string | undefined;
      readonly from: string;
      readonly to: readonly string[];
      readonly least: Severity;
      /** `each`: one mail an alert; `daily`: a digest a day, at this hour UTC. */
      readonly when: 'each' | { readonly dailyAtHour: number };
      readonly language: 'en' | 'es';
    };

/** `parked`: tried often enough; it waits for somebody to look at it. */
export const NOTICE_STATES = ['pending', 'sent', 'parked'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** One message to one channel: at most one for each channel and subject. */
export interface Notice {
  readonly seq: number;
  readonly channel: string;
  /** `alert:ID` for one alert, `digest:YYYY-MM-DD` for a day. */
  readonly subject: string;
  readonly alert: AlertId | undefined;
  readonly state: NoticeState;
  readonly tries: number;
  readonly createdAt: number;
  readonly nextAt: number;
  readonly sentAt: number | undefined;
  /** What the last try met with; never a secret. */
  readonly problem: string | undefined;
}
