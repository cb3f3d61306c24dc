import type { Tone } from '#contracts';

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
