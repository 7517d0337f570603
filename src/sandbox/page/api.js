// The control API from the page: one function an action, typed as the sandbox's own client.

/** @import { SandboxClient } from '../client.ts' */

/** @returns {SandboxClient} */
export function createApi() {
  return new Proxy(/** @type {SandboxClient} */ ({}), {
    get: (_, name) =>
      typeof name !== 'string' || name === 'then'
        ? undefined
        : (/** @type {unknown} */ args) => act(name, args),
  });
}

/**
 * @param {string} name
 * @param {unknown} args
 * @throws Error with the sandbox's own words when the action makes no sense
 */
async function act(name, args) {
  const response = await fetch(`/control/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(args ?? {}),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? response.statusText);
  return answer.result;
}
