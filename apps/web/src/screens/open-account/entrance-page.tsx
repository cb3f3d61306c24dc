import type { ReactNode } from 'react';
import { Seal } from '../../components/seal.js';
import { EntranceBar } from '../../shell/entrance-bar.js';
import { AntDesign } from '../../theme/ant-design.js';
import './entrance.css';
import { LISTENING_IN_NOTICE, type Notice } from '#contracts';
import { useLanguage } from '../../format/use-format.js';

/** A page in front of the product: language and theme can be chosen, nothing else is there. */
export function EntrancePage({ wide, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <AntDesign>
      <div className="entrance">
        <EntranceBar />
        <main className={wide ? 'wide' : ''}>
          <Seal size={44} />
          {children}
        </main>
      </div>
    </AntDesign>
  );
}

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
