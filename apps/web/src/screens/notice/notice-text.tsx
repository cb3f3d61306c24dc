import { LISTENING_IN_NOTICE, type Notice } from '#contracts';
import { useLanguage } from '../../format/use-format.js';

/** The notice in the language of the screen. */
export function NoticeText({ notice }: { notice: Notice }) {
  const language = useLanguage();
  return (
    <div className="notice-text entrance-notice" tabIndex={0} role="document">
      {notice[language]}
      {notice.listeningIn && <p>{LISTENING_IN_NOTICE[language]}</p>}
    </div>
  );
}
