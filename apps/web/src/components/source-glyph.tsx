import type { Source } from '#contracts';

const SHAPES: Record<Source, React.ReactNode> = {
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
      {SHAPES[source]}
    </svg>
  );
}
