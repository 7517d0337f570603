// `/invite` in a room: fields, partners, one of them, then the form. Everything a press is about stands in
// its data and is looked up anew; who may is asked each time.

import type { BotContext } from '../../context.ts';
import type { Clock } from '../../platform/clock.ts';
import { answerPress } from '../../platform/telegram/answer-press.ts';
import type { Button } from '../../platform/telegram/callback-data.ts';
import { createComposer } from '../../platform/telegram/composer.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import {
  candidateButton,
  closeButton,
  fieldsButton,
  inviteButton,
  listButton,
  threeButton,
} from '../buttons.ts';
import type { PartnerForms } from '../conversation.ts';
import type { DirectoryViews } from '../directory-views.ts';
import type { SendingService } from '../sending-service.ts';
import type { SpecializationService } from '../specialization-service.ts';
import type { Screen } from '../telegram-screen.ts';

export interface InviteHandlersDeps {
  /** The room whose group this chat is; null: it is none. */
  readonly roomOf: (chatId: number) => Promise<{ readonly id: number } | null>;
  readonly sending: SendingService;
  readonly specializations: SpecializationService;
  readonly forms: PartnerForms;
  readonly views: DirectoryViews;
  readonly screen: Screen;
  readonly replyNow: ReplyNow;
  readonly clock: Clock;
}

type Target = { readonly id: number; readonly revision: number };
/** Where somebody who may invite has pressed. */
type Here = { readonly roomId: number; readonly inviter: number };

export function createInviteHandlers(deps: InviteHandlersDeps) {
  const { roomOf, sending, specializations, forms, views, screen, replyNow, clock } = deps;
  const composer = createComposer<BotContext>();

  composer.on('message:text').command('invite', async (ctx, next) => {
    if (ctx.chat.type === 'private') {
      return ctx.staff ? await replyNow(ctx, ctx.t('invite-where')) : await next();
    }
    const room = await roomOf(ctx.chat.id);
    if (!room) return await next();
    await open(ctx, room.id);
  });

  /** The first list; who may not invite reads who may. */
  async function open(ctx: BotContext, roomId: number): Promise<void> {
    const inviter = await inviterIn(ctx, roomId);
    if (inviter !== null) return await showFields(ctx, roomId);
    await screen.show(ctx, { text: ctx.t('invite-not-yours') });
  }

  async function inviterIn(ctx: BotContext, roomId: number): Promise<number | null> {
    if (!ctx.from) return null;
    return sending.inviterIn(roomId, { userId: ctx.from.id, staffId: ctx.staff?.id ?? null });
  }

  async function showFields(ctx: BotContext, roomId: number): Promise<void> {
    const [offered, waiting] = [await specializations.listOffered(), await sending.open(roomId)];
    await screen.show(
      ctx,
      views.fields(ctx.locale, { roomId, offered, open: waiting }, clock.now()),
    );
  }

  async function showList(ctx: BotContext, here: Here, field: number, page: number) {
    const { roomId, inviter } = here;
    const specialization = await findField(field);
    if (!specialization) return await showFields(ctx, roomId);
    const search = { roomId, specializationId: field, inviter };
    const candidates = await sending.listCandidates(search);
    const facts = { roomId, specialization, candidates, page };
    await screen.show(ctx, views.list(ctx.locale, facts, clock.now()));
  }

  async function showCandidate(ctx: BotContext, here: Here, { id, revision }: Target) {
    const { roomId, inviter } = here;
    const all = await specializations.list();
    const specialization = all.find((one) => one.id === revision);
    const search = { roomId, specializationId: revision, inviter };
    const candidates = specialization ? await sending.listCandidates(search) : [];
    const one = candidates.find((candidate) => candidate.id === id);
    if (!one || !specialization) return await showList(ctx, here, revision, 0);
    const facts = { roomId, one, specialization, all };
    await screen.show(ctx, views.candidate(ctx.locale, facts, clock.now()));
  }

  async function findField(id: number) {
    return (await specializations.listOffered()).find((one) => one.id === id) ?? null;
  }

  async function begin(ctx: BotContext, args: Parameters<PartnerForms['invitation']['enter']>[1]) {
    await screen.close(ctx);
    await forms.invitation.enter(ctx, args);
  }

  /** A press in a room by somebody who may invite; everybody else is told. */
  function inRoom(button: Button, act: (ctx: BotContext, here: Here, to: Target) => Promise<void>) {
    composer.callbackQuery(button.pattern, async (ctx) => {
      const target = button.parse(ctx.callbackQuery.data);
      const room = ctx.chat ? await roomOf(ctx.chat.id) : null;
      if (!target || !room) return await answerPress(ctx, ctx.t('toast-outdated'), true);
      const inviter = await inviterIn(ctx, room.id);
      if (inviter === null) return await answerPress(ctx, ctx.t('invite-not-yours'), true);
      await answerPress(ctx);
      await act(ctx, { roomId: room.id, inviter }, target);
    });
  }

  inRoom(fieldsButton, (ctx, { roomId }) => showFields(ctx, roomId));
  inRoom(listButton, (ctx, here, { id, revision }) => showList(ctx, here, id, revision));
  inRoom(candidateButton, (ctx, here, target) => showCandidate(ctx, here, target));
  inRoom(closeButton, (ctx) => screen.close(ctx));
  inRoom(inviteButton, (ctx, { roomId }, { id, revision }) =>
    begin(ctx, { roomId, specializationId: revision, partnerId: id }),
  );
  inRoom(threeButton, (ctx, { roomId }, { id }) =>
    begin(ctx, { roomId, specializationId: id, partnerId: null }),
  );

  return { composer, open };
}
