// What is no file, in a line or two: a place, a contact, a poll, dice.

/** @typedef {Readonly<Record<string, unknown>>} Bag */

/** @type {Readonly<Record<string, (thing: Bag) => readonly unknown[]>>} */
const lines = {
  location: ({ latitude, longitude }) => [`${latitude}, ${longitude}`],
  venue: ({ title, address }) => [title, address],
  contact: ({ first_name, last_name, phone_number }) => [
    [first_name, last_name].filter(Boolean).join(' '),
    phone_number,
  ],
  poll: ({ question, options }) => [question, ...optionLines(options)],
  dice: ({ emoji, value }) => [`${emoji} ${value}`],
  checklist: ({ title }) => [title],
  invoice: ({ title }) => [title],
  game: ({ title }) => [title],
};

/**
 * @param {string} kind
 * @param {object | null} object as the Bot API describes it
 * @returns {readonly string[]}
 */
export function detailsOf(kind, object) {
  const read = lines[kind];
  if (!read || object === null) return [];
  return read(/** @type {Bag} */ (object)).filter((line) => typeof line === 'string');
}

/** @param {unknown} options */
function optionLines(options) {
  if (!Array.isArray(options)) return [];
  return options.map((option) => `○ ${/** @type {Bag} */ (option).text}`);
}
