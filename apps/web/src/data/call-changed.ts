const listeners = new Set<(callId: string) => void>();

/** Hears the id of every call that the live feed names; for what is kept outside the queries. @returns how to stop */
export function onCallChanged(listener: (callId: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function notifyCallChanged(callId: string): void {
  for (const listener of listeners) listener(callId);
}
