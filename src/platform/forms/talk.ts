// What a form can do: ask, say, look something up, and end with its one effect. Everything here happens
// once and is kept with the form's state; a form that is run again is given what was kept. Nothing goes
// through the library's own ctx.api: an answer it cannot keep hangs the form for ever.

import type { Conversation } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Cause } from '../cause.ts';
import type { JsonValue } from '../outbox/message.ts';
import { answerPress } from '../telegram/answer-press.ts';
import { type FormContext, inWords, isPrivate, type Words } from './form.ts';
import { drawButtons } from './keyboard.ts';
import {
  type MessageQuestion,
  type MessagesQuestion,
  messageQuestion,
  messagesQuestion,
} from './message-questions.ts';
import { parsePress } from './press.ts';
import type { Question, Taken } from './question.ts';
import {
  type Asked,
  type ChoiceQuestion,
  choiceQuestion,
  contactQuestion,
  type DateQuestion,
  dateQuestion,
  type LineQuestion,
  lineQuestion,
  type NumberQuestion,
  numberQuestion,
  type SeveralQuestion,
  severalQuestion,
} from './questions.ts';
import type { Day } from './read-day.ts';
import type { Run } from './run.ts';

/** Null is possible only where the question may be passed over. */
type Answer<T, Q> = Promise<Q extends { readonly skip: true } ? T | null : T>;

export interface Talk<C extends FormContext> {
  /** The update that opened the form: a natural key of what the form makes. */
  readonly openedBy: number;
  line<Q extends LineQuestion>(question: Q): Answer<string, Q>;
  number<Q extends NumberQuestion>(question: Q): Answer<number, Q>;
  /** The id of what was chosen. */
  choice<Q extends ChoiceQuestion>(question: Q): Answer<string, Q>;
  /** The ids of what was chosen, in the order in which they were offered. */
  several<Q extends SeveralQuestion>(question: Q): Answer<readonly string[], Q>;
  /** The person's own number, «+79…»; in private chats only. */
  contact<Q extends Asked>(question: Q): Answer<{ readonly phone: string }, Q>;
  /** What the form reads of one message; plain JSON. */
  message<T>(question: MessageQuestion<T>): Promise<T>;
  /** The same of several, until «Готово». */
  messages<T>(question: MessagesQuestion<T>): Promise<readonly T[]>;
  /** «2026-11-25». */
  date<Q extends DateQuestion>(question: Q): Answer<Day, Q>;
  /** Words that are worth nothing later; what must be heard, a service says through the outbox. */
  tell(words: Words): Promise<void>;
  /** Reads something, once. Plain JSON comes back; what it reads must not be changed by reading. */
  look<T>(read: (ctx: C) => Promise<T>): Promise<T>;
  /**
   * Writes something besides, before the form ends: an answer that shall outlive it. After a crash it may
   * be written twice, so twice has to be the same as once.
   */
  keep(write: (ctx: C) => Promise<void>): Promise<void>;
  /**
   * The one effect, by one call of a service that settles `cause`: with it, in the same transaction, the
   * answer is used up and the form has ended. May be asked on after it only where the service refused.
   */
  finish<T>(act: (ctx: C, cause: Cause) => Promise<T>): Promise<T>;
}

export type FormConversation<C extends FormContext> = Conversation<C, Context>;

/** The code asks another question than the one that was kept: it has changed since. */
export class FormChanged extends Error {}

export function createTalk<C extends FormContext>(
  conversation: FormConversation<C>,
  run: Run,
): Talk<C> {
  let asked = 0;

  /** Once, with the update that is being handled; later runs get what came of it. */
  function once<T>(task: (ctx: C) => Promise<T>): Promise<T> {
    return conversation.external({
      task: async (ctx) => {
        try {
          return await task(ctx);
        } catch (error) {
          // The library hands on a copy of it, which has forgotten what it was.
          run.failure ??= { error };
          throw error;
        }
      },
      beforeStore: plain,
    });
  }

  async function ask<T>(question: Question<T>): Promise<T | null> {
    asked += 1;
    const n = asked;
    const name = `${n} ${question.kind} ${nameOf(question.prompt)}`;
    const kept = await once(async (ctx) => {
      await pose(ctx, question, n, question.memory);
      return name;
    });
    if (kept !== name) throw new FormChanged(`«${kept}» was asked, now «${name}» is`);
    let { memory } = question;
    let album: string | null = null;
    for (;;) {
      await conversation.wait();
      const taken = await once((ctx) => take(ctx, question, { n, memory, album }));
      if (taken.status === 'answered') return taken.value;
      if (taken.status === 'goes-on') memory = taken.memory;
      else album = taken.album;
    }
  }

  async function pose<T>(
    ctx: C,
    question: Question<T>,
    n: number,
    memory: JsonValue,
    before?: Words,
  ): Promise<void> {
    if (question.keyboard && !isPrivate(run.place)) {
      throw new Error('a telephone can be asked for in private chats only');
    }
    const buttons = drawButtons(ctx, question, { ...run.identity, n }, memory);
    const text = [before, question.prompt].flatMap((words) => (words ? inWords(words, ctx.t) : []));
    const saying = { text: text.join('\n\n'), buttons };
    const sent = await run.speaker.say(ctx, run.place, saying, hasWhispered());
    run.prompts.push({ ...sent, n, open: true });
  }

  /** Once a question was for the person's eyes alone, the others are as well. */
  function hasWhispered(): boolean {
    return run.prompts.some(({ ephemeral }) => ephemeral);
  }

  /** What an update makes of the question that is open. */
  async function take<T>(ctx: C, question: Question<T>, at: Standing): Promise<Kept<T>> {
    const { n, memory } = at;
    const album = ctx.message?.media_group_id ?? null;
    const press = parsePress(ctx.callbackQuery?.data);
    if (press && press.n !== n) {
      await answerPress(ctx, ctx.t('forms-toast-answered'));
      return { status: 'goes-on', memory };
    }
    const taken = judge(ctx, question, memory);
    if (ctx.callbackQuery) {
      const words = taken.status === 'wrong' ? inWords(taken.words, ctx.t) : '';
      await answerPress(ctx, words, words !== '');
    }
    if (taken.status === 'answered') await over(ctx, question, n, taken.shown);
    else if (taken.status === 'goes-on') await redraw(ctx, question, n, taken.memory);
    // Of an album, none of whose parts is an answer, only the first is told so.
    else if (!ctx.callbackQuery && (album === null || album !== at.album)) {
      await run.tidy(ctx.api, n);
      await pose(ctx, question, n, memory, taken.words);
    }
    return taken.status === 'wrong' ? { status: 'wrong', album } : taken;
  }

  async function over<T>(ctx: C, question: Question<T>, n: number, shown?: string): Promise<void> {
    const prompt = inWords(question.prompt, ctx.t);
    await run.tidy(ctx.api, n, shown === undefined ? undefined : `${prompt}\n— ${shown}`);
    if (!question.keyboard) return;
    const isGiven = ctx.message?.contact !== undefined;
    const text = ctx.t(isGiven ? 'forms-contact-thanks' : 'forms-contact-none');
    await run.speaker.say(ctx, run.place, { text, buttons: 'removed' });
  }

  async function redraw<T>(
    ctx: C,
    question: Question<T>,
    n: number,
    memory: JsonValue,
  ): Promise<void> {
    const buttons = drawButtons(ctx, question, { ...run.identity, n }, memory);
    const prompt = run.prompts.findLast((one) => one.n === n && one.open);
    if (!prompt || typeof buttons === 'string' || !('inline' in buttons)) return;
    await run.speaker.redraw(ctx.api, run.place, prompt, buttons.inline);
  }

  const make = <T, Q>(question: Question<T>) => ask(question) as Answer<T, Q>;
  return {
    openedBy: run.identity.openedBy,
    line: (question) => make(lineQuestion(question)),
    number: (question) => make(numberQuestion(question)),
    choice: (question) => make(choiceQuestion(question)),
    several: (question) => make(severalQuestion(question)),
    contact: (question) => make(contactQuestion(question)),
    message: (question) => make(messageQuestion(question)),
    messages: (question) => make(messagesQuestion(question)),
    date: (question) => make(dateQuestion(question, run.now)),
    async tell(words) {
      await once(async (ctx) => {
        const saying = { text: inWords(words, ctx.t), buttons: 'none' } as const;
        await run.speaker.say(ctx, run.place, saying, hasWhispered());
        return null;
      });
    },
    look: once,
    async keep(write) {
      await once(async (ctx) => {
        await write(ctx);
        return null;
      });
    },
    finish: (act) => once((ctx) => act(ctx, run.causeOf(ctx))),
  };
}

/** Where a question stands: what was chosen so far, and the last album that was no answer. */
interface Standing {
  readonly n: number;
  readonly memory: JsonValue;
  readonly album: string | null;
}

/** What is kept of an answer. */
type Kept<T> =
  | Exclude<Taken<T | null>, { status: 'wrong' }>
  | { readonly status: 'wrong'; readonly album: string | null };

function judge<T>(ctx: FormContext, question: Question<T>, memory: JsonValue): Taken<T | null> {
  const press = parsePress(ctx.callbackQuery?.data);
  if (press) return judgePress(ctx, question, press.choice, memory);
  const { message } = ctx;
  if (!message) return { status: 'wrong', words: question.prompt };
  const isSkip = message.text !== undefined && message.text === ctx.t('forms-skip');
  if (question.skip && isSkip) return { status: 'answered', value: null };
  return question.onMessage(message, ctx, memory);
}

function judgePress<T>(
  ctx: FormContext,
  question: Question<T>,
  choice: NonNullable<ReturnType<typeof parsePress>>['choice'],
  memory: JsonValue,
): Taken<T | null> {
  const unknown: Taken<T> = { status: 'wrong', words: 'forms-need-choice' };
  if (choice.kind === 'option') return question.onOption?.(choice.id, ctx, memory) ?? unknown;
  if (choice.kind === 'done') return question.onDone?.(ctx, memory) ?? unknown;
  if (choice.kind !== 'skip' || !question.skip) return unknown;
  return { status: 'answered', value: null, shown: ctx.t('forms-skipped') };
}

/** What of a prompt stays the same while the form does; words of people may differ. */
function nameOf(prompt: Words): string {
  if (typeof prompt === 'string') return prompt;
  return 'key' in prompt ? prompt.key : 'text';
}

/** As it will be read again; what is no JSON is found out at once. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value ?? null)) as T;
}
