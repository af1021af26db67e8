import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FUZZED } from './fuzzed-records.fixture.ts';
import { CASCADE, READ, RECORDS } from './invented-records.fixture.ts';
import { provenance } from './provenance.ts';
import { faultsOf, stringsOf, written } from './written.fixture.ts';

type Node = Readonly<Record<string, unknown>>;
const graphOf = (text: string): Node[] => (JSON.parse(text) as { '@graph': Node[] })['@graph'];
const TEXT = await written(provenance, RECORDS);
const GRAPH = graphOf(TEXT);
const named = (id: string): Node | undefined => GRAPH.find((node) => node['@id'] === id);

const leadsOf = (graph: readonly Node[]): Node[] =>
  graph
    .map((node) => node['prov:qualifiedInfluence'] as Node | undefined)
    .filter((lead) => lead !== undefined);

/** Names of the desk that are pointed at and nowhere described. */
function dangling(graph: readonly Node[]): string[] {
  const described = new Set(graph.map((node) => node['@id']));
  const pointed = stringsOf(graph).filter((one) => /^urn:atalaya:(?!terms:)/.test(one));
  const leads = leadsOf(graph).map((lead) => lead['@id']);
  // A file of the ledger is known by the head of its digest alone.
  return [...new Set(pointed)].filter(
    (id) => !described.has(id) && !leads.includes(id) && !id.startsWith('urn:atalaya:capture:'),
  );
}

describe('provenance', () => {
  it('derives an article from its capture, and the capture from an activity of the desk', () => {
    const article = named(`urn:atalaya:article:${READ.id}`);
    const capture = `urn:atalaya:capture:${READ.capture.digest.slice(0, 16)}`;
    expect(article).toMatchObject({
      '@type': 'prov:Entity',
      'dcterms:issued': { '@type': 'xsd:date', '@value': '2024-09-23' },
      'atalaya:publishedLatest': { '@type': 'xsd:dateTime', '@value': '2024-09-23T23:59:59Z' },
      'prov:wasDerivedFrom': { '@id': capture },
    });
    expect(named(capture)).toMatchObject({
      'schema:sha256': READ.capture.digest,
      'prov:wasGeneratedBy': { '@id': `urn:atalaya:capturing:${READ.capture.digest}` },
    });
    expect(named(`urn:atalaya:capturing:${READ.capture.digest}`)).toMatchObject({
      '@type': 'prov:Activity',
      'prov:endedAtTime': { '@type': 'xsd:dateTime', '@value': '2024-09-26T06:00:00Z' },
      'prov:wasAssociatedWith': { '@id': 'urn:atalaya:desk' },
    });
  });

  it('names the reader of a reading with its version', () => {
    const agents = GRAPH.filter((node) => node['@type'] === 'prov:SoftwareAgent');
    expect(agents.map((node) => node['dcterms:title'])).toEqual(['Atalaya', 'invented@1.0']);
  });

  it('writes a parent as a qualified lead, never as a plain influence or derivation', () => {
    const leads = leadsOf(GRAPH);
    expect(leads).toHaveLength(CASCADE.echoes.filter((echo) => echo.parent).length);
    for (const lead of leads) {
      expect(lead['@type']).toContain('atalaya:Lead');
      expect(lead['atalaya:confidence']).toMatchObject({ '@type': 'xsd:decimal' });
      expect(lead['atalaya:rivals']).toBe((lead['atalaya:rival'] as unknown[]).length);
    }
    expect(TEXT).not.toContain('prov:wasInfluencedBy');
    const members = GRAPH.filter((node) => String(node['@id']).startsWith('urn:atalaya:article:'));
    for (const node of members) {
      expect(JSON.stringify(node['prov:wasDerivedFrom'] ?? '')).not.toContain(':article:');
    }
  });

  it('describes what it points at', () => {
    expect(dangling(GRAPH)).toEqual([]);
    expect(faultsOf(TEXT, GRAPH)).toEqual([]);
  });

  it('writes whatever it is given as one document, and twice the same', async () => {
    await fc.assert(
      fc.asyncProperty(FUZZED, async (records) => {
        const text = await written(provenance, records);
        expect(faultsOf(text, graphOf(text))).toEqual([]);
        for (const node of graphOf(text)) expect(URL.canParse(String(node['@id']))).toBe(true);
        expect(text).not.toContain('wasInfluencedBy');
        expect(await written(provenance, records)).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it('is a document for an empty desk, too', async () => {
    expect(graphOf(await written(provenance, []))).toEqual([]);
  });
});
