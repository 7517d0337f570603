// A checkpoint asked for step by step: what, when, who. The form holds the only copy of nothing: it ends with
// one call of the service.

import { z } from 'zod';
import type { BotContext } from '../../../context.ts';
import type { TimeWords } from '../../../dialogs/reminders/time-words.ts';
import { inMinutes, readWhen, tomorrowMorning } from '../../../dialogs/reminders/when.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { FormDefinition } from '../../../platform/forms/definition.ts';
import type { Talk } from '../../../platform/forms/index.ts';
import type { TrailRooms } from '../deps.ts';
import type { RoomTimesOf } from '../room-times.ts';
import { actingOf } from '../telegram-here.ts';
import { MOST_TITLE } from './checkpoint.ts';
import type { CheckpointService } from './service.ts';

export interface CheckpointFormDeps {
  readonly service: Pick<CheckpointService, 'make'>;
  readonly rooms: Pick<TrailRooms, 'members'>;
  readonly timesOf: RoomTimesOf;
  readonly words: TimeWords;
  readonly clock: Clock;
  readonly database: Database;
}

const Args = z.object({ roomId: z.int() });
type Args = z.infer<typeof Args>;

const DAY_MINUTES = 24 * 60;
/** Offered by a tap; any other time is written. */
const OFFERED = ['tomorrow', '3', '7'] as const;
const OTHER = 'other';
const MOST_PEOPLE = 12;

export function createCheckpointForm(deps: CheckpointFormDeps): FormDefinition<BotContext, Args> {
  const { service, rooms, timesOf, words, clock, database } = deps;

  async function run(talk: Talk<BotContext>, { roomId }: Args): Promise<void> {
    const known = await talk.look(async () => ({
      now: clock.now().toISOString(),
      timeZone: (await timesOf(roomId)).timeZone,
      people: (await rooms.members(database.prisma, [roomId]))
        .slice(0, MOST_PEOPLE)
        .map(({ person }) => ({ id: String(person.id), name: person.name })),
    }));
    const title = await talk.line({ prompt: 'checkpoint-form-title', max: MOST_TITLE });
    const dueAt = await askWhen(talk, new Date(known.now), known.timeZone);
    const who = await talk.choice({
      prompt: 'checkpoint-form-who',
      options: known.people.map(({ id, name }) => ({ id, label: { text: name } })),
    });
    const made = await talk.finish(async (ctx, cause) => {
      const by = actingOf(ctx);
      const asked = { title, dueAt, source: `form:${talk.openedBy}`, responsibleId: Number(who) };
      if (!by) return 'stranger';
      return (await service.make({ cause, room: { id: roomId }, by, ...asked })).status;
    });
    if (made === 'stranger') await talk.tell('trail-stranger');
    if (made === 'closed') await talk.tell('room-closed-now');
  }

  async function askWhen(talk: Talk<BotContext>, now: Date, timeZone: string): Promise<Date> {
    const chosen = await talk.choice({
      prompt: 'checkpoint-form-when',
      options: [...OFFERED, OTHER].map((id) => ({ id, label: `checkpoint-form-in-${id}` })),
    });
    if (chosen === 'tomorrow') return tomorrowMorning(now, timeZone);
    if (chosen !== OTHER)
      return tomorrowMorning(inMinutes(now, (Number(chosen) - 1) * DAY_MINUTES), timeZone);
    const read = (text: string) => readWhen(text, { now, timeZone, words });
    const text = await talk.line({
      prompt: 'checkpoint-form-time',
      max: 60,
      check: (typed) => {
        const { status } = read(typed);
        if (status === 'understood') return null;
        return status === 'not-understood' ? 'checkpoint-form-time' : `checkpoint-${status}`;
      },
    });
    const when = read(text);
    return when.status === 'understood' ? when.dueAt : tomorrowMorning(now, timeZone);
  }

  return { name: 'checkpoint', version: 1, args: Args, run };
}
