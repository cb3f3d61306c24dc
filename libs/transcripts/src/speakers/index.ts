export { agentChannelOf, doubtChannels, UNASSIGNED } from './doubt-channels.rules.js';
export { swapSides } from './swap-sides.rules.js';
export { tellApart, type ToldApart } from './tell-apart.js';
export { findVoiceEncoder, type VoiceEncoder } from './voice-encoder.js';
export { whoSpeaks } from './who-speaks.js';
