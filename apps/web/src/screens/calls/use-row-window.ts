import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { before, inSight, offsetsOf, type Tall } from './call-entries.rules.js';

/** Drawn beyond the edges, so that scrolling a little and moving the focus meet rows that are there. */
const BEYOND = 600;

/**
 * Draws only the rows in sight of a scrolled pane. When rows come or go above them, the row at the top of the pane stays where it is; only
 * at the very top new rows push in. With `on` false everything is drawn.
 */
export function useRowWindow(items: readonly Tall[], on: boolean) {
  const [pane, setPane] = useState<HTMLElement | null>(null);
  const [sight, setSight] = useState({ top: 0, height: 2_000 });
  const anchor = useRef<{ id: string; into: number } | null>(null);
  const offsets = offsetsOf(items);
  const latest = useRef({ items, offsets });
  useLayoutEffect(() => {
    latest.current = { items, offsets };
  });
  const look = useCallback(() => {
    if (!pane) return;
    const { items: rows, offsets: begins } = latest.current;
    const at = before(begins, pane.scrollTop);
    const row = rows[at];
    anchor.current = pane.scrollTop > 0 && row ? { id: row.id, into: pane.scrollTop - (begins[at] ?? 0) } : null;
    setSight((was) =>
      was.top === pane.scrollTop && was.height === pane.clientHeight
        ? was
        : { top: pane.scrollTop, height: pane.clientHeight },
    );
  }, [pane]);
  useEffect(() => {
    if (!pane || !on) return;
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(pane);
    pane.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      pane.removeEventListener('scroll', look);
    };
  }, [pane, on, look]);
  const order = items.map(({ id }) => id).join(' ');
  useLayoutEffect(() => {
    if (!pane || !on || !anchor.current) return;
    const { items: rows, offsets: begins } = latest.current;
    const at = rows.findIndex(({ id }) => id === anchor.current?.id);
    if (at >= 0) pane.scrollTop = (begins[at] ?? 0) + anchor.current.into;
    look();
  }, [order, pane, on, look]);
  const whole = offsets.at(-1) ?? 0;
  if (!on) return { setPane, from: 0, to: items.length, above: 0, below: 0 };
  const { from, to } = inSight(offsets, sight, BEYOND);
  return { setPane, from, to, above: offsets[from] ?? 0, below: whole - (offsets[to] ?? whole) };
}
