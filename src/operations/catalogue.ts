/**
 * All that the desk can do, in the order in which it is told. What does it is loaded when it is asked for:
 * a list of commands needs none of it, and a command only its own.
 */
import type { z } from 'zod';
import { type Definition, named, type Operation } from './operation.ts';

/** One thing that the desk can do, before it is loaded. */
export interface Entry {
  readonly name: string;
  /** One sentence for a person, without a full stop. */
  readonly summary: string;
  readonly load: () => Promise<Operation>;
}

export const CATALOGUE: readonly Entry[] = [
  entry(
    'demo',
    'Show the desk at work on the bundled, invented example',
    async () => (await import('./demo.ts')).demoOperation,
  ),
  entry(
    'ingest',
    'Read articles from files, folders or standard input (-) and trace them',
    async () => (await import('./ingest.ts')).ingestOperation,
  ),
  entry(
    'cascades',
    'List what was repeated: earliest seen, echoes, lag, changes, credit; widest first',
    async () => (await import('./cascades.ts')).cascadesOperation,
  ),
  entry(
    'cascade-list',
    'List cascades in a line each: widest, newest, or most credits dropped first',
    async () => (await import('./cascade-rows.ts')).cascadeListOperation,
  ),
  entry(
    'show',
    'Show one cascade or article by its id (or the beginning of it), evidence checked',
    async () => (await import('./cascades.ts')).showOperation,
  ),
  entry(
    'article',
    'Show one article: versions, what was read in it, cascades, checks, what it shares with whom',
    async () => (await import('./article.ts')).articleOperation,
  ),
  entry(
    'search',
    'Search the articles by their words: all of them, "phrases", -without, OR, beginnings*',
    async () => (await import('./search.ts')).searchOperation,
  ),
  entry(
    'report',
    'Write the cascades as one self-contained HTML page (or JSON)',
    async () => (await import('./report.ts')).reportOperation,
  ),
  entry(
    'briefing',
    'Write what a watch shows of a period: judgements, alerts, cascades, claims, presence, gaps',
    async () => (await import('./briefing/briefing.ts')).briefingOperation,
  ),
  entry(
    'status',
    'Say what the desk holds and what became of every item that it met',
    async () => (await import('./status.ts')).statusOperation,
  ),
  entry(
    'today',
    'Show the open alerts, what was repeated lately, and what came last',
    async () => (await import('./today.ts')).todayOperation,
  ),
  entry(
    'refusals',
    'List what could not be read, by kind, with file, line and reason',
    async () => (await import('./status.ts')).refusalsOperation,
  ),
  entry(
    'trace',
    'Trace what came into the desk since the last trace',
    async () => (await import('./ingest.ts')).traceOperation,
  ),
  entry(
    'read',
    'Read articles that are not read yet: who says what, what happened, how many are where',
    async () => (await import('./read.ts')).readOperation,
  ),
  entry(
    'said',
    'List who is quoted, or what one speaker said, when, where and via whom',
    async () => (await import('./read.ts')).saidOperation,
  ),
  entry(
    'watch',
    'Watch the sources of a watch list: poll, fetch, archive, trace and read, until it is ended',
    async () => (await import('./watch.ts')).watchOperation,
  ),
  entry(
    'sources',
    'Show how the sources of the watch fare: silent, dead, moved, slow, in numbers',
    async () => (await import('./watch.ts')).sourcesOperation,
  ),
  entry(
    'versions',
    'List articles that were changed after they were published, and what was changed',
    async () => (await import('./versions.ts')).versionsOperation,
  ),
  entry(
    'import',
    'Take in what other programs wrote: STIX, FollowTheMoney, another desk, or sources as OPML or CSV',
    async () => (await import('./list-exchange.ts')).importOperation,
  ),
  entry(
    'export',
    'Write the desk for other tools: STIX, FollowTheMoney, MISP, CSV, Parquet, networks, citations …',
    async () => (await import('./exports/export.ts')).exportOperation,
  ),
  entry(
    'settings',
    'Show the text of the watch list and what is wrong with it',
    async () => (await import('./settings.ts')).settingsOperation,
  ),
  entry(
    'settings-save',
    'Check a text for the watch list, and save it where nothing is wrong',
    async () => (await import('./settings.ts')).saveSettingsOperation,
  ),
  entry(
    'fetch',
    'Fetch pages by address, or from a file that lists addresses, and trace and read them',
    async () => (await import('./fetch.ts')).fetchOperation,
  ),
  entry(
    'verify',
    'Check every byte of the archive against its digest chain, or a receipt against itself',
    async () => (await import('./archive.ts')).verifyOperation,
  ),
  entry(
    'pack',
    'Pack the archive as one WACZ file that web archive players open',
    async () => (await import('./archive.ts')).packOperation,
  ),
  entry(
    'reread',
    'Make a new desk from the archive of another: everything behind the captures anew',
    async () => (await import('./archive.ts')).rereadOperation,
  ),
  entry(
    'backup',
    'Back up the desk into a folder while it is in use: database, archive, own files, each with its digest',
    async () => (await import('./backup.ts')).backupOperation,
  ),
  entry(
    'restore',
    'Make a desk of a backup, after every byte of it was checked',
    async () => (await import('./backup.ts')).restoreOperation,
  ),
  entry(
    'retain',
    'Move old files of the archive elsewhere, but for what open alerts rest on; they stay part of it',
    async () => (await import('./retain.ts')).retainOperation,
  ),
  entry(
    'move',
    'Move the desk’s database to PostgreSQL (DATABASE_URL), or back into its folder',
    async () => (await import('./move.ts')).moveOperation,
  ),
  entry(
    'work',
    'Do the jobs of a desk on PostgreSQL: trace, read and measure what came in, until it is ended',
    async () => (await import('./work.ts')).workOperation,
  ),
  entry(
    'jobs',
    'Show the queue of a desk on PostgreSQL: workers, waiting jobs, and those that failed and are parked',
    async () => (await import('./work.ts')).jobsOperation,
  ),
  entry(
    'outlets',
    'Say whose outlet a domain is, each fact with its source, and what this desk has seen of it',
    async () => (await import('./outlets.ts')).outletsOperation,
  ),
  entry(
    'network',
    'Say who carried what others had first: publishers, reprints, credits left out',
    async () => (await import('./network.ts')).networkOperation,
  ),
  entry(
    'checks',
    'Keep published fact-checks: ClaimReview, Data Commons, EUvsDisinfo, tables; or say what is kept',
    async () => (await import('./checks.ts')).checksOperation,
  ),
  entry(
    'offices',
    'Say who held a public office when, or add a list of office holders (CSV, Wikidata JSON)',
    async () => (await import('./offices.ts')).officesOperation,
  ),
  entry(
    'claim',
    'Judge a claim: fact-checked or not, new or old, who carries it and how, one source or ten',
    async () => (await import('./claim.ts')).claimOperation,
  ),
  entry(
    'origins',
    'Say how many sources stand behind a cascade or claim: articles, publishers, newsrooms, utterances',
    async () => (await import('./origins.ts')).originsOperation,
  ),
  entry(
    'presence',
    'Keep a ledger of diplomatic staff, and show one state’s presence in another',
    async () => (await import('./presence.ts')).presenceOperation,
  ),
  entry(
    'presence-pairs',
    'List the pairs of states that the ledger knows',
    async () => (await import('./presence-map.ts')).presencePairsOperation,
  ),
  entry(
    'presence-pair',
    'Show one state’s presence in another from the ledger as it stands',
    async () => (await import('./presence-map.ts')).presencePairOperation,
  ),
  entry(
    'presence-map',
    'Show the newest counts of one state’s staff in each host, of one unit and scope',
    async () => (await import('./presence-map.ts')).presenceMapOperation,
  ),
  entry(
    'warn',
    'Measure the indicators on what the desk holds, and raise alerts',
    async () => (await import('./alerts.ts')).warnOperation,
  ),
  entry(
    'alerts',
    'List the alerts of the desk, and how far quiet indicators are from firing',
    async () => (await import('./alerts.ts')).alertsOperation,
  ),
  entry(
    'alert',
    'Show one alert: what speaks for it and against it, what would clear it, who did what',
    async () => (await import('./alerts.ts')).alertOperation,
  ),
  entry(
    'alert-step',
    'Acknowledge, assign, close, reopen an alert, or note something on it',
    async () => (await import('./alerts.ts')).alertStepOperation,
  ),
  entry(
    'receipt',
    'Write one alert with its evidence as a file that atalaya verify checks anywhere',
    async () => (await import('./receipt.ts')).receiptOperation,
  ),
  entry(
    'indicators',
    'List the indicators: what each measures, from where on it fires, how near it is',
    async () => (await import('./alerts.ts')).indicatorsOperation,
  ),
  entry(
    'notices',
    'Show what was sent to webhooks and mail, and send what is due',
    async () => (await import('./notices.ts')).noticesOperation,
  ),
  entry(
    'accounts',
    'List the accounts of the desk with their roles and keys, or what was done with them',
    async () => (await import('./accounts.ts')).accountsOperation,
  ),
  entry(
    'account',
    'Add or change an account of the desk, or a key of one; all of it is logged',
    async () => (await import('./account.ts')).accountOperation,
  ),
  entry(
    'doctor',
    'Check network, store, archive, disk and clock, and say what to do',
    async () => (await import('./doctor.ts')).doctorOperation,
  ),
];

/** An entry whose operation is defined elsewhere. */
export function entry<Input extends z.ZodObject, Output>(
  name: string,
  summary: string,
  load: () => Promise<Definition<Input, Output>>,
): Entry {
  const loaded = async () => named(name, summary, await load());
  // Whoever runs one hands it what its own schema made of the input.
  return { name, summary, load: loaded as unknown as () => Promise<Operation> };
}
