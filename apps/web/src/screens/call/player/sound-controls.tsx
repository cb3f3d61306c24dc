import { Button } from 'antd';
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../../components/failure-note.js';
import { useFormat } from '../../../format/use-format.js';
import { type CallPlayer } from './call-player.js';

interface Props {
  player: CallPlayer;
  /** Where the stretch ends, milliseconds; without it the recording is played as a whole. */
  toMs?: number;
  /** Instead of going on where it stopped. */
  onToggle?: () => void;
  size?: 'small';
  /** More to press. */
  children?: ReactNode;
}

/** Plays and pauses a recording where it is named, with where it is: the call's page has the rest. */
export function SoundControls({ player, toMs, onToggle, size, children }: Props) {
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
      <Button size={size} loading={phase === 'opening'} onClick={onToggle ?? (() => player.toggle())}>
        {t(playing ? 'home.sound.pause' : 'home.sound.play')}
      </Button>
      {children}
      <span ref={clock} />
      <small>/ {format.clock(toMs ?? player.subject.durationMs)}</small>
      {phase === 'failed' && (failure ? <Failed of={{ error: failure }} /> : <small>{t('home.sound.failed')}</small>)}
    </>
  );
}
