/**
 * The bundled example, judged as its gold has it: who carries a claim in three languages, between which
 * bounds the sources behind each cascade lie, who passed on what a check had refuted, and what is old.
 * All of it is invented.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Article } from '../src/domain/article.ts';
import { NOW } from '../src/pipeline/desk.fixture.ts';
import { type Desk, openDesk } from '../src/pipeline/desk.ts';
import { ingest } from '../src/pipeline/ingest.ts';
import { usualFacts } from '../src/pipeline/judge/facts.ts';
import { importChecks } from '../src/pipeline/judge/import-checks.ts';
import { type Judge, openJudge } from '../src/pipeline/judge/judge.ts';
import { type JudgedCascade, judgeCascade } from '../src/pipeline/judge/judge-cascade.ts';
import { type JudgedClaim, judgeText } from '../src/pipeline/judge/judge-claim.ts';
import { readDesk } from '../src/pipeline/read.ts';
import { traceDesk } from '../src/pipeline/trace.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';

const EXAMPLE = fileURLToPath(new URL('../example/', import.meta.url));
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const Gold = z.object({
  cascades: z.array(
    z.object({
      id: z.string(),
      origin: z.string().nullable(),
      ladder: z.record(z.string(), z.number()),
      echoes: z.array(z.object({ url: z.string() })),
    }),
  ),
});
const gold = Gold.parse(JSON.parse(readFileSync(join(EXAMPLE, 'gold.json'), 'utf8'))).cascades;

const CLAIMS = [
  ['es', 'Arvenia recluta a miembros de los cárteles para la guerra de Ostmere'],
  ['en', 'Arvenia is recruiting cartel members in Costa Serena to fight in Ostmere'],
  ['ru', 'Арвения вербует членов картелей Коста-Серены для войны в Остмере'],
] as const;

/** The desk keeps addresses without the slash at their end. */
const trimmed = (url: string): string => url.replace(/\/$/, '');

function membersOf(id: string): string[] {
  const { origin, echoes } = gold.find((one) => one.id === id)!;
  const urls = echoes.map(({ url }) => url);
  return (origin === null ? urls : [origin, ...urls]).map(trimmed).toSorted();
}

const urlsOf = ({ carriers }: JudgedClaim, which = (_: JudgedClaim['carriers'][number]) => true) =>
  carriers.filter(which).map(({ article: { url } }) => trimmed(url!));

let folder: string;
let desk: Desk;
/** Before any fact-check is kept. */
let unchecked: Judge;
let checked: Judge;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atalaya-example-'));
  const detectLanguage = lazyLanguageDetector();
  desk = await openDesk({ folder: join(folder, 'desk'), now: () => NOW, detectLanguage });
  await ingest(desk, [join(EXAMPLE, 'articles')]);
  await traceDesk(desk);
  await readDesk(desk);
  unchecked = await openJudge(desk, await usualFacts(undefined));
  // An own fact-check, on the evening of 12 June in Costa Serena.
  const file = join(folder, 'own.csv');
  const row =
    'Arvenia recluta a miembros de los cárteles de Costa Serena,Falso,Mesa propia,https://mesa.example/1,es,2024-06-12T20:00:00-05:00';
  writeFileSync(file, `claim,rating,checker,url,language,checked\n${row}\n`);
  const kept = await importChecks(desk, [file], { stdin: undefined, onProgress: () => {} });
  expect(kept).toMatchObject({ met: 1, added: 1 });
  checked = await openJudge(desk, await usualFacts(undefined));
});
afterAll(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function cascadeOf(judge: Judge, id: string): Promise<JudgedCascade> {
  const members = new Set(membersOf(id));
  for (const cascade of await desk.store.cascades({ limit: 100, offset: 0, minReach: 1 })) {
    const found = await desk.store.articlesByIds(cascade.echoes.map(({ article }) => article));
    if ([...found.values()].some(({ url }) => members.has(trimmed(url!)))) {
      return judgeCascade(judge, cascade);
    }
  }
  throw new Error(`no cascade holds an article of ${id}`);
}

describe('the claim that passed through fifteen articles', () => {
  it.each(CLAIMS)('is found in %s in all of them and in no other', async (language, text) => {
    const claim = await judgeText(unchecked, { text, language });
    expect(urlsOf(claim).toSorted()).toEqual(membersOf('cartel-claim'));
    expect(claim.carriers.at(-1)!.article.published).toBeUndefined();
    // What shares a passage with a sure one is sure; only the retelling in other words is not.
    const unsure = claim.carriers.filter(({ sure }) => !sure);
    expect(unsure.map(({ article }) => article.outlet)).toEqual(['Onda Serena']);
    for (const { kind, bounds } of claim.ladder!.rungs) {
      const known = gold.find(({ id }) => id === 'cartel-claim')!.ladder[kind]!;
      expect([kind, bounds.atLeast <= known, known <= bounds.atMost]).toEqual([kind, true, true]);
    }
  });

  it.each(CLAIMS)(
    'is debunked, not amplified, by Verifica Serena alone, in %s',
    async (language, text) => {
      const claim = await judgeText(unchecked, { text, language });
      const [verifica, ...others] = claim.carriers.filter(
        ({ stance }) => stance.stance === 'debunks',
      );
      expect(verifica!.article.outlet).toBe('Verifica Serena');
      expect(verifica!.stance.amplifies).toBe(false);
      expect(verifica!.stance.evidence.length).toBeGreaterThan(0);
      expect(others).toEqual([]);
      expect(claim.carriers.filter(({ stance }) => stance.amplifies)).toHaveLength(14);
    },
  );

  it.each(CLAIMS)('meets the Spanish fact-check in %s', async (language, text) => {
    const { checks, credibility } = await judgeText(checked, { text, language });
    expect(checks.map(({ check, verdict }) => [check.checker, check.rating, verdict])).toEqual([
      ['Mesa propia', 'Falso', 'false'],
    ]);
    expect(credibility.grade).toBe(5);
    expect(credibility.reasons.map(({ en }) => en).join(' ')).toContain(
      'Mesa propia checked it (2024-06-1',
    );
  });

  it('was debunked before those repeated it that came later, and no other', async () => {
    const at = Date.parse('2024-06-12T20:00:00-05:00');
    // By the articles' own dates: a day without an hour may stand for any hour of any zone.
    const order = ({ published }: Article): string | undefined => {
      if (published === undefined) return undefined;
      if (published.earliest > at + 1000) return 'after';
      return published.latest < at ? 'before' : 'open';
    };
    const { carriers } = await cascadeOf(checked, 'cartel-claim');
    const shown = carriers.map(({ article, debunked }) => {
      const { min, max } = debunked?.days ?? { min: 0, max: 0 };
      const told = min > 0 ? 'after' : max < 0 ? 'before' : 'open';
      return [article.url, debunked === undefined ? undefined : told];
    });
    expect(shown).toEqual(carriers.map(({ article }) => [article.url, order(article)]));
    const after = shown.filter(([, told]) => told === 'after');
    expect(after.length).toBeGreaterThan(3);
    expect(after.length).toBeLessThan(12);
  });
});

describe('the cascades', () => {
  it.each(gold.map((one) => [one.id, one] as const))(
    'of %s hold the true numbers of sources between their bounds',
    async (id, { ladder }) => {
      const judged = await cascadeOf(unchecked, id);
      expect(urlsOf(judged).toSorted()).toEqual(membersOf(id));
      const outside = judged.ladder!.rungs.filter(
        ({ kind, bounds }) => ladder[kind]! < bounds.atLeast || ladder[kind]! > bounds.atMost,
      );
      expect(outside).toEqual([]);
      expect(judged.ladder!.rungs.map(({ kind }) => kind)).toEqual(Object.keys(ladder));
      // Bounds that hold everything would say nothing.
      for (const { kind, bounds } of judged.ladder!.rungs) {
        expect(bounds.atMost - bounds.atLeast, kind).toBeLessThanOrEqual(1);
      }
    },
  );

  it('show the report of March that was printed again in August', async () => {
    const { recycledEchoes, carriers } = await cascadeOf(unchecked, 'old-landing');
    expect(recycledEchoes).toHaveLength(1);
    const [{ article, recycled }] = recycledEchoes as [JudgedCascade['recycledEchoes'][number]];
    const [first, late] = carriers.map((one) => one.article) as [Article, Article];
    expect([article, late.url]).toEqual([
      late.id,
      'https://elmiradordeanselmo.example/2024/08/desembarco.html',
    ]);
    expect(recycled.reason).toBe('earlier-article');
    expect(recycled.days).toEqual({ min: 167, max: 168 });
    const apart = (late.published!.latest - first.published!.earliest) / DAY;
    expect(apart).toBeLessThanOrEqual(168);
  });

  it.each(['cartel-claim', 'embassy-staff-wire', 'expulsions-wire', 'culture-house'])(
    'call nothing of %s recycled',
    async (id) => {
      expect((await cascadeOf(unchecked, id)).recycledEchoes).toEqual([]);
    },
  );
});

it('a claim of which nothing is known has no carriers and the grade 6', async () => {
  const text = 'The queen of Nowhere bought nine blue balloons at the fair';
  const claim = await judgeText(checked, { text, language: 'en' });
  expect([claim.checks, claim.carriers, claim.ladder]).toEqual([[], [], undefined]);
  expect(claim.credibility.grade).toBe(6);
});
