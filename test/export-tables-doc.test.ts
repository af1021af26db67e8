/** docs/exports.md is held to the code: every table with its columns, types, units and sentences. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TABLES } from '../src/export/tables/tables.ts';

const PAGE = readFileSync(resolve(import.meta.dirname, '../docs/exports.md'), 'utf8');
const SECTIONS = PAGE.split(/^### /m).slice(1);

describe('docs/exports.md', () => {
  it('has the tables in order', () => {
    expect(SECTIONS.map((section) => section.split('\n')[0])).toEqual(
      TABLES.map(({ name }) => name),
    );
  });

  it.each(TABLES.map((table) => [table.name, table] as const))(
    'says what the columns of %s are',
    (name, table) => {
      const section = SECTIONS.find((text) => text.startsWith(`${name}\n`)) ?? '';
      expect(section).toContain(`\n${table.doc}\n`);
      const rows = section.split('\n').filter((line) => line.startsWith('| `'));
      expect(rows).toEqual(
        table.columns.map(
          (column) =>
            `| \`${column.name}\` | ${column.type} | ${column.unit ?? '–'} | ${column.doc} |`,
        ),
      );
    },
  );
});
