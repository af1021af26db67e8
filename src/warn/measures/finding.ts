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

export const DAY = 86_400_000;
