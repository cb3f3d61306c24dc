export { PROBED_SERVICES, PROBE_WITHIN_MS, probing, type Probe, type Probed, type ProbedService } from './probe.js';
