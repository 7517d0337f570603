// What no formatter and no compiler sees: promises nobody waits for, switches that forget a case, time
// and chance that come in by the back door, and pieces that have grown too big.
import tseslint from 'typescript-eslint';
import { functionSize } from './scripts/lint/function-size.js';

/** @typedef {{ selector: string, message: string }} Restriction */

/** @type {Restriction[]} */
const TIME_AND_CHANCE = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time enters through the Clock (platform/clock.ts), so that tests can walk it.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Time enters through the Clock (platform/clock.ts), so that tests can walk it.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Chance comes from platform/random.ts.',
  },
];

/** @type {Restriction[]} */
const ENVIRONMENT = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only config.ts reads the environment; everybody else is given a Config.',
  },
];

const INSIDE_TRANSACTION =
  'CallExpression[callee.property.name=/^(inTransaction|\\$transaction)$/]';

/** @type {Restriction[]} */
const HOUSE_STYLE = [
  {
    selector: `${INSIDE_TRANSACTION} :function Identifier[name='prisma']`,
    message:
      'Inside a transaction only `tx` may be used: the embedded database would wait for itself.',
  },
  {
    selector: `${INSIDE_TRANSACTION} ${INSIDE_TRANSACTION}`,
    message: 'A transaction inside a transaction waits for itself; hand `tx` on instead.',
  },
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Named exports only: one name for a thing, everywhere.',
  },
  {
    selector: 'ClassDeclaration:not([superClass.name=/Error$/])',
    message: 'Factories (`createX(deps)`) instead of classes; only errors are classes.',
  },
];

const TIMERS = ['setTimeout', 'setInterval'].map((name) => ({
  name,
  message: 'Waiting goes through the Clock (platform/clock.ts), so that tests can walk it.',
}));

const CRYPTO_DICE = {
  paths: [
    {
      name: 'node:crypto',
      importNames: ['randomBytes', 'randomInt', 'randomUUID', 'randomFillSync'],
      message: 'Chance comes from platform/random.ts.',
    },
    {
      name: 'node:timers/promises',
      message: 'Waiting goes through the Clock (platform/clock.ts).',
    },
  ],
};

export default tseslint.config(
  { ignores: ['dist/', 'dist-bench/', 'src/generated/', 'data/', 'node_modules/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { house: { rules: { 'function-size': functionSize } } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/sandbox/page/**'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'house/function-size': ['error', { max: 40 }],
      'no-console': 'error',
      'no-restricted-globals': ['error', ...TIMERS],
      'no-restricted-imports': ['error', CRYPTO_DICE],
      'no-restricted-syntax': ['error', ...TIME_AND_CHANCE, ...ENVIRONMENT, ...HOUSE_STYLE],
    },
  },
  {
    files: ['src/platform/clock.ts'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-syntax': ['error', ...ENVIRONMENT, ...HOUSE_STYLE],
    },
  },
  { files: ['src/platform/random.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['src/config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...TIME_AND_CHANCE, ...HOUSE_STYLE] },
  },
);
