/** Words of the page that leads out of the desk. */
import type { KindName } from '../../operations/exports/kinds.ts';
import type { ConsoleLanguage } from '../page.ts';

export type Offered = Exclude<KindName, 'claimreview'>;

interface ExportWords {
  readonly title: string;
  readonly lead: string;
  readonly briefing: string;
  readonly briefingLead: string;
  readonly from: string;
  readonly to: string;
  readonly usual: string;
  readonly language: string;
  readonly languages: Readonly<Record<ConsoleLanguage, string>>;
  readonly format: string;
  readonly write: string;
  readonly others: string;
  readonly tables: string;
  readonly tablesLead: string;
  readonly citations: string;
  readonly kinds: Readonly<Record<Offered, string>>;
}

export const WORDS: Record<ConsoleLanguage, ExportWords> = {
  en: {
    title: 'Briefing and exports',
    lead: 'What leaves the desk carries passages, links and digests, never the body of an article.',
    briefing: 'Briefing',
    briefingLead:
      'What the watch shows of a period. Each sentence carries what shows it; what is not borne out is not written, and listed.',
    from: 'First day',
    to: 'Last day',
    usual: 'Without days: the week that ends with the newest article.',
    language: 'Language',
    languages: { en: 'English', es: 'Spanish' },
    format: 'Format',
    write: 'Write it',
    others: 'For other tools',
    tables: 'Tables',
    tablesLead: 'As CSV for spreadsheets, or as Parquet for DuckDB, R and Python.',
    citations: 'Citations and networks',
    kinds: {
      stix: 'STIX 2.1, one bundle: OpenCTI and its kin',
      'stix-lines': 'STIX 2.1, one object a line',
      navigator: 'Techniques of DISARM as a layer of the ATT&CK Navigator',
      ftm: 'FollowTheMoney: Aleph and its kin',
      misp: 'One event of MISP',
      annotations: 'Every passage as a W3C Web Annotation',
      prov: 'What was made from what, as W3C PROV',
      jsonl: 'Everything in full, as another desk reads it',
      csv: 'CSV',
      parquet: 'Parquet',
      ris: 'Articles as RIS: Zotero, EndNote',
      csl: 'Articles as CSL-JSON: Pandoc, Zotero',
      graphml: 'Who repeats whom, as GraphML',
      gexf: 'Who repeats whom, as GEXF: Gephi',
    },
  },
  es: {
    title: 'Informe y exportaciones',
    lead: 'Lo que sale de la mesa lleva pasajes, enlaces y huellas, nunca el texto entero de un artículo.',
    briefing: 'Informe',
    briefingLead:
      'Lo que la vigilancia muestra de un periodo. Cada frase lleva lo que la muestra; lo que nada respalda no se escribe, y consta.',
    from: 'Primer día',
    to: 'Último día',
    usual: 'Sin días: la semana que acaba con el artículo más reciente.',
    language: 'Idioma',
    languages: { en: 'Inglés', es: 'Español' },
    format: 'Formato',
    write: 'Escribirlo',
    others: 'Para otras herramientas',
    tables: 'Tablas',
    tablesLead: 'Como CSV para hojas de cálculo, o como Parquet para DuckDB, R y Python.',
    citations: 'Citas y redes',
    kinds: {
      stix: 'STIX 2.1, un solo paquete: OpenCTI y similares',
      'stix-lines': 'STIX 2.1, un objeto por línea',
      navigator: 'Técnicas de DISARM como capa del ATT&CK Navigator',
      ftm: 'FollowTheMoney: Aleph y similares',
      misp: 'Un evento de MISP',
      annotations: 'Cada pasaje como anotación web del W3C',
      prov: 'Qué se hizo a partir de qué, como PROV del W3C',
      jsonl: 'Todo por entero, como lo lee otra mesa',
      csv: 'CSV',
      parquet: 'Parquet',
      ris: 'Artículos como RIS: Zotero, EndNote',
      csl: 'Artículos como CSL-JSON: Pandoc, Zotero',
      graphml: 'Quién repite a quién, como GraphML',
      gexf: 'Quién repite a quién, como GEXF: Gephi',
    },
  },
};
