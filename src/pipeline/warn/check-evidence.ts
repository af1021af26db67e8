/** The evidence of a receipt: articles, passages, fact-checks and entries, read again from its records alone. */
import type { EvidenceRef, Finding } from '../../domain/alerts.ts';
import { captureIdOf } from '../../domain/ids.ts';
import { counted } from '../../export/wording.ts';
import { observe } from '../../warn/observe.ts';
import { receiptPassage } from './alert-evidence.ts';
import type { BundledReceipt } from './bundled-receipt.ts';
import type { CheckStep } from './checked-receipt.ts';
import { type RereadEvidence, rereadEvidence } from './reread-evidence.ts';

/** Articles, passages, fact-checks and entries of the ledger, read again from the records alone. */
export async function checkEvidence(
  folder: string,
  file: string | undefined,
  receipt: BundledReceipt,
  version: string,
): Promise<CheckStep> {
  const { articles, passages, checks, entries, writtenBy } = receipt;
  const wanted = new Set(articles.map(({ id }) => id));
  const again = file === undefined ? NOTHING : await rereadEvidence(folder, file, wanted);
  const differences = [
    ...again.damaged,
    ...capturesMissing(receipt, again),
    ...articles.flatMap((one) => articleFault(one, again)),
    ...passages.flatMap((one) => passageFault(one, again)),
    ...checks.flatMap(({ id, capture }) =>
      again.checks.get(id) === capture
        ? []
        : [`Fact-check ${id} did not come out of its capture again.`],
    ),
    ...entries.flatMap(({ id, capture }) =>
      capture === undefined || again.entries.get(id) === capture
        ? []
        : [`Entry ${id} of the ledger did not come out of its capture again.`],
    ),
    ...pointless(receipt),
  ];
  if (differences.length > 0 && writtenBy !== version) {
    differences.push(
      `It was written by Atalaya ${writtenBy.slice(0, 40)}; this is ${version}: a newer one may read a page differently.`,
    );
  }
  const found = `Read again from their captures: ${counted(articles.length, 'article')}, ${counted(passages.length, 'passage')}, ${counted(checks.length, 'fact-check')}, ${counted(entries.length, 'entry', 'entries')} of the ledger.`;
  return { check: 'evidence', found, differences, unchecked: notReread(receipt) };
}

const NOTHING: RereadEvidence = {
  captures: new Map(),
  articles: new Map(),
  checks: new Map(),
  entries: new Map(),
  damaged: [],
};

function capturesMissing({ captures }: BundledReceipt, again: RereadEvidence): string[] {
  return captures.flatMap(({ id, digest }) =>
    again.captures.get(id)?.digest === digest && captureIdOf(digest) === id
      ? []
      : [`Capture ${id} is not among the records, or not with its digest.`],
  );
}

function articleFault(
  { id, capture, outlet, title, url }: BundledReceipt['articles'][number],
  { articles }: RereadEvidence,
): string[] {
  const article = articles.get(id);
  if (article === undefined) return [`Article ${id} did not come out of its capture again.`];
  const same = article.captureId === capture && article.title === title && article.url === url;
  return same && article.outlet === outlet
    ? []
    : [`Article ${id} has another capture, outlet, title or address than the receipt states.`];
}

function passageFault(
  stated: BundledReceipt['passages'][number],
  { articles }: RereadEvidence,
): string[] {
  const { article: id, span } = stated;
  const article = articles.get(id);
  const place = `characters ${span.begin} to ${span.end} of article ${id}`;
  if (article === undefined) return [`There is no text for ${place}.`];
  const found = receiptPassage(id, span, article.text);
  const same =
    found.sha256 === stated.sha256 &&
    found.quote === stated.quote &&
    found.hiddenWords === stated.hiddenWords &&
    span.begin < span.end &&
    span.end <= article.text.length;
  return same ? [] : [`Other words stand at ${place} than the receipt quotes.`];
}

/** What findings point at, and the receipt does not bring. */
function pointless(receipt: BundledReceipt): string[] {
  const { articles, passages, checks, entries } = receipt;
  const held = new Set<string>([...articles, ...checks, ...entries].map(({ id }) => id));
  for (const { article, span } of passages) held.add(`${article} ${span.begin} ${span.end}`);
  const refs = findingsOf(receipt).flatMap((finding) => finding.refs);
  const missing = refs.filter((ref) => {
    const key = keyOf(ref);
    return key !== undefined && !held.has(key);
  });
  return missing.length === 0
    ? []
    : [`${counted(missing.length, 'reference')} of the findings lead to nothing in the receipt.`];
}

/** Those of the alert as it stands, and those that the facts give. */
function findingsOf({ alert, facts, indicator }: BundledReceipt): Finding[] {
  const stated = [...alert.findings, ...alert.counter];
  try {
    const { findings, counter } = observe(facts, indicator);
    return [...stated, ...findings, ...counter];
  } catch {
    // The check of the verdict says so.
    return stated;
  }
}

function keyOf(ref: EvidenceRef): string | undefined {
  switch (ref.kind) {
    case 'passage':
      return `${ref.article} ${ref.span.begin} ${ref.span.end}`;
    case 'article':
      return ref.article;
    case 'check':
      return ref.check;
    case 'entry':
      return ref.entry;
    case 'cascade':
    case 'source':
      return undefined;
  }
}

/** What rests on the desk's own work, which captures alone do not bring back. */
function notReread({ facts, entries }: BundledReceipt): string[] {
  const told = entries.filter(({ capture }) => capture === undefined).length;
  return [
    ...(told === 0
      ? []
      : [
          `${counted(told, 'entry', 'entries')} of the ledger: the passages were read again, not the counts in them.`,
        ]),
    ...UNCHECKED[facts.measure],
  ];
}

const COUNTS = 'The counts of each day: only some of the articles behind them are in the receipt.';
const UNCHECKED: Readonly<Record<BundledReceipt['facts']['measure'], readonly string[]>> = {
  'state-pickup': [
    'Who controls an outlet, and which outlets are of the host: the desk’s lists say so.',
  ],
  'debunked-repeat': ['Which fact-check is of this claim: the desk’s judging matched them.'],
  'lone-utterance': [
    'How many utterances and publishers there are: the desk’s judging counted them.',
  ],
  'recycled-statement': [
    'How old the words are: the desk’s judging held the dates against each other.',
  ],
  'presence-above': ['What number would be expected: the desk’s model of staff says so.'],
  displacement: ['Counts of states without an entry here: the desk’s ledger adds them up.'],
  'official-warnings': [COUNTS],
  'source-silent': ['When the source was heard: the desk’s own log says so.'],
  burst: [COUNTS],
};
