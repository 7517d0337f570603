import { describe, expect, it } from 'vitest';
import { errorMessage, exhausted } from '../../src/platform/errors.ts';

describe('errors', () => {
  it('a forgotten case is loud', () => {
    expect(() => exhausted('new' as never)).toThrow('a case was forgotten: new');
  });

  it.each([
    [new Error('no route'), 'no route'],
    ['thrown words', 'thrown words'],
    [undefined, 'undefined'],
    [new Error('GET /bot123456:AAsecret/getMe'), 'GET /bot<token>/getMe'],
  ])('whatever was thrown has a line to note', (thrown, line) => {
    expect(errorMessage(thrown)).toBe(line);
  });
});
