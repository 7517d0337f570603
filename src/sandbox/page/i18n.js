// The page's own words, in the language of the browser or the one chosen.
import { en } from './words/en.js';
import { ru } from './words/ru.js';

/** @typedef {keyof typeof ru} Word */
/** @typedef {'ru' | 'en'} Language */

const STORED = 'deskroom-language';

/** @type {Readonly<Record<Language, Readonly<Record<Word, string>>>>} */
const words = { ru, en };

/** @type {Language} */
let language = readLanguage();
let formats = createFormats(language);

export function currentLanguage() {
  return language;
}

/** @param {Language} chosen */
export function setLanguage(chosen) {
  language = chosen;
  formats = createFormats(chosen);
  try {
    localStorage.setItem(STORED, chosen);
  } catch {
    // Without storage the choice lasts until the page is left.
  }
}

/**
 * A word of the page; `{name}` in it is replaced by the argument.
 * @param {Word} word
 * @param {Readonly<Record<string, string | number>>} [args]
 */
export function t(word, args = {}) {
  return words[language][word].replace(/\{(\w+)\}/g, (_, name) => String(args[name] ?? ''));
}

/**
 * `about-client` is a word of the page, `about-neighbour` is not and stays as it came.
 * @param {string} prefix
 * @param {string} code
 */
export function wordFor(prefix, code) {
  const found = Object.entries(words[language]).find(([word]) => word === `${prefix}-${code}`);
  return found ? found[1] : code;
}

/** @param {string} iso */
export function formatTime(iso) {
  return formats.time.format(new Date(iso));
}

/** @param {string} iso */
export function formatDay(iso) {
  return formats.day.format(new Date(iso));
}

/**
 * As lists have it: the hour of today, the date of any other day.
 * @param {string} iso
 * @param {string} todayIso
 */
export function formatWhen(iso, todayIso) {
  const date = new Date(iso);
  const isToday = date.toDateString() === new Date(todayIso).toDateString();
  return isToday ? formats.time.format(date) : formats.date.format(date);
}

/** @returns {Language} */
function readLanguage() {
  try {
    const stored = localStorage.getItem(STORED);
    if (stored === 'ru' || stored === 'en') return stored;
  } catch {
    // A browser that keeps nothing has its own language still.
  }
  return navigator.language.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

/** @param {Language} of */
function createFormats(of) {
  return {
    time: new Intl.DateTimeFormat(of, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    day: new Intl.DateTimeFormat(of, { day: 'numeric', month: 'long' }),
    date: new Intl.DateTimeFormat(of, { day: '2-digit', month: '2-digit' }),
  };
}
