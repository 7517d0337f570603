// Holds the tree under the current folder to the law of imports (.dependency-cruiser.cjs), and fails as
// well when the checker saw fewer files than there are: with a compiler it does not understand it
// would praise an empty tree.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise, format } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const { enhancedResolveOptions, tsConfig, ...cruiseOptions } = options;

const { output } = await cruise(
  ['src'],
  { ...cruiseOptions, ruleSet: { forbidden, options }, validate: true },
  enhancedResolveOptions,
  { tsConfig: extractTSConfig(path.resolve(tsConfig.fileName)) },
);
if (typeof output === 'string') throw new Error('dependency-cruiser answered in words');

const seen = output.modules.filter(({ source }) => isOurs(source)).length;
const there = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file}`)
  .filter(isOurs).length;

if (seen < there) {
  console.error(
    `The law of imports was checked in ${seen} files of ${there}: the check is broken.`,
  );
  process.exitCode = 1;
} else if (output.summary.error > 0) {
  const report = await format(output, { outputType: 'err-long' });
  console.error(report.output);
  process.exitCode = 1;
} else {
  console.log(`The law of imports holds in ${there} files.`);
}

/** @param {string} file */
function isOurs(file) {
  return /^src\/.*\.ts$/.test(file) && !/^src\/(generated|sandbox\/page)\//.test(file);
}
