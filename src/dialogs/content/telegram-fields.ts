// Which fields of a message Telegram notes something with, and which only accompany what is said (Bot
// API 10.3). What is in neither list, and in no kind we know, is content of a kind that is new.

import type { Message } from 'grammy/types';

/** Who, where, when and how, not what. */
const ACCOMPANYING = [
  ...['message_id', 'message_thread_id', 'direct_messages_topic', 'from', 'sender_chat', 'date'],
  ...['sender_boost_count', 'sender_business_bot', 'sender_tag', 'receiver_user', 'chat'],
  ...['ephemeral_message_id', 'guest_query_id', 'business_connection_id', 'forward_origin'],
  ...['is_topic_message', 'is_automatic_forward', 'reply_to_message', 'external_reply', 'quote'],
  ...['reply_to_story', 'reply_to_checklist_task_id', 'reply_to_poll_option_id', 'via_bot'],
  ...['guest_bot_caller_user', 'guest_bot_caller_chat', 'edit_date', 'has_protected_content'],
  ...['is_from_offline', 'is_paid_post', 'media_group_id', 'author_signature', 'effect_id'],
  ...['paid_star_count', 'entities', 'caption', 'caption_entities', 'link_preview_options'],
  ...['suggested_post_info', 'show_caption_above_media', 'has_media_spoiler', 'reply_markup'],
];

/** «Иван joined», «topic renamed»: nobody said it. */
const NOTED = [
  ...['new_chat_members', 'left_chat_member', 'chat_owner_left', 'chat_owner_changed'],
  ...['new_chat_title', 'new_chat_photo', 'delete_chat_photo', 'group_chat_created'],
  ...['supergroup_chat_created', 'channel_chat_created', 'message_auto_delete_timer_changed'],
  ...['migrate_to_chat_id', 'migrate_from_chat_id', 'pinned_message', 'successful_payment'],
  ...['refunded_payment', 'users_shared', 'chat_shared', 'gift_upgrade_sent', 'passport_data'],
  ...['connected_website', 'write_access_allowed', 'proximity_alert_triggered', 'boost_added'],
  ...['chat_background_set', 'checklist_tasks_done', 'checklist_tasks_added'],
  ...['community_chat_added', 'community_chat_joined', 'community_chat_removed'],
  ...['direct_message_price_changed', 'forum_topic_created', 'forum_topic_edited'],
  ...['forum_topic_closed', 'forum_topic_reopened', 'general_forum_topic_hidden'],
  ...['general_forum_topic_unhidden', 'giveaway_created', 'giveaway_completed'],
  ...['managed_bot_created', 'paid_message_price_changed', 'poll_option_added'],
  ...['poll_option_deleted', 'suggested_post_approved', 'suggested_post_approval_failed'],
  ...['suggested_post_declined', 'suggested_post_paid', 'suggested_post_refunded'],
  ...['video_chat_scheduled', 'video_chat_started', 'video_chat_ended'],
  ...['video_chat_participants_invited', 'web_app_data'],
];

const known: ReadonlySet<string> = new Set([...ACCOMPANYING, ...NOTED]);

/** Whether Telegram notes something with it. */
export function isNote(message: Message): boolean {
  return NOTED.some((field) => field in message);
}

/** The field of a message that is content of a kind nobody here has heard of; null: there is none. */
export function unknownFieldOf(message: Message): string | null {
  return Object.keys(message).find((field) => !known.has(field)) ?? null;
}
