import { listeningEndSchema } from '#contracts';
import { CloseOutlined, CustomerServiceOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { useBeginListening, useListening, type ListeningNow } from '../../data/listening.js';

interface Props {
  /** null: the agent has no call; how listening in on the last one ended is still told. */
  liveCallId: string | null;
  name: string;
}

/** Listens in on a call that goes on, in its agent's tile. Leaving the page, and beginning elsewhere, end it. */
export function ListenIn({ liveCallId, name }: Props) {
  const { t } = useTranslation();
  const begin = useBeginListening();
  const [listening, setListening] = useState<{ id: string; of: string } | null>(null);
  const [volume, setVolume] = useState(0.8);
  const now = useListening(listening?.id ?? null, volume);
  const ended = listeningEndSchema.safeParse(now.state).data;
  const open = listening !== null && ended === undefined;
  // Of an earlier call nothing is told once the next one is there.
  const over = ended !== undefined && (liveCallId === null || listening?.of === liveCallId);
  if (liveCallId === null && !open && !over) return null;
  return (
    <div
      className="listen-in"
      data-state={now.state ?? undefined}
      role="group"
      aria-label={t('floor.listen.beginName', { name })}
    >
      {open ? (
        <>
          <b role="status">{t('floor.listen.live', { name })}</b>
          <label>
            {t('floor.listen.volume')}
            <input
              type="range"
              min={0}
              max={100}
              step={5}
              value={Math.round(volume * 100)}
              onChange={({ target }) => setVolume(Number(target.value) / 100)}
            />
          </label>
          <Button
            size="small"
            autoFocus
            aria-keyshortcuts="l"
            icon={<CloseOutlined aria-hidden />}
            onClick={() => setListening(null)}
            onKeyDown={({ key }) => key === 'Escape' && setListening(null)}
          >
            {t('floor.listen.stop')}
          </Button>
          <Heard now={now} />
        </>
      ) : (
        <>
          {liveCallId !== null && (
            <Button
              size="small"
              icon={<CustomerServiceOutlined aria-hidden />}
              loading={begin.isPending}
              title={t('floor.listen.beginWhy')}
              aria-label={t('floor.listen.beginName', { name })}
              aria-keyshortcuts="l"
              onClick={() =>
                begin.mutate(liveCallId, {
                  onSuccess: ({ listeningId: id }) => setListening({ id, of: liveCallId }),
                })
              }
            >
              {t('floor.listen.begin')}
            </Button>
          )}
          {over && <small role="status">{t(`floor.listen.over.${ended}`)}</small>}
          {begin.variables === liveCallId && <Failed of={begin} />}
        </>
      )}
    </div>
  );
}

function Heard({ now: { state, undecoded } }: { now: ListeningNow }) {
  const { t } = useTranslation();
  const waits = state === 'begins' || state === 'waits';
  return (
    <>
      {(waits || state === 'silent') && <small>{t(waits ? 'floor.listen.waits' : 'floor.listen.silent')}</small>}
      {undecoded && <small>{t('floor.listen.undecoded')}</small>}
    </>
  );
}

/** What the key does: ends what is listened to; else begins in the tile in which one is, or in the first that has a call. */
export function listenByKey(): void {
  const open = document.querySelector<HTMLElement>('.listen-in[data-state] input');
  const here = document.activeElement?.closest('.tile') ?? document;
  const button = (open?.closest('.listen-in') ?? here).querySelector<HTMLElement>('[aria-keyshortcuts="l"]');
  button?.click();
}
