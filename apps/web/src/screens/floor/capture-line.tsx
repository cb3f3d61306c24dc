import type { FloorRowOf } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { useAskOfCall } from '../../data/my-calls.js';
import { useMay } from '../../data/session.js';
import { RecordingState } from './recording-state.js';
import { Since } from './since.js';

interface Props {
  capture: NonNullable<FloorRowOf<'agent'>['capture']>;
  /** The agent's. */
  name: string;
  aheadMs: number;
}

/** How the recording of an agent's call stands, and a pause by the supervisor: what became of it, the floor shows by itself. */
export function CaptureLine({ capture: { liveCallId, recording, since }, name, aheadMs }: Props) {
  const { t } = useTranslation();
  const may = useMay('live_calls.control');
  const ask = useAskOfCall(liveCallId);
  const act = recording === 'recording' ? 'pause' : recording === 'paused' ? 'resume' : null;
  return (
    <div className="tile-capture">
      <RecordingState recording={recording} /> <Since at={since} aheadMs={aheadMs} />
      {may && act && (
        <Button
          size="small"
          type="text"
          loading={ask.isPending}
          aria-label={t(`floor.${act}Name`, { name })}
          onClick={() => ask.mutate({ act })}
        >
          {t(`floor.${act}`)}
        </Button>
      )}
      <Failed of={ask} />
    </div>
  );
}
