import { chromiumFlags, lowMemoryFlags, pageOf } from '../server/chromium.ts';
import { places, port, type Laid } from './places.ts';

const { program, data } = places;

/** In double quotes, in which only `$1` is meant to be more than text. */
const quoted = (flag: string) => `"${flag}"`;

const flags = chromiumFlags({
	address: pageOf(port, '$screen'),
	profile: `${data}/profile-$screen`,
	cache: '/run/kiosk-$screen/cache',
	isWayland: true,
});

const browser = `#!/bin/sh
# Shows the kiosk on one screen: browser SCREEN
set -eu
screen=$1
set --
# 2 GB or less
if [ "$(awk '/^MemTotal/ { print int($2 / 1024) }' /proc/meminfo)" -le 2048 ]; then
	set -- ${lowMemoryFlags.join(' ')}
fi
for name in chromium chromium-browser google-chrome-stable; do
	chromium=$(command -v "$name") && break
done
exec "$chromium" \\
${flags.map((flag) => `\t${quoted(flag)} \\`).join('\n')}
	"$@"
`;

const prestart = `#!/bin/sh
# Makes the profile of one screen fit to be started, and waits for kioskd: prestart SCREEN
set -eu
exec ${program}/node ${program}/kioskd.mjs prestart --profile "${data}/profile-$1" --policy ${places.policy}
`;

const panel = `#!/bin/sh
# Switches the panel of one screen, as the user whose cage shows it: panel on|off SCREEN
# cage has known how since 0.1.5 (Debian 13); there is a cage for each screen.
set -eu
export XDG_RUNTIME_DIR="\${XDG_RUNTIME_DIR:-/run/user/$(id -u)}"
for socket in "$XDG_RUNTIME_DIR"/wayland-*; do
	case $socket in *.lock) continue ;; esac
	WAYLAND_DISPLAY=\${socket##*/} wlr-randr --output "$2" "--$1" && exit 0
done
echo "panel: no compositor switches $2: is wlr-randr there, and cage 0.1.5 or newer?" >&2
exit 1
`;

export const scripts: readonly Laid[] = [
	{ path: `${program}/browser`, text: browser, mode: 0o755 },
	{ path: `${program}/prestart`, text: prestart, mode: 0o755 },
	{ path: `${program}/panel`, text: panel, mode: 0o755 },
];
