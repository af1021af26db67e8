/** Commands run over a stand-in web, with a clock that the test sets; a desk and a site anew for each. */
import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type Ran, runIn, type Setting } from '../../src/cli/program.fixture.ts';
import { fileIn, prose, useFolder } from '../../src/pipeline/desk.fixture.ts';
import { feedOf, type Site, startSite, storyPage } from './site.ts';

export const START = Date.UTC(2025, 0, 1);
export const HOUR = 3_600_000;

export interface Commands {
  readonly folder: () => string;
  /** The desk's folder. */
  readonly desk: () => string;
  readonly site: Site;
  /** Milliseconds since the epoch. */
  clock: number;
  /** Runs a command, on the desk or on one in another folder. */
  readonly go: (argv: readonly string[], setting?: Setting, at?: string) => Promise<Ran>;
  /** The answer of a command as JSON. */
  readonly json: <T>(argv: readonly string[]) => Promise<T>;
  /** Serves stories and a feed that names them. */
  readonly serveStories: (host: string, numbers: readonly number[]) => void;
  /** Writes a watch list of feeds, one a host; gives its path. */
  readonly watchOf: (hosts: readonly string[]) => string;
  /** Watches a feed of two stories once; gives the list's path. */
  readonly watched: () => Promise<string>;
  /** Overwrites bytes of the first file of the archive. */
  readonly damage: (at: number) => void;
}

/** Sets the stage for each test of a file; what it gives is to be used inside tests only. */
export function useCommands(): Commands {
  const folder = useFolder();
  let site: Site | undefined;
  beforeEach(async () => {
    site = await startSite();
    commands.clock = START;
  });
  afterEach(() => site?.close());
  const desk = (): string => join(folder(), 'desk');
  const commands: Commands = {
    folder,
    desk,
    get site() {
      return site!;
    },
    clock: START,
    go: (argv, setting = {}, at = desk()) => {
      const now = (): number => commands.clock;
      return runIn(at, argv, { clock: now, openWeb: () => site!.web({ now }), ...setting });
    },
    json: async (argv) => JSON.parse((await commands.go([...argv, '--json'])).out),
    serveStories: (host, numbers) => serveStories(site!, host, numbers),
    watchOf: (hosts) => {
      const sources = hosts.map((host) => `  - url: ${site!.at(host, '/feed')}\n    id: ${host}\n`);
      const head = 'host: MX\nsponsors: [RU, CN]\nlanguages: [es, en]\nevery: 1h\nsources:\n';
      return fileIn(folder(), 'watch.yaml', head + sources.join(''));
    },
    watched: async () => {
      commands.serveStories('faro', [1, 2]);
      const list = commands.watchOf(['faro']);
      await commands.go(['watch', list, '--once']);
      return list;
    },
    damage: (at) => overwrite(join(desk(), 'archive'), at),
  };
  return commands;
}

function serveStories(site: Site, host: string, numbers: readonly number[]): void {
  for (const n of numbers) {
    site.serve(host, `/story/${n}`, { body: storyPage(`Story ${n}`, prose(n, 60)) });
  }
  const items = numbers.map((n) => ({
    guid: `${host}-${n}`,
    url: site.at(host, `/story/${n}`),
    title: `Story ${n}`,
  }));
  site.serve(host, '/feed', { body: feedOf(items) });
}

function overwrite(archive: string, at: number): void {
  const name = readdirSync(archive).find((one) => one.endsWith('.gz'))!;
  const handle = openSync(join(archive, name), 'r+');
  writeSync(handle, Buffer.from([0xff, 0x00, 0xff]), 0, 3, at);
  closeSync(handle);
}

export const lines = (text: string): string[] => text.trimEnd().split('\n');
