import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes, the longest first; where nothing ran before, Vitest knows only how large files are. */
const long = [
	'e2e/kiosk/soak',
	'e2e/studio/whole-way',
	'e2e/validity',
	'e2e/looks',
	'e2e/kiosk/monkey',
];

const rank = ({ moduleId }: TestSpecification) => {
	const at = long.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
	return at < 0 ? long.length : at;
};

/** The longest files begin first: one that begins last runs for minutes beside an idle core. */
export class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		const order = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
		return sorted.sort((a, b) => order(a) - order(b) || rank(a) - rank(b));
	}
}
