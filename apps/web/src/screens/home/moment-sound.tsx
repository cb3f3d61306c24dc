import type { Moment } from '#contracts';
import { useEffect, useState } from 'react';
import { useStepUp } from '../../components/step-up.js';
import { CallPlayer } from '../call/player/call-player.js';
import { SoundControls } from '../call/player/sound-controls.js';

export interface MomentSoundProps {
  moment: Pick<Moment, 'callId' | 'legId' | 'recording' | 'atMs'>;
  /** The asker took the call: it is listened to as one's own. */
  own: boolean;
}

/** Plays a moment where it is named, from a second before it; the call's page has the rest. */
export function MomentSound({ moment, own }: MomentSoundProps) {
  const { attempt, dialog } = useStepUp();
  const [player, setPlayer] = useState<CallPlayer | null>(null);
  useEffect(() => {
    const { callId, recording, atMs } = moment;
    if (!recording || atMs === null) return;
    const purpose = own ? ('own_call' as const) : ('quality' as const);
    const subject = { callId, ...recording, holds: [], purpose, grantId: null, attempt };
    const created = new CallPlayer(subject, atMs);
    created.playFrom(atMs);
    setPlayer(created);
    return () => created.dispose();
    // The moment is one that was chosen; a list that is read again does not silence it.
  }, [moment.legId]);
  return (
    <>
      {player && (
        <div className="row gap-2 above-1">
          <SoundControls player={player} size="small" />
        </div>
      )}
      {dialog}
    </>
  );
}
