// «Участники»: who is here, as what, since when; and what the visitor may do about them.

import type { BotContext } from '../../context.ts';
import { formatDate } from '../../platform/dates.ts';
import { pageOf, pageRow, readData, type Screen } from '../../platform/screens/index.ts';
import { mayName, mayPart, rolesToGive } from '../rights.ts';
import type { RoomRole, ShownRole } from '../room.ts';
import type { ListedMember, VisitorService } from '../visitor-service.ts';
import type { RoomMenuItem, RoomVisitor, Stage } from './item.ts';

export interface PeopleItemDeps {
  readonly visitors: VisitorService;
  readonly timeZone: string;
}

/** By their places in the buttons: never to be moved. */
const ROLES: readonly RoomRole[] = ['exporter', 'importer', 'partner', 'guest', 'client'];

export function createPeopleItem({ visitors, timeZone }: PeopleItemDeps): RoomMenuItem {
  async function list(ctx: BotContext, { room }: RoomVisitor, stage: Stage, wished = 1) {
    const members = await visitors.list(room.id);
    const page = pageOf(members, wished);
    const lines = page.items.map((member) => `• ${line(ctx, member)}`);
    const rows = page.items.map(({ person, shown }) => [
      { label: `${person.name} · ${roleName(ctx, shown)}`, data: `one.${person.id}` },
    ]);
    const title = ctx.t('room-people-title', { count: members.length });
    const text = [title, '', ...(lines.length > 0 ? lines : [ctx.t('room-people-none')])];
    const turning = pageRow(page, (number) => `page.${number}`);
    await stage.show({ text: text.join('\n'), rows: [...rows, ...turning] });
  }

  function line(ctx: BotContext, { person, shown, since }: ListedMember): string {
    const date = formatDate(ctx.locale, timeZone, since);
    return ctx.t('room-people-line', { name: person.name, role: roleName(ctx, shown), date });
  }

  async function one(ctx: BotContext, visitor: RoomVisitor, personId: number, stage: Stage) {
    const members = await visitors.list(visitor.room.id);
    const member = members.find(({ person }) => person.id === personId);
    if (!member) return await gone(ctx, visitor, stage);
    await stage.show(about(ctx, visitor, member, members));
  }

  function about(
    ctx: BotContext,
    visitor: RoomVisitor,
    member: ListedMember,
    members: readonly ListedMember[],
  ): Screen {
    const { person } = member;
    const inviter = members.find((other) => other.person.id === member.invitedById);
    const roles = mayName(visitor, member) ? rolesToGive(visitor) : [];
    const naming = roles
      .filter((role) => role !== member.role)
      .map((role) => ({
        label: ctx.t(`room-as-${role}`),
        data: `name.${person.id}.${ROLES.indexOf(role)}`,
      }));
    const parting = mayPart(visitor, member)
      ? [[{ label: ctx.t('room-people-part'), data: `ask.${person.id}`, style: 'danger' as const }]]
      : [];
    const text = [
      line(ctx, member),
      ...(inviter ? [ctx.t('room-people-invited-by', { name: inviter.person.name })] : []),
    ];
    const all = { label: ctx.t('room-people-all'), data: 'page.1' };
    return { text: text.join('\n'), rows: [...naming.map((row) => [row]), ...parting, [all]] };
  }

  async function askToPart(ctx: BotContext, visitor: RoomVisitor, personId: number, stage: Stage) {
    const members = await visitors.list(visitor.room.id);
    const member = members.find(({ person }) => person.id === personId);
    if (!member) return await gone(ctx, visitor, stage);
    const { name } = member.person;
    await stage.show({
      text: ctx.t('room-part-sure', { name }),
      rows: [
        [{ label: ctx.t('room-part-yes'), data: `part.${personId}`, style: 'danger' }],
        [{ label: ctx.t('room-part-no'), data: `one.${personId}` }],
      ],
    });
  }

  async function part(ctx: BotContext, visitor: RoomVisitor, personId: number, stage: Stage) {
    const { status } = await visitors.part({ visitor, personId, cause: ctx.cause });
    if (status === 'gone') return await gone(ctx, visitor, stage);
    await stage.tell(ctx.t(`room-part-${status}`));
    await list(ctx, visitor, stage);
  }

  async function name(ctx: BotContext, visitor: RoomVisitor, ids: readonly number[], stage: Stage) {
    const [personId = 0, place = -1] = ids;
    const role = ROLES[place];
    if (!role) return await stage.tell(ctx.t('toast-outdated'));
    const { status } = await visitors.name({ visitor, personId, role, cause: ctx.cause });
    if (status === 'gone') return await gone(ctx, visitor, stage);
    await stage.tell(ctx.t(`room-name-${status}`));
    await one(ctx, visitor, personId, stage);
  }

  /** Somebody who has left meanwhile. */
  async function gone(ctx: BotContext, visitor: RoomVisitor, stage: Stage): Promise<void> {
    await stage.tell(ctx.t('room-part-gone'));
    await list(ctx, visitor, stage);
  }

  return {
    id: 'people',
    label: 'room-item-people',
    command: 'members',
    rank: 12,
    whenClosed: true,
    isFor: ({ member, staff }) => member !== null || staff !== null,
    open: list,
    async pressed(ctx, visitor, data, stage) {
      const { verb, ids } = readData(data);
      const [id = 0] = ids;
      switch (verb) {
        case 'one':
          return await one(ctx, visitor, id, stage);
        case 'ask':
          return await askToPart(ctx, visitor, id, stage);
        case 'part':
          return await part(ctx, visitor, id, stage);
        case 'name':
          return await name(ctx, visitor, ids, stage);
        default:
          return await list(ctx, visitor, stage, id);
      }
    },
  };
}

function roleName(ctx: BotContext, role: ShownRole): string {
  return ctx.t(`room-role-${role}`);
}
