/** Shown where a cell has nothing to show. */
export function Dash() {
  return <span className="dash">–</span>;
}
