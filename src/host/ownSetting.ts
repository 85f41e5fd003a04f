// Reads a setting that is the learner's alone. A workspace cannot set it, but it can hide it: a key of the workspace's
// below ours ("tutor.model.x") makes VS Code give an object in its place. So the layers are read, not their sum.

/** A setting as `WorkspaceConfiguration.inspect` tells it. */
export interface InspectedSetting {
  readonly defaultValue?: unknown;
  readonly globalValue?: unknown;
}

/**
 * What the learner's own settings say, else the manifest's default; a value of another type than that is passed over.
 */
export function ownSetting(name: string, found: InspectedSetting | undefined): string | number | boolean | object {
  const { defaultValue, globalValue } = found ?? {};
  if (defaultValue === undefined) throw new Error(`The setting tutor.${name} is missing from package.json.`);
  return (isLike(globalValue, defaultValue) ? globalValue : defaultValue) as string | number | boolean | object;
}

function isLike(value: unknown, other: unknown): boolean {
  return typeof value === typeof other && value !== null && Array.isArray(value) === Array.isArray(other);
}
