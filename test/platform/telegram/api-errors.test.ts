import { GrammyError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { classifyApiError } from '../../../src/platform/telegram/api-errors.ts';
import {
  type ApiFailure,
  describeFailure,
  isOutcomeUnknown,
  isTransient,
} from '../../../src/platform/telegram/api-failure.ts';

const gone = (reason: string) => ({ kind: 'chat-gone', reason });
const noRights = (what: string) => ({ kind: 'no-rights', what });
const tooLong = (what: string) => ({ kind: 'too-long', what });
const kind = (name: string) => ({ kind: name });

const NOT_MODIFIED =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

describe('what Telegram answers', () => {
  it.each([
    [400, NOT_MODIFIED, kind('not-modified')],
    [400, 'Bad Request: chat description is not modified', kind('not-modified')],
    [400, 'Bad Request: TOPIC_NOT_MODIFIED', kind('not-modified')],
    [403, 'Forbidden: bot was blocked by the user', kind('blocked')],
    [400, 'Bad Request: USER_IS_BLOCKED', kind('blocked')],
    [403, 'Forbidden: user is deactivated', kind('deactivated')],
    [403, "Forbidden: bot can't initiate conversation with a user", kind('never-started')],
    [403, "Forbidden: the bot can't send messages to the bot", kind('bot-recipient')],
    [403, 'Forbidden: bot was kicked from the group chat', gone('kicked')],
    [403, 'Forbidden: bot was kicked from the supergroup chat', gone('kicked')],
    [403, 'Forbidden: bot was kicked from the channel chat', gone('kicked')],
    [403, 'Forbidden: bot is not a member of the group chat', gone('not-member')],
    [403, 'Forbidden: bot is not a member of the supergroup chat', gone('not-member')],
    [403, 'Forbidden: bot is not a member of the channel chat', gone('not-member')],
    [403, 'Forbidden: the group chat was deleted', gone('deleted')],
    [400, 'Bad Request: chat not found', gone('not-found')],
    [400, 'Bad Request: message thread not found', kind('thread-gone')],
    [400, 'Bad Request: TOPIC_DELETED', kind('thread-gone')],
    [400, 'Bad Request: TOPIC_ID_INVALID', kind('thread-gone')],
    [400, 'Bad Request: TOPIC_CLOSED', kind('thread-closed')],
    [400, 'Bad Request: the chat is not a forum', kind('not-a-forum')],
    [400, 'Bad Request: not enough rights to create a topic', noRights('create a topic')],
    [
      400,
      'Bad Request: not enough rights to send text messages to the chat',
      noRights('send text messages to the chat'),
    ],
    [
      400,
      'Bad Request: not enough rights to manage pinned messages in the chat',
      noRights('manage pinned messages in the chat'),
    ],
    [400, 'Bad Request: not enough rights', noRights('act')],
    [400, 'Bad Request: CHAT_ADMIN_REQUIRED', noRights('CHAT_ADMIN_REQUIRED')],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', noRights('CHAT_WRITE_FORBIDDEN')],
    [400, 'Bad Request: CHAT_RESTRICTED', noRights('CHAT_RESTRICTED')],
    [
      400,
      'Bad Request: need administrator rights in the channel chat',
      noRights('administrator rights in the channel chat'),
    ],
    [400, 'Bad Request: CHANNEL_PRIVATE', gone('not-member')],
    [400, 'Bad Request: VOICE_MESSAGES_FORBIDDEN', kind('voice-forbidden')],
    [400, 'Bad Request: message to edit not found', kind('edit-target-gone')],
    [400, 'Bad Request: message to delete not found', kind('delete-target-gone')],
    [400, 'Bad Request: message to be replied not found', kind('reply-target-gone')],
    [400, "Bad Request: message can't be copied", kind('cannot-copy')],
    [400, 'Bad Request: CHAT_FORWARDS_RESTRICTED', kind('cannot-copy')],
    [400, 'Bad Request: QUOTE_TEXT_INVALID', kind('quote-gone')],
    [400, 'Bad Request: message to forward not found', kind('copy-target-gone')],
    [400, 'Bad Request: message to copy not found', kind('copy-target-gone')],
    [400, 'Bad Request: message to pin not found', kind('pin-target-gone')],
    [400, 'Bad Request: message to unpin not found', kind('pin-target-gone')],
    [400, 'Bad Request: message to react not found', kind('react-target-gone')],
    [400, "Bad Request: message can't be edited", kind('cannot-edit')],
    [400, "Bad Request: message can't be deleted", kind('cannot-delete')],
    [400, "Bad Request: message can't be deleted for everyone", kind('cannot-delete')],
    [400, 'Bad Request: message is too long', tooLong('text')],
    [400, 'Bad Request: text is too long', tooLong('text')],
    [400, 'Bad Request: message caption is too long', tooLong('caption')],
    [400, 'Bad Request: message text is empty', kind('empty-text')],
    [
      400,
      'Bad Request: can\'t parse entities: Unsupported start tag "b1" at byte offset 4',
      kind('cannot-parse'),
    ],
    [400, 'Bad Request: file is too big', kind('file-too-big')],
    [413, 'Request Entity Too Large', kind('file-too-big')],
    [
      400,
      'Bad Request: wrong file_id or the file is temporarily unavailable',
      kind('file-unavailable'),
    ],
    [400, 'Bad Request: HIDE_REQUESTER_MISSING', kind('person-elsewhere')],
    [400, 'Bad Request: USERS_TOO_MUCH', kind('group-full')],
    [400, 'Bad Request: CHANNELS_TOO_MUCH', kind('too-many-groups')],
    [400, 'Bad Request: USER_CHANNELS_TOO_MUCH', kind('too-many-groups')],
    [400, 'Bad Request: USER_ALREADY_PARTICIPANT', kind('person-elsewhere')],
    [
      400,
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
      kind('query-too-old'),
    ],
    [
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      { kind: 'conflict', with: 'other-poller' },
    ],
    [
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      { kind: 'conflict', with: 'webhook' },
    ],
    [401, 'Unauthorized', kind('unauthorized')],
    [401, 'Unauthorized: invalid token specified', kind('unauthorized')],
    [404, 'Not Found: method not found', kind('method-not-found')],
    [500, 'Internal Server Error: restart', { kind: 'server-error', code: 500 }],
    [502, 'Bad Gateway', { kind: 'server-error', code: 502 }],
  ])('%i «%s»', (code, description, meaning) => {
    expect(classifyApiError(refusal(code, description))).toEqual(meaning);
    expect(classifyApiError(refusal(code, description.toUpperCase())).kind).toBe(meaning.kind);
  });

  it.each([
    ['getMe', 'Not Found', 'unauthorized'],
    ['getUpdates', 'Not Found', 'unauthorized'],
    ['getUpdates', 'Not Found: method not found', 'method-not-found'],
    ['getUpdates', 'Not Found: nothing at /bot', 'bad-request'],
    ['sendMessage', 'Not Found', 'bad-request'],
  ])('404 of %s, «%s», is %s', (method, description, meaning) => {
    expect(classifyApiError(refusal(404, description, {}, method)).kind).toBe(meaning);
  });

  it.each([
    'Bad Request: BUTTON_DATA_INVALID',
    'Bad Request: reply markup is too long',
    'Bad Request: text buttons are unallowed in the inline keyboard',
    'Bad Request: user is an administrator of the chat',
    'Bad Request: chat_id is empty',
    'Bad Request: something new that nobody has seen',
  ])('any other refusal keeps its words: «%s»', (description) => {
    expect(classifyApiError(refusal(400, description))).toEqual({
      kind: 'bad-request',
      code: 400,
      description,
    });
  });

  it('a flood limit says how many seconds to wait', () => {
    const text = 'Too Many Requests: retry after 17';

    expect(classifyApiError(refusal(429, text, { retry_after: 17 }))).toEqual({
      kind: 'rate-limited',
      retryAfterSeconds: 17,
    });
    expect(classifyApiError(refusal(429, text))).toMatchObject({ retryAfterSeconds: 17 });
    expect(classifyApiError(refusal(429, 'Slow down'))).toMatchObject({ retryAfterSeconds: 5 });
  });

  it('a group that became a supergroup says its new number', () => {
    const text = 'Bad Request: group chat was upgraded to a supergroup chat';

    expect(classifyApiError(refusal(400, text, { migrate_to_chat_id: -100123 }))).toEqual({
      kind: 'migrated',
      newChatId: -100123,
    });
  });

  it.each([
    ['editMessageText', 'edit-target-gone'],
    ['setMessageReaction', 'react-target-gone'],
    ['pinChatMessage', 'pin-target-gone'],
    ['deleteMessage', 'delete-target-gone'],
    ['copyMessage', 'copy-target-gone'],
    ['sendMessage', 'reply-target-gone'],
  ])('an invalid message id of %s means its own target', (method, meaning) => {
    const error = refusal(400, 'Bad Request: MESSAGE_ID_INVALID', {}, method);

    expect(classifyApiError(error)).toEqual({ kind: meaning });
  });
});

describe('what follows from it', () => {
  it.each<[ApiFailure, { transient: boolean; unknown: boolean; line: string }]>([
    [
      { kind: 'rate-limited', retryAfterSeconds: 3 },
      { transient: true, unknown: false, line: 'rate-limited: 3 s' },
    ],
    [
      { kind: 'server-error', code: 502 },
      { transient: true, unknown: true, line: 'server-error: 502' },
    ],
    [
      { kind: 'not-sent', reason: 'ECONNREFUSED' },
      { transient: true, unknown: false, line: 'not-sent: ECONNREFUSED' },
    ],
    [
      { kind: 'outcome-unknown', reason: 'timeout' },
      { transient: true, unknown: true, line: 'outcome-unknown: timeout' },
    ],
    [{ kind: 'blocked' }, { transient: false, unknown: false, line: 'blocked' }],
    [
      { kind: 'migrated', newChatId: -5 },
      { transient: false, unknown: false, line: 'migrated: -5' },
    ],
    [
      { kind: 'bad-request', code: 400, description: 'Bad Request: X' },
      { transient: false, unknown: false, line: 'bad-request: 400 Bad Request: X' },
    ],
  ])('%j', (failure, expected) => {
    expect({
      transient: isTransient(failure),
      unknown: isOutcomeUnknown(failure),
      line: describeFailure(failure),
    }).toEqual(expected);
  });
});

function refusal(code: number, description: string, parameters = {}, method = 'sendMessage') {
  return new GrammyError(
    `Call to '${method}' failed!`,
    { ok: false, error_code: code, description, parameters },
    method,
    {},
  );
}
