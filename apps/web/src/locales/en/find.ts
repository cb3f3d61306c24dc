import type { Translated } from '../translated.js';
import type * as zh from '../zh/find.js';

export const keys: Translated<typeof zh.keys> = {
  list: 'List',
  player: 'Player',
  card: 'Scorecard',
  myCall: 'My call',
  pauseCall: 'Pause the recording, resume it',
  floor: 'Floor',
  listenIn: 'Listen in, stop listening in',
  everywhere: 'Everywhere',
  rowUpDown: 'Previous, next row',
  openCall: 'Open the call',
  playPause: 'Play, pause',
  step5: 'Back, forward 5 s',
  step1: 'Back, forward 1 s',
  evidence: 'Next, previous evidence',
  speed: 'Slower, faster',
  skipHolds: 'Skip holds',
  comment: 'Comment on this second',
  follow: 'Follow playback',
  find: 'Find in this call',
  itemUpDown: 'Previous, next item',
  playItem: 'Play the selected item’s evidence',
  judge: 'Judge the selected item',
  answerKeys: 'Met, not met, not applicable, insufficient',
  undoAnswer: 'Undo the last answer',
  publish: 'Publish',
  nextToJudge: 'Opened from “To judge”: the next one',
  neighbours: 'Next, previous call',
  back: 'One level back',
  help: 'Show the shortcuts',
  palette: 'Quick find',
};

export const palette: Translated<typeof zh.palette> = {
  title: 'Quick find',
  ask: 'A call, agent, person, request, screen or spoken words',
  kind: {
    recent: 'Recent',
    screen: 'Screen',
    call: 'Call',
    agent: 'Agent',
    person: 'Person',
    request: 'Request',
    words: 'Transcripts',
  },
  words: 'Search transcripts for “{{text}}”',
  reading: 'Searching',
  none: 'Nothing was found that you may see.',
  keys: '↑ ↓ to choose, Enter to go, Esc to close',
};

export const why: Translated<typeof zh.why> = { value: 'Why {{value}}?', name: 'What is “{{name}}”?' };
