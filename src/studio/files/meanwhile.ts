import { StudioRefusal } from './studio-refusal.ts';

/** What was to be taken back is not known any more, and must not be. */
export function erased(): StudioRefusal {
	return new StudioRefusal(
		'The history was erased meanwhile, since somebody withdrew a picture.',
		'change it by hand instead',
	);
}

/** Others leave no moment to write in. */
export function busy(): StudioRefusal {
	return new StudioRefusal(
		'Another program goes on changing the files, so nothing was written.',
		'let it end, and do this again',
	);
}
