// «Договорённости», «Контрольные точки», «Файлы», «Вызвать поддержку» in a room's /menu: each list is said in the room, where
// both sides have it before their eyes; that there is nothing in it, to whoever asks.

import type { RoomMenuItem } from '../menu/item.ts';
import { type ListName, NOTHING_IN } from './list.ts';
import type { ListService } from './list-service.ts';
import { actingOf } from './telegram-here.ts';

interface Listed {
  readonly id: string;
  /** Also of the key by which the menu calls it. */
  readonly command: 'agreements' | 'checkpoints' | 'files' | 'support';
  readonly list: ListName;
  readonly rank: number;
  readonly besides?: RoomMenuItem['besides'];
}

const LISTS: readonly Listed[] = [
  {
    id: 'agreed',
    command: 'agreements',
    list: 'room-agreements',
    rank: 20,
    besides: [{ command: 'agree', label: 'agreement-menu' }],
  },
  {
    id: 'points',
    command: 'checkpoints',
    list: 'room-checkpoints',
    rank: 21,
    besides: [
      { command: 'checkpoint', label: 'checkpoint-menu' },
      { command: 'move', label: 'checkpoint-move-menu' },
    ],
  },
  { id: 'files', command: 'files', list: 'room-files', rank: 22 },
  { id: 'support', command: 'support', list: 'room-support-why', rank: 40 },
];

export function createTrailItems(lists: Pick<ListService, 'show'>): readonly RoomMenuItem[] {
  return LISTS.map(({ id, command, list, rank, besides = [] }) => ({
    id,
    label: `room-item-${command}`,
    command,
    rank,
    besides,
    answersCommand: true,
    whenClosed: true,
    isFor: ({ member, staff }) => member !== null || staff !== null,
    async open(ctx, { room }, stage) {
      const by = actingOf(ctx);
      if (!by) return await stage.tell(ctx.t('trail-as-yourself'));
      const { status } = await lists.show({ room, by, cause: ctx.cause, name: list });
      if (status === 'empty' && list !== 'room-support-why')
        return await stage.tell(ctx.t(NOTHING_IN[list]));
      await stage.leave(status === 'stranger' ? ctx.t('trail-stranger') : undefined);
    },
  }));
}
