// Who is open, and where, in the page's address: so it survives a reload and can be sent to a colleague.
import { parsePlace, placeKey } from './place.js';

/** @import { Place } from './place.js' */

/** @returns {Map<number, Place | null>} people by id, in the order of their windows */
export function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  return new Map(
    [...parts]
      .filter(([id]) => /^\d+$/.test(id))
      .map(([id, place]) => [Number(id), parsePlace(place)]),
  );
}

/** @param {ReadonlyMap<number, Place | null>} windows */
export function writeAddress(windows) {
  const parts = [...windows].map(([id, place]) => `${id}=${place ? placeKey(place) : ''}`);
  history.replaceState(null, '', `#${parts.join('&')}`);
}
