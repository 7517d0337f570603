// The form by which a ticket is made: what kind, how urgent, what is missing, whether it is one that is there; and
// only then anything is written.

import type { Message } from 'grammy/types';
import { z } from 'zod';
import type { BotContext } from '../../context.ts';
import { wordsOf } from '../../dialogs/content.ts';
import { duration } from '../../lookup/duration.ts';
import type { DefinedForm, Forms, Talk, Words } from '../../platform/forms/index.ts';
import type { Translate } from '../../platform/i18n.ts';
import { asWritten } from '../../platform/json.ts';
import type { JsonObject } from '../../platform/outbox/index.ts';
import { askerOf, type Said, saidIn } from '../telegram-asker.ts';
import { ticketNumber, URGENCIES, type Urgency } from '../ticket.ts';
import {
  type FilingOutcome,
  type FilingService,
  LONGEST_WORDS,
  MOST_FILES,
} from './filing-service.ts';
import { goOnPayload } from './payload.ts';

export interface TicketFormDeps {
  readonly forms: Forms<BotContext>;
  readonly service: FilingService;
  readonly t: Translate;
  /** The bot's name in Telegram, without @. */
  readonly botUsername: () => string;
}

const ORIGINS = ['form', 'reply', 'raised'] as const;

const Args = z.object({
  /** For which company; asked where there are several. */
  rooms: z.array(z.object({ roomId: z.number(), company: z.string() })).min(1),
  source: z.object({ chatId: z.number(), messageId: z.number() }).nullable(),
  origin: z.enum(ORIGINS),
  /** What was said with the command, as {@link Said}. */
  given: z.array(z.custom<JsonObject>((one) => typeof one === 'object')),
});

export type TicketFormArgs = z.infer<typeof Args>;
export type TicketForm = DefinedForm<BotContext, TicketFormArgs>;

/** What the form knows of the place where it is filled in. */
interface Here {
  readonly isPrivate: boolean;
  readonly threadId: number;
}

export function defineTicketForm({ forms, ...deps }: TicketFormDeps): TicketForm {
  return forms.define({
    name: 'ticket',
    version: 1,
    args: Args,
    async run(talk, args) {
      const filling = createFilling(deps, talk, args);
      const roomId = await filling.askRoom();
      const typeId = await filling.askType(roomId);
      const urgency = await filling.askUrgency(roomId, typeId);
      const said = await filling.askWords();
      const same = await filling.askSame(roomId, typeId, said);
      if (same !== null) return await filling.add(roomId, same, said);
      await filling.askWhetherToSend(roomId, { typeId, urgency, said });
      await filling.file(roomId, { typeId, urgency, said });
    },
  });
}

interface Filled {
  readonly typeId: number;
  readonly urgency: Urgency;
  readonly said: readonly Said[];
}

function createFilling(
  { service, t, botUsername }: Omit<TicketFormDeps, 'forms'>,
  talk: Talk<BotContext>,
  { rooms, source, origin, given }: TicketFormArgs,
) {
  const told = asWritten<readonly Said[]>(given);

  async function askRoom(): Promise<number> {
    if (rooms.length === 1) return rooms[0]?.roomId ?? 0;
    const options = rooms.map(({ roomId, company }) => {
      return { id: String(roomId), label: { text: company } };
    });
    return Number(await talk.choice({ prompt: 'request-ask-company', options }));
  }

  async function askType(roomId: number): Promise<number> {
    const { here, options } = await talk.look(async (ctx) => ({
      here: hereOf(ctx),
      options: (await service.types()).map(({ id, name }) => {
        return { id: String(id), label: { text: name[ctx.locale] } };
      }),
    }));
    const links = here.isPrivate ? [] : [{ label: 'request-go-on', url: urlOf(roomId, here) }];
    return Number(await talk.choice({ prompt: 'request-ask-type', options, links }));
  }

  function urlOf(roomId: number, { threadId }: Here): string {
    const payload = goOnPayload({ roomId, messageId: source?.messageId ?? 0, threadId });
    return `https://t.me/${botUsername()}?start=${payload}`;
  }

  /** With what each means, and by when it is answered. */
  async function askUrgency(roomId: number, typeId: number): Promise<Urgency> {
    const lines = await talk.look(async (ctx) => {
      const promised = await service.promised(roomId, typeId);
      return promised.map(({ urgency, minutes }) => {
        const meaning = ctx.t(`request-urgency-means-${urgency}`);
        if (minutes === null) return meaning;
        const time = duration(t, ctx.locale, minutes);
        return ctx.t('request-urgency-line', { meaning, time });
      });
    });
    const question = await talk.look(async (ctx) => ctx.t('request-ask-urgency'));
    const options = URGENCIES.map((id) => ({ id, label: `request-urgency-${id}` }));
    const text = [question, '', ...lines].join('\n');
    return (await talk.choice({ prompt: { text }, options, columns: 2 })) as Urgency;
  }

  /** What is missing: of a reply nothing is. */
  async function askWords(): Promise<readonly Said[]> {
    const isKept = await talk.look(() => service.isKept(source));
    if (source && (isKept || told.length > 0)) return told;
    const first =
      told.length > 0 ? [] : [await talk.message({ prompt: 'request-ask-words', read })];
    const most = MOST_FILES - told.length - first.length;
    const files = await talk.messages({ prompt: 'request-ask-files', read, most });
    return [...told, ...first, ...files];
  }

  /** The ticket that it is; null: none, or it is not the same. */
  async function askSame(roomId: number, typeId: number, said: readonly Said[]) {
    const like = await talk.look(async (ctx) => {
      const found = await service.alike({ roomId, source }, typeId, said.map(dated));
      if (!found) return null;
      const { id, summary, status } = found;
      return { id, summary, status: ctx.t(`request-status-${status}`), isOver: isPast(status) };
    });
    if (!like) return null;
    const { id, summary, status, isOver } = like;
    const args = { number: ticketNumber(id), summary, status };
    const yes = isOver ? 'request-same-return' : 'request-same-yes';
    const answer = await talk.choice({
      prompt: { key: 'request-ask-same', args },
      options: [
        { id: 'yes', label: yes },
        { id: 'no', label: 'request-same-no' },
      ],
    });
    return answer === 'yes' ? id : null;
  }

  async function askWhetherToSend(roomId: number, { typeId, urgency, said }: Filled) {
    const args = await talk.look(async (ctx) => {
      const { summary, files } = await service.preview(
        { roomId, source },
        said.map(dated),
        ctx.locale,
      );
      const type = (await service.types()).find(({ id }) => id === typeId)?.name[ctx.locale] ?? '';
      const urgent = ctx.t(`request-urgency-${urgency}`);
      return { type, urgent, files, summary: shortened(summary) };
    });
    const options = [{ id: 'send', label: 'request-send' }];
    await talk.choice({ prompt: { key: 'request-ask-send', args }, options });
  }

  async function file(roomId: number, { typeId, urgency, said }: Filled): Promise<void> {
    const outcome = await talk.finish(async (ctx, cause) => {
      const asker = askerOf(ctx);
      if (!asker) return { isPrivate: true, outcome: { status: 'stranger' } as const };
      const filed: FilingOutcome = await service.file({
        ...{ roomId, asker, source, typeId, urgency, origin, cause, said: said.map(dated) },
      });
      return { isPrivate: hereOf(ctx).isPrivate, outcome: plainOf(filed) };
    });
    const words = wordsOfOutcome(outcome.outcome);
    // In the group the card says it.
    if (words && (outcome.isPrivate || outcome.outcome.status !== 'opened')) await talk.tell(words);
  }

  async function add(roomId: number, ticketId: number, said: readonly Said[]): Promise<void> {
    const status = await talk.finish(async (ctx, cause) => {
      const asker = askerOf(ctx);
      if (!asker) return 'stranger';
      const facts = { roomId, asker, source, ticketId, said: said.map(dated), cause };
      return (await service.add(facts)).status;
    });
    if (status === 'repeated') return;
    const key = status === 'done' ? 'request-added' : 'request-not-added';
    await talk.tell({ key, args: { number: ticketNumber(ticketId) } });
  }

  return { askRoom, askType, askUrgency, askWords, askSame, askWhetherToSend, file, add };
}

function hereOf(ctx: BotContext): Here {
  const message = ctx.message ?? ctx.callbackQuery?.message;
  const isTopic = message !== undefined && 'is_topic_message' in message;
  const threadId = isTopic ? (message.message_thread_id ?? 0) : 0;
  return { isPrivate: ctx.chat?.type === 'private', threadId };
}

/** Any message of a person's will do, as long as its words fit. */
export function read(message: Message): { readonly value: Said } | { readonly wrong: Words } {
  const said = saidIn(message);
  if (!said) return { wrong: 'forms-need-text' };
  const { length } = wordsOf(said.content);
  if (length <= LONGEST_WORDS) return { value: said };
  return { wrong: { key: 'forms-too-long', args: { length, max: LONGEST_WORDS } } };
}

/** As the service takes it. */
export function dated({ date, ...said }: Said) {
  return { ...said, saidAt: new Date(date * 1_000) };
}

function isPast(status: string): boolean {
  return status === 'done' || status === 'closed';
}

const SHOWN_SIGNS = 300;

function shortened(words: string): string {
  const signs = [...words.trim()];
  return signs.length <= SHOWN_SIGNS ? signs.join('') : `${signs.slice(0, SHOWN_SIGNS).join('')}…`;
}

/** What came of it, as plain JSON. */
interface PlainOutcome {
  readonly status: FilingOutcome['status'];
  readonly ticketId?: number;
  readonly limit?: number;
}

function plainOf(outcome: FilingOutcome): PlainOutcome {
  if (outcome.status === 'opened') return { status: 'opened', ticketId: outcome.ticket.id };
  return outcome;
}

/** Null: there is nothing to say. */
export function wordsOfOutcome(outcome: PlainOutcome): Words | null {
  const { status, ticketId = 0, limit = 0 } = outcome;
  if (status === 'repeated') return null;
  if (status === 'opened') {
    return { key: 'request-opened', args: { number: ticketNumber(ticketId) } };
  }
  const args = { number: ticketNumber(ticketId), limit };
  return { key: `request-refused-${status}`, args };
}
