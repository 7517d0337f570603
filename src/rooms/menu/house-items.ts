// «Правила»: what the room is for and what is kept. «Настройки»: in which language the bot speaks with the
// visitor, and, for employees, in which the room's cards are, and whether it is closed.

import type { BotContext } from '../../context.ts';
import { LOCALES, type Locale } from '../../platform/i18n.ts';
import type { VisitorService } from '../visitor-service.ts';
import type { ClosingPart } from './closing-item.ts';
import type { RoomMenuItem, RoomVisitor, Stage } from './item.ts';

export const rulesItem: RoomMenuItem = {
  id: 'rules',
  label: 'room-item-rules',
  command: 'rules',
  rank: 51,
  whenClosed: true,
  // In the group of a company whose support we are, its contract has a say in them.
  isFor: ({ room }) => room.kind !== 'support',
  open: async (ctx, { room }, stage) => {
    await stage.show({ text: ctx.t(`room-rules-${room.kind}`), rows: [] });
  },
};

/** What a room's cards can be written in. */
const LANGUAGES: { readonly [name: string]: readonly Locale[] } = {
  ru: ['ru'],
  en: ['en'],
  both: ['ru', 'en'],
};

export function createSettingsItem(visitors: VisitorService, closing: ClosingPart): RoomMenuItem {
  async function open(ctx: BotContext, visitor: RoomVisitor, stage: Stage): Promise<void> {
    const { room, staff } = visitor;
    const own = LOCALES.map((locale) => ({
      label: marked(ctx.t(`room-language-${locale}`), ctx.locale === locale),
      data: `mine.${locale}`,
    }));
    const cards = Object.entries(LANGUAGES).map(([name, locales]) => ({
      label: marked(ctx.t(`room-language-${name}`), isSame(locales, room.locales)),
      data: `cards.${name}`,
    }));
    const text = [
      ctx.t('room-settings-mine'),
      ...(staff ? ['', ctx.t('room-settings-cards')] : []),
    ];
    const end = closing.row(ctx, visitor);
    const rows = [own, ...(staff ? [cards] : []), ...(end.length > 0 ? [end] : [])];
    await stage.show({ text: text.join('\n'), rows });
  }

  async function pressed(ctx: BotContext, visitor: RoomVisitor, data: string, stage: Stage) {
    if (await closing.pressed(ctx, visitor, data, stage)) return;
    const [what, name = ''] = data.split('.');
    const { cause } = ctx;
    const locale = LOCALES.find((one) => one === name);
    const locales = LANGUAGES[name];
    if (what === 'mine' && locale) {
      const { status } = await visitors.chooseLanguage({ visitor, locale, cause });
      return await stage.leave(ctx.t(`room-settings-${status}`));
    }
    if (what !== 'cards' || !locales) return await stage.tell(ctx.t('toast-outdated'));
    const { status } = await visitors.setLanguages({ visitor, locales, cause });
    await stage.tell(ctx.t(`room-settings-${status}`));
    if (status === 'set') {
      await open(ctx, { ...visitor, room: { ...visitor.room, locales } }, stage);
    }
  }

  return {
    id: 'set',
    label: 'room-item-settings',
    command: 'settings',
    rank: 52,
    whenClosed: true,
    isFor: ({ member, staff }) => member !== null || staff !== null,
    open,
    pressed,
  };
}

function marked(label: string, isChosen: boolean): string {
  return isChosen ? `✅ ${label}` : label;
}

function isSame(some: readonly Locale[], others: readonly Locale[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
