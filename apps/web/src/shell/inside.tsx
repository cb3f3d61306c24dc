import { LiveProvider } from '../data/live.js';
import { AntDesign } from '../theme/ant-design.js';
import { Shell } from './shell.js';

/** Everything that only a signed-in person needs, so that the sign-in screen need not load it. */
export function Inside() {
  return (
    <AntDesign>
      <LiveProvider>
        <Shell />
      </LiveProvider>
    </AntDesign>
  );
}
