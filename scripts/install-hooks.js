// After `npm install` in a clone: commits go through .githooks. Elsewhere (an image, an archive) nothing.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (existsSync('.git') && !process.env.CI) {
  try {
    execFileSync('git', ['config', 'core.hooksPath', '.githooks'], { stdio: 'ignore' });
  } catch {
    console.warn(
      'git could not be told of .githooks; commits are not checked before they are made.',
    );
  }
}
