import { DownOutlined, SearchOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Input, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Transcript } from '#contracts';
import { part } from '../../../components/opened/part.js';
import { ToggleButton } from '../../../components/toggle-button.js';
import { useCallPage } from '../call-page.js';
import type { Find } from './use-find.js';

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
        <small className="ruled bar-meta">
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
    <span className="bar-version">
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
