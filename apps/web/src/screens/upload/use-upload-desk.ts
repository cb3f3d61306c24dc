import { useEffect, useSyncExternalStore } from 'react';
import { onCallChanged } from '../../data/live-calls.js';
import { useMe } from '../../data/session.js';
import { isHere } from './file-state.rules.js';
import { uploadDesk, type Desk } from './upload-desk.js';

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
  const onTheWay = desk.files.some(({ state }) => isHere(state));
  useEffect(() => {
    if (!onTheWay) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [onTheWay]);
  return desk;
}
