// When an exporter works: hours as people type them, and the zones that are offered. Pure.

import { IANAZone } from 'luxon';
import { zoneCalled } from './zone-words.ts';

export interface Hours {
  /** «09:00». */
  readonly from: string;
  /** «18:00», later than `from`; at most «24:00». */
  readonly to: string;
}

/** Where nobody says otherwise. */
export const USUAL_HOURS: Hours = { from: '09:00', to: '18:00' };

/** What is offered as buttons. */
export const OFFERED_HOURS: readonly Hours[] = [
  USUAL_HOURS,
  { from: '08:00', to: '17:00' },
  { from: '10:00', to: '19:00' },
  { from: '00:00', to: '24:00' },
];

/** «9-18», «с 9:00 до 18:30», «9.00–18»: the first two times, whatever stands around them. */
const TIMES = /(\d{1,2})(?:[:.](\d{2}))?\D+?(\d{1,2})(?:[:.](\d{2}))?/u;

/** Null for what is no time of one day, or ends before it begins. */
export function readHours(text: string): Hours | null {
  const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] = TIMES.exec(text) ?? [];
  if (fromHour === undefined || toHour === undefined) return null;
  const from = timeOf(fromHour, fromMinute);
  const to = timeOf(toHour, toMinute);
  return from && to && from < to ? { from, to } : null;
}

function timeOf(hour: string, minute: string): string | null {
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time) ? time : null;
}

/**
 * The zones that are offered, by the name of their sentence (`zone-moscow`): where exporters of the
 * marketplace are.
 */
export const ZONES = {
  kaliningrad: 'Europe/Kaliningrad',
  moscow: 'Europe/Moscow',
  samara: 'Europe/Samara',
  yekaterinburg: 'Asia/Yekaterinburg',
  omsk: 'Asia/Omsk',
  krasnoyarsk: 'Asia/Krasnoyarsk',
  irkutsk: 'Asia/Irkutsk',
  yakutsk: 'Asia/Yakutsk',
  vladivostok: 'Asia/Vladivostok',
  kamchatka: 'Asia/Kamchatka',
  minsk: 'Europe/Minsk',
  almaty: 'Asia/Almaty',
  dubai: 'Asia/Dubai',
  tehran: 'Asia/Tehran',
  delhi: 'Asia/Kolkata',
  beijing: 'Asia/Shanghai',
  jakarta: 'Asia/Jakarta',
  cairo: 'Africa/Cairo',
  addis: 'Africa/Addis_Ababa',
  johannesburg: 'Africa/Johannesburg',
  saopaulo: 'America/Sao_Paulo',
} as const;
export type ZoneName = keyof typeof ZONES;
export const ZONE_NAMES = Object.keys(ZONES) as readonly ZoneName[];

/** The offered name of a zone; null: it is another one. */
export function zoneNameOf(timeZone: string): ZoneName | null {
  return ZONE_NAMES.find((name) => ZONES[name] === timeZone) ?? null;
}

/** «+3», «+5:30»: what its clocks are ahead of Greenwich at that moment. */
export function offsetOf(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' });
  const name = parts.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name.replace('GMT', '') || '+0';
}

const OFFSET = /^(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?00)?$/i;
const FARTHEST_EAST = 14;
const FARTHEST_WEST = 12;

/** «UTC+5», «+5», an IANA name, or a city or country as people call it; null for anything else. */
export function readZone(text: string): string | null {
  const words = text.trim();
  const [, sign, hours] = OFFSET.exec(words) ?? [];
  if (sign === undefined || hours === undefined) {
    return knownZone(words.replace(/\s+/g, '_')) ?? zoneCalled(words);
  }
  const isEast = sign === '+';
  if (Number(hours) > (isEast ? FARTHEST_EAST : FARTHEST_WEST)) return null;
  // In the names of these zones the sign is turned round.
  return Number(hours) === 0 ? 'Etc/GMT' : `Etc/GMT${isEast ? '-' : '+'}${Number(hours)}`;
}

/** Telegram and people write them in letters of any size, clocks do not. */
function knownZone(name: string): string | null {
  if (!name.includes('/') || !IANAZone.isValidZone(name)) return null;
  return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
}
