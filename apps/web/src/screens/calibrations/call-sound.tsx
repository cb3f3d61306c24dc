import type { Calibration } from '#contracts';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStepUp } from '../../components/step-up.js';
import { CallPlayer } from '../call/player/call-player.js';
import { SoundControls } from '../call/player/sound-controls.js';

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
        <SoundControls player={sound.player}>
          <Back player={sound.player} />
        </SoundControls>
      ) : (
        <Button onClick={() => sound.playFrom(0)}>{t('home.sound.play')}</Button>
      )}
      {sound.dialog}
    </div>
  );
}

function Back({ player }: { player: CallPlayer }) {
  const { t } = useTranslation();
  return <Button onClick={() => player.seek(Math.max(0, player.ms - BACK_MS))}>{t('calibrations.sound.back')}</Button>;
}
