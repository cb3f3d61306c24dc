import type { CoachingMoment, Play } from '#contracts';
import { useEffect, useState } from 'react';
import { useStepUp } from '../../components/step-up.js';
import { CallPlayer } from '../call/player/call-player.js';
import { SoundControls } from '../call/player/sound-controls.js';

export interface ClipProps {
  callId: string;
  recording: NonNullable<CoachingMoment['recording']>;
  fromMs: number;
  toMs: number;
  /** The listener took the call. */
  own: boolean;
  /** Opens the playback by another right than that to the call, for the stretch alone. */
  open?: () => Promise<Play>;
}

/** Plays a stretch of a recording through the same door as everywhere, and stops at its end. */
export function ClipSound({ callId, recording, fromMs, toMs, own, open }: ClipProps) {
  const { attempt, dialog } = useStepUp();
  const [player, setPlayer] = useState<CallPlayer | null>(null);
  const { recordingId } = recording;
  useEffect(() => {
    const purpose = own ? ('own_call' as const) : ('quality' as const);
    const subject = { callId, ...recording, holds: [], purpose, grantId: null, attempt };
    const created = new CallPlayer({ ...subject, ...(open && { open, untilMs: toMs }) }, fromMs);
    // Once: a person who goes on from there hears on.
    let stopped = false;
    created.onTick(() => {
      if (stopped || created.ms < toMs) return;
      stopped = true;
      created.pause();
    });
    void created.play();
    setPlayer(created);
    return () => created.dispose();
  }, [callId, recordingId, fromMs, toMs, own]);
  const toggle = (one: CallPlayer) => {
    // After its end it begins again.
    if (!one.getState().playing && one.ms >= toMs) one.seek(fromMs);
    one.toggle();
  };
  return (
    <>
      {player && (
        <div className="coaching-acts">
          <SoundControls player={player} size="small" toMs={toMs} onToggle={() => toggle(player)} />
        </div>
      )}
      {dialog}
    </>
  );
}
