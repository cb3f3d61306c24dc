import { sessionUseRoutes } from '#contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMatches } from 'react-router';
import { send } from '../data/api.js';
import { forgetAnswers, lock, nowIs } from '../data/forgetting.js';
import { saveOpenDrafts } from '../data/kept-drafts.js';
import { useMe } from '../data/session.js';
import { whenUsed } from '../data/use.js';
import { showsLists } from './later.js';

/** How long before it locks the page warns people. */
const WARN_MS = 60_000;
/** Interval at which use of the page that sends no request is reported to the server. */
const TELL_MS = 60_000;

/**
 * The company's idle time, in the page: a minute before its end it says so, then it locks, and the session is over. A list without a word of a call
 * stays, where the rules let it, and says that it only looks on.
 */
export function Idle() {
  const { t } = useTranslation();
  const { idle } = useMe();
  const soon = useIdle();
  return (
    // There also while it is empty: a screen reader speaks what changes in it.
    <div role="status">
      {idle && <p className="stale">{t('idle.looksOn')}</p>}
      {soon && <p className="stale">{t('idle.locksSoon')}</p>}
    </div>
  );
}

/** @returns whether the page is about to lock */
function useIdle(): boolean {
  const client = useQueryClient();
  const me = useMe();
  const { accountId, idleMinutes, idle } = me;
  const shown = useMatches();
  // Whether a page of the session was known to look on, the server says: with the next thing that is asked.
  const stays = me.listsStay && showsLists(shown);
  const [soon, setSoon] = useState(false);
  const leftAlone = useEffectEvent(() => {
    if (!stays) {
      // What is saved needs the session: it is ended after it.
      void saveOpenDrafts().finally(
        () => void send(sessionUseRoutes.leftAlone, { body: { looksOn: false }, of: accountId }).catch(() => undefined),
      );
      return lock(client);
    }
    send(sessionUseRoutes.leftAlone, { body: { looksOn: true } }).then(
      () => {
        forgetAnswers(client, 'inactive');
        nowIs(client, { ...me, idle: true });
      },
      () => lock(client),
    );
  });
  useEffect(() => {
    // The server decides from here on: what is not a list, it refuses.
    if (idle) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let [usedAt, toldAt] = [Date.now(), Date.now()];
    const look = () => {
      clearTimeout(timer);
      const leftMs = usedAt + idleMinutes * 60_000 - Date.now();
      if (leftMs <= 0) return leftAlone();
      setSoon(leftMs <= WARN_MS);
      timer = setTimeout(look, leftMs > WARN_MS ? leftMs - WARN_MS : leftMs);
    };
    const used = () => {
      // The machine may have slept over the idle time: the one who wakes it need not be the one who left.
      if (Date.now() >= usedAt + idleMinutes * 60_000) return look();
      usedAt = Date.now();
      if (usedAt - toldAt > TELL_MS) {
        toldAt = usedAt;
        send(sessionUseRoutes.used).catch(() => undefined);
      }
      setSoon(false);
    };
    const seen = () => document.visibilityState === 'visible' && look();
    const end = whenUsed(accountId, used);
    document.addEventListener('visibilitychange', seen);
    look();
    return () => {
      clearTimeout(timer);
      end();
      document.removeEventListener('visibilitychange', seen);
    };
  }, [accountId, idleMinutes, idle]);
  return soon && !idle;
}
