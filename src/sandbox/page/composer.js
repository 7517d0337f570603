// Where one writes: the text, what it answers or changes, files, and the keyboard a bot put below.
import { fill, h } from './dom.js';
import { t } from './i18n.js';
import { shortText } from './look.js';
import { readMarkup } from './markup.js';
import { attachments, takesCaption } from './media.js';
import { openMenu } from './menu.js';

/** @import { KeyView, MessageView } from '../client.ts' */
/** @import { AlbumPart, Media } from './media.js' */
/** @import { TypedEntity } from './markup.js' */

/**
 * What is being written in one place; kept while another place is shown.
 * @typedef {object} Draft
 * @property {string} text
 * @property {MessageView | null} replyTo
 * @property {string | null} quote words of it
 * @property {MessageView | null} editing
 */

/** @returns {Draft} */
export function emptyDraft() {
  return { text: '', replyTo: null, quote: null, editing: null };
}

/**
 * @typedef {object} ComposerActions each settles with false if the person's words must stay in the field
 * @property {(text: string, entities: readonly TypedEntity[], draft: Draft) => Promise<boolean>} onSay
 * @property {(text: string, message: MessageView) => Promise<boolean>} onEdit
 * @property {(media: Media, draft: Draft) => Promise<boolean>} onSend
 * @property {(items: readonly AlbumPart[], draft: Draft) => Promise<boolean>} onAlbum
 * @property {() => void} onStart
 * @property {(text: string) => void} onType
 * @property {(key: KeyView) => void} onKey
 * @property {() => Promise<readonly { command: string, description: string }[]>} commands
 */

/** @param {ComposerActions} actions */
export function createComposer(actions) {
  let draft = emptyDraft();
  let shownKeys = '[]';
  const about = h('div', { class: 'about', hidden: true });
  const field = h('textarea', {
    rows: '1',
    dir: 'auto',
    placeholder: t('write'),
    'aria-label': t('write'),
    maxlength: '8192',
    onkeydown: onKey,
    oninput: onInput,
  });
  const attach = h('button', { type: 'button', class: 'icon', 'aria-label': t('attach') }, '📎');
  attach.setAttribute('aria-haspopup', 'menu');
  attach.addEventListener('click', offerFiles);
  const slash = h('button', { type: 'button', class: 'icon', 'aria-label': t('commands') }, '/');
  slash.setAttribute('aria-haspopup', 'menu');
  slash.addEventListener('click', () => void offerCommands());
  const send = h('button', { type: 'submit', class: 'icon send', 'aria-label': t('send') }, '➤');
  const form = h('form', { class: 'write', onsubmit: onSubmit }, attach, slash, field, send);
  const keys = h('div', { class: 'reply-keyboard', hidden: true });
  const start = h('button', { type: 'button', class: 'primary start', onclick: actions.onStart });
  const element = h('footer', { class: 'composer' }, about, form, keys, start);

  /** @param {SubmitEvent} event */
  function onSubmit(event) {
    event.preventDefault();
    void submit();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key === 'Escape' && (draft.replyTo || draft.editing)) setTarget({ replyTo: null });
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  }

  function onInput() {
    draft.text = field.value;
    actions.onType(field.value);
    showSize();
  }

  async function submit() {
    const sent = draft;
    const typed = sent.text;
    if (typed.trim() === '') return;
    // The field is free at once for the next message; what could not be sent comes back into it.
    setText(sent, '');
    const { text, entities } = readMarkup(typed);
    const isDone = sent.editing
      ? await actions.onEdit(text, sent.editing)
      : await actions.onSay(text, entities, sent);
    if (isDone) return finish(sent);
    if (sent.text === '') setText(sent, typed);
  }

  function offerFiles() {
    const items = attachments.map(({ word, make }) => ({
      label: t(word),
      onChoose: () => {
        const made = make();
        void (Array.isArray(made) ? sendAlbum(made) : sendFile(made));
      },
    }));
    openMenu(attach, { items });
  }

  async function offerCommands() {
    const items = (await actions.commands()).map(({ command, description }) => ({
      label: `/${command} — ${description}`,
      onChoose: () => void actions.onSay(`/${command}`, [], emptyDraft()),
    }));
    openMenu(slash, {
      items: items.length > 0 ? items : [{ label: t('no-commands'), onChoose() {} }],
    });
  }

  /** @param {Media} media What is written becomes the caption. */
  async function sendFile(media) {
    const sent = draft;
    const caption = sent.text.trim();
    const file = takesCaption(media) && caption !== '' ? { ...media, caption } : media;
    if (!(await actions.onSend(file, sent))) return;
    if (file !== media) setText(sent, '');
    finish(sent);
  }

  /** @param {readonly AlbumPart[]} items What is written becomes the caption of the first. */
  async function sendAlbum([first, ...others]) {
    const sent = draft;
    const caption = sent.text.trim();
    if (!first || !(await actions.onAlbum([{ ...first, caption }, ...others], sent))) return;
    setText(sent, '');
    finish(sent);
  }

  /** @param {Draft} sent */
  function finish(sent) {
    sent.replyTo = null;
    sent.quote = null;
    sent.editing = null;
    if (sent === draft) showTarget();
  }

  /**
   * @param {Draft} changed
   * @param {string} text
   */
  function setText(changed, text) {
    changed.text = text;
    if (changed !== draft) return;
    field.value = text;
    actions.onType(text);
    showSize();
  }

  /**
   * @param {{ replyTo?: MessageView | null, quote?: string | null, editing?: MessageView | null }} target
   */
  function setTarget({ replyTo = null, quote = null, editing = null }) {
    if (draft.editing && !editing) setText(draft, '');
    draft.replyTo = replyTo;
    draft.quote = quote;
    draft.editing = editing;
    if (editing) setText(draft, editing.text);
    showTarget();
  }

  function showTarget() {
    const target = draft.editing ?? draft.replyTo;
    about.hidden = target === null;
    send.setAttribute('aria-label', draft.editing ? t('save') : t('send'));
    if (!target) return;
    const title = draft.editing ? t('editing') : t('replying-to', { name: target.from.name });
    const cancel = h('button', { type: 'button', class: 'icon', 'aria-label': t('cancel') }, '×');
    cancel.addEventListener('click', () => setTarget({ replyTo: null }));
    fill(
      about,
      h(
        'div',
        { class: 'about-words' },
        h('b', {}, title),
        h('span', {}, draft.quote === null ? shortText(target) : `«${draft.quote}»`),
      ),
      cancel,
    );
  }

  function showSize() {
    send.disabled = field.value.trim() === '';
    field.style.height = 'auto';
    // Nothing that is hidden has a height; it gets its own when it is shown.
    if (field.scrollHeight > 0) field.style.height = `${field.scrollHeight}px`;
  }

  return {
    element,
    focus: () => field.focus({ preventScroll: true }),

    /** @param {Draft} shown */
    showDraft(shown) {
      draft = shown;
      setText(draft, draft.text);
      showTarget();
    },

    /**
     * @param {{ mode: 'write' | 'start' | 'restart' | 'none', keyboard: readonly (readonly KeyView[])[] }} state
     */
    showState({ mode, keyboard }) {
      form.hidden = mode !== 'write';
      element.hidden = mode === 'none';
      start.hidden = mode !== 'start' && mode !== 'restart';
      if (mode === 'start' || mode === 'restart') fill(start, t(mode));
      if (!form.hidden) showSize();
      keys.hidden = keyboard.length === 0 || mode !== 'write';
      const signature = JSON.stringify(keyboard);
      if (signature !== shownKeys) fill(keys, ...keyboard.map(keyRow));
      shownKeys = signature;
    },

    /**
     * @param {MessageView} message
     * @param {string | null} quote
     */
    reply(message, quote) {
      setTarget({ replyTo: message, quote });
      field.focus();
    },

    /** @param {MessageView} message */
    edit(message) {
      setTarget({ editing: message });
      field.focus();
    },

    clear() {
      setText(draft, '');
      field.focus();
    },

    /** @param {string} text */
    put(text) {
      setText(draft, `${text} `);
      field.focus();
    },
  };

  /** @param {readonly KeyView[]} views */
  function keyRow(views) {
    const row = views.map((key) => {
      const onclick = () => actions.onKey(key);
      return h('button', { type: 'button', class: 'key', onclick }, key.label);
    });
    return h('div', { class: 'keyboard-row' }, row);
  }
}
