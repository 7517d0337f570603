// Runs forms: opens one, gives an open one its answer, and says what became of it. What the deploy of
// other questions leaves behind is found out, told, and asked anew.

import {
  type ConversationState,
  enterConversation,
  resumeConversation,
} from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { JsonObject } from '../outbox/message.ts';
import { classifyApiError } from '../telegram/api-errors.ts';
import { isTransient } from '../telegram/api-failure.ts';
import { DEFAULT_MINUTES, type FormDefinition } from './definition.ts';
import type { FormContext, FormPlace } from './form.ts';
import type { Keeper } from './keeper.ts';
import type { FormRow } from './repository.ts';
import { createRun, type Run } from './run.ts';
import type { Speaker } from './speaker.ts';
import { createTalk, FormChanged, type FormConversation } from './talk.ts';

export interface RunnerDeps {
  readonly keeper: Keeper;
  readonly speaker: Speaker;
  readonly clock: Clock;
  readonly logger: Logger;
}

export type AnyForm<C extends FormContext> = FormDefinition<C, JsonObject>;

/** The plugin's words for a form whose steps are not those that were kept. */
const BAD_REPLAY = 'Bad replay';

export function createRunner<C extends FormContext>(deps: RunnerDeps) {
  const { keeper, speaker, clock, logger } = deps;
  const forms = new Map<string, AnyForm<C>>();

  function add(form: AnyForm<C>): void {
    if (forms.has(form.name)) throw new Error(`two forms are called ${form.name}`);
    forms.set(form.name, form);
  }

  /** Asks the first question. What stood in the row of this place is replaced. */
  async function begin(ctx: C, place: FormPlace, form: AnyForm<C>, args: JsonObject) {
    const openedBy = ctx.cause.updateId;
    const run = createRun({ place, speaker, openedBy, prompts: [], formId: null, now: clock.now });
    const result = await enterConversation(builderOf(form, run, args), baseOf(ctx), { ctx });
    const outcome = outcomeOf(result, run);
    switch (outcome.status) {
      case 'waits':
        return await keep(ctx, run, form, args, outcome.state);
      case 'failed':
        if (!isUnreachable(outcome.error)) throw outcome.error;
        logger.info({ err: outcome.error, form: form.name }, 'nobody can be asked here');
        return await keeper.settle(ctx);
      case 'done':
        return await keeper.settle(ctx);
      case 'changed':
        throw outcome.error;
    }
  }

  /** Gives the open form this update. */
  async function goOn(ctx: C, row: FormRow): Promise<void> {
    const form = forms.get(row.name);
    const args = form && readArgs(form, row.args);
    if (!form || !args || form.version !== row.version) return await startAnew(ctx, row);
    const { place, openedBy, prompts, id: formId } = row;
    const run = createRun({ place, speaker, openedBy, prompts, formId, now: clock.now });
    const state = row.state as ConversationState;
    const result = await resumeConversation(builderOf(form, run, args), baseOf(ctx), state, {
      ctx,
    });
    const outcome = outcomeOf(result, run);
    switch (outcome.status) {
      case 'waits':
        return await keep(ctx, run, form, args, outcome.state);
      case 'done':
        return await keeper.endWith(ctx, row, 'done');
      case 'changed':
        logger.error(
          { err: outcome.error, form: row.name },
          'a form has changed, its version has not',
        );
        return await startAnew(ctx, row);
      case 'failed':
        if (!isUnreachable(outcome.error)) throw outcome.error;
        return await keeper.endWith(ctx, row, 'unreachable');
    }
  }

  /** A deploy has changed what is asked: the person hears of it, and is asked from the beginning. */
  async function startAnew(ctx: C, row: FormRow): Promise<void> {
    await tidyAll(ctx.api, row);
    const form = forms.get(row.name);
    const args = form && readArgs(form, row.args);
    const text = ctx.t(form && args ? 'forms-updated' : 'forms-updated-gone');
    const buttons = hasKeyboard(row) ? 'removed' : 'none';
    await speaker.remark(ctx, row.place, { text, buttons });
    if (form && args) await begin(ctx, row.place, form, args);
    else await keeper.endWith(ctx, row, 'outdated');
  }

  /** `text`: what the open question says from now on, in a private chat. */
  async function tidyAll(
    api: Context['api'],
    { place, prompts }: FormRow,
    text?: string,
  ): Promise<void> {
    for (const prompt of prompts) if (prompt.open) await speaker.tidy(api, place, prompt, text);
  }

  async function keep(
    ctx: C,
    run: Run,
    form: AnyForm<C>,
    args: JsonObject,
    state: object,
  ): Promise<void> {
    const minutes = form.minutes ?? DEFAULT_MINUTES;
    await keeper.keep(ctx, {
      place: run.place,
      name: form.name,
      version: form.version,
      locale: ctx.locale,
      args,
      state,
      prompts: run.prompts,
      openedBy: run.identity.openedBy,
      lastUpdateId: ctx.cause.updateId,
      expiresAt: new Date(clock.now().getTime() + minutes * 60_000),
    });
  }

  return { add, begin, goOn, tidyAll };
}

/** Whether the reply keyboard of a question is still there. */
export function hasKeyboard({ prompts }: Pick<FormRow, 'prompts'>): boolean {
  return prompts.some(({ open, buttons }) => open && buttons === 'keyboard');
}

function builderOf<C extends FormContext>(form: AnyForm<C>, run: Run, args: JsonObject) {
  return (conversation: FormConversation<C>) => form.run(createTalk(conversation, run), args);
}

function baseOf({ update, api, me }: Context) {
  return { update, api, me };
}

type Outcome =
  | { readonly status: 'waits'; readonly state: object }
  | { readonly status: 'done' }
  | { readonly status: 'changed' | 'failed'; readonly error: unknown };

type Result = Awaited<ReturnType<typeof resumeConversation>>;

function outcomeOf(result: Result, { failure }: Run): Outcome {
  if (failure) return { status: 'failed', error: failure.error };
  switch (result.status) {
    case 'handled':
      return { status: 'waits', state: { replay: result.replay, interrupts: result.interrupts } };
    case 'complete':
      return { status: 'done' };
    case 'error':
      return { status: isChange(result.error) ? 'changed' : 'failed', error: result.error };
    case 'skipped':
      return { status: 'failed', error: new Error('a form passes over no update') };
  }
}

function isChange(error: unknown): boolean {
  if (error instanceof FormChanged) return true;
  return error instanceof Error && error.message.startsWith(BAD_REPLAY);
}

/** Telegram will not have anything said here, now or later. */
function isUnreachable(error: unknown): boolean {
  const failure = classifyApiError(error);
  return failure.kind !== 'unexpected' && failure.kind !== 'bad-request' && !isTransient(failure);
}

function readArgs<C extends FormContext>(form: AnyForm<C>, args: unknown): JsonObject | null {
  const read = form.args.safeParse(args);
  return read.success ? read.data : null;
}
