/** A code or a name; never a message, which may quote what it failed on. */
export const failureCodeOf = (error: unknown): string =>
  error instanceof Error ? String((error as { code?: unknown }).code ?? error.name) : 'unknown';
