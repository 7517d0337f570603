// `/staff` in the private chat and at the desk, and the code of the first admin.

import type { Composer, Filter } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { LOCALES } from '../platform/i18n.ts';
import type { Reader } from '../platform/outbox/words.ts';
import { fullName } from '../platform/telegram/author.ts';
import { createComposer } from '../platform/telegram/composer.ts';
import type { ReplyNow } from '../platform/telegram/reply-now.ts';
import { ADMIN_PAYLOAD } from './admin-code.ts';
import type { createFirstAdmin } from './first-admin.ts';
import type { Person } from './profile.ts';
import type { StaffService } from './service.ts';
import type { Staff } from './staff.ts';
import { commandWords, parseStaffCommand, type StaffCommand } from './staff-command.ts';
import type { Gate } from './telegram-gate.ts';
import { createTargets } from './telegram-target.ts';
import type { StaffViews } from './views.ts';

export interface StaffHandlersDeps {
  readonly service: StaffService;
  readonly firstAdmin: Pick<ReturnType<typeof createFirstAdmin>, 'claimAdmin'>;
  readonly views: StaffViews;
  readonly t: Translate;
  readonly replyNow: ReplyNow;
  readonly gate: Gate;
  /** Where to answer in this chat; null in a group that is no desk. */
  readonly readerOf: (ctx: BotContext) => Promise<Reader | null>;
  /** Somebody may give other commands now than before, and is to see them. */
  readonly onRoleChanged: (userId: number) => void;
}

type TextContext = Filter<BotContext, 'message:text'>;

/** Answers `/staff` of employees, and the first administrator's `/admin <code>` or link. */
export function createStaffHandlers(deps: StaffHandlersDeps): Composer<BotContext> {
  const { service, firstAdmin, views, t, replyNow, gate, readerOf, onRoleChanged } = deps;
  const composer = createComposer<BotContext>();
  const findTarget = createTargets(t);
  const words = commandWords((what) => LOCALES.map((locale) => t(locale, `staff-word-${what}`)));

  composer.on('message:text').command('staff', async (ctx, next) => {
    const reader = await readerOf(ctx);
    const entry = reader || ctx.staff ? await gate(ctx) : null;
    if (entry?.status === 'refused') return;
    if (entry?.status !== 'manager') return await next();
    if (!reader) return await replyNow(ctx, ctx.t('staff-where'));
    await obey(ctx, entry.staff, reader);
  });

  async function obey(ctx: TextContext, by: Staff, reader: Reader): Promise<void> {
    const command = parseStaffCommand(wordsAfterCommand(ctx), words);
    if (command.kind === 'unknown') {
      return await replyNow(ctx, views.unknownWord(ctx.locale, command.word));
    }
    if (command.kind === 'list') return await service.tellList({ reader, cause: ctx.cause });
    await changeRole(ctx, command, by, reader);
  }

  async function changeRole(
    ctx: TextContext,
    command: Extract<StaffCommand, { kind: 'grant' | 'remove' }>,
    by: Staff,
    reader: Reader,
  ): Promise<void> {
    const found = await findTarget(ctx, command.target);
    if (found.status !== 'found') return await replyNow(ctx, found.words);
    const change = { by, person: found.person, reader, cause: ctx.cause };
    const { status } =
      command.kind === 'remove'
        ? await service.removeStaff(change)
        : await service.grantRole({ ...change, role: command.role });
    if (status === 'granted' || status === 'removed') onRoleChanged(found.person.userId);
  }

  const direct = composer.chatType('private').filter((ctx) => ctx.staff === null);
  direct.command('admin', (ctx) => claim(ctx, ctx.match));
  direct.command('start').filter(
    (ctx) => ctx.match.startsWith(ADMIN_PAYLOAD),
    (ctx) => claim(ctx, ctx.match.slice(ADMIN_PAYLOAD.length)),
  );

  async function claim(ctx: BotContext, code: string): Promise<void> {
    if (!ctx.from) return;
    const person = personOf(ctx.from, ctx.locale);
    const outcome = await firstAdmin.claimAdmin({ code: code.trim(), person, cause: ctx.cause });
    if (outcome.status === 'claimed') onRoleChanged(person.userId);
    if (outcome.status === 'refused') await replyNow(ctx, ctx.t('staff-code-refused'));
    if (outcome.status === 'too-many-tries') await replyNow(ctx, ctx.t('staff-code-too-many'));
  }

  return composer;
}

/** What is written after the command; the name of a person who is mentioned is one word, however long. */
function wordsAfterCommand(ctx: TextContext): string {
  const { text } = ctx.msg;
  const after = text.length - String(ctx.match ?? '').length;
  const [mention] = ctx.entities('text_mention');
  if (!mention) return text.slice(after);
  const end = mention.offset + mention.length;
  const word = mention.text.replace(/\s/g, '_');
  return `${text.slice(0, mention.offset)}${word}${text.slice(end)}`.slice(after);
}

function personOf(user: NonNullable<BotContext['from']>, locale: Locale): Person {
  return { userId: user.id, name: fullName(user), username: user.username ?? null, locale };
}
