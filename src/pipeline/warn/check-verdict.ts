/** The verdict of a receipt, computed again from its facts alone. */
import { replay } from '../../warn/receipt.ts';
import type { BundledReceipt } from './bundled-receipt.ts';
import type { CheckStep } from './checked-receipt.ts';

/** Computes value and verdict again. Never throws: facts of another form are a difference. */
export function checkVerdict(receipt: BundledReceipt, version: string): CheckStep {
  const { alert, indicator, verdict, version: raisedBy } = receipt;
  const differences: string[] = [];
  let found = 'The facts could not be computed with.';
  try {
    const again = replay(receipt);
    differences.push(...again.differences);
    found = `The facts give ${again.value}; the indicator fires from ${indicator.threshold} on.`;
    if (alert.indicator !== indicator.id || alert.measure !== receipt.facts.measure) {
      differences.push('Alert, indicator and facts are not of one measure.');
    }
  } catch {
    differences.push('The facts are not in the form that this measure is computed from.');
  }
  if (verdict.value !== alert.value && receipt.remarks.length === 0) {
    differences.push(
      `The alert states ${alert.value}, the verdict ${verdict.value}, and nothing says why.`,
    );
  }
  if (differences.length > 0 && raisedBy !== version) {
    differences.push(
      `The alert was raised by Atalaya ${raisedBy.slice(0, 40)}; this is ${version}: versions may measure differently.`,
    );
  }
  return { check: 'verdict', found, differences, unchecked: [] };
}
