// The page: people above, the windows of those who are open side by side below.
import { readAddress, writeAddress } from './address.js';
import { createApi } from './api.js';
import { fill, h } from './dom.js';
import { currentLanguage, setLanguage, t } from './i18n.js';
import { watchChanges } from './live.js';
import { createPeopleBar } from './people-bar.js';
import { createPersonWindow, emptyWindow } from './person-window.js';
import { createRefresh } from './refresh.js';

/** @import { Change } from '../world/changes.ts' */
/** @import { Person, WindowState } from './person-window.js' */

/** @param {HTMLElement} root */
export async function startApp(root) {
  const api = createApi();
  const bot = await api.account({ userId: 'bot' });
  /** @type {readonly Person[]} */
  let people = [];
  /** Of everybody who was open once, so that a window comes back as it was. @type {Map<number, WindowState>} */
  const states = new Map();
  /** @type {Map<number, ReturnType<typeof createPersonWindow>>} */
  const windows = new Map();
  /** @type {Set<number>} */
  const news = new Set();
  /** @type {number | null} */
  let front = null;
  let isUp = true;

  const lost = h('div', { class: 'link-lost', role: 'alert' });
  const workspace = h('main', { class: 'workspace' });
  const hint = h('p', { class: 'nothing' });
  let bar = createPeopleBar(toggle);

  const refreshPeople = createRefresh(async () => {
    people = (await api.people()).filter(({ isBot }) => !isBot);
    for (const person of people) windows.get(person.id)?.setPerson(person);
    show();
  });

  /** @param {readonly number[]} open whose windows, from left to right */
  function draw(open) {
    document.documentElement.lang = currentLanguage();
    document.title = t('title');
    bar = createPeopleBar(toggle);
    const other = currentLanguage() === 'ru' ? 'en' : 'ru';
    const language = h(
      'button',
      { type: 'button', class: 'language', lang: other },
      t('other-language'),
    );
    language.addEventListener('click', () => {
      setLanguage(other);
      draw([...windows.keys()]);
    });
    const brand = h(
      'div',
      { class: 'brand' },
      h('b', {}, 'Deskroom'),
      h('small', {}, t('sandbox')),
    );
    const market = h(
      'a',
      { class: 'language', href: `/market?lang=${currentLanguage()}` },
      t('market'),
    );
    fill(lost, t('link-lost'));
    fill(
      root,
      h(
        'header',
        { class: 'top' },
        brand,
        bar.element,
        h('div', { class: 'elsewhere' }, market, language),
      ),
      lost,
      workspace,
    );
    windows.clear();
    fill(workspace, hint);
    for (const userId of open) openWindow(userId);
    show();
  }

  function show() {
    lost.hidden = isUp;
    bar.show(
      people.map((person) => ({
        person,
        isOpen: windows.has(person.id),
        isFront: person.id === front,
        hasNews: news.has(person.id),
      })),
    );
    hint.hidden = windows.size > 0;
    fill(hint, people.length === 0 ? t('people-empty') : `${t('hint')} ${t('no-window')}`);
    for (const [userId, { element }] of windows)
      element.classList.toggle('front', userId === front);
  }

  /** @param {number} userId */
  function toggle(userId) {
    if (!windows.has(userId)) openWindow(userId);
    front = userId;
    news.delete(userId);
    show();
    remember();
    windows.get(userId)?.focus();
  }

  /** @param {number} userId */
  function openWindow(userId) {
    const person = people.find(({ id }) => id === userId);
    if (!person) return;
    const state = states.get(userId) ?? emptyWindow();
    states.set(userId, state);
    const opened = createPersonWindow({
      api,
      person,
      bot,
      state,
      people: () => people,
      onPlace: remember,
      onClose: () => closeWindow(userId),
    });
    windows.set(userId, opened);
    workspace.append(opened.element);
    void opened.start();
  }

  /** @param {number} userId */
  function closeWindow(userId) {
    windows.get(userId)?.element.remove();
    windows.delete(userId);
    if (front === userId) front = [...windows.keys()].at(-1) ?? null;
    show();
    remember();
  }

  function remember() {
    writeAddress(new Map([...windows.keys()].map((id) => [id, states.get(id)?.place ?? null])));
  }

  /** @param {readonly Change[]} changes */
  function onChanges(changes) {
    if (changes.some(({ what }) => what === 'people' || what === 'members')) void refreshPeople();
    for (const { what, chatId = 0 } of changes) {
      const owner = people.find(({ id }) => id === chatId);
      if (what !== 'message' || !owner) continue;
      // A first message is how somebody starts the bot, and no other change tells of it.
      if (!owner.started) void refreshPeople();
      if (!windows.has(owner.id)) news.add(owner.id);
    }
    show();
    for (const opened of windows.values()) opened.changed(changes);
  }

  /** @param {boolean} nowUp */
  function onLink(nowUp) {
    if (nowUp && !isUp) {
      void refreshPeople();
      for (const opened of windows.values()) opened.refresh();
    }
    isUp = nowUp;
    show();
  }

  await refreshPeople();
  const first = openAtFirst(people);
  for (const [userId, place] of first) states.set(userId, { ...emptyWindow(), place });
  front = [...first.keys()][0] ?? null;
  draw([...first.keys()]);
  watchChanges({ onChanges, onLink });
}

/**
 * Those of the address; with none there, a client and a manager, so that one sees both sides at once.
 * @param {readonly Person[]} people
 */
function openAtFirst(people) {
  const known = new Map(
    [...readAddress()].filter(([id]) => people.some((person) => person.id === id)),
  );
  if (known.size > 0) return known;
  const pair = [
    people.find(({ about }) => about === 'client'),
    people.find(({ about }) => about === 'manager'),
  ];
  return new Map(pair.flatMap((person) => (person ? [[person.id, null]] : [])));
}
