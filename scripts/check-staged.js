// The pre-commit hook: Biome and ESLint on the staged files, side by side.
import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';

const staged = execFileSync(
  'git',
  ['diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z'],
  {
    encoding: 'utf8',
  },
)
  .split('\0')
  .filter(Boolean);
const linted = staged.filter((file) => /\.(ts|js|cjs)$/.test(file));

const biome = ['check', '--no-errors-on-unmatched', '--files-ignore-unknown=true', ...staged];
const eslint = ['--no-warn-ignored', '--max-warnings=0', ...linted];
const failed = await Promise.all([
  staged.length > 0 && fails('biome', biome),
  linted.length > 0 && fails('eslint', eslint),
]);
if (failed.includes(true)) {
  console.error(
    'Mend it (`npx biome check --write <files>` does half), or commit with --no-verify.',
  );
  process.exitCode = 1;
}

/**
 * @param {string} tool
 * @param {string[]} args
 * @returns {Promise<boolean>}
 */
function fails(tool, args) {
  const program = path.join('node_modules', '.bin', tool);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    child.on('error', () => resolve(true));
    child.on('exit', (code) => resolve(code !== 0));
  });
}
