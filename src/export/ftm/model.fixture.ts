/** What the model of FollowTheMoney (npm, 3.8.4) says against entities: each fault in words. */
import { defaultModel, Model, type Property, type Schema } from '@alephdata/followthemoney';

export interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

export const MODEL = new Model(defaultModel);

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}(?::\d{2}(?::\d{2})?)?)?)?)?$/;
/** What a value of each type must be, beyond being short enough. */
const TYPES: Readonly<Record<string, (value: string, property: Property) => boolean>> = {
  date: (value) => DATE.test(value) && !Number.isNaN(Date.parse(value.slice(0, 10))),
  number: (value) => /^-?\d+(?:\.\d+)?$/.test(value),
  url: (value) => /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value),
  mimetype: (value) => /^[a-z0-9.+-]+\/[^\s;]+$/.test(value),
  checksum: (value) => /^[0-9a-f]{40}$/.test(value),
  country: (value, { type }) => type.values.has(value),
  language: (value, { type }) => type.values.has(value),
  topic: (value, { type }) => type.values.has(value),
};

/** The entities of an NDJSON file. */
export function entitiesOf(text: string): Entity[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entity);
}

/** All faults of a file of entities: of each by itself, and of the links between them. */
export function modelFaults(entities: readonly Entity[]): string[] {
  const schemata = new Map(entities.map(({ id, schema }) => [id, schema]));
  const faults = schemata.size === entities.length ? [] : ['an id stands twice'];
  return [...faults, ...entities.flatMap((entity) => entityFaults(entity, schemata))];
}

function entityFaults(entity: Entity, schemata: ReadonlyMap<string, string>): string[] {
  const schema = MODEL.schemata[entity.schema];
  if (schema === undefined) return [`no schema ${entity.schema}`];
  const faults = schema.abstract ? [`${schema.name} is abstract`] : [];
  if (!/^[a-zA-Z0-9_-]{1,200}$/.test(entity.id)) faults.push(`id ${entity.id}`);
  for (const name of requiredOf(schema)) {
    if (entity.properties[name] === undefined) faults.push(`${schema.name} without ${name}`);
  }
  for (const [name, values] of Object.entries(entity.properties)) {
    if (!schema.hasProperty(name)) faults.push(`no property ${schema.name}:${name}`);
    else faults.push(...valueFaults(schema.getProperty(name), values, schemata));
  }
  return faults;
}

function valueFaults(
  property: Property,
  values: readonly string[],
  schemata: ReadonlyMap<string, string>,
): string[] {
  if (property.stub) return [`${property.qname} is a stub`];
  if (values.length === 0) return [`${property.qname} is empty`];
  return values
    .filter((value) => !isValid(property, value, schemata))
    .map(
      (value) => `${property.qname} (${property.type.name}): ${JSON.stringify(value).slice(0, 90)}`,
    );
}

function isValid(
  property: Property,
  value: unknown,
  schemata: ReadonlyMap<string, string>,
): boolean {
  if (typeof value !== 'string' || value.trim() === '') return false;
  if (value.length > property.maxLength) return false;
  if (property.type.isEntity) {
    const schema = schemata.get(value);
    return schema !== undefined && MODEL.getSchema(schema).isA(property.getRange());
  }
  return TYPES[property.type.name]?.(value, property) ?? true;
}

/** Of the schema and of those that it extends. */
function requiredOf(schema: Schema): Set<string> {
  return new Set([schema, ...schema.getParents()].flatMap((one) => one.required ?? []));
}
