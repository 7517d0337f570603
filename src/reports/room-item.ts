// «Выгрузить всё» in a room's /menu, and «/export».

import type { RoomMenuItem } from '../rooms/index.ts';
import { roleOfVisitor } from '../rooms/rights.ts';
import { FORMATS, mayExport } from './trail.ts';
import type { createTrailExport } from './trail-service.ts';

export function createExportItem({ ask }: ReturnType<typeof createTrailExport>): RoomMenuItem {
  return {
    id: 'export',
    label: 'room-item-export',
    command: 'export',
    rank: 28,
    whenClosed: true,
    isFor: (visitor) => mayExport(roleOfVisitor(visitor)),
    async open(ctx, _, stage) {
      const row = FORMATS.map((format) => ({
        label: ctx.t(`trail-export-as-${format}`),
        data: format,
      }));
      await stage.show({ text: ctx.t('trail-export-ask'), rows: [row] });
    },
    async pressed(ctx, { room, userId, staff }, data, stage) {
      const format = FORMATS.find((known) => known === data);
      if (!format) return await stage.tell(ctx.t('toast-outdated'));
      const { cause, locale } = ctx;
      const { status } = await ask({ cause, roomId: room.id, format, userId, staff, locale });
      if (status === 'repeated') return;
      const words = ctx.t(`trail-export-${status}`);
      await (status === 'coming' ? stage.leave(words) : stage.tell(words));
    },
  };
}
