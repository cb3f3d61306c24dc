/** A sentence with `{{name}}` filled in; a name that has no value is left out. */
export const filled = (sentence: string, values: Record<string, unknown>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
