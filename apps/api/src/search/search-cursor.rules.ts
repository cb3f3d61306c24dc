/** Where a page of results ended: the start of a call in microseconds, and its number in the index. */
export interface SearchCursor {
  startedAtMicros: string;
  doc: number;
}

const FORM = /^(-?\d{1,17})\.(\d{1,10})$/;

export const writeSearchCursor = ({ startedAtMicros, doc }: SearchCursor): string =>
  Buffer.from(`${startedAtMicros}.${doc}`).toString('base64url');

/** @returns null when it is no cursor of ours */
export function readSearchCursor(text: string): SearchCursor | null {
  const [, startedAtMicros, doc] = FORM.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
  return startedAtMicros !== undefined && doc !== undefined ? { startedAtMicros, doc: Number(doc) } : null;
}
