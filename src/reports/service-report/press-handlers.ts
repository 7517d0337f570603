// What every press under a report comes to: it is done if they may, the message is drawn anew, the press is answered.

import type { BotContext } from '../../context.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Translate } from '../../platform/i18n.ts';
import type { Logger } from '../../platform/logger.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import { html } from '../../platform/telegram/html.ts';
import { redraw } from '../../platform/telegram/redraw.ts';
import type { Staff } from '../../staff/staff.ts';
import type { KeptReport } from './kept-report.ts';
import { REPORT_ITSELF, type ReportKeyboards, type Shown } from './keyboard-views.ts';
import type { Known } from './known.ts';
import { seesEverybody } from './query.ts';
import type { ReportReader } from './reading.ts';
import type { PressedReport, ReportService } from './service.ts';
import type { ReportPress } from './turning.ts';
import type { ReportViews } from './views.ts';

export interface PressingDeps {
  readonly service: ReportService;
  readonly reader: ReportReader;
  readonly views: ReportViews;
  readonly keyboards: ReportKeyboards;
  readonly knownNow: () => Promise<Known>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly t: Translate;
}

type Act = (pressing: {
  readonly cause: BotContext['cause'];
  readonly staff: Staff;
  readonly reportId: number;
}) => Promise<PressedReport>;

export function createPressing(deps: PressingDeps) {
  const { service, reader, views, keyboards, knownNow, clock, logger, t } = deps;

  function turned(
    ctx: BotContext,
    reportId: number | undefined,
    press: ReportPress,
    shown: Shown = REPORT_ITSELF,
  ): Promise<void> {
    return acted(ctx, reportId, shown, null, (pressing) => service.press({ ...pressing, press }));
  }

  /** Does it, if they may, draws what is to be `shown` then, and answers the press. */
  async function acted(
    ctx: BotContext,
    reportId: number | undefined,
    shown: Shown | null,
    toast: string | null,
    act: Act,
  ): Promise<void> {
    const { staff, cause } = ctx;
    if (!staff || !reportId) {
      logger.warn({ userId: ctx.from?.id }, 'a press without rights was refused');
      return await answerPress(ctx, ctx.t('toast-no-right'), true);
    }
    const outcome = await act({ cause, staff, reportId });
    if (outcome.status === 'repeated') return await answerPress(ctx);
    if (outcome.status !== 'done') {
      return await answerPress(ctx, ctx.t(`toast-report-${outcome.status}`), true);
    }
    const drawn = shown ? await draw(ctx, outcome.report, shown, staff) : 'drawn';
    if (drawn === 'drawn') return await answerPress(ctx, toast ? ctx.t(toast) : '');
    await answerPress(ctx, ctx.t(`toast-report-${drawn}`), true);
  }

  async function draw(ctx: BotContext, report: KeptReport, shown: Shown, staff: Staff) {
    const known = await knownNow();
    const { locale } = report.reader;
    const text =
      shown.menu === 'report'
        ? views.brief(locale, await reader.brief(report.query), known, clock.now())
        : String(html`${t(locale, `report-hint-${shown.menu}`)}`);
    const viewer = { id: staff.id, forAll: seesEverybody(staff) };
    const keyboard = keyboards.keyboard(report, known, shown, viewer);
    return redraw(ctx, { text, keyboard });
  }

  return { acted, turned };
}
