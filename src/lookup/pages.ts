// How the pages of a list are counted.

import type { PageEnd } from './dialog-query.ts';

/** Which page a list shows that remembers where each of its pages ends; from 1. */
export function pageNumber({ ends }: { readonly ends: readonly PageEnd[] }): number {
  return Math.max(1, ends.length);
}

/** An empty list has one page too. */
export function pageCount(total: number, pageSize: number): number {
  return Math.max(1, Math.ceil(total / pageSize));
}
