import type { Moment } from '#contracts';
import { Button } from 'antd';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { useStepUp } from '../../components/step-up.js';
import { useFormat } from '../../format/use-format.js';
import { CallPlayer } from '../call/player/call-player.js';

export interface MomentSoundProps {
  moment: Moment;
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
      {player && <Controls player={player} />}
      {dialog}
    </>
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
    <div className="home-sound">
      <Button size="small" loading={phase === 'opening'} onClick={() => player.toggle()}>
        {t(playing ? 'home.sound.pause' : 'home.sound.play')}
      </Button>
      <span ref={clock} />
      <small>/ {format.clock(player.subject.durationMs)}</small>
      {phase === 'failed' && (failure ? <Failed of={{ error: failure }} /> : <small>{t('home.sound.failed')}</small>)}
    </div>
  );
}
