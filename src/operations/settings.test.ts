import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '../domain/ids.ts';
import type { Context } from './operation.ts';
import { saveSettingsOperation, settingsOperation } from './settings.ts';

const SOUND = `name: Valdoria
host: MX
sponsors: [RU]
languages: [es]
sources:
  - { id: faro, kind: feed, url: "https://faro.example/feed" }
`;
let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atalaya-settings-'));
  file = join(folder, 'watch.yaml');
  await writeFile(file, SOUND);
});
afterEach(() => rm(folder, { recursive: true }));

/** Settings use nothing else of what runs are handed. */
const as = (by: string, watchFile?: string): Context =>
  ({ by, ...(watchFile !== undefined && { watchFile }) }) as Context;
const open = (by = 'ana') => settingsOperation.run({ file: 'x' }, as(by, file));
const save = (input: Record<string, string>, by = 'ana') =>
  saveSettingsOperation.run(saveSettingsOperation.input.parse(input), as(by, file));

describe('settings-save', () => {
  it('saves a sound text whole, keeps the former one, and leaves nothing else behind', async () => {
    const { digest } = await open();
    const text = SOUND.replace('Valdoria', 'Veritania');
    const saved = await save({ action: 'save', text, digest });
    expect(saved).toMatchObject({ saved: true, draft: false, problems: [] });
    expect(await readFile(file, 'utf8')).toBe(text);
    expect(await readFile(`${file}.bak`, 'utf8')).toBe(SOUND);
    expect((await readdir(folder)).sort()).toEqual(['watch.yaml', 'watch.yaml.bak']);
  });

  it('refuses what cannot be meant, with its line, and gives the text back to its writer only', async () => {
    const { digest } = await open();
    const text = SOUND.replace('kind: feed', 'kind: wish');
    const view = await save({ action: 'save', text, digest });
    expect(view.saved).toBe(false);
    expect(view.problems[0]).toMatchObject({ line: 6 });
    expect(saveSettingsOperation.failure!(view)).toContain('1 problem');
    expect(await readFile(file, 'utf8')).toBe(SOUND);
    expect(await open()).toMatchObject({ text, draft: true, outdated: false });
    expect(await open('berta')).toMatchObject({ text: SOUND, draft: false });
    expect(await save({ action: 'discard' })).toMatchObject({ text: SOUND, draft: false });
  });

  it('checks without saving', async () => {
    const text = `${SOUND}# more\n`;
    const view = await save({ action: 'check', text, digest: digestOf(SOUND) });
    expect(view).toMatchObject({ saved: false, draft: true, problems: [], text });
    expect(await readFile(file, 'utf8')).toBe(SOUND);
  });

  it('refuses where others saved meanwhile, and saves once that was seen', async () => {
    const { digest } = await open();
    const theirs = `${SOUND}# theirs\n`;
    await writeFile(file, theirs);
    const mine = `${SOUND}# mine\n`;
    const refused = await save({ action: 'save', text: mine, digest });
    expect(refused).toMatchObject({ saved: false, outdated: true, text: mine });
    expect(await readFile(file, 'utf8')).toBe(theirs);
    const saved = await save({ action: 'save', text: mine, digest: refused.digest });
    expect(saved.saved).toBe(true);
    expect(await readFile(`${file}.bak`, 'utf8')).toBe(theirs);
  });

  it('keeps the line ends that the file has', async () => {
    await save({
      action: 'save',
      text: `${SOUND}# a\n`.replaceAll('\n', '\r\n'),
      digest: digestOf(SOUND),
    });
    expect(await readFile(file, 'utf8')).toBe(`${SOUND}# a\n`);
  });

  it('makes a file that was not there', async () => {
    await rm(file);
    const { exists, digest, text } = await open();
    expect([exists, digest, text]).toEqual([false, '', '']);
    expect(await save({ action: 'save', text: SOUND, digest })).toMatchObject({ saved: true });
  });

  it('lets nobody from afar name a file', async () => {
    await expect(settingsOperation.run({ file }, as('ana'))).rejects.toThrow('--watch');
    expect((await settingsOperation.run({ file }, as('local'))).exists).toBe(true);
    const view = await settingsOperation.run({ file: '/etc/hosts' }, as('ana', file));
    expect(view.file).toBe(file);
  });

  it('keeps drafts beside the file whatever the writer is called', async () => {
    await save({ action: 'check', text: 'a', digest: digestOf(SOUND) }, '../../b');
    expect((await readdir(folder)).length).toBe(2);
  });
});
