/**
 * The founding article, judged: an old quote, a role that ended, a role that is held, and a claim that the
 * article itself calls false. Its text belongs to its publisher and is not part of the project; where it
 * is absent the test says so and is skipped.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Span } from '../src/domain/span.ts';
import { articlesOf, NOW } from '../src/pipeline/desk.fixture.ts';
import { openDesk } from '../src/pipeline/desk.ts';
import { ingest } from '../src/pipeline/ingest.ts';
import { usualFacts } from '../src/pipeline/judge/facts.ts';
import { openJudge } from '../src/pipeline/judge/judge.ts';
import {
  type JudgedArticle,
  type JudgedStatement,
  judgeArticle,
} from '../src/pipeline/judge/judge-article.ts';
import { readDesk } from '../src/pipeline/read.ts';
import { traceDesk } from '../src/pipeline/trace.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';

const FILE = resolve(import.meta.dirname, '../../shared/seed/spy-network-mexico.txt');
const present = existsSync(FILE);
if (!present) console.warn('skipped: no shared data (the founding article, judged)');

describe.skipIf(!present)('the founding article, judged', () => {
  let folder = '';
  let judged: JudgedArticle;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atalaya-founding-'));
    const detectLanguage = lazyLanguageDetector();
    const desk = await openDesk({ folder: join(folder, 'desk'), now: () => NOW, detectLanguage });
    try {
      await ingest(desk, [FILE]);
      await traceDesk(desk);
      await readDesk(desk);
      const [article] = await articlesOf(desk.store);
      judged = await judgeArticle(await openJudge(desk, await usualFacts(undefined)), article!);
    } finally {
      await desk.close();
    }
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const at = ({ begin, end }: Span): string => judged.article.text.slice(begin, end);
  const attributionOf = ({ place }: JudgedStatement) => judged.reading!.attributions[place]!;
  /** The statement that holds these words. */
  function saying(words: string): JudgedStatement {
    const found = judged.statements.find((one) =>
      attributionOf(one).content.map(at).join(' ').includes(words),
    );
    if (found === undefined) throw new Error(`no statement holds "${words}"`);
    return found;
  }
  const by = (name: string): JudgedStatement[] =>
    judged.statements.filter((one) => attributionOf(one).source?.name === name);

  it('is dated by its own date line', () => {
    const { published, language } = judged.article;
    expect(language).toBe('en');
    expect(published!.earliest).toBeLessThanOrEqual(Date.UTC(2024, 8, 23));
    expect(published!.latest).toBeGreaterThanOrEqual(Date.UTC(2024, 8, 23, 23, 59));
    expect(published!.precision).toBe('day');
  });

  it('quotes VanHerck with words of 2022, which are recycled by the date that it states', () => {
    const quote = saying('The largest portion of GRU members');
    expect(attributionOf(quote).source?.name).toBe('Glen VanHerck');
    expect(quote.clocks.uttered?.days).toEqual({ first: '2022-01-01', last: '2022-12-31' });
    expect(at(quote.clocks.uttered!.evidence.span)).toBe('2022');
    const dated = quote.recycled.find(({ reason }) => reason === 'stated-date')!;
    // From 31 December and from 1 January 2022 to 23 September 2024, give or take a zone.
    expect(dated.days.min).toBeGreaterThanOrEqual(630);
    expect(dated.days.min).toBeLessThanOrEqual(632);
    expect(dated.days.max).toBeGreaterThanOrEqual(996);
    expect(dated.days.max).toBeLessThanOrEqual(998);
    expect(dated.evidence.map(({ span }) => at(span))).toContain('2022');
  });

  it('names him by a role that he had then and left in February 2024', () => {
    const { role } = saying('The largest portion of GRU members');
    expect(role).toMatchObject({ standing: 'held-then-not-now', heldWhenUttered: 'yes' });
    expect(at(role!.evidence.span)).toContain('head of US Northern Command');
    expect(role!.tenures.map(({ to }) => to)).toEqual([
      { first: '2024-02-05', last: '2024-02-05' },
    ]);
    const all = by('Glen VanHerck');
    expect(all.length).toBeGreaterThanOrEqual(3);
    for (const one of all) expect(one.role?.standing).toBe('held-then-not-now');
    // Of the undated ones only the role is old.
    const others = all.filter(({ place }) => place !== saying('The largest portion').place);
    for (const { recycled, role: own } of others) {
      expect(recycled.map(({ reason }) => reason)).toEqual(['role-ended']);
      expect(own?.heldWhenUttered).toBe('unknown');
    }
  });

  it('quotes Burns in an office that he holds, with nothing old about it', () => {
    const burns = by('William Burns');
    expect(burns.length).toBeGreaterThanOrEqual(3);
    for (const { role, recycled, ratedFalse } of burns) {
      expect(role?.standing).toBe('held');
      expect([recycled, ratedFalse]).toEqual([[], false]);
    }
  });

  it('calls the claim of the ambassador false, and has it from one utterance', () => {
    const claim = saying('recruiting members of Mexican drug cartels');
    expect(attributionOf(claim).source?.text).toBe('the Russian ambassador to Mexico');
    expect(claim.ratedFalse).toBe(true);
    const utterances = claim.judged.ladder!.rungs.find(({ kind }) => kind === 'utterances')!;
    expect(utterances.bounds).toEqual({ atLeast: 1, atMost: 1 });
    expect([4, 5]).toContain(claim.judged.credibility.grade);
    const [own, ...others] = claim.judged.carriers;
    expect(own!.stance).toMatchObject({ stance: 'debunks', amplifies: false });
    expect(own!.stance.evidence.map(({ span }) => at(span)).join(' ')).toContain('falsely');
    expect(others).toEqual([]);
  });

  it('calls nothing else false, and nothing recycled that VanHerck did not say', () => {
    const called = judged.statements.filter(({ ratedFalse }) => ratedFalse);
    expect(called.map(({ place }) => place)).toEqual([
      saying('recruiting members of Mexican drug cartels').place,
    ]);
    const old = judged.statements.filter(({ recycled }) => recycled.length > 0);
    expect(new Set(old.map((one) => attributionOf(one).source?.name))).toEqual(
      new Set(['Glen VanHerck']),
    );
  });

  it('points at its own text with every piece of evidence', () => {
    const { article, statements } = judged;
    const evidence = statements.flatMap(({ clocks, recycled, role, judged: claim }) => [
      ...(clocks.uttered === undefined ? [] : [clocks.uttered.evidence]),
      ...recycled.flatMap((one) => one.evidence),
      ...(role === undefined ? [] : [role.evidence]),
      ...claim.carriers.flatMap(({ stance }) => stance.evidence),
    ]);
    expect(evidence.length).toBeGreaterThan(20);
    for (const { article: id, span } of evidence) {
      expect(id).toBe(article.id);
      expect(at(span).trim()).not.toBe('');
    }
  });
});
