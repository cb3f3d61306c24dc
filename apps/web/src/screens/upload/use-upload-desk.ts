import { useEffect, useSyncExternalStore } from 'react';
import { onCallChanged } from '../../data/calls.js';
import { useMe } from '../../data/session.js';
import { noteUse } from '../../data/use.js';
import { isInBrowser } from './pause.rules.js';
import { type Desk, uploadDesk } from './upload-desk.js';

const USE_EVERY_MS = 60_000;

/** The batch that this page holds. */
export function useUploadDesk(): Desk {
  return useSyncExternalStore(uploadDesk.subscribe, uploadDesk.read);
}

/** Keeps the desk with its account and the live feed, and warns before the page is left while files are on their way. */
export function useKeptDesk(): Desk {
  const desk = useUploadDesk();
  const { accountId } = useMe();
  useEffect(() => uploadDesk.belongTo(accountId), [accountId]);
  useEffect(() => onCallChanged((callId) => uploadDesk.callChanged(callId)), []);
  useEffect(() => {
    const leave = () => uploadDesk.leave();
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, []);
  const onTheWay = desk.files.some(({ state }) => isInBrowser(state));
  useEffect(() => {
    if (!onTheWay) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    // A folder takes longer than people stay beside it, and one that waits for the server longer still.
    const timer = setInterval(noteUse, USE_EVERY_MS);
    return () => {
      removeEventListener('beforeunload', warn);
      clearInterval(timer);
    };
  }, [onTheWay]);
  return desk;
}
