/** All of them at once, each under its name. */
export async function allOf<T extends Record<string, unknown>>(work: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const entries = await Promise.all(Object.entries(work).map(async ([name, promise]) => [name, await (promise as Promise<unknown>)] as const));
  return Object.fromEntries(entries) as T;
}

/** One answer per key. */
export async function eachOf<K, V>(keys: readonly K[], ask: (key: K) => Promise<V>): Promise<Map<K, V>> {
  return new Map(await Promise.all(keys.map(async (key) => [key, await ask(key)] as const)));
}
