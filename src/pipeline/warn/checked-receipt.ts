/** What checking a receipt came to. */
import type { Alert } from '../../domain/alerts.ts';

export const CHECKS = ['files', 'records', 'evidence', 'verdict'] as const;

export type CheckName = (typeof CHECKS)[number];

/** One part of the check. */
export interface CheckStep {
  readonly check: CheckName;
  /** What was found to be as stated, in one sentence. */
  readonly found: string;
  /** What differs, a sentence each; none where all is as stated. */
  readonly differences: readonly string[];
  /** What could not be checked, and why, a sentence each; it is no difference. */
  readonly unchecked: readonly string[];
}

export interface CheckedReceipt {
  readonly file: string;
  readonly sound: boolean;
  /** Absent where the receipt itself cannot be read. */
  readonly alert:
    | Pick<Alert, 'id' | 'indicator' | 'subject' | 'unit' | 'value' | 'threshold' | 'severity'>
    | undefined;
  /** SHA-256 of the manifest, which stands for the whole bundle. */
  readonly manifestSha256: string | undefined;
  readonly steps: readonly CheckStep[];
  /** What the writer noted of it. */
  readonly remarks: readonly string[];
}
