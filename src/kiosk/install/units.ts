import { places, type Laid } from './places.ts';

const { program, config, data, run, sticks } = places;

const kioskd = `[Unit]
Description=Nigoh: serves the exhibition to this kiosk's browser and watches it
After=local-fs.target

[Service]
User=kioskd
ExecStart=${program}/node ${program}/kioskd.mjs --data ${data} --config ${config} --run ${run}
Restart=always
RestartSec=2
# Told by systemd-notify, which it starts; a core would only cost disk.
NotifyAccess=all
WatchdogSec=60
WatchdogSignal=SIGKILL
StateDirectory=kiosk
RuntimeDirectory=kiosk
UMask=0027
# The browser belongs to another user: to end it when it hangs, and to see how large it is.
AmbientCapabilities=CAP_KILL CAP_SYS_PTRACE
CapabilityBoundingSet=CAP_KILL CAP_SYS_PTRACE
NoNewPrivileges=yes
ProtectSystem=strict
# Sticks are given health and counts.
ReadWritePaths=-${sticks}
ProtectHome=yes
PrivateTmp=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectControlGroups=yes
RestrictNamespaces=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
LockPersonality=yes

[Install]
WantedBy=multi-user.target
`;

const kiosk = `[Unit]
Description=Nigoh: the browser of screen %i
Wants=kioskd.service
After=kioskd.service systemd-user-sessions.service
Conflicts=getty@tty1.service
# kioskd owns the ladder; a screen that is plugged in late is shown all the same.
StartLimitIntervalSec=0

[Service]
User=kiosk
PAMName=login
TTYPath=/dev/tty1
StandardInput=tty
UtmpIdentifier=tty1
UtmpMode=user
Environment=WLR_NO_IDLE=1
# What programs put into a home is gone with the power, and costs no disk.
Environment=HOME=/run/kiosk-%i
RuntimeDirectory=kiosk-%i
ExecStartPre=+/usr/bin/install -d -o kiosk -g kiosk -m 700 ${data}/profile-%i
ExecStartPre=${program}/prestart %i
ExecStart=/usr/bin/cage -s -- ${program}/browser %i
Restart=always
RestartSec=2
MemoryMax=75%
OOMPolicy=stop
NoNewPrivileges=yes
ProtectHome=tmpfs

[Install]
WantedBy=multi-user.target
`;

const stick = `[Unit]
Description=Nigoh: the USB stick %i
BindsTo=dev-%i.device
After=dev-%i.device

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/bin/mkdir -p ${sticks}/%i
# Nothing on it is run; what is written is on it before it is pulled out.
ExecStart=/usr/bin/mount -o nosuid,nodev,noexec,sync,uid=kioskd,gid=kioskd,umask=077 /dev/%i ${sticks}/%i
ExecStop=/usr/bin/umount -l ${sticks}/%i
ExecStopPost=-/usr/bin/rmdir ${sticks}/%i
`;

/** By the user whose compositor it is; kioskd may start these two alone. */
const panel = (power: 'on' | 'off') => `[Unit]
Description=Nigoh: the panel of screen %i is switched ${power}

[Service]
Type=oneshot
User=kiosk
ExecStart=${program}/panel ${power} %i
TimeoutStartSec=10
`;

const sysusers = `# kiosk runs the browser, kioskd what watches it: neither can be logged into.
u kiosk - "Kiosk browser" ${data} /usr/sbin/nologin
u kioskd - "Kiosk server" ${data} /usr/sbin/nologin
m kiosk video
m kiosk input
m kiosk render
`;

const unit = (name: string, text: string): Laid => ({
	path: `${places.units}/${name}`,
	text,
	mode: 0o644,
});

export const units: readonly Laid[] = [
	unit('kioskd.service', kioskd),
	unit('kiosk@.service', kiosk),
	unit('kiosk-stick@.service', stick),
	unit('kiosk-panel-on@.service', panel('on')),
	unit('kiosk-panel-off@.service', panel('off')),
	{ path: '/usr/lib/sysusers.d/kiosk.conf', text: sysusers, mode: 0o644 },
];
