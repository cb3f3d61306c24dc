import { DownOutlined, SearchOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Input, Tooltip } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Transcript, Turn } from '#contracts';
import { part } from '../../../components/opened/part.js';
import { ToggleButton } from '../../../components/acts.js';
import { useCallPage } from '../call-page.js';
import { matchesIn } from '../rules/marked-text.rules.js';

const WordsVersions = part(() => import('./words-versions.js'));

interface Props {
  title: ReactNode;
  wanted: string;
  onWant: (wanted: string) => void;
  find: Find;
}

export function TranscriptBar({ title, wanted, onWant, find }: Props) {
  const { t } = useTranslation();
  const { transcript, follow, setFollow } = useCallPage();
  return (
    <div className="bar">
      {title}
      {transcript && (
        <small className="ruled bar-meta flex shrinks">
          <EngineName {...transcript.transcript} />
          <span>{t(`transcript.channels.${transcript.transcript.channels > 1 ? 'two' : 'one'}`)}</span>
        </small>
      )}
      {transcript && <VersionButton version={transcript.version} />}
      <span className="spring" />
      {transcript && (
        <>
          <FindField wanted={wanted} onWant={onWant} find={find} />
          <ToggleButton framed on={follow} onToggle={() => setFollow(!follow)}>
            {t('transcript.follow')}
          </ToggleButton>
        </>
      )}
    </div>
  );
}

/** The number of the version that is shown, which opens all of them. */
function VersionButton({ version }: { version: number }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <span className="label rigid">
      <button type="button" className="plain link" title={t('words.versionsHint')} onClick={() => setOpen(true)}>
        {t('transcript.version', { n: version })}
      </button>
      {open && <WordsVersions onClose={() => setOpen(false)} />}
    </span>
  );
}

/** Which engine the words are of, and in whose place: a worse engine's words are no secret. */
function EngineName({ engine, fellBackFrom = [] }: Pick<Transcript, 'engine' | 'fellBackFrom'>) {
  const { t } = useTranslation();
  const name = engine.name === 'provided' ? t('transcript.provided') : engine.name;
  if (fellBackFrom.length === 0) return <span>{name}</span>;
  const why = fellBackFrom.map((other) =>
    t(other.said ? 'transcript.fellBackSaid' : 'transcript.fellBackWhy', {
      engine: other.engine,
      why: t(`transcript.fellBack.${closedWord(other.reason)}`),
      said: other.said,
    }),
  );
  const others = fellBackFrom.map((other) => other.engine).join(t('journal.and'));
  return (
    <Tooltip title={why.join(' ')}>
      <span tabIndex={0}>{t('transcript.insteadOf', { engine: engine.name, others })}</span>
    </Tooltip>
  );
}

const FALL_BACK_WORDS = [
  'engine_missing',
  'engine_crashed',
  'engine_timeout',
  'engine_rubbish',
  'engine_unreachable',
  'engine_refused',
  'model_damaged',
  'no_sandbox',
  'egress_not_allowed',
] as const;

function closedWord(reason: string): (typeof FALL_BACK_WORDS)[number] | 'other' {
  return FALL_BACK_WORDS.find((word) => word === reason) ?? 'other';
}

function FindField({ wanted, onWant, find }: Omit<Props, 'title'>) {
  const { t } = useTranslation();
  const count = find.count > 0 ? t('transcript.found', { n: find.at, of: find.count }) : t('transcript.foundNone');
  return (
    <>
      <Input
        id="find-in-call"
        className="find"
        size="small"
        prefix={<SearchOutlined />}
        suffix={wanted.trim() && <small aria-live="polite">{count}</small>}
        placeholder={t('transcript.find')}
        aria-label={t('transcript.find')}
        value={wanted}
        maxLength={80}
        onChange={(event) => onWant(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') onWant('');
        }}
      />
      {find.count > 1 && (
        <span className="find-steps">
          <Button
            type="text"
            size="small"
            icon={<UpOutlined />}
            aria-label={t('transcript.findPrevious')}
            onClick={() => find.step(-1)}
          />
          <Button
            type="text"
            size="small"
            icon={<DownOutlined />}
            aria-label={t('transcript.findNext')}
            onClick={() => find.step(1)}
          />
        </span>
      )}
    </>
  );
}

export interface Find {
  count: number;
  /** Which match is shown, from 1; 0 without any. */
  at: number;
  /** The turn of the match that is shown. */
  current: number | null;
  step(by: 1 | -1): void;
}

/** Steps through the places where a word occurs in the call. */
export function useFind(turns: readonly Turn[], wanted: string): Find {
  const [at, setAt] = useState({ wanted, index: 0 });
  const places = useMemo(
    () => turns.flatMap((turn) => matchesIn(turn.text, wanted).map(() => turn.index)),
    [turns, wanted],
  );
  const index = at.wanted === wanted ? at.index : 0;
  const step = (by: 1 | -1) => setAt({ wanted, index: (index + by + places.length) % Math.max(1, places.length) });
  return { count: places.length, at: places.length === 0 ? 0 : index + 1, current: places[index] ?? null, step };
}
