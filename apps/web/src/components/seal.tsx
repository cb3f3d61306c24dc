/** The small mark: a seal with 首. */
export function Seal({ size = 34 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 36 36" role="img" aria-label="首问 Shouwen">
      <rect x="1" y="1" width="34" height="34" rx="8" fill="var(--accent)" />
      <rect x="4" y="4" width="28" height="28" rx="5.5" fill="none" stroke="var(--surface)" strokeOpacity=".5" />
      <text x="18" y="24.4" textAnchor="middle" fontSize="17.5" fontWeight="600" fill="var(--surface)" lang="zh">
        首
      </text>
    </svg>
  );
}
