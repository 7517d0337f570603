import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { MIGRATIONS_DIRECTORY } from '../../../src/platform/database/index.ts';
import { diffDatamodels } from '../../../src/platform/database/schema-engine.ts';

const read = (file: string) => readFile(path.join(MIGRATIONS_DIRECTORY, file), 'utf8');

it('the migrations lead to prisma/schema.prisma and no further', async () => {
  const missing = await diffDatamodels(await read('schema.prisma'), await read('../schema.prisma'));

  expect(missing, 'npm run db:migration -- <name> writes what is missing').toBe('');
});

it('a column added to a datamodel becomes the statement that adds it', async () => {
  const before = 'datasource db {\n provider = "postgresql"\n}\nmodel Note {\n id Int @id\n}\n';
  const after = before.replace('@id\n', '@id\n text String?\n');

  expect(await diffDatamodels(before, after)).toContain('ADD COLUMN     "text" TEXT');
  expect(await diffDatamodels(after, after)).toBe('');
});
