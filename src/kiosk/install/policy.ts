import { places, port, type Laid } from './places.ts';

/** Chromium's managed policy: what no switch and no page can turn off. */
export const policy = {
	// The bubble came back when its switch was removed; the languages change often here.
	TranslateEnabled: false,
	URLBlocklist: ['*'],
	URLAllowlist: [`http://127.0.0.1:${port}`],
	DeveloperToolsAvailability: 2,
	IncognitoModeAvailability: 1,
	PrintingEnabled: false,
	DownloadRestrictions: 3,
	BrowserSignin: 0,
	PasswordManagerEnabled: false,
};

export const policyFile: Laid = {
	path: places.policy,
	text: `${JSON.stringify(policy, null, '\t')}\n`,
	mode: 0o644,
};
