// How updates are fetched, and the calls about the bot itself.
import { terminatedByWebhook, webhookIsActive } from '../bot-api/refusal.ts';
import { userOf } from '../world/account.ts';
import type { MethodTable } from './method.ts';

export const updateMethods = {
  async getUpdates({ updates, settings }, args, { signal }) {
    if (settings.webhookUrl !== '') throw webhookIsActive();
    updates.allow(args.allowed_updates);
    return updates.poll({ ...args, signal });
  },

  /** Remembered, and getUpdates refuses from then on; the sandbox itself calls no webhook. */
  setWebhook({ updates, settings }, { url, allowed_updates, drop_pending_updates }) {
    settings.webhookUrl = url;
    updates.allow(allowed_updates);
    if (drop_pending_updates) updates.drop();
    updates.interrupt(terminatedByWebhook());
    return true;
  },

  deleteWebhook({ updates, settings }, { drop_pending_updates }) {
    settings.webhookUrl = '';
    if (drop_pending_updates) updates.drop();
    return true;
  },

  getWebhookInfo({ updates, settings }) {
    const allowed = updates.allowedKinds();
    return {
      url: settings.webhookUrl,
      has_custom_certificate: false,
      pending_update_count: updates.pending().length,
      ...(allowed === 'default' ? {} : { allowed_updates: [...allowed] }),
    };
  },

  getMe({ bot, settings }) {
    return {
      ...userOf(bot),
      is_bot: true,
      username: bot.username ?? '',
      can_join_groups: true,
      can_read_all_group_messages: settings.canReadAllGroupMessages,
      supports_guest_queries: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
      can_manage_bots: false,
      supports_join_request_queries: false,
    };
  },

  logOut: () => true,
  close: () => true,
} satisfies MethodTable;
