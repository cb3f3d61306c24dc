import { useCallPage } from '../call-page.js';

/** Queue, ringing, talking and holding in proportion; the list below says the same in words. */
export function LegBar() {
  const { call, leg, durationMs } = useCallPage();
  const facts = call.legs[leg];
  if (!facts || durationMs === 0) return null;
  const edges = [0, ...facts.holdSpans.flatMap((hold) => [hold.fromMs, hold.toMs]), durationMs];
  const line = edges.slice(0, -1).map((from, index) => ({
    kind: index % 2 === 0 ? 'talk' : 'hold',
    length: (edges[index + 1] ?? durationMs) - from,
  }));
  const parts = [
    { kind: 'queue', length: (facts.queueSeconds ?? 0) * 1000 },
    { kind: 'ring', length: (facts.ringSeconds ?? 0) * 1000 },
    ...line,
  ];
  return (
    <div className="leg-bar" aria-hidden>
      {parts
        .filter((part) => part.length > 0)
        .map((part, index) => (
          <i key={index} className={part.kind} style={{ flexGrow: part.length }} />
        ))}
    </div>
  );
}
