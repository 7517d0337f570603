// A bot that has forms and nothing else: updates are fetched, kept and handled one by one when the test
// says so, what no form takes is noted, and the process can end at any moment.
import { Api, Bot, Composer, type Context } from 'grammy';
import type { Update } from 'grammy/types';
import type { Database } from '../../src/platform/database/index.ts';
import type { FormDefinition } from '../../src/platform/forms/definition.ts';
import { createForms, type FormContext, type Forms } from '../../src/platform/forms/index.ts';
import { createTranslator } from '../../src/platform/i18n.ts';
import { createInboxRepository } from '../../src/platform/inbox/index.ts';
import { createOutbox, type JsonObject } from '../../src/platform/outbox/index.ts';
import { answerPress } from '../../src/platform/telegram/answer-press.ts';
import { createComposer } from '../../src/platform/telegram/composer.ts';
import { createTestClock } from './clock.ts';
import { createTestDatabase } from './database.ts';
import { createMemoryLogger } from './logger.ts';
import { openWorld } from './people.ts';

export type FormsContext = Context & {
  -readonly [name in 'cause' | 'locale' | 't']: FormContext[name];
};

/** By which command each form is opened, and with what. */
export interface TestForm {
  readonly command: string;
  readonly args: JsonObject;
  readonly form: FormDefinition<FormsContext, JsonObject>;
}

export type FormsOffice = Awaited<ReturnType<typeof openFormsOffice>>;

const ALLOWED = [
  'message',
  'edited_message',
  'callback_query',
  'message_reaction',
  'business_connection',
  'business_message',
  'inline_query',
  'my_chat_member',
] as const;

const t = createTranslator();

/** The sandbox, a database and a clock that stay, whatever becomes of the process. */
export async function openFormsOffice() {
  const clock = createTestClock();
  const world = await openWorld({ now: clock.now });
  const database = await createTestDatabase();
  const log = createMemoryLogger();
  const { token, apiRoot } = world.sandbox;
  const api = new Api(token, { apiRoot });
  const me = await api.getMe();
  const inbox = createInboxRepository(database, me.id);
  /** What went past the forms, as `update kind: words`. */
  const passed: string[] = [];
  const handled: Update[] = [];
  let offset = 0;
  let epoch = 1;
  let process = start([], database, new Composer());

  /** A new process with these forms; what an earlier one had in memory is gone. */
  function start(known: readonly TestForm[], on: Database, more: Composer<FormsContext>) {
    const forms = createForms<FormsContext>({
      database: on,
      botId: me.id,
      outbox: createOutbox({ clock }),
      clock,
      logger: log.logger,
      t,
      api: () => api,
      epoch: () => epoch,
    });
    const bot = new Bot<FormsContext>(token, { botInfo: me, client: { apiRoot } });
    bot.use((ctx, next) => {
      ctx.cause = { kind: 'update', botId: me.id, updateId: ctx.update.update_id };
      ctx.locale = ctx.from?.language_code === 'en' ? 'en' : 'ru';
      ctx.t = (key, args) => t(ctx.locale, key, args);
      return next();
    });
    bot.use(forms.composer);
    bot.use(opening(forms, known), more);
    bot.use(async (ctx) => {
      passed.push(nameOf(ctx.update));
      // As bot.ts does with a press that nobody wants.
      if (ctx.callbackQuery) await answerPress(ctx, ctx.t('toast-outdated'), true);
    });
    return { bot, forms };
  }

  function opening(forms: Forms<FormsContext>, known: readonly TestForm[]) {
    const composer = createComposer<FormsContext>();
    for (const { command, args, form } of known) {
      const defined = forms.define(form);
      composer.command(command, (ctx) => defined.enter(ctx, args));
    }
    return composer;
  }

  /** All that people did is handled, as the dispatcher does it; what fails is thrown, and stays undone. */
  async function handle(): Promise<void> {
    for (;;) {
      const updates = await api.getUpdates({ offset, timeout: 0, allowed_updates: ALLOWED });
      const last = updates.at(-1);
      if (!last) return;
      offset = last.update_id + 1;
      await inbox.store(
        updates.map((update) => ({
          updateId: update.update_id,
          lane: 'test',
          urgent: false,
          payload: JSON.stringify(update),
        })),
        clock.now(),
      );
      for (const update of updates) {
        handled.push(update);
        await handleOne(update);
      }
    }
  }

  async function handleOne(update: Update): Promise<void> {
    await process.bot.handleUpdate(update);
    await inbox.markDone([update.update_id], clock.now());
  }

  return {
    ...world,
    api,
    botId: me.id,
    database,
    clock,
    log,
    passed,
    handle,
    /** The forms of the process that runs from now on, whatever ran before. */
    restart(
      known: readonly TestForm[],
      on: Database = database,
      more = new Composer<FormsContext>(),
    ) {
      epoch += 1;
      process = start(known, on, more);
    },
    /** The update that was handled last comes again. */
    async again(): Promise<void> {
      const update = handled.at(-1);
      if (update) await handleOne(update);
    },
    /** One look of each sweep, after `ms`. */
    async later(ms: number): Promise<void> {
      for (const sweep of process.forms.sweeps) await sweep.run();
      await clock.advance(ms);
      for (const sweep of process.forms.sweeps) await sweep.run();
    },
    /** How many updates wait to be handled. */
    waiting: () => database.prisma.inboxUpdate.count({ where: { state: 'waiting' } }),
    forms: () => database.prisma.formState.findMany({ orderBy: { id: 'asc' } }),
    async close(): Promise<void> {
      await world.close();
      await database.close();
    },
  };
}

function nameOf(update: Update): string {
  const { update_id: _, ...rest } = update;
  const [kind = '', body] = Object.entries(rest)[0] ?? [];
  const { text, caption, data } = { ...body } as Record<string, unknown>;
  return `${kind}: ${String(text ?? caption ?? data ?? '')}`.trim();
}
