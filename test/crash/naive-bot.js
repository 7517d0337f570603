// A bot as it is often written: updates are confirmed as soon as they are fetched, what is to be done
// with them lives in memory. It hands the words of clients on to the desk. Kept to prove that the crash
// test sees what such a bot loses.
const { BOT_TOKEN, TELEGRAM_API_ROOT, DESK_CHAT_ID } = process.env;

/** @param {string} method @param {object} payload */
async function call(method, payload) {
  const response = await fetch(`${TELEGRAM_API_ROOT}/bot${BOT_TOKEN}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
  return (await response.json()).result;
}

/** @type {Promise<unknown>} */
let queue = Promise.resolve();

console.error('{"msg":"Deskroom is running"}');
for (let offset = 0; ; ) {
  for (const { update_id, message } of await call('getUpdates', { offset, timeout: 50 })) {
    offset = update_id + 1;
    if (message?.chat.type !== 'private') continue;
    const { text } = message;
    queue = queue.then(() => call('sendMessage', { chat_id: DESK_CHAT_ID, text }));
  }
}
