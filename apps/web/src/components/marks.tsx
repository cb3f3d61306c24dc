import type { Source, Tone } from '#contracts';

const SHAPES: Record<Tone, React.ReactNode> = {
  met: (
    <>
      <circle cx="8" cy="8" r="7" fill="var(--met)" />
      <path d="M4.8 8.3l2.2 2.2 4.2-4.6" fill="none" stroke="var(--surface)" strokeWidth="1.8" />
    </>
  ),
  not_met: (
    <>
      <rect x="2.6" y="2.6" width="10.8" height="10.8" rx="1.4" transform="rotate(45 8 8)" fill="var(--not_met)" />
      <path d="M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2" stroke="var(--surface)" strokeWidth="1.7" />
    </>
  ),
  told: (
    <g fill="none" stroke="var(--not_applicable)">
      <rect x="2.9" y="2.9" width="10.2" height="10.2" rx="1.4" transform="rotate(45 8 8)" strokeWidth="1.3" />
      <path d="M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2" strokeWidth="1.5" />
    </g>
  ),
  not_applicable: (
    <g fill="none" stroke="var(--not_applicable)">
      <circle cx="8" cy="8" r="6.2" strokeWidth="1.3" />
      <path d="M5 8h6" strokeWidth="1.5" />
    </g>
  ),
  insufficient: (
    <g stroke="var(--insufficient)">
      <circle cx="8" cy="8" r="6.4" fill="var(--insufficientSoft)" strokeWidth="1.4" strokeDasharray="2.6 1.8" />
      <path d="M6.1 6.4c.1-2.5 3.9-2.3 3.8 0 0 1.3-1.8 1.4-1.9 2.8M8 11.4v.1" fill="none" strokeWidth="1.5" />
    </g>
  ),
};

/** The shape of an outcome; its word must be beside it or in the name of what holds it. */
export function OutcomeGlyph({ outcome, size = 16 }: { outcome: Tone; size?: number }) {
  return (
    <svg
      className="outcome-glyph"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      {SHAPES[outcome]}
    </svg>
  );
}

const SOURCE_SHAPES: Record<Source, React.ReactNode> = {
  fact: (
    <path d="M3 2h2.2l1 2.6-1.4 1a6.5 6.5 0 0 0 3.2 3.2l1-1.4 2.6 1v2.4c0 .8-.7 1.3-1.4 1.2C5.6 11.5 2.5 8.4 2 3.4 1.9 2.7 2.3 2 3 2z" />
  ),
  rule: <path d="M2 3.5h10M2 7h10M2 10.5h6" />,
  model: <path d="M1.8 5.5c1.7-2 3.4-2 5.2-.4s3.5 1.6 5.2-.4M1.8 9.7c1.7-2 3.4-2 5.2-.4s3.5 1.6 5.2-.4" />,
  human: (
    <>
      <circle cx="7" cy="4.4" r="2.3" />
      <path d="M2.4 12c.5-2.7 2.3-4 4.6-4s4.1 1.3 4.6 4" />
    </>
  ),
};

/** Where a result comes from: handset, three lines, two waves, person; its word must be beside it. */
export function SourceGlyph({ source }: { source: Source }) {
  return (
    <svg
      className="source-glyph"
      width="13"
      height="13"
      viewBox="0 0 14 14"
      fill="none"
      stroke={`var(--${source})`}
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      {SOURCE_SHAPES[source]}
    </svg>
  );
}
