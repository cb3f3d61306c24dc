import { useAnnounced } from '../components/announce.js';

/** Heard and not seen. It is there before anything is said: screen readers hear a change, not what comes along with its place. */
export function Announcements() {
  const { key, words, lang } = useAnnounced();
  return (
    <div className="seen-by-readers-only" role="status">
      <span key={key} lang={lang}>
        {words}
      </span>
    </div>
  );
}
