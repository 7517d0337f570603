// `/report` and the buttons under it.

import type { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Reader } from '../../platform/outbox/words.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { beginsWith } from '../../platform/telegram/command.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { AskedPeriod } from './asking.ts';
import {
  askButton,
  mailingButton,
  menuButton,
  ownMailingButton,
  periodButton,
  pickButton,
  widerButton,
} from './buttons.ts';
import { type DatesForm, whyNot } from './dates-form.ts';
import { REPORT_ITSELF } from './keyboard-views.ts';
import { createPressing, type PressingDeps } from './press-handlers.ts';
import { THIS_WEEK } from './query.ts';
import type { ReportService } from './service.ts';

export interface ReportHandlersDeps extends PressingDeps {
  /** Where to answer in this chat; null in a group that is no desk. */
  readonly readerOf: (ctx: BotContext) => Promise<Reader | null>;
  readonly replyNow: ReplyNow;
  readonly read: (text: string) => AskedPeriod;
  readonly dates: DatesForm;
}

/** Hears employees, in private and at the desk; others are passed on. */
export function createReportHandlers(deps: ReportHandlersDeps): Composer<BotContext> {
  const { service, readerOf, replyNow, read: readDates } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:text').filter(beginsWith('report'), async (ctx, next) => {
    const { staff, cause } = ctx;
    // Who writes as a group is nobody we know.
    const read = staff && !ctx.msg.sender_chat ? await readerOf(ctx) : null;
    if (!staff || !read) return await next();
    const words = String(ctx.match ?? '');
    const asked = words === '' ? ASKED_NOTHING : readDates(words);
    if (asked.status === 'read') {
      const query = { ...THIS_WEEK, period: asked.period };
      return await service.open({ cause, staff, reader: read, query });
    }
    const { key, args } = whyNot(asked, words);
    await replyNow(ctx, ctx.t(key, args));
  });

  const pressing = createPressing(deps);
  hearTurns(composer, service, pressing);
  hearRequests(composer, deps, pressing);
  return composer;
}

const ASKED_NOTHING: AskedPeriod = { status: 'read', period: THIS_WEEK.period };

type Pressing = ReturnType<typeof createPressing>;

/** What is shown, and of whom. */
function hearTurns(
  composer: Composer<BotContext>,
  service: ReportService,
  { turned, acted }: Pressing,
): void {
  composer.callbackQuery(menuButton.pattern, async (ctx) => {
    const button = menuButton.parse(ctx.callbackQuery.data);
    const shown = { menu: button?.choice ?? 'report', page: button?.revision ?? 0 } as const;
    await turned(ctx, button?.id, { kind: 'look' }, shown);
  });

  composer.callbackQuery(periodButton.pattern, async (ctx) => {
    const button = periodButton.parse(ctx.callbackQuery.data);
    if (button) await turned(ctx, button.id, { kind: 'period', name: button.choice });
  });

  composer.callbackQuery(widerButton.pattern, async (ctx) => {
    const button = widerButton.parse(ctx.callbackQuery.data);
    if (button) await turned(ctx, button.id, { kind: 'wider', wider: button.choice });
  });

  composer.callbackQuery(pickButton.pattern, async (ctx) => {
    const button = pickButton.parse(ctx.callbackQuery.data);
    if (!button) return await answerPress(ctx, ctx.t('toast-outdated'));
    const { choice: picked, id, revision: reportId } = button;
    if (picked !== 'plan') return await turned(ctx, reportId, { kind: 'pick', picked, id });
    await acted(ctx, reportId, REPORT_ITSELF, 'toast-report-plan', (pressing) =>
      service.rehearse({ ...pressing, planId: id }),
    );
  });
}

/** What comes as a message of its own, and what is set. */
function hearRequests(
  composer: Composer<BotContext>,
  { service, dates }: Pick<ReportHandlersDeps, 'service' | 'dates'>,
  { acted }: Pressing,
): void {
  composer.callbackQuery(askButton.pattern, async (ctx) => {
    const button = askButton.parse(ctx.callbackQuery.data);
    if (!button) return await answerPress(ctx, ctx.t('toast-outdated'));
    if (button.choice === 'dates') {
      const may = ctx.staff ? await service.mayTurn(ctx.staff, button.id) : 'no-right';
      if (may !== 'may') return await answerPress(ctx, ctx.t(`toast-report-${may}`), true);
      await dates.enter(ctx, { reportId: button.id });
      return await answerPress(ctx);
    }
    const file = button.choice === 'chart' ? 'report-chart' : 'report-table';
    await acted(ctx, button.id, null, `toast-${file}`, (pressing) =>
      service.ask({ ...pressing, file }),
    );
  });

  composer.callbackQuery(mailingButton.pattern, async (ctx) => {
    const button = mailingButton.parse(ctx.callbackQuery.data);
    if (!button) return await answerPress(ctx, ctx.t('toast-outdated'));
    await acted(ctx, button.revision, { menu: 'mailing', page: 0 }, null, (pressing) =>
      service.turnWeekly({ ...pressing, companyId: button.id }),
    );
  });

  composer.callbackQuery(ownMailingButton.pattern, async (ctx) => {
    const button = ownMailingButton.parse(ctx.callbackQuery.data);
    if (!button) return await answerPress(ctx, ctx.t('toast-outdated'));
    await acted(ctx, button.revision, { menu: 'mailing', page: 0 }, null, (pressing) =>
      service.turnOwnWeekly({ ...pressing, staffId: button.id }),
    );
  });
}
