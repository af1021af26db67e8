/**
 * The desk as FollowTheMoney entities, one a line (the form that Aleph and OpenAleph load). Linear;
 * what is kept in memory are the ids of articles, outlets and offices that were written.
 */
import type { Exporter, ExportRecord } from '../../domain/exports.ts';
import { jsonLine } from '../linked/plain.ts';
import { alertEntity } from './alerts.ts';
import { articleEntities, checkEntity, outletEntity } from './articles.ts';
import { echoEntities } from './echoes.ts';
import { type FtmEntity, ownString, stringValue } from './entity.ts';
import { entryEntity } from './entries.ts';
import { eventEntities } from './events.ts';
import { mentionEntities } from './mentions.ts';
import { statementEntities } from './statements.ts';

/** What was written so far, so that no link leads nowhere and no entity stands twice. */
interface Written {
  /** `atalaya@VERSION`, a value of the model. */
  program: string;
  readonly articles: Set<string>;
  readonly outlets: Set<string>;
  readonly offices: Set<string>;
}

/** NDJSON of entities `{ id, schema, properties }`; a thing comes before what links to it. */
export const ftmEntities: Exporter = async function* (records) {
  const written: Written = {
    program: '',
    articles: new Set(),
    outlets: new Set(),
    offices: new Set(),
  };
  for await (const record of records) {
    let lines = '';
    for (const one of entitiesOf(record, written)) lines += `${jsonLine(one)}\n`;
    if (lines !== '') yield lines;
  }
};

function* entitiesOf(record: ExportRecord, written: Written): Generator<FtmEntity> {
  switch (record.kind) {
    case 'head':
      written.program = ownString(`atalaya@${stringValue(record.version)}`);
      return;
    case 'outlet':
      if (!written.outlets.has(record.domain)) yield outletEntity(record);
      written.outlets.add(record.domain);
      return;
    case 'article': {
      const { id, domain, outlet } = record.article;
      if (!written.outlets.has(domain)) yield outletEntity({ domain, name: outlet, facts: [] });
      written.outlets.add(domain);
      written.articles.add(id);
      yield* articleEntities(record, written.program);
      return;
    }
    case 'check':
      yield checkEntity(record);
      return;
    case 'reading':
      if (!written.articles.has(record.article.id)) return;
      yield* statementEntities(record);
      yield* eventEntities(record);
      yield* mentionEntities(record, written.offices);
      return;
    case 'cascade':
      yield* echoEntities(record, written.program, written.articles);
      return;
    case 'entry':
      yield entryEntity(record, written.articles);
      return;
    case 'alert':
      yield alertEntity(record, written.articles);
      return;
  }
}
