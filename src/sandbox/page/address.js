// Who is open, and where, in the page's address: so it survives a reload and can be sent to a colleague.
// A tab that comes back from elsewhere finds its windows as they were.
import { parsePlace, placeKey } from './place.js';

/** @import { Place } from './place.js' */

const STORED = 'deskroom-windows';
/** So many stay beside the one that a link from elsewhere opens. */
const BESIDE = 2;

/** @returns {Map<number, Place | null>} people by id, in the order of their windows */
export function readAddress() {
  const named = parse(location.hash.slice(1));
  if (named.size > 0) return named;
  const kept = parse(stored());
  const called = Number(new URLSearchParams(location.search).get('with') ?? Number.NaN);
  if (Number.isNaN(called)) return kept;
  kept.delete(called);
  const beside = [...kept].slice(-BESIDE);
  return new Map([[called, { chatId: called }], ...beside]);
}

/** @param {ReadonlyMap<number, Place | null>} windows */
export function writeAddress(windows) {
  const parts = [...windows].map(([id, place]) => `${id}=${place ? placeKey(place) : ''}`);
  history.replaceState(null, '', `/#${parts.join('&')}`);
  try {
    sessionStorage.setItem(STORED, parts.join('&'));
  } catch {
    // Without storage only the address remembers.
  }
}

/**
 * @param {string} text
 * @returns {Map<number, Place | null>}
 */
function parse(text) {
  return new Map(
    [...new URLSearchParams(text)]
      .filter(([id]) => /^\d+$/.test(id))
      .map(([id, place]) => [Number(id), parsePlace(place)]),
  );
}

function stored() {
  try {
    return sessionStorage.getItem(STORED) ?? '';
  } catch {
    return '';
  }
}
