import type { FloorRowOf } from '#contracts';
import { CaretRightFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OutcomeGlyph } from '../../components/marks.js';
import { part } from '../../components/opened/part.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { placeOf } from '../disputes/place-of.rules.js';
import type { MomentSoundProps } from '../home/moment-sound.js';

const MomentSound = part<MomentSoundProps>(() => import('../home/moment-sound.js'));
const MOST = 12;

/** Critical items that were not met, as their scores land; each is heard where it stands. */
export function ResultFeed({ results }: { results: readonly FloorRowOf<'result'>[] }) {
  const { t } = useTranslation();
  const [playing, setPlaying] = useState<string | null>(null);
  if (results.length === 0) return <p className="floor-none">{t('floor.feed.none')}</p>;
  return (
    <ul className="floor-list dense lined">
      {results.slice(0, MOST).map((result) => (
        <Result
          key={`${result.legId}:${result.itemId}`}
          result={result}
          playing={playing === result.legId}
          onPlay={() => setPlaying(result.legId)}
        />
      ))}
    </ul>
  );
}

function Result({ result, playing, onPlay }: { result: FloorRowOf<'result'>; playing: boolean; onPlay: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const listens = useMay('audio.play');
  const { title, agent, startedAt, reviewed, atMs, recording } = result;
  const playable = listens && recording !== null && atMs !== null;
  return (
    <li className="floor-result grid at-top gap-2">
      <OutcomeGlyph outcome="not_met" size={14} />
      <div>
        <Link to={placeOf(result)}>{format.text(title)}</Link>
        <p className="ruled wraps">
          <span>{format.text(agent.name)}</span>
          <span>{format.time(startedAt)}</span>
          <span>{t(reviewed ? 'home.moments.reviewed' : 'home.moments.automatic')}</span>
        </p>
        {playing && <MomentSound moment={result} own={false} />}
      </div>
      {playable && !playing && (
        <Button
          size="small"
          icon={<CaretRightFilled />}
          aria-label={t('floor.feed.play', { title: format.text(title), name: format.text(agent.name) })}
          onClick={onPlay}
        >
          {format.clock(atMs)}
        </Button>
      )}
    </li>
  );
}
