import type { SessionRow } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Acts, AskFirst } from '../../components/acts.js';
import { WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useEndOtherSessions, useEndSession, useSessions } from '../../data/account.js';
import { useFormat } from '../../format/use-format.js';

/** Where the account is signed in, this device first. */
export function SessionsSection() {
  const { t } = useTranslation();
  const sessions = useSessions();
  const endOthers = useEndOtherSessions();
  return (
    <section className="admin-section">
      <h2>{t('sessions.title')}</h2>
      <WhenRead of={sessions}>
        {({ items }) => (
          <>
            <ul className="account-list">
              {[...items]
                .sort((a, b) => Number(b.current) - Number(a.current))
                .map((session) => (
                  <SessionLine key={session.sessionId} session={session} />
                ))}
            </ul>
            <Acts>
              {items.length > 1 ? (
                <AskFirst
                  size="middle"
                  ask={t('sessions.endOthersAsk')}
                  onYes={() => endOthers.mutate()}
                  loading={endOthers.isPending}
                >
                  {t('sessions.endOthers')}
                </AskFirst>
              ) : (
                <span className="admin-hint">{t('sessions.onlyHere')}</span>
              )}
            </Acts>
            <Failed of={endOthers} />
          </>
        )}
      </WhenRead>
    </section>
  );
}

function SessionLine({ session }: { session: SessionRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const end = useEndSession();
  const { browser, system, address, current, startedAt, lastSeenAt } = session;
  const device = t('sessions.device', {
    browser: browser && browser !== 'other' ? t(`sessions.browser.${browser}`) : t('sessions.browser.other'),
    system: system && system !== 'other' ? t(`sessions.system.${system}`) : t('sessions.system.other'),
  });
  return (
    <li>
      <div>
        {device}
        {current && <span className="good bold beside">{t('sessions.here')}</span>}
        <p className="ruled">
          <span>{t('sessions.started', { at: format.dateTime(startedAt) })}</span>
          {!current && <span>{t('sessions.lastSeen', { at: format.dateTime(lastSeenAt) })}</span>}
          <span>{address ? t('sessions.from', { address }) : t('sessions.fromUnknown')}</span>
        </p>
      </div>
      {!current && (
        <AskFirst
          ask={t('sessions.endAsk')}
          onYes={() => end.mutate(session.sessionId)}
          loading={end.isPending}
          aria-label={t('sessions.endName', { device })}
        >
          {t('sessions.end')}
        </AskFirst>
      )}
      <Failed of={end} />
    </li>
  );
}
