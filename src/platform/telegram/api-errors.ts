// The one table that says what an error of a Bot API call means. Telegram promises no wording, passes
// raw MTProto codes through («Bad Request: TOPIC_CLOSED») and turns 403 with such a code into 400, so
// lines are matched by a part of the description, in any case, and the first that fits decides.
// Sources: «tba» = tdlib/telegram-bot-api, «td» = tdlib/td, both as of Bot API 10.3, by file or line;
// «pass-through» = an MTProto code that the server hands on as it is.
import { GrammyError, HttpError } from 'grammy';
import type { ApiFailure, PlainFailureKind } from './api-failure.ts';
import { classifyNetworkError } from './network-errors.ts';

/** Telegram always names the pause; should a proxy in between not, this is ours, in seconds. */
const DEFAULT_RETRY_AFTER = 5;

/** What any thrown value of a Bot API call means. Never throws. */
export function classifyApiError(error: unknown): ApiFailure {
  if (error instanceof GrammyError) return classifyAnswer(error);
  if (error instanceof HttpError) return classifyNetworkError(error.error);
  return { kind: 'unexpected', error };
}

function classifyAnswer(answer: GrammyError): ApiFailure {
  const { error_code: code, parameters } = answer;
  const description = answer.description.toLowerCase();
  if (code === 429) return rateLimited(parameters.retry_after, description);
  if (code >= 500) return { kind: 'server-error', code };
  // tba:8155, 400 «group chat was upgraded to a supergroup chat».
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: 'migrated', newChatId: parameters.migrate_to_chat_id };
  }
  const byCode = classifyByCode(answer);
  if (byCode) return byCode;
  for (const [part, failure] of BY_DESCRIPTION) {
    if (description.includes(part.toLowerCase())) {
      return typeof failure === 'string' ? { kind: failure } : failure;
    }
  }
  return classifyWithDetail(answer);
}

/** tba Query.cpp:104, «Too Many Requests: retry after N» with the same N as a parameter, in seconds. */
function rateLimited(retryAfter: number | undefined, description: string): ApiFailure {
  const named = Number(/retry after (\d+)/.exec(description)?.[1]);
  return { kind: 'rate-limited', retryAfterSeconds: retryAfter ?? (named || DEFAULT_RETRY_AFTER) };
}

function classifyByCode({ error_code, description, method }: GrammyError): ApiFailure | undefined {
  switch (error_code) {
    case 401: // ClientManager, «Unauthorized», «Unauthorized: invalid token specified».
      return { kind: 'unauthorized' };
    case 404: // tba:12664.
      if (/method not found/i.test(description)) return { kind: 'method-not-found' };
      // A token that is not even shaped like one is answered so, whatever was asked; but only what is
      // asked of every bot proves that it is the token.
      return /^not found$/i.test(description) && TOKEN_PROVING.has(method)
        ? { kind: 'unauthorized' }
        : undefined;
    case 409: // tba:16225 and 15703.
      return {
        kind: 'conflict',
        with: /webhook/i.test(description) ? 'webhook' : 'other-poller',
      };
    case 413: // «Request Entity Too Large», answered before the method is looked at.
      return { kind: 'file-too-big' };
    default:
      return undefined;
  }
}

/** What every bot may always ask. */
const TOKEN_PROVING: ReadonlySet<string> = new Set(['getMe', 'getUpdates']);

type Row = readonly [part: string, failure: PlainFailureKind | ApiFailure];

/** In this order: a line that contains another one stands above it. */
const BY_DESCRIPTION: readonly Row[] = [
  ['is not modified', 'not-modified'], // tba:110 message, tba:136 chat description
  ['NOT_MODIFIED', 'not-modified'], // pass-through: TOPIC_, CHAT_, MESSAGE_NOT_MODIFIED

  // People: tba:124-127, td MessagesManager:27950; the codes are pass-through.
  ['bot was blocked by the user', 'blocked'],
  ['USER_IS_BLOCKED', 'blocked'],
  ['user is deactivated', 'deactivated'],
  ['INPUT_USER_DEACTIVATED', 'deactivated'],
  ["can't initiate conversation with a user", 'never-started'],
  ["can't send messages to the bot", 'bot-recipient'],
  ["can't send messages to bots", 'bot-recipient'],
  ['USER_IS_BOT', 'bot-recipient'],

  // Business accounts: td BusinessConnectionManager; the codes are pass-through.
  ['business connection not found', 'connection-off'],
  ['BUSINESS_CONNECTION_', 'connection-off'],
  ['BUSINESS_PEER_', 'customer-silent'],

  // Chats: tba:8158-8185, tba:6571.
  ['bot was kicked from', { kind: 'chat-gone', reason: 'kicked' }],
  ['bot is not a member of', { kind: 'chat-gone', reason: 'not-member' }],
  ['the group chat was deleted', { kind: 'chat-gone', reason: 'deleted' }],
  ['chat not found', { kind: 'chat-gone', reason: 'not-found' }],
  ['PEER_ID_INVALID', { kind: 'chat-gone', reason: 'not-found' }], // pass-through
  ['CHANNEL_PRIVATE', { kind: 'chat-gone', reason: 'not-member' }], // pass-through

  // Topics: tba:8277 and 6818, td ForumTopicManager; the codes are pass-through.
  ['message thread not found', 'thread-gone'],
  ['TOPIC_DELETED', 'thread-gone'],
  ['TOPIC_ID_INVALID', 'thread-gone'],
  ['TOPIC_CLOSED', 'thread-closed'],
  ['the chat is not a forum', 'not-a-forum'],
  ['CHANNEL_FORUM_MISSING', 'not-a-forum'],

  // Targets: tba:13541 edit, 13804 delete, 8516 reply; forward, copy, pin, unpin, react likewise.
  ['message to edit not found', 'edit-target-gone'],
  ['message to delete not found', 'delete-target-gone'],
  ['message to be replied not found', 'reply-target-gone'],
  ['message to reply not found', 'reply-target-gone'],
  ['message to copy not found', 'copy-target-gone'],
  ['message to forward not found', 'copy-target-gone'],
  ["message can't be copied", 'cannot-copy'], // tba: also «… forwarded», of protected content
  ["message can't be forwarded", 'cannot-copy'],
  ['CHAT_FORWARDS_RESTRICTED', 'cannot-copy'], // pass-through
  ['QUOTE_TEXT_INVALID', 'quote-gone'], // pass-through
  ['message quote not found', 'quote-gone'],
  ['message to pin not found', 'pin-target-gone'],
  ['message to unpin not found', 'pin-target-gone'],
  ['message to react not found', 'react-target-gone'],
  ["message can't be edited", 'cannot-edit'], // td MessagesManager:23386
  ['MESSAGE_EDIT_TIME_EXPIRED', 'cannot-edit'], // pass-through
  ["message can't be deleted", 'cannot-delete'], // td:8504, 8507, also «… for everyone»

  // Content: td MessageContent:4759 and 5242, tba:11310, 11401, td SynchronousRequests:180.
  ['caption is too long', { kind: 'too-long', what: 'caption' }],
  ['MEDIA_CAPTION_TOO_LONG', { kind: 'too-long', what: 'caption' }],
  ['message is too long', { kind: 'too-long', what: 'text' }],
  ['text is too long', { kind: 'too-long', what: 'text' }],
  ['MESSAGE_TOO_LONG', { kind: 'too-long', what: 'text' }],
  ['message text is empty', 'empty-text'],
  ['text must be non-empty', 'empty-text'],
  ['MESSAGE_EMPTY', 'empty-text'],
  ["can't parse entities", 'cannot-parse'],
  ['ENTITY_BOUNDS_INVALID', 'cannot-parse'],

  // Files: tba:8707, 8719.
  ['file is too big', 'file-too-big'],
  ['wrong file_id', 'file-unavailable'],
  ['wrong file identifier', 'file-unavailable'],
  ['wrong remote file identifier', 'file-unavailable'],
  ['temporarily unavailable', 'file-unavailable'],
  ['FILE_REFERENCE_', 'file-unavailable'],
  ['VOICE_MESSAGES_FORBIDDEN', 'voice-forbidden'], // pass-through

  // Ways in and people at the door: pass-through.
  ['HIDE_REQUESTER_MISSING', 'person-elsewhere'],
  ['USER_ALREADY_PARTICIPANT', 'person-elsewhere'],
  ['USER_NOT_PARTICIPANT', 'person-elsewhere'],
  ['PARTICIPANT_ID_INVALID', 'person-elsewhere'],
  ['INVITE_HASH_EXPIRED', 'person-elsewhere'],
  ['INVITE_HASH_INVALID', 'person-elsewhere'],

  ['USERS_TOO_MUCH', 'group-full'],
  ['CHANNELS_TOO_MUCH', 'too-many-groups'], // also USER_CHANNELS_TOO_MUCH

  ['query is too old', 'query-too-old'], // tba:142
  ['QUERY_ID_INVALID', 'query-too-old'],
];

/** td: «not enough rights to …»; the codes are pass-through. */
const MISSING_RIGHT =
  /not enough rights(?: to (.+))?|have no rights to (.+)|need (administrator rights.*)/i;
const RIGHTS_CODE =
  /CHAT_ADMIN_REQUIRED|CHAT_RESTRICTED|CHAT_WRITE_FORBIDDEN|CHAT_SEND_\w+_FORBIDDEN|RIGHT_FORBIDDEN/i;
const INVALID_ID = /MESSAGE_ID_INVALID/i;

function classifyWithDetail(answer: GrammyError): ApiFailure {
  const { description, error_code: code, method } = answer;
  const right = MISSING_RIGHT.exec(description);
  const what = right?.slice(1).find((words) => words !== undefined);
  if (right) return { kind: 'no-rights', what: what ?? 'act' };
  const rightsCode = RIGHTS_CODE.exec(description);
  if (rightsCode) return { kind: 'no-rights', what: rightsCode[0] };
  // Pass-through: the same code for every kind of target, so the method says which it was.
  if (INVALID_ID.test(description)) return { kind: targetOf(method) };
  return { kind: 'bad-request', code, description };
}

function targetOf(method: string): PlainFailureKind {
  if (method === 'setMessageReaction') return 'react-target-gone';
  if (/^delete/.test(method)) return 'delete-target-gone';
  if (/^(copy|forward)/.test(method)) return 'copy-target-gone';
  if (/^(un)?pin/.test(method)) return 'pin-target-gone';
  if (/^(edit|stop)/.test(method)) return 'edit-target-gone';
  return 'reply-target-gone';
}
