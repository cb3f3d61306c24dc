import { useAnnounced } from '../components/announce.js';

/** Heard and not seen. It is there before anything is said: screen readers hear a change, not what comes along with its place. */
export function Announcements() {
  const { key, words } = useAnnounced();
  return (
    <div className="seen-by-readers-only" role="status">
      <span key={key}>{words}</span>
    </div>
  );
}
