/** Audit values are JSON inside strings, sometimes twice, sometimes plain text. */
export function auditedJson(value: string | null | undefined): unknown {
  let current: unknown = value;
  for (let layer = 0; layer < 3 && typeof current === 'string'; layer += 1) {
    try {
      current = JSON.parse(current);
    } catch {
      return current;
    }
  }
  return current;
}

/** `["true"]`, `"[true]"`, `true` and `"True"` all say the same. */
export function auditedFlag(value: string | null | undefined): boolean | undefined {
  const text = JSON.stringify(auditedJson(value) ?? '').toLowerCase();
  if (text.includes('true')) return true;
  return text.includes('false') ? false : undefined;
}
