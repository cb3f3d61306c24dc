export * from './session/media-plane.js';
