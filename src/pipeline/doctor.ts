/** Whether a desk can work here: its store, its archive, the disk, the network, the clock. */
import { access, constants, statfs } from 'node:fs/promises';
import { openArchive } from '../archive/archive.ts';
import { headerOf } from '../collect/web/fetched.ts';
import type { Web } from '../collect/web/web.ts';
import type { Watch } from '../domain/watch.ts';
import type { Desk } from './desk.ts';

/** One thing that was looked at. `unknown`: it could not be looked at here. */
export interface Finding {
  readonly what: 'program' | 'folder' | 'disk' | 'store' | 'archive' | 'network' | 'clock';
  readonly state: 'well' | 'doubtful' | 'broken' | 'unknown';
  /** What was found and, where it is not well, what to do. */
  readonly detail: string;
}

const GB = 1e9;
const LITTLE_SPACE = 5 * GB;
const NO_SPACE = GB / 2;
/** A clock that is off by more makes wrong order of captures and publications. */
const CLOCK_MS = 120_000;
/** Sources that are asked, of different hosts. */
const ASKED = 3;

/** Looks at everything; asks the network only where a watch names whom. */
export async function examine(desk: Desk, watch: Watch | undefined): Promise<Finding[]> {
  const local = [
    await folder(desk),
    await disk(desk),
    await soundly('store', () => store(desk)),
    await soundly('archive', () => archive(desk)),
  ];
  return [program(), ...local, ...(await network(desk, watch))];
}

/** What cannot even be looked at is broken. */
async function soundly(what: Finding['what'], look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    const detail = `cannot be looked at (${(error as Error).message}): ${ANEW}`;
    return { what, state: 'broken', detail };
  }
}

const ANEW = 'make the desk anew from its archive with atalaya reread';

function program(): Finding {
  const { version, platform, arch } = process;
  return { what: 'program', state: 'well', detail: `Node ${version} on ${platform} ${arch}` };
}

async function folder({ folder: path }: Desk): Promise<Finding> {
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return { what: 'folder', state: 'well', detail: `${path} can be read and written` };
  } catch {
    const detail = `${path} cannot be read and written by this user: change its permissions`;
    return { what: 'folder', state: 'broken', detail };
  }
}

async function disk({ folder: path }: Desk): Promise<Finding> {
  const { bavail, bsize } = await statfs(path);
  const free = bavail * bsize;
  const detail = `${(free / GB).toFixed(1)} GB are free`;
  if (free < NO_SPACE) {
    return { what: 'disk', state: 'broken', detail: `only ${detail}: make room before you go on` };
  }
  if (free < LITTLE_SPACE) {
    return { what: 'disk', state: 'doubtful', detail: `only ${detail}: a watch fills them` };
  }
  return { what: 'disk', state: 'well', detail };
}

async function store({ store: rows }: Desk): Promise<Finding> {
  const faults = await rows.faults();
  if (faults.length === 0) {
    const { articles } = await rows.counts();
    return { what: 'store', state: 'well', detail: `the database is sound; articles: ${articles}` };
  }
  const detail = `the database is damaged (${faults[0]}): ${ANEW}`;
  return { what: 'store', state: 'broken', detail };
}

/** That the archive reaches as far as the store knows, and its chain's end fits it. */
async function archive(desk: Desk): Promise<Finding> {
  const end = await desk.store.archiveEnd();
  if (end === undefined)
    return { what: 'archive', state: 'well', detail: 'nothing is archived yet' };
  const lock = await desk.lock('doctor').catch((error: Error) => error.message);
  // It is being written at this moment, and so cannot be held against what the database says.
  if (typeof lock === 'string') return { what: 'archive', state: 'unknown', detail: lock };
  try {
    await (await openArchive(desk.archiveFolder, end)).close();
    const detail = `reaches byte ${end.length} of ${end.file}, as the database says (every byte: atalaya verify)`;
    return { what: 'archive', state: 'well', detail };
  } catch (error) {
    return { what: 'archive', state: 'broken', detail: (error as Error).message };
  } finally {
    lock.release();
  }
}

async function network(desk: Desk, watch: Watch | undefined): Promise<Finding[]> {
  if (watch === undefined || desk.openWeb === undefined) {
    const detail = 'no watch list was found that names whom to ask: atalaya doctor WATCH.YAML';
    return [{ what: 'network', state: 'unknown', detail }];
  }
  const web = await desk.openWeb(watch.fetch);
  try {
    return await asked(desk, web, watch);
  } finally {
    await web.close();
  }
}

async function asked(desk: Desk, web: Web, watch: Watch): Promise<Finding[]> {
  const hosts = new Map<string, string>();
  for (const { url, enabled } of watch.sources) {
    const { host } = new URL(url);
    if (enabled && hosts.size < ASKED && !hosts.has(host)) hosts.set(host, url);
  }
  const findings: Finding[] = [];
  const drifts: number[] = [];
  for (const [host, url] of hosts) {
    const fetched = await web.get({ url, purpose: 'feed' });
    if (fetched.kind === 'refused') {
      const detail = `${fetched.reason}: ${fetched.detail}`;
      findings.push({ what: 'network', state: 'doubtful', detail });
      continue;
    }
    findings.push({
      what: 'network',
      state: 'well',
      detail: `${host} answered in ${fetched.ms} ms`,
    });
    const date = Date.parse(headerOf(fetched.headers, 'date') ?? '');
    if (!Number.isNaN(date)) drifts.push(desk.now() - date);
  }
  return [...findings, clock(drifts)];
}

/** The middle of what several servers say: one of them may be wrong itself. */
function clock(drifts: readonly number[]): Finding {
  const middle = [...drifts].sort((a, b) => a - b)[Math.floor(drifts.length / 2)];
  if (middle === undefined) {
    return { what: 'clock', state: 'unknown', detail: 'no server told the time' };
  }
  const off = spanWords(Math.abs(middle));
  if (Math.abs(middle) <= CLOCK_MS) {
    return { what: 'clock', state: 'well', detail: `within ${off} of what servers say` };
  }
  const way = middle > 0 ? 'ahead of' : 'behind';
  const detail = `${off} ${way} what servers say: set it, or times of capture are wrong`;
  return { what: 'clock', state: 'broken', detail };
}

/** `40 s`, `5 h`: rounded up, one unit. */
function spanWords(ms: number): string {
  const units = [
    [86_400_000, 'd'],
    [3_600_000, 'h'],
    [60_000, 'min'],
  ] as const;
  const [unit, word] = units.find(([length]) => ms >= 2 * length) ?? [1000, 's'];
  return `${Math.ceil(ms / unit)} ${word}`;
}
