import type { Laid } from './places.ts';

const polkit = `// What staff may do from the menu is done by kioskd, without being asked for a password.
polkit.addRule(function (action, subject) {
	if (subject.user !== 'kioskd') return;
	var unit = action.lookup('unit');
	if (action.id === 'org.freedesktop.systemd1.manage-units') {
		if (/^kiosk@[A-Za-z0-9._-]+\\.service$/.test(unit)) return polkit.Result.YES;
		if (/^kiosk-stick@[a-z0-9]+\\.service$/.test(unit)) return polkit.Result.YES;
		if (/^kiosk-panel-(on|off)@[A-Za-z0-9._-]+\\.service$/.test(unit)) return polkit.Result.YES;
		if (unit === 'getty@tty1.service') return polkit.Result.YES;
	}
	var allowed = [
		'org.freedesktop.login1.reboot',
		'org.freedesktop.login1.reboot-multiple-sessions',
		'org.freedesktop.login1.power-off',
		'org.freedesktop.login1.power-off-multiple-sessions',
		'org.freedesktop.timedate1.set-time',
		'org.freedesktop.timedate1.set-ntp',
	];
	if (allowed.indexOf(action.id) >= 0) return polkit.Result.YES;
});
`;

const stick = `# FAT and exFAT only: their files have no owners and no programs that could be started as one.
ACTION=="add", SUBSYSTEM=="block", ENV{ID_BUS}=="usb", ENV{ID_FS_TYPE}=="vfat|exfat", TAG+="systemd", ENV{SYSTEMD_WANTS}+="kiosk-stick@%k.service"
`;

const touch = `# With several screens each touch panel has to know its own, else touches land elsewhere.
# Take ".example" off the name of this file, and fill in what these two say:
#   udevadm info /dev/input/event0 | grep -E "ID_(VENDOR|MODEL)_ID"
#   ls /sys/class/drm
ACTION=="add|change", SUBSYSTEM=="input", ENV{ID_INPUT_TOUCHSCREEN}=="1", ENV{ID_VENDOR_ID}=="0eef", ENV{ID_MODEL_ID}=="0001", ENV{WL_OUTPUT}="HDMI-A-1"
`;

export const rules: readonly Laid[] = [
	{ path: '/etc/polkit-1/rules.d/50-kiosk.rules', text: polkit, mode: 0o644 },
	{ path: '/etc/udev/rules.d/61-kiosk-stick.rules', text: stick, mode: 0o644 },
	{ path: '/etc/udev/rules.d/60-kiosk-touch.rules.example', text: touch, mode: 0o644 },
];
