/**
 * `claim-carriers`: which articles carry a claim? Of the bundled example, the articles that state one
 * invented claim, asked in three languages; of the invented claims, each as worded in one language
 * among all as worded in another, where every other one is false.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalUrl } from '../src/collect/address.ts';
import { type Carrier, carriersOf } from '../src/judge/claims/carriers.ts';
import type { Candidate } from '../src/judge/claims/told-articles.ts';
import { openDesk } from '../src/pipeline/desk.ts';
import { ingest } from '../src/pipeline/ingest.ts';
import { openClaimPorts } from '../src/pipeline/judge/claim-ports.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import { BUNDLED, readClaims } from './claims-cross.ts';
import { isObject, stringAt } from './json-lines.ts';
import type { Measure } from './measure.ts';
import { drawTable, fraction } from './table.ts';

const EXAMPLE = fileURLToPath(new URL('../example', import.meta.url));
const CASCADE = 'cartel-claim';
const CLAIM = {
  en: "Arvenia recruits members of Costa Serena's cartels to fight in Ostmere",
  es: 'Arvenia recluta a miembros de los cárteles de Costa Serena para combatir en Ostmere',
  ru: 'Арвения вербует членов картелей Коста-Серены для участия в боях в Остмире',
};

export const claimCarriers: Measure = {
  name: 'claim-carriers',
  argument: '',
  summary: 'articles that carry a claim, across languages',
  run: async () => {
    const carry = openCarriers();
    const candidates = await exampleArticles();
    const gold = exampleGold();
    const example = Object.entries(CLAIM).map(([language, claim]) => {
      const ids = carry(claim, language, candidates).map(({ id }) => id);
      const found = ids.filter((id) => gold.has(id)).length;
      return [language, { recall: found / gold.size, others: ids.length - found }] as const;
    });
    const pairs = wordedPairs(carry);
    const rows = [
      ...example.map(([name, of]) => [`example ${name}`, fraction(of.recall), `${of.others}`]),
      ...pairs.map(([name, of]) => [name, fraction(of.recall), fraction(of.others)]),
    ];
    const figures = { example: Object.fromEntries(example), claims: Object.fromEntries(pairs) };
    return { kind: 'measured', table: drawTable(['asked', 'recall', 'others'], rows), figures };
  },
};

type Carry = (claim: string, language: string, candidates: readonly Candidate[]) => Carrier[];

function openCarriers(): Carry {
  const ports = openClaimPorts();
  return (claim, language, candidates) => carriersOf(claim, candidates, { ...ports, language });
}

/** As the desk reads them: titles, texts and languages are those of ingest. */
async function exampleArticles(): Promise<Candidate[]> {
  const place = mkdtempSync(join(tmpdir(), 'atalaya-carriers-'));
  try {
    const detectLanguage = lazyLanguageDetector();
    const desk = await openDesk({ folder: place, now: Date.now, detectLanguage });
    await ingest(desk, [join(EXAMPLE, 'articles')]);
    const candidates: Candidate[] = [];
    for await (const { id, url, title, text, language } of desk.store.articles()) {
      candidates.push({ id: url ?? id, title, text, language });
    }
    await desk.close();
    return candidates;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Addresses of the articles of the cascade. */
function exampleGold(): Set<string> {
  const gold: unknown = JSON.parse(readFileSync(`${EXAMPLE}/gold.json`, 'utf8'));
  const cascades = isObject(gold) && Array.isArray(gold['cascades']) ? gold['cascades'] : [];
  const cascade: unknown = cascades.find((each) => isObject(each) && each['id'] === CASCADE);
  if (!isObject(cascade) || !Array.isArray(cascade['echoes'])) return new Set();
  const echoes = cascade['echoes'].map((echo) => (isObject(echo) ? stringAt(echo, 'url') : ''));
  const urls = [stringAt(cascade, 'origin'), ...echoes];
  return new Set(urls.map((url) => canonicalUrl(url) ?? url));
}

/** Recall, and the share of pairs of different claims that are taken for one. */
function wordedPairs(carry: Carry) {
  const claims = readClaims(BUNDLED);
  const languages = [...claims[0]!.wordings.keys()];
  return languages.flatMap((from) =>
    languages
      .filter((to) => to !== from)
      .map((to) => {
        const candidates = claims.map(({ url, wordings }) => ({
          ...{ id: url, title: '', text: wordings.get(to)!, language: to },
        }));
        const answers = claims.flatMap(({ url, wordings }) =>
          carry(wordings.get(from)!, from, candidates).map(({ id }) => id === url),
        );
        const right = answers.filter(Boolean).length;
        const others = (answers.length - right) / (claims.length * (claims.length - 1));
        return [`${from}-${to}`, { recall: right / claims.length, others }] as const;
      }),
  );
}
