/** The description is whole, holds together, and says what the door does. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, ORIGIN, openTestDoor, REMOTE, type TestDoor } from './door.fixture.ts';
import { openApiOf } from './openapi.ts';
import { PROBLEM_KINDS } from './problems.ts';
import { remoteFields } from './query-input.ts';

type Json = { readonly [key: string]: Json } & readonly Json[] & string;

let door: TestDoor;
let described: Json;
beforeAll(async () => {
  door = await openTestDoor({}, 'nothing');
  const response = await door.app.request(`${ORIGIN}/api/openapi.json`);
  described = (await response.json()) as Json;
});
afterAll(() => door.close());

/** All values in a document, each with where it stands. */
function* valuesIn(value: unknown, at = '#'): Generator<readonly [string, unknown]> {
  yield [at, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) yield* valuesIn(one, `${at}/${key}`);
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const entries = () =>
  Object.entries(described['paths']!).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ path, method, one })),
  );

describe('the description of the API', () => {
  it('is what is made of the operations, for everybody', () => {
    expect(described).toEqual(
      JSON.parse(JSON.stringify(openApiOf(door.program.operations, '0.0.0-test'))),
    );
    expect(described['openapi']).toBe('3.1.0');
  });

  it('refers only to what is in it', () => {
    const references = [...valuesIn(described)].filter(([at]) => at.endsWith('/$ref'));
    expect(references.length).toBeGreaterThan(REMOTE.length);
    for (const [at, reference] of references) {
      expect(String(reference), at).toMatch(/^#\//);
      const found = String(reference)
        .slice(2)
        .split('/')
        .reduce<unknown>((inside, key) => (inside as Json | undefined)?.[key], described);
      expect(found, `${at} → ${reference}`).toBeTypeOf('object');
    }
  });

  it('has the routes of the door and no other', () => {
    const routes = door.app.routes
      .filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL')
      .map(({ path, method }) => `${method.toLowerCase()} ${path}`);
    expect(
      entries()
        .map(({ path, method }) => `${method} ${path}`)
        .sort(),
    ).toEqual([...new Set(routes)].sort());
    expect(routes.length).toBeGreaterThanOrEqual(REMOTE.length + 2);
  });

  it('names each operation once, and what it is', () => {
    const ids = entries().map(({ one }) => one['operationId']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { one, method, path } of entries()) {
      expect(METHODS, path).toContain(method);
      expect(one['summary'], path).toMatch(/^[A-Z]/);
      expect(Object.keys(one['responses']!), path).toContain('200');
    }
  });

  it.each(REMOTE.map((one) => [one.name, one] as const))('has the fields of %s', (name, one) => {
    const { parameters = [], requestBody } = described['paths']![`/api/${name}`]![
      one.remote!.changes ? 'post' : 'get'
    ] as unknown as {
      parameters?: { name: string; in: string; required: boolean; schema: Json }[];
      requestBody?: { content: Json };
    };
    const fields =
      requestBody === undefined
        ? parameters.filter((field) => field.name !== 'cursor').map((field) => field.name)
        : Object.keys(requestBody.content['application/json']!['schema']!['properties']!);
    expect(fields.sort()).toEqual([...remoteFields(one)].sort());
    const pages = ['limit', 'offset'].every((field) => remoteFields(one).includes(field));
    expect(parameters.some((field) => field.name === 'cursor')).toBe(pages);
  });

  it('has schemas that are schemas', () => {
    const types = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'null'];
    const schemas = [...valuesIn(described)].filter(([at]) => /\/schema$/.test(at));
    expect(schemas.length).toBeGreaterThan(REMOTE.length);
    for (const [place, schema] of schemas) {
      for (const [at, value] of valuesIn(schema, place)) {
        if (/\/properties\/[^/]+$/.test(at) || at === place) expect(value, at).toBeTypeOf('object');
        else if (at.endsWith('/type')) expect(types, at).toContain(value);
        else if (at.endsWith('/required')) expect(value, at).toBeInstanceOf(Array);
        else if (at.endsWith('/pattern')) expect(() => new RegExp(String(value)), at).not.toThrow();
        else if (/\/(?:minimum|maximum|maxLength|minLength)$/.test(at)) {
          expect(value, at).toBeTypeOf('number');
        }
      }
      const { type, required = [], properties } = schema as Record<string, Json>;
      if (type !== 'object' || properties === undefined) continue;
      for (const field of required) expect(properties, place).toHaveProperty(field);
    }
  });

  it('says of what type the answer is: a receipt is a package, as it is sent', () => {
    const typesOf = (name: string) =>
      Object.keys(described['paths']![`/api/${name}`]!['get']!['responses']!['200']!['content']!);
    expect(typesOf('receipt')).toEqual(['application/zip']);
    expect(typesOf('alerts')).toEqual(['application/json']);
  });

  it('tells of the problems that there are', () => {
    expect(Object.keys(described['components']!['responses']!)).toEqual(Object.keys(PROBLEM_KINDS));
    for (const { path, one } of entries()) {
      for (const [status, response] of Object.entries(one['responses']!)) {
        const kind = /responses\/(.+)$/.exec(response['$ref'] ?? '')?.[1];
        if (kind === undefined) continue;
        expect(String(PROBLEM_KINDS[kind as keyof typeof PROBLEM_KINDS].status), path).toBe(status);
      }
    }
  });

  it('is told in the docs, whose problems and addresses are these', async () => {
    const text = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
    const rows = [...text.matchAll(/^\| `\/problems\/([a-z-]+)` \| (\d+) \|/gm)];
    expect(rows.map(([, kind, status]) => [kind, Number(status)])).toEqual(
      Object.entries(PROBLEM_KINDS).map(([kind, { status }]) => [kind, status]),
    );
    const asked = [...text.matchAll(/http:\/\/127\.0\.0\.1:8420(\/\S+)/g)]
      .map(([, address]) => address!.replaceAll('\\', ''))
      .filter((address) => !address.startsWith('/api/alert-step'));
    expect(asked.length).toBeGreaterThanOrEqual(4);
    for (const address of asked.filter((one) => one !== '/,')) {
      const response = await door.app.request(ORIGIN + address, { headers: as('analyst') });
      expect(response.status, address).toBe(200);
    }
  });

  it('holds for the defaults: what is described as not required may be left out', async () => {
    for (const { path, method, one } of entries()) {
      if (method !== 'get' || path === '/api/events') continue;
      const parameters = (one['parameters'] ?? []) as unknown as { required: boolean }[];
      const response = await door.app.request(ORIGIN + path, { headers: as('admin') });
      if (parameters.every(({ required }) => !required)) {
        expect([200, 400, 404, 422], path).toContain(response.status);
      } else expect(response.status, path).toBe(400);
    }
  });
});
