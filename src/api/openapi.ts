/** The description of the API (OpenAPI 3.1), made from the list of operations and nothing else. */
import { z } from 'zod';
import type { Operation } from '../operations/operation.ts';
import { PROBLEM_KINDS } from './problems.ts';
import { remoteFields } from './query-input.ts';

type Json = { readonly [key: string]: unknown };

export function openApiOf(operations: readonly Operation[], version: string): Json {
  const remote = operations.filter((one) => one.remote !== undefined);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Atalaya',
      version,
      description:
        'An early-warning desk for foreign influence. Errors are problem details (RFC 9457); lists go on by the cursor of the Link header; every GET has an ETag.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ key: [] }, { session: [] }],
    paths: {
      ...Object.fromEntries(remote.map((one) => [`/api/${one.name}`, pathOf(one)])),
      '/api/events': EVENTS,
      '/api/openapi.json': DESCRIPTION,
    },
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key of an account (atalaya account key).',
        },
        session: { type: 'apiKey', in: 'cookie', name: 'atalaya_session' },
      },
      responses: Object.fromEntries(Object.entries(PROBLEM_KINDS).map(problemOf)),
      schemas: { Problem: PROBLEM },
    },
  };
}

const PROBLEM: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'Names a defect, for whoever reports it.' },
  },
};

const EVENTS: Json = {
  get: {
    operationId: 'events',
    summary: 'What happens to alerts and how far rounds are, as it happens (server-sent events)',
    parameters: [
      {
        name: 'Last-Event-ID',
        in: 'header',
        schema: { type: 'integer' },
        description: 'Where to go on.',
      },
    ],
    responses: {
      200: {
        description:
          'Events named "alert" (with an id) and "progress": stage, done, total; the stage "tracing" tells how many of the articles kept are traced.',
        content: { 'text/event-stream': { schema: { type: 'string' } } },
      },
      ...problemsOf('not-signed-in', 'hurried'),
    },
  },
};

/** Operations whose answer is a document of bytes, by name, and its media type. */
const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['receipt', 'application/zip'],
  ['export', 'application/octet-stream'],
  ['briefing', 'application/octet-stream'],
]);

const DESCRIPTION: Json = {
  get: {
    operationId: 'openapi',
    summary: 'This description',
    responses: {
      200: {
        description: 'OpenAPI 3.1.',
        content: { 'application/json': { schema: { type: 'object' } } },
      },
    },
  },
};

function pathOf(operation: Operation): Json {
  const { name, summary, remote } = operation;
  const schema = inputSchema(operation);
  const changes = remote!.changes;
  const described = {
    operationId: name,
    summary,
    description: `For the role ${remote!.role} and those above it.`,
    responses: {
      200: answerOf(name),
      ...problemsOf(
        'bad-input',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'refused',
        'hurried',
        'defect',
        'slow',
        'busy',
      ),
      ...(changes ? problemsOf('too-large', 'wrong-type') : {}),
    },
  };
  if (changes) {
    const content = { 'application/json': { schema } };
    return { post: { ...described, requestBody: { required: true, content } } };
  }
  const properties = Object.entries(schema.properties);
  const parameters = properties.map(([field, { description, ...one }]) => ({
    name: field,
    in: 'query',
    required: schema.required.includes(field),
    ...(description !== undefined && { description }),
    ...(one['type'] === 'array' && { explode: true }),
    schema: one,
  }));
  const inParts = 'offset' in schema.properties && 'limit' in schema.properties;
  const cursor = { name: 'cursor', in: 'query', required: false, schema: { type: 'string' } };
  return { get: { ...described, parameters: inParts ? [...parameters, cursor] : parameters } };
}

/** What comes out; of a document of bytes an operation's input says nothing. */
function answerOf(name: string): Json {
  const mediaType = DOCUMENTS.get(name);
  if (mediaType === undefined) {
    return {
      description: 'The answer, as atalaya --json gives it.',
      content: { 'application/json': { schema: { type: 'object' } } },
    };
  }
  return { description: 'A file to be saved.', content: { [mediaType]: { schema: {} } } };
}

interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, { readonly description?: string } & Json>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

function inputSchema(operation: Operation): InputSchema {
  const whole = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' });
  const fields = remoteFields(operation);
  const properties = Object.entries(whole.properties ?? {}).filter(([field]) =>
    fields.includes(field),
  );
  return {
    type: 'object',
    properties: Object.fromEntries(properties) as InputSchema['properties'],
    required: (whole.required ?? []).filter((field) => fields.includes(field)),
    additionalProperties: false,
  };
}

/** References by status; of several problems with one status the first. */
function problemsOf(...kinds: readonly (keyof typeof PROBLEM_KINDS)[]): Json {
  const byStatus = new Map<string, Json>();
  for (const kind of kinds) {
    const status = String(PROBLEM_KINDS[kind].status);
    if (!byStatus.has(status)) byStatus.set(status, { $ref: `#/components/responses/${kind}` });
  }
  return Object.fromEntries(byStatus);
}

function problemOf([kind, { title }]: readonly [string, { readonly title: string }]): [
  string,
  Json,
] {
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  };
  return [kind, { description: title, content }];
}
