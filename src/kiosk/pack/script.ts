import { places } from '../install/places.ts';

const { config, data, program } = places;

/** Installs what lies beside it, on a Debian without network; again, it brings what is newer. */
export const installScript = `#!/bin/sh
# Usage, as root: ./install.sh [--screen NAME] [--prefix DIR]
#   --screen  an output such as HDMI-A-1; without it the first one that is connected
#   --prefix  writes below DIR and starts nothing
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
prefix=
screen=
while [ $# -gt 0 ]; do
	case $1 in
	--prefix) prefix=$2; shift 2 ;;
	--screen) screen=$2; shift 2 ;;
	*) echo "install.sh: $1 is not known: see the head of this file" >&2; exit 2 ;;
	esac
done
if [ -z "$prefix" ] && [ "$(id -u)" -ne 0 ]; then
	echo "install.sh: only root may install: sudo ./install.sh" >&2
	exit 1
fi
if [ -z "$prefix" ]; then
	for name in cage chromium; do
		command -v "$name" >/dev/null || {
			echo "install.sh: $name is missing: apt-get install cage chromium polkitd" >&2
			exit 1
		}
	done
fi
if [ -z "$screen" ]; then
	for status in /sys/class/drm/card*-*/status; do
		[ "$(cat "$status" 2>/dev/null)" = connected ] || continue
		screen=$(basename "$(dirname "$status")" | sed 's/^card[0-9]*-//')
		break
	done
fi
screen=\${screen:-HDMI-A-1}

# A file that is in use is replaced, not written over.
(cd "$here/root" && find . -type f) | while read -r file; do
	target=$prefix/\${file#./}
	if [ "/\${file#./}" = ${config} ] && [ -e "$target" ]; then continue; fi
	mkdir -p "$(dirname "$target")"
	cp --preserve=mode "$here/root/$file" "$target.new"
	mv -f "$target.new" "$target"
done
grep -q '"screen"' "$prefix${config}" ||
	sed -i "1s/{/{\\n\\t\\"screen\\": \\"$screen\\",/" "$prefix${config}"

release=$(cat "$here/release.id")
releases=$prefix${data}/releases
mkdir -p "$releases"
if [ ! -e "$releases/$release" ]; then
	rm -rf "$releases/.staging-$release"
	cp -R "$here/release" "$releases/.staging-$release"
	sync
	mv "$releases/.staging-$release" "$releases/$release"
fi
# A device that shows something goes on: kioskd swaps when nobody looks.
[ -e "$prefix${data}/current" ] || ln -sfn "releases/$release" "$prefix${data}/current"
sync

if [ -n "$prefix" ]; then
	echo "Written below $prefix; nothing was started."
	exit 0
fi
systemd-sysusers
chown root:kioskd ${config}
chown -R kioskd:kioskd ${data}/releases
chown -h kioskd:kioskd ${data}/current
chown kioskd:kioskd ${data}
systemctl daemon-reload
udevadm control --reload
systemctl enable kioskd.service "kiosk@$screen.service"
systemctl set-default multi-user.target
systemctl restart kioskd.service
echo "Set the staff's PIN: ${program}/node ${program}/kioskd.mjs pin"
echo "Then restart the device: systemctl reboot"
`;
