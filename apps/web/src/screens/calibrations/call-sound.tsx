import type { Calibration } from '#contracts';
import { Button } from 'antd';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { useStepUp } from '../../components/step-up.js';
import { useFormat } from '../../format/use-format.js';
import { CallPlayer } from '../call/player/call-player.js';

const BACK_MS = 10_000;

/** The recording of a calibration; the player is made with the first press, so that nothing is opened by looking. */
export function useCallSound({ callId, recording }: Pick<Calibration, 'callId' | 'recording'>) {
  const { attempt, dialog } = useStepUp();
  const [player, setPlayer] = useState<CallPlayer | null>(null);
  useEffect(() => () => player?.dispose(), [player]);
  const playFrom = (ms: number) => {
    if (!recording) return;
    if (player) return player.playFrom(ms);
    const subject = { callId, ...recording, holds: [], purpose: 'quality' as const, grantId: null, attempt };
    const created = new CallPlayer(subject, ms);
    created.playFrom(ms);
    setPlayer(created);
  };
  return { player, playFrom, dialog, playable: recording !== null };
}
export type CallSound = ReturnType<typeof useCallSound>;

export function SoundBar({ sound }: { sound: CallSound }) {
  const { t } = useTranslation();
  if (!sound.playable) return <p className="note">{t('calibrations.sound.none')}</p>;
  return (
    <div className="admin-section calibration-sound">
      {sound.player ? (
        <Controls player={sound.player} />
      ) : (
        <Button onClick={() => sound.playFrom(0)}>{t('calibrations.sound.play')}</Button>
      )}
      {sound.dialog}
    </div>
  );
}

function Controls({ player }: { player: CallPlayer }) {
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
  return (
    <>
      <Button loading={phase === 'opening'} onClick={() => player.toggle()}>
        {t(playing ? 'calibrations.sound.pause' : 'calibrations.sound.play')}
      </Button>
      <Button onClick={() => player.seek(Math.max(0, player.ms - BACK_MS))}>{t('calibrations.sound.back')}</Button>
      <span ref={clock} />
      <small>/ {format.clock(player.subject.durationMs)}</small>
      {phase === 'failed' &&
        (failure ? <Failed of={{ error: failure }} /> : <small>{t('calibrations.sound.failed')}</small>)}
    </>
  );
}
