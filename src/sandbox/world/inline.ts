// Which inline questions can still be answered.
import type { InlineAsked } from './inline-asked.ts';
import { INLINE_LIFETIME_MS } from './update-queue.ts';
import type { World } from './world.ts';

/** The question that can still be answered: each once, and within half a minute. */
export function findAsked(world: World, queryId: string): InlineAsked | null {
  const asked = world.inlineQueries.get(queryId);
  if (!asked || asked.answer) return null;
  return world.now().getTime() - asked.at.getTime() < INLINE_LIFETIME_MS ? asked : null;
}
