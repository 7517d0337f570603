// The rows that cards are read in, as what a card shows.

import type { DeskKindName } from '../desks/kinds/kinds.ts';
import type { Locale } from '../platform/i18n.ts';
import type {
  CardFacts,
  CardLogLine,
  CardQuestion,
  FormerPlace,
  ThreadFacts,
} from './card-facts.ts';
import type { Content } from './content.ts';
import type { DialogStatus } from './dialog.ts';
import { type ReminderRow, toCardReminder } from './reminders/card-repository.ts';
import { type DialogRow, toDialog } from './rows.ts';

/** How many lines of the log a card has room for. */
const LOG_LINES = 6;

export interface ThreadRow {
  id: number;
  channel: string;
  status: string;
  thread_id: number | null;
  topic_closed: boolean;
  client_name: string;
  desk_id: number | null;
  desk_kind: DeskKindName | null;
  desk_state: string | null;
  desk_locale: string | null;
  chat_id: bigint | null;
  channel_id: bigint | null;
}

/** A row with all that a thread is found by. */
export function toThread(row: ThreadRow): ThreadFacts {
  return {
    dialogId: row.id,
    channel: row.channel,
    status: row.status as DialogStatus,
    clientName: row.client_name,
    deskId: row.desk_id,
    deskKind: row.desk_kind,
    deskState: row.desk_state,
    deskLocale: (row.desk_locale ?? 'ru') as Locale,
    chatId: row.chat_id === null ? null : Number(row.chat_id),
    channelId: row.channel_id === null ? null : Number(row.channel_id),
    threadId: row.thread_id,
    topicClosed: row.topic_closed,
  };
}

export interface CardRow extends DialogRow {
  deadline_at: Date | null;
  client_name: string;
  username: string | null;
  company: string | null;
  source: string | null;
  unreachable: string | null;
  department: string | null;
  desk_locale: string | null;
  desk_chat_id: bigint | null;
  assignee_name: string | null;
  previous_thread_id: number | null;
  reminders: ReminderRow[] | null;
  labels: CardFacts['labels'] | null;
  standings: CardFacts['standings'] | null;
  former_kind: DeskKindName | null;
  former_chat_id: bigint | null;
  former_thread_id: number | null;
  former_panel_id: number | null;
}

function toFormer(row: CardRow): FormerPlace | null {
  const { former_kind: kind, former_chat_id: chatId, former_thread_id: threadId } = row;
  if (!kind || !chatId || !threadId) return null;
  return { kind, chatId: Number(chatId), threadId, panelId: row.former_panel_id };
}

export interface QuestionRow {
  id: number;
  dialog_id: number;
  received_at: Date;
  content: unknown;
  answered: boolean;
  parts: number;
  mixed: boolean;
  total: number;
}

export interface LogRow {
  subject_id: number;
  type: string;
  at: Date;
  staff_id: number | null;
  staff_name: string | null;
  other_name: string | null;
  note: unknown;
}

/** The rows of one dialog as its card shows them. */
export function toFacts(
  row: CardRow,
  asked: readonly QuestionRow[],
  logged: readonly LogRow[],
): CardFacts {
  const unanswered = asked.filter((question) => !question.answered);
  return {
    dialog: { ...toDialog(row), assigneeId: row.assignee_name === null ? null : row.assignee_id },
    deadlineAt: row.deadline_at,
    clientName: row.client_name,
    username: row.username,
    company: row.company,
    source: row.source,
    unreachable: row.unreachable,
    department: row.department,
    deskLocale: (row.desk_locale ?? 'ru') as Locale,
    deskChatId: row.desk_chat_id === null ? null : Number(row.desk_chat_id),
    assigneeName: row.assignee_name,
    previousThreadId: row.previous_thread_id,
    labels: row.labels ?? [],
    standings: row.standings ?? [],
    former: toFormer(row),
    questions: (unanswered.length > 0 ? unanswered : asked).map(toQuestion),
    hiddenQuestions: Math.max(0, (unanswered[0]?.total ?? 0) - unanswered.length),
    log: joinAlike(logged.map(toLogLine)).slice(-LOG_LINES),
    reminders: (row.reminders ?? []).map(toCardReminder),
  };
}

function toQuestion(row: QuestionRow): CardQuestion {
  const { id: messageId, received_at: at, parts, mixed, answered } = row;
  return { messageId, at, content: row.content as Content, parts, mixed, answered };
}

function toLogLine(row: LogRow): CardLogLine {
  return {
    type: row.type,
    at: row.at,
    times: 1,
    staffName: row.staff_name,
    staffId: row.staff_id,
    otherName: row.other_name,
    note: row.note as Content | null,
  };
}

/** Ten answers in a row are one line; notes have words of their own. */
function joinAlike(lines: readonly CardLogLine[]): CardLogLine[] {
  const joined: CardLogLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const alike =
      last &&
      last.type === line.type &&
      last.staffId === line.staffId &&
      !line.note &&
      !line.otherName;
    if (alike && !last.note) joined[joined.length - 1] = { ...line, times: last.times + 1 };
    else joined.push(line);
  }
  return joined;
}
