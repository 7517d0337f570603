// Any action by its name: what the control API does, whichever way it is asked.
import { type ZodType, z } from 'zod';
import type { World } from '../world/world.ts';
import { type Action, ControlError } from './action.ts';
import { actions } from './actions.ts';

const byName = new Map<string, Action<ZodType, unknown>>(Object.entries(actions));

/** @throws ControlError where there is no such action, or its arguments or the action make no sense */
export async function perform(world: World, name: string, args: unknown): Promise<unknown> {
  const found = byName.get(name);
  if (!found) throw new ControlError(`there is no action ${name}`);
  const parsed = found.input.safeParse(args ?? {});
  if (!parsed.success) throw new ControlError(`${name}: ${z.prettifyError(parsed.error)}`);
  return await found.run(world, parsed.data);
}
