// Follows redirects within one origin only, so that neither key nor answer reaches a host that the learner did not
// choose. The method stays as it was: a POST that became a GET would find nothing.

/** A redirect that is not followed. */
export class Redirected extends Error {
  /** @param target The origin that it leads to; empty where it is not told. */
  constructor(readonly target: string) {
    super(`Redirected to ${target === "" ? "another place" : target}.`);
  }
}

const mostHops = 4;

/** `fetch`, following redirects within the origin of `input`; throws `Redirected` where one leads elsewhere. */
export async function sameOriginFetch(inner: typeof fetch, input: string, init: RequestInit): Promise<Response> {
  let url = input;
  for (let hop = 0; ; hop++) {
    const response = await inner(url, { ...init, redirect: "manual" });
    // A browser does not tell where a redirect leads.
    if (response.type === "opaqueredirect") throw new Redirected("");
    if (![301, 302, 303, 307, 308].includes(response.status)) return response;
    const location = response.headers.get("location");
    await response.body?.cancel().catch(() => undefined);
    const target = location !== null && URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (target === undefined || hop >= mostHops) throw new Redirected("");
    if (target.origin !== new URL(url).origin) throw new Redirected(target.origin);
    url = target.href;
  }
}
