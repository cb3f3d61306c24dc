import type { Me } from '#contracts';
import { useTranslation } from 'react-i18next';
import { SafetyOutlined, SwapOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useFormat } from '../format/use-format.js';
import { useMe } from '../data/session.js';
import { keepProgram, takeNewVersion, useNewVersion } from '../offline/program.js';
import { Failed } from '../components/failure-note.js';
import { useAct } from '../data/absences.js';

/** In place of every page, once a page is opened after the end: which role a person has is not what keeps them out. */
export function ActingOver({ acting }: { acting: NonNullable<Me['acting']> }) {
  const { t } = useTranslation();
  const ended = useEnded(acting);
  return (
    <div className="acting-over" role="alert">
      <h1>{ended}</h1>
      <p>{t('acting.overHow')}</p>
      <GoOn primary />
    </div>
  );
}

/** Says over every page for whom its person acts, and leads back. */
export function ActingStrip({ acting }: { acting: NonNullable<Me['acting']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ended = useEnded(acting);
  const { name, endsAt, over } = acting;
  return (
    <div className={over ? 'alarm-strip' : 'alarm-strip acting-strip'} role={over ? 'alert' : 'status'}>
      <SwapOutlined aria-hidden />
      <b>{over ? ended : t('acting.now', { name: format.text(name), until: format.dateTime(endsAt) })}</b>
      <GoOn />
    </div>
  );
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Counts the days down until a person has to set up a second factor, over every page. */
export function SecondFactorStrip() {
  const { t } = useTranslation();
  const format = useFormat();
  const due = useMe().secondFactorDue;
  if (due === null) return null;
  const days = Math.max(0, Math.ceil((Date.parse(due) - Date.now()) / DAY_MS));
  return (
    <div className="alarm-strip" role="status">
      <SafetyOutlined aria-hidden />
      <span>
        {t('secondFactorNeeded.countdown', { count: days, at: format.dateTime(due) })}{' '}
        <Link to="/account">{t('secondFactorNeeded.setUp')}</Link>
      </span>
    </div>
  );
}

/** Offers a new version of the program once it is loaded; the person says when, because what is not saved would be lost. */
export function VersionStrip() {
  const { t } = useTranslation();
  const isThere = useNewVersion();
  useEffect(keepProgram, []);
  return (
    <div role="status">
      {isThere && (
        <p className="stale">
          {t('shell.newVersion')}
          <Button size="small" onClick={takeNewVersion}>
            {t('shell.takeVersion')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** That a person deputises no more, and since when. */
function useEnded({ name, endsAt }: NonNullable<Me['acting']>): string {
  const { t } = useTranslation();
  const format = useFormat();
  return t('acting.over', { name: format.text(name), at: format.dateTime(endsAt) });
}

/** The way back to one's own work. */
function GoOn({ primary = false }: { primary?: boolean }) {
  const { t } = useTranslation();
  const act = useAct();
  return (
    <>
      <Button
        size={primary ? 'middle' : 'small'}
        type={primary ? 'primary' : 'default'}
        loading={act.isPending}
        onClick={() => act.mutate(null)}
      >
        {t('acting.stop')}
      </Button>
      <Failed of={act} />
    </>
  );
}
