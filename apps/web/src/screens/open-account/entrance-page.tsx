import type { ReactNode } from 'react';
import { Seal } from '../../components/seal.js';
import { EntranceBar } from '../../shell/entrance-bar.js';
import { AntDesign } from '../../theme/ant-design.js';
import './entrance.css';

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
