// What exporters' people do alone with the bot: open a link, choose their language, look at their company,
// invite a colleague or say who is one.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { DefinedForm } from '../../platform/forms/index.ts';
import { type Locale, localeOf, type Translate } from '../../platform/i18n.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { fullName } from '../../platform/telegram/author.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import { showInPlace } from '../../platform/telegram/show-in-place.ts';
import { askedButton, inviteButton, languageButton, partButton } from '../buttons.ts';
import type { Cards } from '../card.ts';
import { COLLEAGUE, REGISTRATION } from '../exporter.ts';
import type { ExporterService } from '../service.ts';
import type { AnswerOutcome } from '../verbs/colleagues.ts';
import type { ExporterViews } from '../views.ts';

export interface PeopleSideDeps {
  readonly service: ExporterService;
  readonly registrationForm: DefinedForm<BotContext, { readonly registrationId: number }>;
  readonly cards: Pick<Cards, 'personName'>;
  readonly views: Pick<ExporterViews, 'partingAsked'>;
  readonly replyNow: ReplyNow;
  readonly t: Translate;
}

/** Comes before the greeting of clients and of those who work here. */
export function createPeopleSideHandlers(deps: PeopleSideDeps): Composer<BotContext> {
  return createComposer(links(deps), ownCompany(deps), asked(deps), parting(deps));
}

function links(deps: PeopleSideDeps): Composer<BotContext> {
  const { service, registrationForm } = deps;
  const composer = createComposer<BotContext>();
  const start = composer.chatType('private').command('start');

  for (const [prefix, kind] of [
    [REGISTRATION, 'registration'],
    [COLLEAGUE, 'colleague'],
  ] as const) {
    start.filter(
      (ctx) => ctx.match.startsWith(prefix),
      async (ctx) => {
        const { from, staff, cause } = ctx;
        const seen = {
          userId: from.id,
          name: fullName(from),
          username: from.username ?? null,
          locale: from.language_code ? localeOf(from.language_code, ctx.locale) : null,
        };
        const code = ctx.match.slice(prefix.length).trim();
        const isStaff = staff !== null;
        const outcome = await service.openLink({ kind, code, seen, isStaff, cause });
        if (outcome.status !== 'begins') return;
        await enter(deps, ctx, outcome.registrationId, outcome.locale);
      },
    );
  }

  composer.callbackQuery(languageButton.pattern, async (ctx) => {
    const button = languageButton.parse(ctx.callbackQuery.data);
    const registration = button && (await service.registration(button.id, ctx.from.id));
    if (!button || !registration || ctx.chat?.type !== 'private') {
      return await answerPress(ctx, ctx.t('exporter-toast-registration-over'), true);
    }
    await service.answer(button.id, ctx.from.id, { locale: button.choice });
    await answerPress(ctx);
    await ctx.editMessageReplyMarkup().catch(() => undefined);
    await enter({ registrationForm, t: deps.t }, ctx, button.id, button.choice);
  });

  return composer;
}

/** The language was chosen a moment ago: what is asked now is asked in it. */
async function enter(
  { registrationForm, t }: Pick<PeopleSideDeps, 'registrationForm' | 't'>,
  ctx: BotContext,
  registrationId: number,
  locale: Locale,
): Promise<void> {
  ctx.locale = locale;
  ctx.t = (key, args) => t(locale, key, args);
  await registrationForm.enter(ctx, { registrationId });
}

function ownCompany({ service, replyNow }: PeopleSideDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();
  const direct = composer.chatType('private').filter((ctx) => ctx.staff === null);

  direct.command('company', async (ctx, next) => {
    if (!(await service.companyOf(ctx.from.id))) {
      await replyNow(ctx, ctx.t('exporter-own-none'));
      // What a stranger writes behind it is a question to the desk.
      return ctx.match.trim() === '' ? undefined : await next();
    }
    await service.showOwn({ userId: ctx.from.id, locale: ctx.locale }, ctx.cause);
  });

  composer.callbackQuery(inviteButton.pattern, async (ctx) => {
    const outcome = await service.invite(ctx.from.id, ctx.cause);
    if (outcome.status === 'repeated') return await answerPress(ctx);
    const isDone = outcome.status === 'invited';
    await answerPress(ctx, ctx.t(`exporter-toast-${outcome.status}`), !isDone);
  });

  return composer;
}

/** Pressed by the exporter's people in private, or by staff on the card. */
function asked({ service }: PeopleSideDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();
  composer.callbackQuery(askedButton.pattern, async (ctx) => {
    const { staff, from, cause } = ctx;
    const button = askedButton.parse(ctx.callbackQuery.data);
    if (!button) return await answerPress(ctx, ctx.t('toast-outdated'), true);
    const { id: invitationId, choice: verdict } = button;
    const command = { invitationId, verdict, userId: from.id, staff, cause };
    const outcome = await service.answerAsked(command);
    const isDone = outcome.status === 'accepted' || outcome.status === 'refused';
    const words = askedWords(ctx, outcome);
    await answerPress(ctx, words, !isDone && words !== '');
    // In private the question is answered; the card of staff is drawn anew by itself.
    if (ctx.chat?.type === 'private' && !staff && outcome.status !== 'repeated') {
      await ctx.editMessageText(words).catch(() => undefined);
    }
  });
  return composer;
}

function askedWords(ctx: BotContext, outcome: AnswerOutcome): string {
  switch (outcome.status) {
    case 'repeated':
      return '';
    case 'accepted':
    case 'refused':
      return ctx.t(`exporter-toast-asked-${outcome.status}`, { name: outcome.name });
    case 'over':
      return ctx.t(`exporter-toast-asked-over-${outcome.is}`);
    case 'not-yours':
    case 'unknown':
      return ctx.t('exporter-toast-asked-not-yours');
  }
}

/** Asked about in a message of its own, and done by a second press: it is not taken back by a third. */
function parting({ service, cards, views, replyNow }: PeopleSideDeps): Composer<BotContext> {
  const composer = createComposer<BotContext>();
  composer.callbackQuery(partButton.pattern, async (ctx) => {
    const { staff, from, cause, locale } = ctx;
    const button = partButton.parse(ctx.callbackQuery.data);
    const name = button && (await cards.personName(button.id, staff ? null : from.id));
    if (!button || !name) return await answerPress(ctx, ctx.t('exporter-toast-part-gone'), true);
    if (button.choice === 'ask') {
      await answerPress(ctx);
      return await replyNow(ctx, views.partingAsked(locale, { id: button.id, name }));
    }
    const command = { personId: button.id, userId: from.id, staff, cause };
    const outcome = await service.part(command);
    if (outcome.status === 'repeated') return await answerPress(ctx);
    const words = ctx.t(`exporter-toast-part-${outcome.status}`, { name });
    await answerPress(ctx, words, outcome.status !== 'parted');
    if (outcome.status === 'parted') await showInPlace(ctx, { text: words });
  });
  return composer;
}
