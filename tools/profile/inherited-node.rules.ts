/** What an operator sets for Node itself: whom it trusts beside the public authorities, its options, and the zone of its clock. */
const NAMES = ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'TZ'];

/** These settings, for the processes that a launcher starts. Decoders and recognisers get none of them: the sandbox gives its own. */
export function inheritedNode(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(NAMES.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}
