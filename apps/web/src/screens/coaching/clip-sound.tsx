import type { CoachingMoment, Play } from '#contracts';
import { Button } from 'antd';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { useStepUp } from '../../components/step-up.js';
import { useFormat } from '../../format/use-format.js';
import { CallPlayer } from '../call/player/call-player.js';

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
  return (
    <>
      {player && <Controls player={player} fromMs={fromMs} toMs={toMs} />}
      {dialog}
    </>
  );
}

function Controls({ player, fromMs, toMs }: { player: CallPlayer; fromMs: number; toMs: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { playing, phase, failure } = useSyncExternalStore(player.subscribe, player.getState);
  const clock = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = () => {
      if (clock.current) clock.current.textContent = format.clock(player.ms);
    };
    show();
    return player.onTick(show);
  }, [player, format]);
  const toggle = () => {
    // After its end it begins again.
    if (!playing && player.ms >= toMs) player.seek(fromMs);
    player.toggle();
  };
  return (
    <div className="coaching-acts">
      <Button size="small" loading={phase === 'opening'} onClick={toggle}>
        {t(playing ? 'home.sound.pause' : 'home.sound.play')}
      </Button>
      <span ref={clock} />
      <small>/ {format.clock(toMs)}</small>
      {phase === 'failed' && (failure ? <Failed of={{ error: failure }} /> : <small>{t('home.sound.failed')}</small>)}
    </div>
  );
}
