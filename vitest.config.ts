// Three projects: what needs no database, and what does, on the embedded one and, wherever
// TEST_DATABASE_URL points to one, on a real Postgres.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const DATABASE_TESTS = 'test/**/*.db.test.ts';
/** About the embedded database itself. */
const EMBEDDED_TESTS = 'test/**/*.embedded.test.ts';
const databaseUrl = process.env.TEST_DATABASE_URL;

if (!databaseUrl) {
  console.log('TEST_DATABASE_URL is not set: database tests run on the embedded database alone.');
}

const common = {
  // Opening a database takes half a second; two cores that are busy make everything slower.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // Loading the program takes longer than most files run; no module keeps anything between tests.
  isolate: false,
};

/**
 * What people and Telegram do, and what services and the sender make of it, is played on one database, the
 * server where there is one; what keeps, orders and takes up again, on both.
 */
const PLAYED_ON_SERVER = databaseUrl
  ? [
      'test/journeys/!(one-window|start).db.test.ts',
      'test/process/!(database-away).db.test.ts',
      'test/browser/**/*.db.test.ts',
      'test/{clients,desks,dialogs,escrow,lookup,staff}/**/*.db.test.ts',
      'test/platform/outbox/!(order|cards|parts).db.test.ts',
      'test/platform/{forms,screens}/**/*.db.test.ts',
      // Every embedded database of these tests has been made by the migrations.
      'test/platform/database/migrate.db.test.ts',
    ]
  : [];

/** Files that take longest, wherever they run: begun last, one of them would be waited for alone. */
const LONG = ['test/crash/crash.db.', 'test/platform/database/', 'test/process/', 'test/browser/'];

/** Of each project the long ones first; the rest as vitest has them, larger files first. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      LONG.some((part) => moduleId.includes(part)) ? 0 : 1;
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) =>
      sorted.filter((one) => one.project === project).sort((a, b) => rank(a) - rank(b)),
    );
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    reporters: ['default', './test/support/summary-reporter.ts'],
    // Each waits for its database about a third of its time: three keep two cores busy, 11 % faster than two.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [DATABASE_TESTS, EMBEDDED_TESTS],
          ...common,
        },
      },
      {
        test: {
          name: 'embedded',
          include: [DATABASE_TESTS, EMBEDDED_TESTS],
          exclude: PLAYED_ON_SERVER,
          globalSetup: './test/support/embedded-setup.ts',
          ...common,
        },
      },
      ...(databaseUrl
        ? [
            {
              test: {
                name: 'postgres',
                include: [DATABASE_TESTS],
                globalSetup: './test/support/postgres-setup.ts',
                ...common,
              },
            },
          ]
        : []),
    ],
  },
});
