/**
 * The index of the desk's fact-checks: built once after they changed, kept as a file in the desk's
 * folder, and opened from there. The file is a copy of what the database holds: without it, or where
 * it is damaged, it is built again.
 */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FactCheck } from '../../domain/checks.ts';
import { buildClaimIndex } from '../../judge/claims/claim-index.ts';
import { type ClaimIndex, readClaimIndex } from '../../judge/claims/claim-index-file.ts';
import type { ClaimText } from '../../judge/claims/claim-text.ts';
import type { Worth } from '../../judge/claims/told-words.ts';
import type { Desk } from '../desk.ts';

const NAME = /^checks-.*\.index(?:\..*)?$/;
/** Characters of a body that an index reads at most: its first words say what is checked. */
const BODY = 6000;

/** The index of all fact-checks that the desk keeps. */
export async function openCheckIndex(desk: Desk, worth: Worth): Promise<ClaimIndex> {
  const { version } = await desk.store.checkCounts();
  const name = `checks-${version}.index`;
  const path = join(desk.folder, name);
  const bytes = await readFile(path).catch(() => undefined);
  const known = bytes && readable(bytes);
  if (known !== undefined) return known;
  const texts: ClaimText[] = [];
  for await (const check of desk.store.checks()) texts.push(textOf(check));
  const index = buildClaimIndex(texts, worth);
  await keep(desk.folder, name, index.data);
  return index;
}

/** An index of another version of Atalaya, or a torn one, is as good as none. */
function readable(bytes: Uint8Array): ClaimIndex | undefined {
  try {
    return readClaimIndex(bytes);
  } catch {
    return undefined;
  }
}

function textOf({ id, claim, title, summary, body, language }: FactCheck): ClaimText {
  return {
    id,
    claim,
    ...(title !== undefined && { title }),
    ...(summary !== undefined && { subtitle: summary }),
    ...(body !== undefined && { body: body.slice(0, BODY) }),
    ...(language !== undefined && { language }),
  };
}

/** Whole or not at all, and no older one beside it. A folder that cannot be written to keeps none. */
async function keep(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const part = join(folder, `${name}.${process.pid}`);
  try {
    await writeFile(part, bytes);
    await rename(part, join(folder, name));
    const stale = (await readdir(folder)).filter((one) => NAME.test(one) && one !== name);
    for (const one of stale) await rm(join(folder, one), { force: true });
  } catch {
    await rm(part, { force: true });
  }
}
