// «/checkpoint», «/checkpoints», «/move», and the buttons of checkpoints.

import type { Composer } from 'grammy';
import type { BotContext } from '../../../context.ts';
import type { TimeWords } from '../../../dialogs/reminders/time-words.ts';
import { readWhen } from '../../../dialogs/reminders/when.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { DefinedForm } from '../../../platform/forms/index.ts';
import { answerPress } from '../../../platform/telegram/answer-press.ts';
import type { Button } from '../../../platform/telegram/callback-data.ts';
import { createComposer } from '../../../platform/telegram/composer.ts';
import { plainName } from '../../../platform/telegram/plain-text.ts';
import { redraw } from '../../../platform/telegram/redraw.ts';
import type { ReplyNow } from '../../../platform/telegram/reply-now.ts';
import type { Acting } from '../actor.ts';
import { NOTHING_IN } from '../list.ts';
import type { ListService } from '../list-service.ts';
import type { RoomTimesOf } from '../room-times.ts';
import type { Keyed } from '../speech-views.ts';
import { actingOf, type Here } from '../telegram-here.ts';
import { readAsked } from './asked.ts';
import {
  cancelButton,
  checkpointsPage,
  daysButton,
  doneButton,
  type MoveDays,
  moveButton,
  nameButton,
  reasonButton,
  whoButton,
} from './buttons.ts';
import type { MoveReason } from './checkpoint.ts';
import type { ChangeOutcome, CheckpointService } from './service.ts';
import type { CheckpointFacts, CheckpointViews } from './views.ts';

export interface CheckpointHandlersDeps {
  readonly service: CheckpointService;
  readonly lists: ListService;
  readonly views: Pick<CheckpointViews, 'askWhy'>;
  /** What, when, who, one after the other. */
  readonly form: DefinedForm<BotContext, { readonly roomId: number }>;
  readonly here: Here;
  readonly replyNow: ReplyNow;
  readonly words: TimeWords;
  readonly timesOf: RoomTimesOf;
  readonly clock: Clock;
  readonly database: Database;
  readonly factsOf: (checkpointId: number) => Promise<CheckpointFacts | null>;
  readonly list: (roomId: number, page: number) => Promise<Keyed | null>;
}

const DAY_MS = 86_400_000;
const MOST_REASON = 200;

export function createCheckpointHandlers(deps: CheckpointHandlersDeps): Composer<BotContext> {
  return createComposer(
    making(deps),
    moving(deps),
    simplePresses(deps),
    movingPresses(deps),
    pages(deps),
  );
}

function making({
  service,
  lists,
  form,
  here,
  replyNow,
  words,
  timesOf,
  clock,
}: CheckpointHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('checkpoint', async (ctx, next) => {
    const found = await here(ctx, 'checkpoint');
    if (found === 'elsewhere') return await next();
    if (!found) return;
    const { room, by } = found;
    if (ctx.match.trim() === '') return void (await form.enter(ctx, { roomId: room.id }));
    const { timeZone } = await timesOf(room.id);
    const asked = readAsked(ctx.match.trim(), { now: clock.now(), timeZone, words });
    if (asked.status !== 'understood') return await answer(ctx, `checkpoint-${asked.status}`);
    const { title, dueAt } = asked;
    // A command that nobody else sees has no number among the messages of the group.
    const source = ctx.msgId
      ? `message:${ctx.chat.id}:${ctx.msgId}`
      : `command:${ctx.update.update_id}:${ctx.message.date}`;
    const outcome = await service.make({ cause: ctx.cause, room, by, title, dueAt, source });
    if (outcome.status === 'stranger') await answer(ctx, 'trail-stranger');
    if (outcome.status === 'closed') await answer(ctx, 'room-closed-now');
  });

  composer.on('message:text').command('checkpoints', async (ctx, next) => {
    const found = await here(ctx, 'checkpoints');
    if (found === 'elsewhere') return await next();
    if (!found) return;
    const { status } = await lists.show({ ...found, cause: ctx.cause, name: 'room-checkpoints' });
    if (status === 'stranger') await answer(ctx, 'trail-stranger');
    if (status === 'empty') await answer(ctx, NOTHING_IN['room-checkpoints']);
  });

  function answer(ctx: BotContext, key: string) {
    return replyNow(ctx, { text: ctx.t(key), replyTo: ctx.msgId ?? 0, quiet: true });
  }

  return composer;
}

/** «/move 3 пятница 15:00 ждём сертификат»: the number, to when, why. */
function moving(deps: CheckpointHandlersDeps): Composer<BotContext> {
  const { service, here, replyNow, words, timesOf, clock, database } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('move', async (ctx, next) => {
    const found = await here(ctx, 'move');
    if (found === 'elsewhere') return await next();
    if (!found) return;
    const { room, by } = found;
    const [, digits = '0', rest = ''] = /^\D{0,3}(\d{1,6})\s+(.+)$/s.exec(ctx.match.trim()) ?? [];
    const checkpointId = await service.findByNumber(database.prisma, room.id, Number(digits));
    if (checkpointId === null) return await answer(ctx, 'checkpoint-move-usage');
    const { timeZone } = await timesOf(room.id);
    const when = readWhen(rest, { now: clock.now(), timeZone, words });
    if (when.status === 'not-understood') return await answer(ctx, 'checkpoint-move-usage');
    if (when.status !== 'understood') return await answer(ctx, `checkpoint-${when.status}`);
    const reason = plainName(when.words, '', MOST_REASON);
    if (reason === '') return await answer(ctx, 'checkpoint-no-reason');
    const dueAt = () => when.dueAt;
    const outcome = await service.move({ cause: ctx.cause, checkpointId, by, dueAt, reason });
    if (outcome.status !== 'changed' && outcome.status !== 'repeated')
      await answer(ctx, `toast-checkpoint-${outcome.status}`);
  });

  function answer(ctx: BotContext, key: string) {
    return replyNow(ctx, { text: ctx.t(key), replyTo: ctx.msgId ?? 0, quiet: true });
  }

  return composer;
}

interface Pressed {
  readonly id: number;
  readonly revision: number;
  readonly by: Acting;
}

function simplePresses({ service }: CheckpointHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  function on(
    button: Button,
    words: string,
    act: (ctx: BotContext, pressed: Pressed) => Promise<ChangeOutcome>,
  ): void {
    composer.callbackQuery(button.pattern, async (ctx) => {
      const [target, by] = [button.parse(ctx.callbackQuery.data), actingOf(ctx)];
      if (!target || !by) return await answerPress(ctx, ctx.t('toast-no-right'), true);
      await answerChange(ctx, await act(ctx, { ...target, by }), words);
    });
  }

  const order = ({ cause }: BotContext, { id, by }: Pressed) => ({ cause, checkpointId: id, by });
  const inRoom = (ctx: BotContext) => ctx.chat?.type !== 'private';

  on(doneButton, 'toast-checkpoint-done', (ctx, pressed) => service.done(order(ctx, pressed)));
  on(cancelButton, 'toast-checkpoint-cancelled', (ctx, pressed) =>
    service.cancel(order(ctx, pressed)),
  );
  on(moveButton, '', (ctx, pressed) =>
    service.ask({ ...order(ctx, pressed), question: 'when', inRoom: inRoom(ctx) }),
  );
  on(whoButton, '', (ctx, pressed) =>
    service.ask({ ...order(ctx, pressed), question: 'who', inRoom: inRoom(ctx) }),
  );
  on(nameButton, 'toast-checkpoint-named', async (ctx, pressed) => {
    const outcome = await service.name({ ...order(ctx, pressed), personId: pressed.revision });
    if (outcome.status === 'changed') await ctx.deleteMessage().catch(() => undefined);
    return outcome;
  });

  return composer;
}

/** To when, and then why: the question is redrawn for whoever presses, and leaves when it is answered. */
function movingPresses(deps: CheckpointHandlersDeps): Composer<BotContext> {
  const { service, views, factsOf, clock } = deps;
  const composer = createComposer<BotContext>();

  composer.callbackQuery(daysButton.pattern, async (ctx) => {
    const [button, by] = [daysButton.parse(ctx.callbackQuery.data), actingOf(ctx)];
    if (!button || !by) return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const may = await service.mayMove(button.id, by);
    if (may !== 'yes') return await answerPress(ctx, ctx.t(`toast-checkpoint-${may}`), true);
    const facts = await factsOf(button.id);
    if (!facts) return await answerPress(ctx, ctx.t('toast-checkpoint-gone'), true);
    const locales = ctx.chat?.type === 'private' ? [ctx.locale] : facts.room.locales;
    await drawn(ctx, views.askWhy(facts.checkpoint, button.choice, locales));
  });

  composer.callbackQuery(reasonButton.pattern, async (ctx) => {
    const [button, by] = [reasonButton.parse(ctx.callbackQuery.data), actingOf(ctx)];
    if (!button || !by) return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const [days, reason] = button.choice.split('-') as [MoveDays, MoveReason];
    // What is late already is put off from today.
    const dueAt = (before: Date) =>
      new Date(Math.max(before.getTime(), clock.now().getTime()) + Number(days) * DAY_MS);
    const { id: checkpointId, revision } = button;
    // Pressed once more, or after somebody else has moved it: what is true now stands on the card.
    const outcome = await service.move({
      ...{ cause: ctx.cause, checkpointId, by },
      ...{ dueAt, reason, revision },
    });
    if (outcome.status === 'changed') await ctx.deleteMessage().catch(() => undefined);
    await answerChange(ctx, outcome, 'toast-checkpoint-moved');
  });

  return composer;
}

async function answerChange(
  ctx: BotContext,
  { status }: ChangeOutcome,
  words: string,
): Promise<void> {
  if (status === 'repeated') return await answerPress(ctx);
  if (status === 'changed') return await answerPress(ctx, words === '' ? '' : ctx.t(words));
  await answerPress(ctx, ctx.t(`toast-checkpoint-${status}`), true);
}

function pages({ lists, list }: CheckpointHandlersDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();

  composer.callbackQuery(checkpointsPage.pattern, async (ctx) => {
    const [button, by] = [checkpointsPage.parse(ctx.callbackQuery.data), actingOf(ctx)];
    if (!button || !by || !(await lists.mayRead(button.id, by)))
      return await answerPress(ctx, ctx.t('toast-no-right'), true);
    const page = await list(button.id, button.revision);
    if (!page) return await answerPress(ctx, ctx.t('toast-outdated'), true);
    await drawn(ctx, page);
  });

  return composer;
}

async function drawn(ctx: BotContext, { text, keyboard }: Keyed): Promise<void> {
  const shown = await redraw(ctx, { text, keyboard });
  const isBusy = shown === 'busy';
  await answerPress(ctx, isBusy ? ctx.t('toast-trail-busy') : '', isBusy);
}
