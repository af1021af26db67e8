/** A desk under one schedule of faults: its processes, who begins them again, and what strikes them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { BUILT_IN_READER } from '../src/read/read.ts';
import { connect } from '../src/store/postgres/database.ts';
import { openQueue } from '../src/store/postgres/queue.ts';
import type { Order } from './order.ts';
import type { Schedule, Strike } from './schedule.ts';
import type { Server } from './server.ts';

const CHILD = fileURLToPath(new URL('./child.js', import.meta.url));
const DAY = 86_400_000;
/** Strikes begin with the first row of one of these. */
const WAIT_FOR = ['article', 'reading', 'reading', 'cascade'] as const;
/** Until the first process has kept something, in milliseconds. */
const PATIENCE = 10_000;
/** Blocks of 512 bytes that a process without room on its disk may write to a file. */
const LITTLE_ROOM = 4;

export interface Place {
  readonly folder: string;
  readonly database: string;
  readonly schema: string;
  readonly files: readonly string[];
  readonly now: number;
  readonly server: Server;
}

type Running = { child: ChildProcess; readonly order: Order; readonly tight: boolean };

/** Processes that ended with a defect, and what they said. */
export interface Ended {
  readonly code: number;
  readonly said: string;
}

export class Disturbed {
  private readonly place: Place;
  private readonly running = new Set<Running>();
  private ending = false;
  readonly defects: Ended[] = [];

  constructor(place: Place) {
    this.place = place;
  }

  /** Runs the schedule to its end, then ends all processes at once. */
  async suffer({ seed, strikes }: Schedule): Promise<void> {
    // Two at once meet a database without tables.
    this.begin('work');
    this.begin('work');
    this.begin('ingest');
    await this.untilBegun(WAIT_FOR[seed % WAIT_FOR.length]!);
    for (const strike of strikes) {
      await sleep(strike.after);
      await this.strike(strike);
    }
    await sleep(300);
    this.ending = true;
    const all = [...this.running];
    for (const { child } of all) child.kill('SIGKILL');
    await Promise.all(all.map(({ child }) => ended(child)));
  }

  /** Strikes before anything is kept would hit nothing. */
  private async untilBegun(table: string): Promise<void> {
    const database = connect(this.place.database);
    for (let waited = 0; waited < PATIENCE; waited += 50) {
      const [row] = await database
        .rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)
        .catch(() => [{ n: 0 }]);
      if (row!.n > 0) break;
      await sleep(50);
    }
    await database.close();
  }

  private begin(role: Order['role'], more: Partial<Order> = {}, tight = false): void {
    const { folder, database, files, now } = this.place;
    const order = { role, folder, database, files, now, silence: 400, rowsEach: 3, ...more };
    const argv = [CHILD, JSON.stringify(order)];
    const [program, args] = tight
      ? ['sh', ['-c', `ulimit -f ${LITTLE_ROOM}; exec "$0" "$@"`, process.execPath, ...argv]]
      : [process.execPath, argv];
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const one: Running = { child, order, tight };
    this.running.add(one);
    let said = '';
    child.stderr!.on('data', (piece: Buffer) => {
      said = `${said}${piece}`.slice(-4000);
    });
    child.on('exit', (code, signal) => {
      this.running.delete(one);
      if (code === 99 || said.includes('UNHANDLED')) this.defects.push({ code: code ?? 0, said });
      // Who looks after processes begins them again, and the disk has room by then.
      const isDone = role === 'ingest' && code === 0;
      if (!this.ending && !isDone && signal !== 'SIGTERM') setTimeout(() => this.again(order), 50);
    });
  }

  private again(order: Order): void {
    if (!this.ending) this.begin(order.role, order);
  }

  private pick(role: Order['role'], pick: number): Running | undefined {
    const all = [...this.running].filter(({ order }) => order.role === role);
    return all[Math.floor(pick * all.length)];
  }

  private async strike({ fault, pick }: Strike): Promise<void> {
    const { now, server, files } = this.place;
    switch (fault) {
      case 'kill-worker':
        this.pick('work', pick)?.child.kill('SIGKILL');
        return;
      case 'kill-ingest':
        this.pick('ingest', pick)?.child.kill('SIGKILL');
        return;
      case 'cut-connections':
        return this.cutConnections();
      case 'restart-server':
        return server.restart();
      case 'disk-full':
        this.begin('ingest', { files: [files[Math.floor(pick * files.length)]!] }, true);
        return;
      case 'clock-jump':
        this.begin(pick < 0.5 ? 'ingest' : 'work', {
          now: now + Math.round((pick - 0.1) * 4000) * DAY * (pick < 0.1 ? 0.05 : 1),
        });
        return;
      case 'poison':
        for (const one of this.running) {
          if (one.order.role === 'work') one.child.kill('SIGKILL');
        }
        this.begin('work', { poison: Math.floor(pick * 40) });
        return;
      case 'torn-segment':
        return this.onDatabase(
          'UPDATE segment SET data = substring(data FROM 1 FOR length(data) / 2)',
        );
      case 'torn-archive':
        return this.tearArchive(pick);
      case 'repeated-jobs':
        return this.repeatJobs(pick);
      case 'repeated-files':
        this.begin('ingest', { files: [...files].reverse() });
        return;
      case 'new-worker':
        this.begin('work');
        return;
    }
  }

  /** Half a record behind the committed end, as a power cut leaves it. */
  private async tearArchive(pick: number): Promise<void> {
    const ingester = this.pick('ingest', pick);
    ingester?.child.kill('SIGKILL');
    if (ingester !== undefined) await ended(ingester.child);
    const archive = join(this.place.folder, 'archive');
    const names = readdirSync(archive).filter((name) => name.endsWith('.warc.gz'));
    const last = names.sort().at(-1);
    if (last !== undefined) appendFileSync(join(archive, last), Buffer.from([0x1f, 0x8b, 8, 0, 7]));
  }

  private async cutConnections(): Promise<void> {
    await this.onDatabase(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND random() < 0.7`,
    );
  }

  /** The same rows to be read once more, the last first. */
  private async repeatJobs(pick: number): Promise<void> {
    const queue = await openQueue(this.place.database).catch(() => undefined);
    if (queue === undefined) return;
    const starts = Array.from({ length: 8 }, (_, i) => i * 7).reverse();
    const jobs = starts.map((from) => ({
      ...{ queue: 'read' as const, reader: BUILT_IN_READER, from },
      to: from + 1 + Math.floor(pick * 20),
    }));
    await queue.send(jobs).catch(() => undefined);
    await queue.close().catch(() => undefined);
  }

  /** A strike that misses, since there is no table yet, is none. */
  private async onDatabase(text: string): Promise<void> {
    const database = connect(this.place.database);
    await database.rows(text).catch(() => undefined);
    await database.close().catch(() => undefined);
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
