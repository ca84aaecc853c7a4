/** Pages as a test wants them. */
export class FakeScreens {
	/** Milliseconds in attract without a touch; negative while somebody is there. */
	quiet = Infinity;
	passes = true;
	inUse = false;
	reloads = 0;

	isQuiet(ms: number): boolean {
		return this.quiet >= ms;
	}
	reload(): void {
		this.reloads++;
	}
	hasPassed(): boolean {
		return this.passes;
	}
	isInUse(): boolean {
		return this.inUse;
	}
}

export class FakeClock {
	ms = 0;
	day = '2026-11-24';

	now(): number {
		return this.ms;
	}
	at(): string {
		return new Date(Date.parse('2026-11-24T08:00:00Z') + this.ms).toISOString();
	}
	today(): string {
		return this.day;
	}
}
