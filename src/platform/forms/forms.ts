// Short forms: a person in the middle of one answers it, and nobody else hears of the answer. Whatever is
// no answer goes its own way; a command, «Отмена» or silence ends it.

import type { Api, Composer } from 'grammy';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/index.ts';
import { LOCALES, type Translate } from '../i18n.ts';
import type { Logger } from '../logger.ts';
import type { MessagePort, Outbox } from '../outbox/index.ts';
import type { JsonObject } from '../outbox/message.ts';
import type { Sweep } from '../sweeps.ts';
import { answerPress } from '../telegram/answer-press.ts';
import { authorOf } from '../telegram/author.ts';
import { createComposer } from '../telegram/composer.ts';
import { meaningOf, pressOf } from './answers.ts';
import type { FormDefinition } from './definition.ts';
import { type FormContext, type FormPlace, isPrivate, keyOf, placeOf } from './form.ts';
import { createKeeper } from './keeper.ts';
import { createKnownForms } from './known.ts';
import { createFormOutgoing } from './outgoing.ts';
import { createFormRepository, type FormRow } from './repository.ts';
import { type AnyForm, createRunner, hasKeyboard } from './runner.ts';
import { createSpeaker } from './speaker.ts';
import { createFormSweeps } from './sweeps.ts';
import { createTurns } from './turns.ts';

export interface FormsDeps {
  readonly database: Database;
  readonly botId: number;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
  readonly api: () => Api;
  /** Of the lease: another process may have worked where it has changed. Null: not held at the moment. */
  readonly epoch: () => number | null;
}

export interface DefinedForm<C extends FormContext, Args extends JsonObject> {
  /**
   * Asks the first question where this update came from. What the person was asked there before ends. The
   * update is done with it.
   * @throws Error for an update that is no message or press of a person
   */
  enter(ctx: C, args: Args): Promise<void>;
  /** Whoever is in the middle of it there goes on elsewhere: it ends, and its questions go away. */
  leave(ctx: C, place: FormPlace): Promise<void>;
}

export interface Forms<C extends FormContext> {
  /**
   * Once for each form, before the first update.
   * @throws Error where another form has that name
   */
  define<Args extends JsonObject>(form: FormDefinition<C, Args>): DefinedForm<C, Args>;
  /** Comes before all features. */
  readonly composer: Composer<C>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly sweeps: readonly Sweep[];
}

export function createForms<C extends FormContext>(deps: FormsDeps): Forms<C> {
  const { database, botId, clock, logger, t } = deps;
  const repository = createFormRepository(database, botId);
  const known = createKnownForms({ ...deps, repository });
  const keeper = createKeeper({ ...deps, repository, known });
  const speaker = createSpeaker(logger);
  const turns = createTurns();
  const runner = createRunner<C>({ keeper, speaker, clock, logger });
  const cancels = new Set(LOCALES.map((locale) => t(locale, 'forms-cancel')));

  async function enter(ctx: C, form: AnyForm<C>, args: JsonObject): Promise<void> {
    const place = placeOf(ctx);
    // Customers of a business account are asked by the account's owner, not by the bot.
    if (place?.connection !== '' || isNobody(ctx)) {
      throw new Error(`${form.name} is entered by nobody`);
    }
    await known.ready();
    const key = keyOf(place);
    await turns.inTurn(key, async () => {
      const row = known.get(key) === undefined ? null : await repository.find(place);
      // It was opened already, and the process ended before the update was done.
      if (row && row.lastUpdateId === ctx.cause.updateId) return;
      if (row && row.ending === null) await runner.tidyAll(ctx.api, row);
      await runner.begin(ctx, place, form, args);
    });
  }

  async function leave(ctx: C, place: FormPlace, { name }: AnyForm<C>): Promise<void> {
    await known.ready();
    const key = keyOf(place);
    await turns.inTurn(key, async () => {
      const row = known.get(key) === 'look' ? await repository.find(place) : null;
      if (row?.ending !== null || row.name !== name) return;
      await keeper.end(row, 'replaced');
      await runner.tidyAll(ctx.api, row);
    });
  }

  /** Whether the update was this form's, and is dealt with. */
  async function offer(ctx: C, place: FormPlace): Promise<boolean> {
    const row = await repository.find(place);
    if (!row) return false;
    if (row.lastUpdateId === ctx.cause.updateId) return await taken(ctx);
    if (row.ending !== null) return false;
    if (saidAt(ctx, clock.now()) > row.expiresAt) return await abandon(ctx, row, 'expired');
    const { kind } = meaningOf(ctx, row, cancels);
    switch (kind) {
      case 'answer':
        await runner.goOn(ctx, row);
        return true;
      case 'cancel':
        await cancel(ctx, row);
        return true;
      case 'command':
        return await abandon(ctx, row, 'command');
      case 'stale':
      case 'not-meant':
        return false;
    }
  }

  /** It ends, and the update is for others. */
  async function abandon(ctx: C, row: FormRow, ending: 'expired' | 'command'): Promise<false> {
    await keeper.end(row, ending);
    await runner.tidyAll(ctx.api, row);
    if (ending === 'expired' || hasKeyboard(row)) {
      await say(ctx, row, ending === 'expired' ? 'forms-expired' : 'forms-cancelled');
    }
    return false;
  }

  async function cancel(ctx: C, row: FormRow): Promise<void> {
    const question = ctx.callbackQuery?.message?.text;
    const text = question && `${question}\n— ${ctx.t('forms-stopped')}`;
    await runner.tidyAll(ctx.api, row, text);
    if (ctx.callbackQuery) await answerPress(ctx, ctx.t('forms-cancelled'));
    else await say(ctx, row, 'forms-cancelled');
    await keeper.endWith(ctx, row, 'cancelled');
  }

  /** In a group the question that goes away says as much. */
  async function say(ctx: C, row: FormRow, key: string): Promise<void> {
    if (!isPrivate(row.place)) return;
    const buttons = hasKeyboard(row) ? 'removed' : 'none';
    await speaker.remark(ctx, row.place, { text: ctx.t(key), buttons });
  }

  /** A group has got another id: whoever is asked something there may answer where they are now. */
  async function move(oldChatId: number, newChatId: number): Promise<void> {
    await known.ready();
    const places = await database.inTransaction((tx) =>
      repository.replaceChatId(tx, oldChatId, newChatId),
    );
    for (const place of places) known.unsure(keyOf(place));
  }

  const composer = createComposer<C>(async (ctx, next) => {
    const { chat, message } = ctx;
    const { migrate_to_chat_id: to, migrate_from_chat_id: from } = message ?? {};
    if (chat && to !== undefined) await move(chat.id, to);
    if (chat && from !== undefined) await move(from, chat.id);
    const place = placeOf(ctx);
    if (!place) return await next();
    await (known.ready() ?? undefined);
    const key = keyOf(place);
    const standing = known.get(key);
    // It was taken, and the form has ended since: a redelivered answer is nobody's.
    if (standing === ctx.cause.updateId) return void (await taken(ctx));
    if (standing === 'look' && (await turns.inTurn(key, () => offer(ctx, place)))) return;
    const press = pressOf(ctx);
    if (!press) return await next();
    const isOwn = press !== 'unreadable' && press.userId === place.userId;
    await answerPress(ctx, ctx.t(isOwn ? 'forms-toast-closed' : 'forms-toast-not-yours'), true);
    if (isOwn) await ctx.editMessageReplyMarkup().catch(() => undefined);
  });

  return {
    composer,
    messages: createFormOutgoing(t),
    sweeps: createFormSweeps({ ...deps, repository, known, turns, tidyAll: runner.tidyAll }),
    define(form) {
      const any: AnyForm<C> = {
        ...form,
        run: (talk, args) => form.run(talk, form.args.parse(args)),
      };
      runner.add(any);
      return {
        enter: (ctx, args) => enter(ctx, any, args),
        leave: (ctx, place) => leave(ctx, place, any),
      };
    },
  };
}

async function taken(ctx: FormContext): Promise<true> {
  if (ctx.callbackQuery) await answerPress(ctx);
  return true;
}

/** An anonymous administrator has the same id as every other, and a channel is nobody. */
function isNobody({ message, callbackQuery }: FormContext): boolean {
  return !callbackQuery && (!message || authorOf(message).kind !== 'person');
}

/** What was written in time is an answer, however late it comes in; a press has no hour of its own. */
function saidAt({ message }: FormContext, now: Date): Date {
  return message ? new Date(message.date * 1_000) : now;
}
