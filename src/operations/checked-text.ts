/** A checked receipt in words for a terminal: one sentence a check, what differs, what was not checked. */
import { foreign } from '../export/terminal/ink.ts';
import { counted } from '../export/wording.ts';
import type { CheckedReceipt, CheckName, CheckStep } from '../pipeline/warn/checked-receipt.ts';

const NAMES: Readonly<Record<CheckName, string>> = {
  files: 'Files',
  records: 'Records',
  evidence: 'Evidence',
  verdict: 'Verdict',
};
/** Differences that are told one by one; the rest is counted. */
const SHOWN = 20;

export function checkedText({
  file,
  sound,
  alert,
  manifestSha256,
  steps,
  remarks,
}: CheckedReceipt): string {
  const head =
    alert === undefined
      ? `${foreign(file)} holds no receipt that can be read.`
      : `Receipt of alert ${alert.id} (${foreign(alert.indicator)}): ${foreign(alert.subject)}`;
  return [
    head,
    ...steps.flatMap(stepLines),
    ...remarks.slice(0, SHOWN).map((remark) => `Noted by who wrote it: ${foreign(remark)}`),
    ...(manifestSha256 === undefined ? [] : [`SHA-256 of its manifest: ${manifestSha256}`]),
    sound
      ? 'It is what it states. Whether the captures are what the web served it cannot show.'
      : 'It is not what it states.',
  ].join('\n');
}

function stepLines({ check, found, differences, unchecked }: CheckStep): string[] {
  const more = differences.length - SHOWN;
  const mark = differences.length === 0 ? 'sound' : 'DIFFERS';
  return [
    `${NAMES[check]}, ${mark}: ${foreign(found)}`,
    ...differences.slice(0, SHOWN).map((one) => `  differs: ${foreign(one)}`),
    ...(more > 0 ? [`  … and ${counted(more, 'more difference')}`] : []),
    ...unchecked.map((one) => `  not checked: ${foreign(one)}`),
  ];
}
