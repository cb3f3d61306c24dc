import { useRef } from 'react';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { percentOf, rulerMarks } from '../rules/axis.rules.js';
import { useWidth } from './use-width.js';

export function Ruler() {
  const { clock } = useFormat();
  const { durationMs } = useCallPage();
  const ruler = useRef<HTMLDivElement>(null);
  const width = useWidth(ruler);
  return (
    <div className="ruler" ref={ruler} aria-hidden>
      {width > 0 &&
        rulerMarks(durationMs, width).map((at) => (
          <span key={at} style={{ left: percentOf(at, durationMs) }}>
            {clock(at)}
          </span>
        ))}
    </div>
  );
}
