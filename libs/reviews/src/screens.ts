/** What screens use of this lib: pure and fit for a browser with all that it imports, types included. */
export { mentionPieces, namesMentioned } from './comments/mention-pieces.rules.js';
