// What changes in the sandbox, as it changes.

/** @import { Change } from '../world/changes.ts' */

/** Changes come in bursts; those of so many milliseconds are told together. */
const BURST_MS = 30;

/**
 * @param {{ onChanges: (changes: readonly Change[]) => void, onLink: (isUp: boolean) => void }} listener
 *   `onLink(true)` after a loss means: look at everything anew
 */
export function watchChanges({ onChanges, onLink }) {
  /** @type {Change[]} */
  let burst = [];
  const source = new EventSource('/control/events');
  source.addEventListener('open', () => onLink(true));
  source.addEventListener('error', () => onLink(false));
  source.addEventListener('change', (event) => {
    /** @type {Change} */
    const change = JSON.parse(event.data);
    if (change.what === 'call') return;
    if (burst.length === 0) setTimeout(flush, BURST_MS);
    burst.push(change);
  });

  function flush() {
    const changes = burst;
    burst = [];
    onChanges(changes);
  }
}
