// Commands as people type them: in letters of any size, alone or with the bot's name. grammY takes only
// the size it was told.

import type { Context } from 'grammy';

/**
 * Whether a message's text begins with one of these commands (without «/», in small letters), addressed
 * to nobody or to this bot. What follows it is then `ctx.match`, as with grammY's own.
 */
export function beginsWith(commands: string | readonly string[]): (ctx: Context) => boolean {
  const wanted = new Set(typeof commands === 'string' ? [commands] : commands);
  return (ctx) => {
    const { text = '', entities = [] } = ctx.message ?? ctx.channelPost ?? {};
    const entity = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0);
    if (!entity) return false;
    const [name = '', bot] = text.slice(1, entity.length).toLowerCase().split('@');
    if (!wanted.has(name)) return false;
    if (bot !== undefined && bot !== ctx.me.username.toLowerCase()) return false;
    ctx.match = text.slice(entity.length).trimStart();
    return true;
  };
}
