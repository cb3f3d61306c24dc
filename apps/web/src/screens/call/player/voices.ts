import type { Recording } from '#contracts';
import { type RefObject, useEffect, useState } from 'react';

export interface Voice {
  voice: 'agent' | 'customer' | 'left' | 'right' | 'mono';
  /** Which array of the peaks. */
  channel: number;
}

/** The lanes of a recording: who is who only where the source said which channel the agent is on. */
export function voicesOf(recording: Recording | null): Voice[] {
  if (!recording || recording.channels < 2) return [{ voice: 'mono', channel: 0 }];
  if (recording.agentChannel === null) {
    return [
      { voice: 'left', channel: 0 },
      { voice: 'right', channel: 1 },
    ];
  }
  const agent = recording.agentChannel === 'left' ? 0 : 1;
  return [
    { voice: 'agent', channel: agent },
    { voice: 'customer', channel: 1 - agent },
  ];
}

/** The width of an element in CSS pixels, kept up to date; 0 before it is drawn. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!ref.current) return;
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watcher.observe(ref.current);
    return () => watcher.disconnect();
  }, [ref]);
  return width;
}
