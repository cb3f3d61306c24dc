import { useEffect, useRef, useState, type ReactNode } from 'react';

interface ScrollPaneProps {
  /** Read aloud where the Tab key stops. */
  name: string;
  className: string;
  /** Stops only where nothing inside takes the focus: that would scroll it already. */
  ifEmpty?: boolean;
  children: ReactNode;
}

const FOCUSED = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** What is larger than its place scrolls in here, by keyboard too: while there is something to scroll to, the Tab key stops at it. */
export function ScrollPane({ name, className, ifEmpty = false, children }: ScrollPaneProps) {
  const pane = useRef<HTMLDivElement>(null);
  const [stops, setStops] = useState(false);
  useEffect(() => {
    const { current } = pane;
    if (!current) return;
    const measure = () => {
      const larger = current.scrollWidth > current.clientWidth || current.scrollHeight > current.clientHeight;
      setStops(larger && !(ifEmpty && current.querySelector(FOCUSED)));
    };
    const sizes = new ResizeObserver(measure);
    const changes = new MutationObserver(measure);
    for (const one of [current, ...current.children]) sizes.observe(one);
    changes.observe(current, { childList: true, subtree: true });
    return () => {
      sizes.disconnect();
      changes.disconnect();
    };
  }, [ifEmpty]);
  const stop = stops && { role: 'region', tabIndex: 0, 'aria-label': name };
  return (
    <div ref={pane} className={className} {...stop}>
      {children}
    </div>
  );
}
