import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Panel } from '../../lib/kiosk/contract.ts';
import { isLanguage } from '../../lib/server/content/day.ts';
import { suggestion } from '../../lib/server/content/nearest.ts';
import { weekdays, type Hours } from './hours.ts';
import { isPinHash } from './pin.ts';
import { screenPattern } from './bodies.ts';

/** `kiosk.json` of a device: what belongs to it and not to the exhibition. */
export interface Device {
	panel?: Panel;
	/** Outputs that have a browser, such as `HDMI-A-1`. */
	screens: string[];
	/** Of staff, as `npm run kiosk:pin` writes it; without one there is no staff menu. */
	pin?: string;
	headphones: boolean;
	/** Where updates come from. */
	sources: string[];
	hours?: Hours;
	/** Whose releases are trusted. */
	publicKey?: string;
	language?: string;
	/** Outputs whose panels are switched off at night; others only show black. */
	nightOff?: string[];
	/** Where health is told; without it nowhere. */
	healthUrl?: string;
}

const millimetres = v.pipe(v.number(), v.minValue(1), v.maxValue(10_000));
const address = v.pipe(v.string(), v.check(isAddress));
const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const screen = v.pipe(v.string(), v.regex(screenPattern));

/** Each field with what to write instead of a wrong value. */
const fields = {
	panel: [
		v.object({
			width_mm: millimetres,
			height_mm: millimetres,
			bottom_mm: v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)),
			distance_mm: millimetres,
		}),
		'give width_mm, height_mm, bottom_mm and distance_mm as millimetres',
	],
	screen: [
		v.union([screen, v.pipe(v.array(screen), v.minLength(1))]),
		'write the name of an output such as "HDMI-A-1", or a list of them',
	],
	pin: [
		v.pipe(v.string(), v.check(isPinHash)),
		'make one with `npm run kiosk:pin`; until then there is no staff menu',
	],
	headphones: [v.boolean(), 'write true or false'],
	sources: [v.array(v.pipe(v.string(), v.minLength(1))), 'write a list of addresses or folders'],
	hours: [
		v.strictObject({ open: time, close: time, closed: v.optional(v.array(v.picklist(weekdays))) }),
		'write { "open": "10:00", "close": "18:00", "closed": ["mon"] }',
	],
	publicKey: [v.pipe(v.string(), v.minLength(1)), 'write the key that `npm run kiosk:keys` made'],
	language: [v.pipe(v.string(), v.check(isLanguage)), 'write a language such as "en"'],
	nightOff: [v.array(screen), 'write a list of outputs such as ["HDMI-A-1"]'],
	healthUrl: [address, 'write an address such as "https://example.org/kiosk-health"'],
} as const;

type Given = { [name in keyof typeof fields]?: v.InferOutput<(typeof fields)[name][0]> };

export interface DeviceRead {
	device: Device;
	/** `FILE:LINE: FIELD: what is wrong; what to do`, one a mistake. */
	problems: string[];
}

/** Reads `kiosk.json`; what is wrong in it is told and left out, so that pictures hang all the same. */
export async function readDevice(file: string): Promise<DeviceRead> {
	try {
		return deviceOf(await readFile(file, 'utf8'), file);
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		const problem = `${file}: cannot be read (${message}); check who may read it`;
		return { device: completed({}), problems: code === 'ENOENT' ? [] : [problem] };
	}
}

/** @param file only named in sentences */
export function deviceOf(text: string, file: string): DeviceRead {
	let given: unknown;
	try {
		given = JSON.parse(text);
	} catch (error) {
		const { message } = error as Error;
		const problem = `${file}:${lineOfError(text, message)}: this is not JSON (${message}); mind commas and quotes`;
		return { device: completed({}), problems: [problem] };
	}
	if (typeof given !== 'object' || given === null || Array.isArray(given)) {
		return { device: completed({}), problems: [`${file}:1: must be { … }; see the README`] };
	}
	const known: Given = {};
	const problems = Object.entries(given).flatMap(([name, value]) => {
		const problem = take(known, name, value);
		return problem ? [`${file}:${lineOf(text, name)}: ${problem}`] : [];
	});
	return { device: completed(known), problems };
}

/** Returns what is wrong with the field, never its value: it may be a secret. */
function take(known: Given, name: string, value: unknown): string | undefined {
	if (!(name in fields)) return `"${name}" is not known; ${suggestion(name, Object.keys(fields))}`;
	const [schema, remedy] = fields[name as keyof typeof fields];
	const result = v.safeParse(schema, value);
	if (!result.success) {
		const path = v.getDotPath(result.issues[0]);
		return `${path ? `${name}.${path}` : name} cannot be used; ${remedy}`;
	}
	Object.assign(known, { [name]: result.output });
	return undefined;
}

function completed({ screen = [], headphones = false, sources = [], ...rest }: Given): Device {
	return { ...rest, headphones, sources, screens: [screen].flat() };
}

function isAddress(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function lineOf(text: string, field: string): number {
	const at = text.indexOf(JSON.stringify(field));
	return text.slice(0, Math.max(at, 0)).split('\n').length;
}

function lineOfError(text: string, message: string): number {
	const at = /position (\d+)/.exec(message)?.[1] ?? text.length;
	return text.slice(0, Number(at)).split('\n').length;
}
