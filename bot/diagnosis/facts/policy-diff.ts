interface ModifiedProperty {
  readonly displayName?: string | null;
  readonly oldValue?: string | null;
  readonly newValue?: string | null;
}

type Tree = Readonly<Record<string, unknown>>;
const tree = (value: unknown): Tree | undefined => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : undefined);

/**
 * Does a change of a policy widen or harden it? The audit carries the whole old and new policy as JSON in strings.
 * @returns undefined when the change cannot be compared.
 * @see https://learn.microsoft.com/entra/identity/conditional-access/troubleshoot-policy-changes-audit-log
 */
export function hardens(properties: readonly ModifiedProperty[], isNew: boolean, parse: (value: string | null | undefined) => unknown): boolean | undefined {
  const verdicts = properties.filter(Boolean).map((property) => {
    const before = parse(property.oldValue);
    const after = parse(property.newValue);
    const whole = tree(after);
    if (whole && ('state' in whole || 'grantControls' in whole || 'conditions' in whole)) return compare(tree(before), whole, isNew);
    return /^state$/i.test(property.displayName ?? '') ? stateHardens(before, after) : undefined;
  });
  if (verdicts.includes(true)) return true;
  return verdicts.includes(false) ? false : undefined;
}

const isEnforced = (state: unknown): boolean => typeof state === 'string' && state.toLowerCase() === 'enabled';

const stateHardens = (before: unknown, after: unknown): boolean => isEnforced(after) && !isEnforced(before);

function compare(before: Tree | undefined, after: Tree, isNew: boolean): boolean | undefined {
  if ('state' in after && !isEnforced(after['state'])) return false;
  if (!before) return isNew || undefined;
  if ('state' in before && stateHardens(before['state'], after['state'])) return true;
  if (grantHardens(tree(before['grantControls']), tree(after['grantControls']))) return true;
  return conditionsWiden(before['conditions'], after['conditions'], '');
}

function grantHardens(before: Tree | undefined, after: Tree | undefined): boolean {
  if (!after) return false;
  if (!before) return true;
  const old = list(before['builtInControls']);
  const now = list(after['builtInControls']);
  return now.length > 0 && !isImplied(old, allOf(before), now, allOf(after));
}

const allOf = (grant: Tree): boolean => JSON.stringify(grant['operator'] ?? '').toUpperCase() === '"AND"';

/** Whoever fulfilled the old controls fulfils the new ones too: another way in or a dropped control hardens nothing. */
function isImplied(old: readonly string[], oldNeedsAll: boolean, now: readonly string[], needsAll: boolean): boolean {
  if (old.length === 0) return false;
  const ways = oldNeedsAll ? [old] : old.map((control) => [control]);
  return ways.every((given) => (needsAll ? now.every((control) => given.includes(control)) : now.some((control) => given.includes(control))));
}

/** Includes that grow and excludes that shrink catch more people; any other difference may, so it counts too. */
function conditionsWiden(before: unknown, after: unknown, name: string): boolean {
  if (JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return false;
  const [a, b] = [tree(before), tree(after)];
  if (a && b) return [...new Set([...Object.keys(a), ...Object.keys(b)])].some((key) => conditionsWiden(a[key], b[key], key));
  if (Array.isArray(before ?? []) && Array.isArray(after ?? [])) {
    const [old, now] = [list(before), list(after)];
    if (/^exclude/i.test(name)) return old.some((entry) => !now.includes(entry));
    if (/^include/i.test(name)) return now.some((entry) => !old.includes(entry));
  }
  return true;
}

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map((entry) => (typeof entry === 'string' ? entry.toLowerCase() : JSON.stringify(entry))) : []);
