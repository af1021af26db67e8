/**
 * What judging opens, kept between questions of one desk: facts on outlets and the index of checks cost
 * tenths of a second, and a server is asked again and again. Opened anew where checks or offices changed,
 * and facts after `FACTS_KEPT`, since watch lists name files that name others.
 */
import { statSync } from 'node:fs';
import type { Desk } from '../desk.ts';
import { openRegistry, usualWatchList } from '../watch/watch-list.ts';
import { type Judge, openJudge, searchedLanguages } from './judge.ts';
import type { FactsOf } from './ladder-members.ts';

/** Milliseconds. */
const FACTS_KEPT = 60_000;

interface Kept<T> {
  readonly key: string;
  readonly value: Promise<T>;
}

type Registry = Awaited<ReturnType<typeof openRegistry>>;

const registries = new WeakMap<Desk['store'], Kept<Registry> & { readonly until: number }>();
const judges = new WeakMap<Desk['store'], Kept<Judge>>();
const languages = new WeakMap<Desk['store'], { until: number; value: Promise<string[]> }>();

/** As `usualFacts`, read again where the watch list changed or after a minute. */
export async function keptFacts(desk: Desk, watchFile = usualWatchList()): Promise<FactsOf> {
  const { outlets } = await keptRegistry(desk, watchFile);
  return (domain) => outlets.factsOf(domain);
}

/** As `openRegistry` without further lists, read again where the watch list changed or after a minute. */
export function keptRegistry(desk: Desk, watchFile: string | undefined): Promise<Registry> {
  const key = `${watchFile ?? ''} ${changedAt(watchFile)}`;
  const known = registries.get(desk.store);
  const now = desk.now();
  if (known?.key === key && now < known.until) return known.value;
  const value = openRegistry(watchFile, []);
  registries.set(desk.store, { key, value, until: now + FACTS_KEPT });
  value.catch(() => registries.delete(desk.store));
  return value;
}

/** As `openJudge` with the facts of `watchFile`, opened again where what it rests on changed. */
export async function keptJudge(desk: Desk, watchFile?: string): Promise<Judge> {
  const { store } = desk;
  const factsOf = await keptFacts(desk, watchFile);
  const { version } = await store.checkCounts();
  const key = `${version} ${(await store.tenures()).length}`;
  let known = judges.get(store);
  if (known?.key !== key) {
    known = { key, value: openJudge(desk, factsOf) };
    judges.set(store, known);
    known.value.catch(() => judges.delete(store));
  }
  return { ...(await known.value), desk, factsOf, languages: await keptLanguages(desk) };
}

/** As `searchedLanguages`, counted again after a minute: that costs a look at every article. */
async function keptLanguages(desk: Desk): Promise<string[]> {
  const now = desk.now();
  let known = languages.get(desk.store);
  if (known === undefined || now >= known.until) {
    known = { until: now + FACTS_KEPT, value: searchedLanguages(desk) };
    languages.set(desk.store, known);
    known.value.catch(() => languages.delete(desk.store));
  }
  return known.value;
}

/** When a file was last changed, milliseconds since the epoch; 0: there is none. */
export function changedAt(file: string | undefined): number {
  return file === undefined ? 0 : (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}
