// The settings of a desk as managers read and press them.

import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { defineChoice } from '../platform/telegram/callback-data.ts';
import {
  type DeskSettings,
  SETTING_NAMES,
  type SettingName,
  type SettingValue,
  valuesOf,
} from './settings.ts';

/** Under the settings; the id is the desk's, the revision the place of the shown value in its list. */
export const settingButton = defineChoice('setting', settingCodes());

/** Data of buttons has no capital letters. */
function settingCodes(): readonly string[] {
  return SETTING_NAMES.map(codeOf);
}

function codeOf(name: SettingName): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What a pressed button is about; null: nothing that there is. */
export function readSettingPress(
  data: string | undefined,
): { deskId: number; name: SettingName; from: SettingValue } | null {
  const button = settingButton.parse(data);
  const name = SETTING_NAMES.find((known) => codeOf(known) === button?.choice);
  const from = name && button ? valuesOf(name)[button.revision] : undefined;
  return name && from && button ? { deskId: button.id, name, from } : null;
}

export type SettingsViews = ReturnType<typeof createSettingsViews>;

/** Words without markup, with a button for each setting that shows its value. */
export function createSettingsViews(t: Translate) {
  function valueWords(locale: Locale, value: SettingValue): string {
    return /^\d/.test(value)
      ? t(locale, 'setting-minutes', { minutes: Number(value) })
      : t(locale, `setting-value-${value}`);
  }

  /** A setting and its value, as on its button: «Забрать: через 30 мин». */
  function shortWords(locale: Locale, name: SettingName, value: SettingValue): string {
    return `${t(locale, `setting-short-${codeOf(name)}`)}: ${valueWords(locale, value)}`;
  }

  function settings(locale: Locale, deskId: number, of: DeskSettings): View {
    const lines = SETTING_NAMES.map(
      (name) => `• ${t(locale, `setting-${codeOf(name)}`)}: ${valueWords(locale, of[name])}`,
    );
    const keyboard: InlineKeyboardMarkup = {
      inline_keyboard: SETTING_NAMES.map((name) => [
        {
          text: shortWords(locale, name, of[name]),
          callback_data: settingButton.encode({
            id: deskId,
            revision: valuesOf(name).indexOf(of[name]),
            choice: codeOf(name),
          }),
        },
      ]),
    };
    const text = [t(locale, 'settings-title'), '', ...lines, '', t(locale, 'settings-help')];
    return { text: text.join('\n'), keyboard };
  }

  return { settings, shortWords };
}
