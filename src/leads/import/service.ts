// A spreadsheet of products: taken down when it comes, read a moment later, and what came of each line told
// to whoever sent it.

import { type Cause, systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { destination, type JsonObject, type Outbox } from '../../platform/outbox/index.ts';
import { wordsFor } from '../../platform/outbox/words.ts';
import type { OpenFile } from '../../platform/telegram/open-file.ts';
import type { Staff } from '../../staff/staff.ts';
import type { SavedProduct } from '../product.ts';
import type { ProductRepository } from '../product-repository.ts';
import type { ProductService } from '../product-service.ts';
import { type CsvProblem, type CsvRow, type CsvWords, readProducts } from './csv.ts';
import type { ImportRepository, ProductImport } from './repository.ts';

export interface ImportServiceDeps {
  readonly database: Database;
  readonly imports: ImportRepository;
  readonly products: ProductRepository;
  readonly write: ProductService['write'];
  readonly openFile: OpenFile;
  readonly words: CsvWords;
  readonly listStaff: (tx?: Tx) => Promise<readonly Staff[]>;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

/** In bytes: as long as a request of the same kind may be. */
export const LARGEST_FILE = 2 ** 20;
/** Telegram, or the way to it, may fail for a while. */
const ATTEMPTS = 5;
/** In one statement. */
const AT_ONCE = 1_000;
/** Lines that are named; more would not fit a message. */
const NAMED = 15;

export type ImportService = ReturnType<typeof createImportService>;

export function createImportService(deps: ImportServiceDeps) {
  const { database, imports, products, write, openFile, words, outbox, clock } = deps;

  /** An employee has sent a spreadsheet. */
  async function order(command: {
    readonly by: Staff;
    readonly fileId: string;
    readonly fileName: string;
    readonly cause: Cause;
  }): Promise<void> {
    const { by, fileId, fileName, cause } = command;
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      await imports.insert(tx, { staffId: by.id, fileId, fileName }, clock.now());
      const reader = { destination: destination('person', by.userId), locale: by.locale };
      await outbox.enqueue(tx, [wordsFor(reader, 'import-taken', { fileName })], cause);
    });
  }

  /** The sweep: the oldest that waits. */
  async function readNext(): Promise<void> {
    const next = await imports.next(database.prisma);
    if (!next) return;
    const bytes = await bytesOf(next.fileId);
    if (bytes === 'failed' && next.attempts + 1 < ATTEMPTS) {
      return await database.inTransaction((tx) => imports.noteAttempt(tx, next.id));
    }
    const read = typeof bytes === 'string' ? { status: bytes } : readProducts(bytes, words);
    await database.inTransaction(async (tx) => {
      const state = read.status === 'read' ? 'done' : 'failed';
      if (!(await imports.end(tx, next.id, state, clock.now()))) return;
      const facts = read.status === 'read' ? await save(tx, read.rows, read.problems) : read;
      await tell(tx, next, { ...facts } as JsonObject);
    });
  }

  async function bytesOf(fileId: string): Promise<Uint8Array | 'failed' | 'gone' | 'too-large'> {
    const file = await openFile(fileId);
    if (file.status !== 'open') return file.status;
    const pieces: Uint8Array[] = [];
    let size = 0;
    try {
      for await (const piece of file.body) {
        size += piece.length;
        if (size > LARGEST_FILE) return 'too-large';
        pieces.push(piece);
      }
      return Buffer.concat(pieces);
    } catch {
      return 'failed';
    }
  }

  /** What can be taken is taken; what cannot is named by its line. */
  async function save(tx: Tx, rows: readonly CsvRow[], problems: readonly CsvProblem[]) {
    const given = await withExporters(tx, rows);
    const saved: SavedProduct[] = [];
    for (let from = 0; from < given.length; from += AT_ONCE) {
      saved.push(...(await write(tx, given.slice(from, from + AT_ONCE), systemCause('import'))));
    }
    const count = (status: string) => saved.filter((one) => one.status === status).length;
    const unknown = rows.flatMap(({ line }, index) =>
      saved[index]?.status === 'exporter-unknown'
        ? [{ line, what: 'exporter-unknown' as const }]
        : [],
    );
    const wrong = [...problems, ...unknown].toSorted((a, b) => a.line - b.line);
    return {
      status: 'read',
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      wrong: wrong.length,
      named: wrong.slice(0, NAMED),
    };
  }

  /** An exporter may be named by their id at the marketplace or by name. */
  async function withExporters(tx: Tx, rows: readonly CsvRow[]) {
    const words = rows.map(({ product }) => product.exporterId);
    const known = await products.knownExporters(tx, words);
    const names = words.filter((word) => !known.has(word));
    const byName = await products.exportersNamed(tx, [...new Set(names)]);
    return rows.map(({ product }) => {
      const exporterId = byName.get(product.exporterId) ?? product.exporterId;
      return { ...product, exporterId };
    });
  }

  async function tell(tx: Tx, { staffId, fileName }: ProductImport, facts: JsonObject) {
    const staff = (await deps.listStaff(tx)).find(({ id }) => id === staffId);
    if (!staff) return;
    const reader = { destination: destination('person', staff.userId), locale: staff.locale };
    const message = wordsFor(reader, 'import-read', { ...facts, fileName });
    await outbox.enqueue(tx, [message], systemCause('import'));
  }

  return { order, readNext };
}
