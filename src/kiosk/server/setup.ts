import type { Setup } from '../../lib/kiosk/contract.ts';
import type { Agent } from './agent.ts';
import { standardScreen } from './options.ts';

/** What a page is told of the device that it is shown on. */
export function setupOf(agent: Agent, screen: string | undefined): Setup {
	const { device, staff } = agent.state;
	const { volume, language = device.language } = staff.kept;
	return {
		release: agent.shown?.id ?? '',
		screen: screen ?? device.screens[0] ?? standardScreen,
		panel: device.panel,
		headphones: device.headphones,
		volume,
		language,
		hidden: agent.hidden,
		isNight: agent.isNight,
		stick: agent.releases.stick?.(),
	};
}
