/** Findings as they are made: code, figures, and what shows it. */
import type { EvidenceRef, Finding, FindingCode } from '../../domain/alerts.ts';

export function finding(
  code: FindingCode,
  figures: Finding['figures'],
  refs: readonly EvidenceRef[] = [],
): Finding {
  return { code, figures, refs };
}

/** A counter-finding where a condition holds. */
export function where(holds: boolean, made: () => Finding): Finding[] {
  return holds ? [made()] : [];
}

/** The greatest of the values, and of 0; of any number of them, which `Math.max(...)` is not. */
export function greatestOf(values: Iterable<number>): number {
  let greatest = 0;
  for (const value of values) if (value > greatest) greatest = value;
  return greatest;
}

export const DAY = 86_400_000;
