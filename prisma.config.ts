import { defineConfig } from 'prisma/config';

// Prisma 7 runs without its schema engine for `generate`, but looks for the binary all the same and
// would download it. Naming any existing file stops that: the build needs nothing but the npm registry.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
