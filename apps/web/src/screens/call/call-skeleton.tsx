/** The page's shape while it is being read. */
export function CallSkeleton() {
  return (
    <div className="call" aria-busy>
      <div className="call-head">
        <span className="bone" style={{ width: 280, height: 20, margin: '10px 8px' }} />
        <span className="bone" style={{ width: 520, margin: '8px' }} />
      </div>
      <div className="player">
        <span className="bone" style={{ height: 190 }} />
      </div>
      <div className="panes panes-skeleton">
        {Array.from({ length: 9 }, (_, index) => (
          <span key={index} className="bone" style={{ width: `${70 - ((index * 13) % 40)}%` }} />
        ))}
      </div>
    </div>
  );
}
