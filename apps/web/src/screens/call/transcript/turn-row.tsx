import type { Turn } from '#contracts';
import { EditOutlined } from '@ant-design/icons';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { part } from '../../../components/opened/part.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage, useClock } from '../call-page.js';
import type { TextMark } from '../rules/evidence.rules.js';
import type { SensitiveMark } from '../rules/marked-text.rules.js';
import { saidChars } from '../rules/turn-at.rules.js';
import { TurnText } from './turn-text.js';
import { useSpeakerName } from './use-speaker-name.js';

const CorrectTurn = part(() => import('./correct-turn.js'));

interface Props {
  turn: Turn;
  marks: TextMark[];
  selected: string | null;
  find: string;
  sensitive: readonly SensitiveMark[];
  current: boolean;
}

/** One turn; drawn again only while it sounds or when its marks change, not with every move of the clock. */
export const TurnRow = memo(function TurnRow({ turn, current, ...text }: Props) {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const { player, call } = useCallPage();
  const nameOf = useSpeakerName();
  const [correcting, setCorrecting] = useState(false);
  const at = clock(turn.fromMs);
  return (
    <li className={`turn ${turn.speaker} ${current ? 'current' : ''}`} data-turn={turn.index}>
      <button
        type="button"
        className="plain turn-time"
        aria-label={t('transcript.seekTo', { at })}
        onClick={() => player?.seek(turn.fromMs)}
      >
        {at}
      </button>
      <span className="turn-who">
        {turn.speaker === 'unknown' && turn.label ? nameOf(turn.label) : t(`transcript.speaker.${turn.speaker}`)}
        {turn.language && <span className="turn-language">{t(`calls.spoken.${turn.language}`)}</span>}
      </span>
      <p lang={turn.language ?? call.language ?? undefined}>
        {current ? <SoundingText turn={turn} {...text} /> : <TurnText turn={turn} {...text} said={turn.text.length} />}
        {call.may.correctWords && !text.sensitive.some(({ hidden }) => hidden) && (
          <button
            type="button"
            className="plain turn-correct"
            aria-label={t('words.correctAt', { at })}
            title={t('words.correct')}
            onClick={() => setCorrecting(true)}
          >
            <EditOutlined />
          </button>
        )}
      </p>
      {correcting && <CorrectTurn turn={turn} onClose={() => setCorrecting(false)} />}
    </li>
  );
});

function SoundingText(props: Omit<Props, 'current'>) {
  const said = useClock((ms) => saidChars(props.turn, ms));
  return <TurnText {...props} said={said} />;
}
