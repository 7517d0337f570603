// A database that a test can take away and give back: a server behind a line that is cut, or the
// embedded one, whose process is ended and comes back by itself.
import { createDatabase } from '../../src/platform/database/index.ts';
import { createCutLine } from './cut-line.ts';
import { createTestLocation, type TestDatabase } from './database.ts';
import { killEmbedded } from './embedded.ts';

export interface BreakableDatabase {
  readonly database: TestDatabase;
  takeAway(): Promise<void>;
  giveBack(): Promise<void>;
}

export async function createBreakableDatabase(): Promise<BreakableDatabase> {
  const location = await createTestLocation();
  if (location.url === undefined) {
    const database = { ...(await createDatabase(location)), location };
    const close = async () => {
      await database.close();
      await location.remove();
    };
    return {
      database: { ...database, close },
      takeAway: () => killEmbedded(location.dataDir),
      giveBack: () => Promise.resolve(),
    };
  }
  const line = await createCutLine(location.url);
  const far = { ...(await createDatabase({ ...location, url: line.url })), location };
  const close = async () => {
    await far.close();
    await line.close();
    await location.remove();
  };
  return { database: { ...far, close }, takeAway: line.cut, giveBack: line.mend };
}

/** The same database, except that the answer to its next commit gets lost on the way. */
export function losingAnswers(database: TestDatabase): TestDatabase & { loseNext(): void } {
  let lose = false;
  return {
    ...database,
    loseNext() {
      lose = true;
    },
    async inTransaction(work) {
      const result = await database.inTransaction(work);
      if (!lose) return result;
      lose = false;
      throw new Error('Connection terminated unexpectedly');
    },
  };
}
