// The kinds of desks, by the name that the table of desks has for them.

import { channel } from './channel.ts';
import { forum } from './forum.ts';
import type { DeskKind } from './kind.ts';

const KINDS = { forum, channel } as const satisfies Record<string, DeskKind>;

export type DeskKindName = keyof typeof KINDS;

/** A dialog that has no desk yet (null) is led as on the default kind, a forum. */
export function kindOf(name: DeskKindName | null): DeskKind {
  return KINDS[name ?? 'forum'];
}
