export { findSpans, REDACTION_RULES_VERSION } from './find-spans.rules.js';
export { isHidden, MASK, maskTranscript } from './mask-transcript.rules.js';
