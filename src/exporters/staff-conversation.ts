// The forms that staff fill in about exporters: a new one, and why one is rejected or blocked.

import { z } from 'zod';
import type { BotContext } from '../context.ts';
import type { DefinedForm, Forms } from '../platform/forms/index.ts';
import type { Reader } from '../platform/outbox/words.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import { LONGEST_NAME, LONGEST_REASON, type ReasonedDecision } from './exporter.ts';
import type { ExporterService } from './service.ts';

export interface StaffFormsDeps {
  readonly forms: Forms<BotContext>;
  readonly service: Pick<ExporterService, 'make' | 'decide'>;
  /** Where to answer in this chat; null in a group that is no desk. */
  readonly readerOf: (ctx: BotContext) => Promise<Reader | null>;
}

const ADDRESS = /^https?:\/\/[^\s.]+\.\S+$/i;
const LONGEST_ADDRESS = 500;

/** Rights and places are asked again when it is handed in: both may have changed since it was opened. */
export function defineNewExporterForm({
  forms,
  service,
  readerOf,
}: StaffFormsDeps): DefinedForm<BotContext, Record<string, never>> {
  return forms.define({
    name: 'exporter-new',
    version: 1,
    args: z.object({}),
    async run(talk) {
      const written = await talk.line({
        prompt: 'exporter-new-name',
        max: LONGEST_NAME,
        check: (text) => (plainName(text, '') === '' ? 'exporter-form-name-empty' : null),
      });
      const url = await talk.line({
        prompt: 'exporter-new-url',
        skip: true,
        max: LONGEST_ADDRESS,
        check: (text) => (ADDRESS.test(text) ? null : 'exporter-new-url-wrong'),
      });
      const name = plainName(written, written, LONGEST_NAME);
      await talk.finish(async (ctx, cause) => {
        const reader = await readerOf(ctx);
        if (!ctx.staff || !reader) return null;
        const { status } = await service.make({ by: ctx.staff, name, url, reader, cause });
        return status;
      });
    },
  });
}

export function defineReasonForm({
  forms,
  service,
}: StaffFormsDeps): DefinedForm<
  BotContext,
  { readonly companyId: number; readonly decision: ReasonedDecision }
> {
  return forms.define({
    name: 'exporter-reason',
    version: 1,
    args: z.object({ companyId: z.number(), decision: z.enum(['reject', 'block']) }),
    async run(talk, { companyId, decision }) {
      const written = await talk.line({
        prompt:
          decision === 'reject' ? 'exporter-reason-reject-line' : 'exporter-reason-block-line',
        max: LONGEST_REASON,
        check: (text) => (plainName(text, '') === '' ? 'exporter-form-name-empty' : null),
      });
      const reason = plainName(written, written, LONGEST_REASON);
      const outcome = await talk.finish(async (ctx, cause) =>
        ctx.staff
          ? await service.decide({ by: ctx.staff, companyId, decision, reason, cause })
          : ({ status: 'no-right' } as const),
      );
      await talk.tell(
        outcome.status === 'done' ? 'exporter-reason-done' : 'exporter-reason-not-done',
      );
    },
  });
}
