/** The official JSON schemas of STIX 2.1, where a copy of them is at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

export type Loose = Readonly<Record<string, unknown>>;

const SCHEMAS = resolve(
  import.meta.dirname,
  '../../shared/data/standards/stix2-json-schemas/schemas',
);

export const hasSchemas = existsSync(SCHEMAS);
if (!hasSchemas) console.warn('skipped: no shared data (the JSON schemas of STIX 2.1)');

/** The types of OpenCTI have no schema of their own: that of their kind holds. */
const KIND_OF: Readonly<Record<string, string>> = {
  channel: 'core',
  narrative: 'core',
  'media-content': 'cyber-observable-core',
};

export interface StixValidator {
  /** What is wrong with each object, one line each. */
  readonly problems: (objects: readonly Loose[]) => string[];
  /** What is wrong with a bundle; empty where nothing is. */
  readonly bundleProblem: (bundle: unknown) => string;
}

export function openValidator(): StixValidator {
  const ajv = new Ajv2020({ strict: false, unicodeRegExp: false, logger: false });
  formats.default(ajv);
  const files = readdirSync(SCHEMAS, { recursive: true }).map(String);
  const schemas = files
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file, JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8'))] as const);
  for (const [, schema] of schemas) ajv.addSchema(schema);
  const validators = new Map<string, ValidateFunction>(
    schemas.map(([file, schema]) => [basename(file, '.json'), ajv.getSchema(schema.$id)!]),
  );
  return {
    problems: (objects) =>
      objects.flatMap((object) => {
        const type = String(object['type']);
        const valid = validators.get(KIND_OF[type] ?? type)!;
        return valid(object) ? [] : [`${object['id']}: ${ajv.errorsText(valid.errors)}`];
      }),
    bundleProblem: (bundle) => {
      const valid = validators.get('bundle')!;
      return valid(bundle) ? '' : ajv.errorsText(valid.errors).slice(0, 1_000);
    },
  };
}
