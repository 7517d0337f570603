// The state of a deal on paper: who, how much, how each stage stands, and who did what when.

import { formatDate, formatTime } from '../platform/dates.ts';
import type { Paper, PaperBlock } from '../platform/documents/index.ts';
import type { Locale, Translate } from '../platform/i18n.ts';
import { stateOfStage, sumsOf } from './escrow.ts';
import { formatMoney } from './money.ts';
import type { LoggedStep, RoomEscrow } from './repository.ts';
import { type EscrowViews, stageArgs } from './views.ts';

export interface PaperFacts {
  readonly escrow: RoomEscrow;
  readonly room: string;
  readonly log: readonly (LoggedStep & { readonly name: string | null })[];
  readonly now: Date;
}

export type PaperViews = ReturnType<typeof createPaperViews>;

export function createPaperViews(t: Translate, views: EscrowViews, timeZone: string) {
  function paper(locale: Locale, facts: PaperFacts): Paper {
    const { escrow, now } = facts;
    const moment = views.moment(locale, now);
    return {
      title: t(locale, 'escrow-paper-title', { number: escrow.id }),
      footer: t(locale, 'escrow-paper-footer', { moment }),
      lacking: t(locale, 'escrow-paper-lacking'),
      madeAt: now,
      blocks: [
        ...state(locale, facts),
        { kind: 'heading', text: t(locale, 'escrow-paper-stages') },
        stages(locale, escrow),
        { kind: 'heading', text: t(locale, 'escrow-paper-log') },
        log(locale, facts),
      ],
    };
  }

  function state(locale: Locale, { escrow, room }: PaperFacts): readonly PaperBlock[] {
    const { agreed, held, released, refunded } = sumsOf(escrow);
    const money = (minor: number) => formatMoney(locale, minor, escrow.currency);
    const until = escrow.clock && views.moment(locale, escrow.clock.deadlineAt);
    const facts = [
      [t(locale, 'escrow-paper-room'), room],
      [
        t(locale, 'escrow-paper-status'),
        t(locale, `escrow-status-${escrow.status}`, stageArgs(escrow)),
      ],
      ...(until ? [[t(locale, 'escrow-paper-deadline'), until] as const] : []),
      [t(locale, 'escrow-paper-agreed'), money(agreed)],
      [t(locale, 'escrow-paper-held'), money(held)],
      [t(locale, 'escrow-paper-released'), money(released)],
      [t(locale, 'escrow-paper-refunded'), money(refunded)],
    ] as const;
    return [
      { kind: 'heading', text: t(locale, 'escrow-paper-state') },
      { kind: 'facts', facts },
    ];
  }

  function stages(locale: Locale, escrow: RoomEscrow): PaperBlock {
    return {
      kind: 'table',
      columns: [
        { title: t(locale, 'escrow-paper-stage'), share: 3 },
        { title: t(locale, 'escrow-paper-amount'), share: 1.4, align: 'right' },
        { title: t(locale, 'escrow-paper-due') },
        { title: t(locale, 'escrow-paper-stage-state'), share: 1.2 },
      ],
      rows: escrow.stages.map(({ title, amount, dueAt }, index) => [
        `${index + 1}. ${title}`,
        formatMoney(locale, amount, escrow.currency),
        dueAt ? formatDate(locale, timeZone, dueAt) : '',
        // The signs of the card have no letters on paper.
        t(locale, `escrow-stage-${stateOfStage(escrow, index)}`).replace(/^[^\p{L}]+/u, ''),
      ]),
    };
  }

  function log(locale: Locale, { escrow, log: steps }: PaperFacts): PaperBlock {
    return {
      kind: 'table',
      columns: [
        { title: t(locale, 'escrow-paper-when') },
        { title: t(locale, 'escrow-paper-who'), share: 1.6 },
        { title: t(locale, 'escrow-paper-what'), share: 2.4 },
        { title: t(locale, 'escrow-paper-amount'), align: 'right' },
      ],
      rows: steps.map(({ at, type, stage, amount, role, name }) => [
        `${formatDate(locale, timeZone, at)} ${formatTime(locale, timeZone, at)}`,
        t(locale, 'escrow-who', {
          name: name ?? t(locale, 'escrow-paper-nobody'),
          role: t(locale, `escrow-role-${role}`),
        }),
        t(locale, `escrow-log-${type}`, { stage: stage ?? 1 }),
        amount === null ? '' : formatMoney(locale, amount, escrow.currency),
      ]),
    };
  }

  return {
    paper,
    fileName: (locale: Locale, escrowId: number) =>
      t(locale, 'escrow-paper-file', { number: escrowId }),
  };
}
