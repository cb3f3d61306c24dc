/** The end of `npm run build`: `npm start` and `npm run demo` then know that they need not build, which they may not where the folder is root's. */
import { markBuilt } from './build.mjs';

markBuilt();
