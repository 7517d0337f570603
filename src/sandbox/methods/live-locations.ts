// Moving a location that lives, and ending its life.
import type { Location } from '@grammyjs/types';
import { badRequest, notModified } from '../bot-api/refusal.ts';
import { rewrite } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { findTarget, type Target, type TargetArgs } from './edits.ts';
import type { MethodTable } from './method.ts';

const FOR_EVER = 0x7fffffff;

export const liveLocationMethods = {
  editMessageLiveLocation(world, args) {
    const { target, location } = findLive(world, args);
    const { latitude, longitude, heading, horizontal_accuracy } = args;
    const moved = {
      ...location,
      latitude,
      longitude,
      ...(heading === undefined ? {} : { heading }),
      ...(horizontal_accuracy === undefined ? {} : { horizontal_accuracy }),
    };
    if (JSON.stringify(moved) === JSON.stringify(location)) throw notModified();
    const edit_date = world.seconds();
    rewrite(world, target.stored, { location: moved, edit_date });
    return { ...target.stored.message, location: moved, edit_date };
  },

  stopMessageLiveLocation(world, args) {
    const { target, location } = findLive(world, args);
    const { live_period, heading, ...still } = location;
    const edit_date = world.seconds();
    rewrite(world, target.stored, { location: still, edit_date });
    return { ...target.stored.message, location: still, edit_date };
  },
} satisfies MethodTable;

/** Once its time is over, nobody moves it (td, MessagesManager). */
function findLive(world: World, args: TargetArgs): { target: Target; location: Location } {
  const target = findTarget(world, args);
  const { location, date } = target.stored.message;
  const period = location?.live_period;
  const isLive = period === FOR_EVER || (period ?? 0) + date > world.seconds();
  if (!location || period === undefined || !isLive) throw badRequest("message can't be edited");
  return { target, location };
}
