/** The program's matching of claims, with the shipped models joined to its ports. */
import { buildClaimIndex } from '../src/judge/claims/claim-index.ts';
import type { ClaimIndex } from '../src/judge/claims/claim-index-file.ts';
import type { ClaimText } from '../src/judge/claims/claim-text.ts';
import { type ClaimPorts, openClaimPorts } from '../src/pipeline/judge/claim-ports.ts';

/** An index of checks and the ports that matching wants. */
export function openMatcher(checks: readonly ClaimText[]): {
  readonly index: ClaimIndex;
  readonly ports: ClaimPorts;
} {
  const ports = openClaimPorts();
  return { index: buildClaimIndex(checks, ports.worth), ports };
}
