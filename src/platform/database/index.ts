// The door to the database: what the rest of the program may know of it.
export { createDatabase, type Database, type DatabaseOptions } from './database.ts';
export {
  EmbeddedDatabaseError,
  isDatabaseUnavailable,
  isDiskFull,
  isStorageTrouble,
  isWriteConflict,
} from './database-errors.ts';
export { MIGRATIONS_DIRECTORY, MigrationError, migrate } from './migrate.ts';
export { afterCommit, type Tx } from './transactions.ts';
