import { saying } from '../../shell/later.js';
import type { ModuleScreens } from '../../shell/modules.js';

export const recertification: ModuleScreens = {
  name: 'recertification',
  routes: [{ path: 'recertification', ...saying(() => import('./recertification-screen.js')) }],
  entry: {
    to: '/recertification',
    after: '/people',
    word: 'shell.recertification',
    icon: 'IdcardOutlined',
    needs: 'recertification.read',
  },
};
