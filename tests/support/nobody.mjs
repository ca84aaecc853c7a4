// @ts-check
/**
 * Preloaded (`NODE_OPTIONS=--import`): from here on the process may do what nobody may. Node itself is
 * started by who runs the tests: it may lie where nobody cannot go.
 */
process.setgid?.(65534);
process.setuid?.('nobody');
