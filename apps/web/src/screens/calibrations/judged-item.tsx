import { type Calibration, type CalibrationItem, type Outcome, outcomeSchema } from '#contracts';
import { Button, Input, Segmented } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { useStepUp } from '../../components/step-up.js';
import { CallPlayer } from '../call/player/call-player.js';
import { SoundControls } from '../call/player/sound-controls.js';

/** What a reviewer entered for an item so far. */
export interface Entered {
  outcome: Outcome | null;
  note: string;
  atMs: number | null;
}

interface Props {
  item: CalibrationItem;
  entered: Entered;
  edit: (part: Partial<Entered>) => void;
  sound: CallSound;
}

/** One item to judge: its result, why, and the second that shows it. */
export function JudgedItem({ item, entered, edit, sound }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const { outcome, note, atMs } = entered;
  return (
    <li>
      <h3 id={id}>
        {format.text(item.title)}
        {item.critical && <em> {t('card.critical')}</em>}
      </h3>
      <Segmented
        value={outcome ?? ''}
        aria-labelledby={id}
        onChange={(to) => edit({ outcome: outcomeSchema.parse(to) })}
        options={outcomeSchema.options.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      {outcome !== null && (
        <>
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={1000}
            value={note}
            aria-label={`${format.text(item.title)}: ${t('calibrations.judge.why')}`}
            placeholder={t('calibrations.judge.why')}
            onChange={({ target }) => edit({ note: target.value })}
          />
          <div className="calibration-moment">
            <small>
              {atMs === null ? t('calibrations.judge.noAt') : t('calibrations.judge.at', { at: format.clock(atMs) })}
            </small>
            {sound.player && (
              <Button size="small" onClick={() => edit({ atMs: Math.round(sound.player?.ms ?? 0) })}>
                {t('calibrations.judge.take')}
              </Button>
            )}
            {atMs !== null && (
              <Button size="small" type="text" onClick={() => edit({ atMs: null })}>
                {t('calibrations.judge.drop')}
              </Button>
            )}
          </div>
        </>
      )}
    </li>
  );
}

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
    <div className="admin-section calibration-sound row gap-2 on-surface">
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
