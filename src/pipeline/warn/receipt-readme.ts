/** The page of plain text that stands in every receipt: what it is, and how to check it with any tools. */
import type { BundledReceipt } from './bundled-receipt.ts';
import { CAPTURES_FILE, MANIFEST_FILE, RECEIPT_FILE } from './bundled-receipt.ts';

/** Nothing of it is foreign text: ids, numbers and words of the program's own. */
export function readmeText({ alert, writtenBy, chainHead, verdict }: BundledReceipt): string {
  return `Receipt of alert ${alert.id}

Indicator ${alert.indicator}: measured ${verdict.value}, fires from ${alert.threshold} on.
An alert says that something is worth a look. It never says that somebody did it.
Written by Atalaya ${writtenBy}.

${RECEIPT_FILE}    the alert, its indicator, the facts measured, the passages, the log
${CAPTURES_FILE}   the captured bytes behind them, as web archive records (WACZ)
${MANIFEST_FILE}   size and SHA-256 of each file

To check it with Atalaya, without a desk and without a network:

    atalaya verify THIS_FILE.zip

It reads every article again from its captured bytes, looks whether each quoted
passage stands where the receipt says, and computes the verdict from the facts.

To check it without Atalaya:

1. unzip it, and compare the SHA-256 of each file with ${MANIFEST_FILE}
   (sha256sum *).
2. open ${CAPTURES_FILE} in any player of web archives (WACZ 1.1.1), or unzip it:
   the records in archive/ are WARC 1.1, one gzip member each, with the SHA-256 of
   their content in their heads.
3. "records" in ${RECEIPT_FILE} has the SHA-256 of each stored record and its line in
   the digest chain of the desk that captured it. Whoever holds that desk can show
   that its chain has these lines; its head was then
   line ${chainHead.n}, SHA-256
   ${chainHead.sha256}.
4. each of "passages" has its article's capture, its offsets and its words.

What it does not show: that the desk's captures are what the web served. For that,
compare with other archives of the same pages, or with a time stamp of the chain.
`;
}
