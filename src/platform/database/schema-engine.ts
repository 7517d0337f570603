// Prisma's own schema engine as WebAssembly: the same one as behind its command line, without a binary
// to download. Loaded only when there is a migration to apply or to write.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';

export type { SchemaEngine };

/** Nothing in our databases is kept from the engine. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The engine over this adapter; call `free` on it when done. It opens a connection at once. */
export async function createSchemaEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  datamodels?: [string, string][],
): Promise<SchemaEngine> {
  const engine = await loadEngine();
  return engine.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

/**
 * The SQL that turns the tables of one datamodel (undefined: an empty database) into another's, or ''
 * when they are the same. Between datamodels only; no database is needed.
 */
export async function diffDatamodels(from: string | undefined, to: string): Promise<string> {
  const engine = await createSchemaEngine(noDatabase(), [datamodel(to)]);
  try {
    const { stdout } = await engine.diff({
      from: from === undefined ? { tag: 'empty' } : target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    });
    return stdout?.includes('This is an empty migration') ? '' : (stdout ?? '');
  } finally {
    engine.free();
  }
}

function datamodel(content: string): [string, string] {
  return ['schema.prisma', content];
}

function target(content: string) {
  return { tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content }] };
}

type EngineModule = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

/** Declared by browsers' libraries alone, which a program for Node does not include. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Readonly<Record<string, object>>,
  ): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>;
};

/** The package imports its .wasm as a module, which Node 20 does not know; so it is bound by hand. */
async function loadEngine(): Promise<EngineModule> {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  if (isBound(engine)) return engine;
  const bindings = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const bytes = await readFile(path.join(path.dirname(bindings), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine });
  // Once a process: the package keeps views on the memory of the engine that it was first bound to.
  if (!isBound(engine)) {
    engine.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  }
  return engine;
}

function isBound(engine: EngineModule): boolean {
  try {
    return engine.version() !== '';
  } catch {
    return false;
  }
}

/** An adapter that knows nothing: to compare datamodels the engine insists on one, and ignores it. */
function noDatabase(): SqlMigrationAwareDriverAdapterFactory {
  const names = { provider: 'postgres', adapterName: 'no-database' } as const;
  const adapter: SqlDriverAdapter = {
    ...names,
    queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
    executeRaw: async () => 0,
    executeScript: async () => undefined,
    startTransaction: () => Promise.reject(new Error('there is no database to start one in')),
    dispose: async () => undefined,
  };
  return { ...names, connect: async () => adapter, connectToShadowDb: async () => adapter };
}
