import type { CallRow } from '#contracts';
import { useReason } from '../../components/use-reason.js';

/** Why a call waits or has no recording, over the columns that a score would fill; never cut short. */
export function ReasonCell({ call, over }: { call: CallRow; over: number }) {
  const reason = useReason(call.stage, call.stageReason);
  return (
    <div role="cell" className="col-reason" style={{ gridColumn: `span ${over}` }}>
      {reason.next ? (
        <>
          <b>{reason.what}</b>
          <small>{reason.next}</small>
        </>
      ) : (
        reason.what
      )}
    </div>
  );
}
