// «Пригласить партнёра» in a room's /menu, and /invite: fields, partners, one of them, then the form. What a
// press is about is looked up anew each time.

import type { BotContext } from '../context.ts';
import type { Clock } from '../platform/clock.ts';
import { readData } from '../platform/screens/index.ts';
import type { RoomMenuItem } from '../rooms/index.ts';
import { roleOfVisitor } from '../rooms/rights.ts';
import type { AnswerService } from './answer-service.ts';
import type { PartnerForms } from './conversation.ts';
import type { DirectoryViews } from './directory-views.ts';
import { mayInvite } from './rooms-door.ts';
import type { SendingService } from './sending-service.ts';
import type { SpecializationService } from './specialization-service.ts';

export interface PartnerItemDeps {
  readonly sending: SendingService;
  readonly answers: Pick<AnswerService, 'withdraw'>;
  readonly specializations: SpecializationService;
  readonly forms: Pick<PartnerForms, 'invitation'>;
  readonly directory: DirectoryViews;
  readonly clock: Clock;
}

type Visitor = Parameters<RoomMenuItem['open']>[1];
type Stage = Parameters<RoomMenuItem['open']>[2];

/** Where somebody who may invite looks. */
interface Look {
  readonly ctx: BotContext;
  readonly roomId: number;
  readonly stage: Stage;
}

export function createPartnerItem(deps: PartnerItemDeps): RoomMenuItem {
  const { sending, answers, specializations, forms, directory, clock } = deps;

  async function fields({ ctx, roomId, stage }: Look): Promise<void> {
    const offered = await specializations.listOffered();
    const open = await sending.open(roomId, actorOf(ctx));
    await stage.show(directory.fields(ctx.locale, { offered, open }, clock.now()));
  }

  async function list(look: Look, field: number, page: number): Promise<void> {
    const specialization = (await specializations.listOffered()).find(({ id }) => id === field);
    if (!specialization) return await fields(look);
    const facts = { specialization, candidates: await candidatesFor(look, field), page };
    await look.stage.show(directory.list(look.ctx.locale, facts, clock.now()));
  }

  async function candidate(look: Look, partner: number, field: number): Promise<void> {
    const all = await specializations.list();
    const specialization = all.find(({ id }) => id === field);
    const one = (await candidatesFor(look, field)).find(({ id }) => id === partner);
    if (!one || !specialization) return await list(look, field, 1);
    await look.stage.show(
      directory.candidate(look.ctx.locale, { one, specialization, all }, clock.now()),
    );
  }

  async function candidatesFor({ ctx, roomId }: Look, specializationId: number) {
    const inviter = await sending.inviterIn(roomId, actorOf(ctx));
    return sending.listCandidates({ roomId, specializationId, inviter: inviter ?? 0 });
  }

  /** The words about role and result are asked for; the list goes away. */
  async function begin({ ctx, roomId, stage }: Look, field: number, partnerId: number | null) {
    await stage.leave();
    await forms.invitation.enter(ctx, { roomId, specializationId: field, partnerId });
  }

  async function withdraw(look: Look, invitation: number): Promise<void> {
    const { ctx, stage } = look;
    const outcome = await answers.withdraw(invitation, actorOf(ctx), ctx.cause);
    if (outcome.status === 'repeated') return await stage.tell('');
    const key =
      outcome.status === 'over'
        ? `outcome-toast-over-${outcome.state}`
        : `outcome-toast-${outcome.status}`;
    await stage.tell(ctx.t(key));
    await fields(look);
  }

  async function pressed(ctx: BotContext, { room }: Visitor, data: string, stage: Stage) {
    const { verb, ids } = readData(data);
    const [first = 0, second = 0] = ids;
    const look = { ctx, roomId: room.id, stage };
    switch (verb) {
      case 'in':
        return await list(look, first, second);
      case 'who':
        return await candidate(look, first, second);
      case 'do':
        return await begin(look, second, first);
      case 'three':
        return await begin(look, first, null);
      case 'un':
        return await withdraw(look, first);
      default:
        return await fields(look);
    }
  }

  return {
    id: 'partner',
    label: 'room-item-partner',
    command: 'invite',
    rank: 10,
    isFor: (visitor) => mayInvite(roleOfVisitor(visitor), visitor.staff !== null),
    open: (ctx, { room }, stage) => fields({ ctx, roomId: room.id, stage }),
    pressed,
  };
}

function actorOf({ from, staff }: BotContext) {
  return { userId: from?.id ?? 0, staffId: staff?.id ?? null };
}
