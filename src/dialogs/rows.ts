// The rows of dialogs and messages as the model knows them. Times leave as ISO text, for json lists.

import type { DeskKindName } from '../desks/kinds/kinds.ts';
import type { Content } from './content.ts';
import type { Dialog, DialogStatus } from './dialog.ts';
import type { DeliveryState, DialogMessage, Purpose } from './message.ts';

export interface DialogRow {
  id: number;
  desk_id: number | null;
  desk_kind: DeskKindName | null;
  client_id: number;
  address_id: number;
  channel: string;
  status: string;
  status_before_note: string | null;
  assignee_id: number | null;
  holder_active_at: Date | null;
  revision: number;
  previous_id: number | null;
  opened_at: Date;
  closed_at: Date | null;
  last_question_at: Date;
  waiting_since: Date | null;
  new_count: number;
  answers_delivered: number;
  thanked_at: Date | null;
  late_writing_at: Date | null;
  rating: number | null;
  rated_at: Date | null;
  rating_words: string | null;
}

/** A row with all columns of a dialog. */
export function toDialog(row: DialogRow): Dialog {
  return {
    id: row.id,
    deskId: row.desk_id,
    deskKind: row.desk_kind,
    clientId: row.client_id,
    addressId: row.address_id,
    channel: row.channel,
    status: row.status as DialogStatus,
    statusBeforeNote: row.status_before_note as DialogStatus | null,
    assigneeId: row.assignee_id,
    holderActiveAt: row.holder_active_at,
    revision: row.revision,
    previousId: row.previous_id,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    lastQuestionAt: row.last_question_at,
    waitingSince: row.waiting_since,
    newCount: row.new_count,
    answersDelivered: row.answers_delivered,
    thankedAt: row.thanked_at,
    lateWritingAt: row.late_writing_at,
    rating: row.rating,
    ratedAt: row.rated_at,
    ratingWords: row.rating_words,
  };
}

export interface MessageRow {
  id: number;
  dialog_id: number;
  author: string;
  staff_id: number | null;
  purpose: string;
  chat_id: bigint;
  message_id: number;
  content: unknown;
  media_group_id: string | null;
  reply_to_id: number | null;
  received_at: Date;
  delivery: string | null;
  delivered_at: Date | null;
  failure: string | null;
  version: number;
  edited_at: Date | null;
  deleted_at: Date | null;
}

/** A row with all columns of a message; Telegram's ids become numbers, which hold them exactly. */
export function toMessage(row: MessageRow): DialogMessage {
  return {
    id: row.id,
    dialogId: row.dialog_id,
    author: row.author as DialogMessage['author'],
    staffId: row.staff_id,
    purpose: row.purpose as Purpose,
    chatId: Number(row.chat_id),
    messageId: row.message_id,
    content: row.content as Content,
    mediaGroupId: row.media_group_id,
    replyToId: row.reply_to_id,
    receivedAt: row.received_at,
    delivery: row.delivery as DeliveryState | null,
    deliveredAt: row.delivered_at,
    failure: row.failure,
    version: row.version,
    editedAt: row.edited_at,
    deletedAt: row.deleted_at,
  };
}
