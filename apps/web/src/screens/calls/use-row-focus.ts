import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useShortcuts } from '../../components/keyboard.js';
import { takeLookedAt } from '../../data/call-list.js';

/**
 * The rows are one stop of the Tab key: arrows, J and K move between them, Home and End to the ends of what is drawn, and the row that had the
 * focus keeps the place. Back from a call, its row has the focus.
 * @param ready once the rows are there
 */
export function useRowFocus(ready: boolean) {
  const [current, setCurrent] = useState<string | null>(null);
  const pane = useRef<HTMLElement | null>(null);
  const focusRow = (id: string | undefined, preventScroll = false): void => {
    const link = id && pane.current?.querySelector<HTMLElement>(`[data-call="${id}"] .row-link`);
    if (!link) return;
    setCurrent(id);
    link.focus({ preventScroll });
  };
  const drawnRows = () => [...(pane.current?.querySelectorAll<HTMLElement>('[data-call]') ?? [])];
  const step = (by: 1 | -1): void => {
    const drawn = drawnRows();
    const here = drawn.findIndex((row) => row.contains(document.activeElement));
    const next = here < 0 ? (drawn.find((row) => row.dataset['call'] === current) ?? drawn[0]) : drawn[here + by];
    focusRow(next?.dataset['call']);
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) });
  const returned = useRef(false);
  useEffect(() => {
    if (!ready || returned.current) return;
    returned.current = true;
    const left = takeLookedAt();
    if (left) requestAnimationFrame(() => focusRow(left, true));
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!(event.target as HTMLElement).closest('[data-call]')) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    const end = { Home: 0, End: -1 }[event.key];
    if (by === undefined && end === undefined) return;
    event.preventDefault();
    if (by) step(by);
    else focusRow(drawnRows().at(end!)?.dataset['call']);
  };
  const onFocus = (event: React.FocusEvent<HTMLElement>): void => {
    const id = event.target.closest<HTMLElement>('[data-call]')?.dataset['call'];
    if (id) setCurrent(id);
  };
  /** The one row that Tab reaches: the current one if it is drawn, else the first that is. */
  const stopOf = (drawn: readonly string[]): string | undefined =>
    current !== null && drawn.includes(current) ? current : drawn[0];
  return { pane, onKeyDown, onFocus, stopOf };
}
