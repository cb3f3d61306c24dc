/** The first step of `npm run build`, which may come right after `npm ci`. */
import { linkNode } from './node.mjs';

linkNode();
