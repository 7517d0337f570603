import { describe, expect, it } from 'vitest';
import { staleWords } from './fresh-build.ts';

const NOW = { 'app.ts': 'a', 'platform/documents/worker.ts': 'b' };

describe('a build', () => {
  it('is fresh while every source is as it was', () => {
    expect(staleWords(NOW, { ...NOW }, [''])).toBeNull();
  });

  it('is stale where a source has changed, is new or is gone, and the first of them is named', () => {
    const built = { ...NOW, 'app.ts': 'older', 'bot.ts': 'c' };
    expect(staleWords(NOW, built, [''])).toBe(
      'dist is older than src (app.ts and 1 more): run `npm run build`, then the tests again.',
    );
    expect(staleWords({ ...NOW, 'zeta.ts': 'd' }, NOW, [''])).toContain('(zeta.ts)');
  });

  it('is judged by what is run of it alone', () => {
    const built = { ...NOW, 'app.ts': 'older' };
    expect(staleWords(NOW, built, ['platform/documents/'])).toBeNull();
  });
});
