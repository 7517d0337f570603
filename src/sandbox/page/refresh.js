// One look at a time, and one more if something changed meanwhile: a burst of changes costs two. A look
// that fails is no matter: the next change, or the connection when it is back, brings another.

/**
 * @param {() => Promise<void>} load
 * @returns {() => Promise<void>} settles when what it shows is at least as new as the call
 */
export function createRefresh(load) {
  /** @type {Promise<void> | null} */
  let running = null;
  /** @type {Promise<void> | null} */
  let waiting = null;

  /** @returns {Promise<void>} */
  function run() {
    running = load()
      .catch(() => undefined)
      .then(() => {
        running = null;
      });
    return running;
  }

  return function refresh() {
    if (!running) return run();
    waiting ??= running.then(() => {
      waiting = null;
      return run();
    });
    return waiting;
  };
}
