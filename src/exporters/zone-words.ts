// Time zones as people name them: «Барнаул», “Colombo”, “Uzbekistan”. The words are those of ICU, in every
// language the bot speaks. Pure.

import { LOCALES, type Locale } from '../platform/i18n.ts';

/** Filled at the first question: that takes a fifth of a second, and most never type a city. */
let known: ReadonlyMap<string, string> | undefined;

/** The zone of a city or of a country with one zone, in any of our languages; null: it is none we know. */
export function zoneCalled(words: string): string | null {
  known ??= new Map(Intl.supportedValuesOf('timeZone').flatMap(entriesOf));
  return known.get(plain(words)) ?? null;
}

/** What a zone is called there: mostly its city, or a country that has no other zone. */
export function zoneTitle(locale: Locale, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortGeneric' });
  const name = format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value;
  return name?.replace(/ Time$/, '') ?? timeZone;
}

function entriesOf(timeZone: string): [string, string][] {
  const city = timeZone.slice(timeZone.lastIndexOf('/') + 1);
  const titles = LOCALES.map((locale) => zoneTitle(locale, timeZone));
  return [city, ...titles].map((words) => [plain(words), timeZone]);
}

/** People leave out dots and accents, and write dashes and gaps as they like. */
function plain(words: string): string {
  const bare = words.normalize('NFD').replace(/\p{M}/gu, '');
  return bare
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}
