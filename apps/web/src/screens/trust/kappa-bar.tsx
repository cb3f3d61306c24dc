import type { ItemTrustRow } from '#contracts';

/** From 0 to 1; what is below 0 is drawn at 0. */
const at = (value: number): string => `${Math.round(Math.min(1, Math.max(0, value)) * 100)}%`;

/** The interval, the value in it, and the target: what the words beside it say, so that readers are not read it twice. */
export function KappaBar({ kappa, target }: Pick<ItemTrustRow, 'kappa' | 'target'>) {
  return (
    <span className="kappa-bar" aria-hidden>
      {kappa && (
        <>
          <i className="kappa-spread" style={{ left: at(kappa.low), right: `calc(100% - ${at(kappa.high)})` }} />
          <i className="kappa-value" style={{ left: at(kappa.kappa) }} />
        </>
      )}
      <i className="kappa-target" style={{ left: at(target) }} />
    </span>
  );
}
