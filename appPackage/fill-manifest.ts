import type { PackageSettings } from './settings.ts';

/**
 * Puts the settings into the manifest's `${{NAME}}` places, as Microsoft's toolkit writes them. A value is set into a JSON
 * string as a whole, so that no character of it can end that string.
 */
export function fillManifest(template: string, settings: PackageSettings): string {
  const filled = template.replace(/\$\{\{(\w+)\}\}/g, (place, name: string) => {
    const value = (settings as unknown as Readonly<Record<string, string>>)[name];
    if (value === undefined) throw new Error(`manifest.json asks for ${place}, which no setting gives.`);
    return JSON.stringify(value).slice(1, -1);
  });
  return `${JSON.stringify(JSON.parse(filled), null, 2)}\n`;
}
