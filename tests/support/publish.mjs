// @ts-check
/** `node publish.mjs TARGET BUILD KNOWN_HOSTS`, the target as JSON: brings it up to a build. */
import '../../src/cli/typescript.js';

const { toPlace } = await import('../../src/studio/publish/to-place.ts');
const [target = '', build = '', knownHosts = ''] = process.argv.slice(2);
await toPlace(
	JSON.parse(target),
	build,
	{ knownHosts },
	{
		onProgress: ({ done }) => console.log(done),
	},
);
