export { findBubblewrap, runSandboxed, type SandboxRequest, type SandboxRun } from './run-sandboxed.js';
export { type NotStartedReason, type SandboxExit, type SandboxLimits } from './sandbox-exit.js';
