import type { LiveHearing } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, FailureNote } from '../../components/failure-note.js';
import { useReading, type ReadingNow } from '../../data/listening.js';
import { useChooseWords } from '../../data/live-calls.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';

interface Props {
  liveCallId: string;
  hearing: LiveHearing;
  /** The agent's. */
  name: string;
}

/** Whether a call's words are heard, the choice of it, and the words to read along. */
export function LiveWords({ liveCallId, hearing, name }: Props) {
  const { t } = useTranslation();
  const mayChoose = useMay('live_calls.choose_words');
  const choose = useChooseWords(liveCallId);
  const [wanted, setWanted] = useState(false);
  const heard = hearing === 'heard';
  const reading = useReading(liveCallId, wanted && heard);
  const chosen = heard || hearing === 'asked';
  return (
    <div className="live-words label flex wraps centred gap-2" role="group" aria-label={t('floor.words.of', { name })}>
      <small>{t(`floor.words.${hearing}`)}</small>
      {mayChoose && hearing !== 'none' && (
        <Button
          size="small"
          type="text"
          loading={choose.isPending}
          aria-label={t(chosen ? 'floor.words.stopName' : 'floor.words.hearName', { name })}
          onClick={() => choose.mutate(!chosen)}
        >
          {t(chosen ? 'floor.words.stop' : 'floor.words.hear')}
        </Button>
      )}
      {heard && (
        <Button
          size="small"
          type="text"
          aria-expanded={wanted}
          aria-label={t('floor.words.readName', { name })}
          onClick={() => setWanted(!wanted)}
        >
          {t(wanted ? 'floor.words.leave' : 'floor.words.read')}
        </Button>
      )}
      <Failed of={choose} />
      {wanted && heard && <SaidList reading={reading} />}
    </div>
  );
}

/** What was said since the page opened, the newest last. It is read out as it comes. */
export function SaidList({ reading: { state, said, error } }: { reading: ReadingNow }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (error !== null) return <FailureNote error={error} />;
  if (said.length === 0)
    return (
      <p className="soft whole-row" role="status">
        {t(state === 'begins' || state === 'reads' ? 'floor.words.waits' : 'floor.words.over')}
      </p>
    );
  return (
    <div className="live-said dense flex scrolls whole-row" role="log" tabIndex={0} aria-label={t('floor.words.said')}>
      <ol>
        {said.map(({ order, speaker, language, fromMs, text }) => (
          <li key={order} data-speaker={speaker}>
            <time className="faint">{format.clock(fromMs)}</time>
            <b>{t(`floor.words.side.${speaker}`)}</b>
            <span lang={language}>{text || t('floor.words.notUnderstood')}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
