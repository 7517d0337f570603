// How work is done at a desk, as its managers have set it: each setting with its values and the one it
// has until somebody changes it. What is stored and makes no sense any more reads as the default.

import { z } from 'zod';

/** The values of each setting, in the order in which a button goes through them; the default first named. */
const VALUES = {
  /** Whether an answer in a colleague's dialog is asked about once. */
  askOther: ['on', 'off'],
  /** After how many minutes in which a waiting client heard nothing anybody may take the dialog over. */
  takeAfterMinutes: ['30', '60', '120', '15'],
  /** After how many working minutes such a dialog goes back to everybody by itself. */
  returnAfterMinutes: ['60', '120', 'off', '30'],
  /** Who gets a dialog that nobody has, of those on duty. */
  distribution: ['off', 'round-robin', 'least-loaded'],
  /** Whether a client who writes out of hours is told when somebody will answer. */
  autoReply: ['on', 'off'],
  /** Whether supervisors read each morning who waits longest. */
  morningDigest: ['on', 'off'],
  /** Whether whoever ends a shift reads what they leave behind. */
  shiftDigest: ['on', 'off'],
} as const;

type Values = typeof VALUES;
export type SettingName = keyof Values;
export type SettingValue = Values[SettingName][number];

/** What managers have chosen, by name. */
export type DeskSettings = { readonly [name in SettingName]: Values[name][number] };

export const SETTING_NAMES = Object.keys(VALUES) as readonly SettingName[];

function oneOf<const List extends readonly [string, ...string[]]>(list: List) {
  return z.enum(list).catch(list[0] as List[number]);
}

const Stored = z
  .object({
    askOther: oneOf(VALUES.askOther),
    takeAfterMinutes: oneOf(VALUES.takeAfterMinutes),
    returnAfterMinutes: oneOf(VALUES.returnAfterMinutes),
    distribution: oneOf(VALUES.distribution),
    autoReply: oneOf(VALUES.autoReply),
    morningDigest: oneOf(VALUES.morningDigest),
    shiftDigest: oneOf(VALUES.shiftDigest),
  })
  .catch(() => DEFAULT_SETTINGS);

export const DEFAULT_SETTINGS = Object.fromEntries(
  SETTING_NAMES.map((name) => [name, VALUES[name][0]]),
) as DeskSettings;

/** The settings of a desk from what is stored of them. */
export function readSettings(stored: unknown): DeskSettings {
  return Stored.parse(stored);
}

/** All values of a setting, its default first. */
export function valuesOf(name: SettingName): readonly SettingValue[] {
  return VALUES[name];
}

/** The value after this one, for a button that goes through them; after the last comes the first. */
export function nextValue(name: SettingName, value: SettingValue): SettingValue {
  const values = valuesOf(name);
  return values[(values.indexOf(value) + 1) % values.length] as SettingValue;
}

/** Whether a setting that is on or off is on. */
export function isOn(
  settings: DeskSettings,
  name: 'askOther' | 'autoReply' | 'morningDigest' | 'shiftDigest',
): boolean {
  return settings[name] === 'on';
}

/** The minutes of a setting; null: it is off. */
export function minutesOf(
  settings: DeskSettings,
  name: 'takeAfterMinutes' | 'returnAfterMinutes',
): number | null {
  const value = settings[name];
  return value === 'off' ? null : Number(value);
}
