// Three projects: what needs no database, and what does, once on the embedded one and once more on a
// real Postgres wherever TEST_DATABASE_URL points to one.
import { defineConfig } from 'vitest/config';

const DATABASE_TESTS = 'test/**/*.db.test.ts';
/** About the embedded database itself. */
const EMBEDDED_TESTS = 'test/**/*.embedded.test.ts';
const databaseUrl = process.env.TEST_DATABASE_URL;

if (!databaseUrl) {
  console.log('TEST_DATABASE_URL is not set: database tests run on the embedded database alone.');
}

/** Opening a database takes half a second; two cores that are busy make everything slower. */
const timeouts = { testTimeout: 180_000, hookTimeout: 180_000 };

export default defineConfig({
  test: {
    reporters: ['default', './test/support/summary-reporter.ts'],
    // Each database test on the embedded database has a process of 300 MB beside it.
    maxWorkers: 2,
    // Loading the program takes longer than most files run; no module keeps anything between tests.
    isolate: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [DATABASE_TESTS, EMBEDDED_TESTS],
          ...timeouts,
        },
      },
      {
        test: {
          name: 'embedded',
          include: [DATABASE_TESTS, EMBEDDED_TESTS],
          globalSetup: './test/support/embedded-setup.ts',
          ...timeouts,
        },
      },
      ...(databaseUrl
        ? [
            {
              test: {
                name: 'postgres',
                include: [DATABASE_TESTS],
                globalSetup: './test/support/postgres-setup.ts',
                ...timeouts,
              },
            },
          ]
        : []),
    ],
  },
});
