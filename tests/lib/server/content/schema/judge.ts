type Schema = Readonly<Record<string, unknown>>;

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
	string: (value) => typeof value === 'string',
	number: (value) => typeof value === 'number',
	integer: (value) => Number.isInteger(value),
	boolean: (value) => typeof value === 'boolean',
	array: (value) => Array.isArray(value),
	object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};
export const knownTypes = Object.keys(kinds);

/** What an editor would underline: as much of JSON Schema (draft 7) as our schemas use. */
export function judge(root: Schema, value: unknown, at: Schema = root, path = ''): string[] {
	const schema = resolved(root, at);
	const wrong = [...ofWords(schema, value, path), ...ofNumbers(schema, value, path)];
	const either = schema.anyOf as readonly Schema[] | undefined;
	if (either && !either.some((one) => judge(root, value, one, path).length === 0)) {
		wrong.push(`${path}: is none of ${either.length}`);
	}
	const inner = membersOf(schema, value).flatMap(({ key, value, schema }) =>
		schema ? judge(root, value, schema, `${path}/${key}`) : [],
	);
	return [...wrong, ...missing(schema, value, path), ...inner];
}

/** Keys of a value that no schema names, at any depth: an editor offers none of them. */
export function unnamed(root: Schema, value: unknown, at: Schema = root, path = ''): string[] {
	const schema = resolved(root, at);
	const either = schema.anyOf as readonly Schema[] | undefined;
	if (either) {
		const fitting = either.filter((one) => judge(root, value, one, path).length === 0);
		const found = (fitting.length > 0 ? fitting : either).map((one) =>
			unnamed(root, value, one, path),
		);
		return found.sort((a, b) => a.length - b.length)[0] ?? [];
	}
	const isList = Array.isArray(value);
	return membersOf(schema, value).flatMap(({ key, value, schema }) => {
		if (schema) return unnamed(root, value, schema, `${path}/${key}`);
		return isList ? [] : [`${path}/${key}`];
	});
}

export function resolved(root: Schema, schema: Schema): Schema {
	if (typeof schema.$ref !== 'string') return schema;
	const steps = schema.$ref.split('/').slice(1);
	const target = steps.reduce<unknown>((at, step) => (at as Schema | undefined)?.[step], root);
	if (target === undefined) throw new Error(`${schema.$ref} leads nowhere`);
	return resolved(root, target as Schema);
}

/** Members of a list or group, each with the schema that judges it, if there is one. */
function membersOf(schema: Schema, value: unknown) {
	if (typeof value !== 'object' || value === null) return [];
	const { items, properties = {}, additionalProperties: others } = schema;
	const rest = typeof others === 'object' ? (others as Schema) : undefined;
	return Object.entries(value).map(([key, member]) => {
		const element = Array.isArray(items) ? (items as Schema[])[Number(key)] : (items as Schema);
		const own = Array.isArray(value) ? element : (properties as Record<string, Schema>)[key];
		return { key, value: member as unknown, schema: own ?? rest };
	});
}

function ofWords(schema: Schema, value: unknown, path: string): string[] {
	const { type, pattern } = schema;
	const choices = schema.enum as readonly unknown[] | undefined;
	const wrong: string[] = [];
	if (typeof type === 'string' && !kinds[type]?.(value)) wrong.push(`${path}: is no ${type}`);
	if (choices && !choices.includes(value)) wrong.push(`${path}: is no ${choices.join()}`);
	if ('const' in schema && schema.const !== value) wrong.push(`${path}: is not ${schema.const}`);
	const fits = typeof pattern !== 'string' || typeof value !== 'string';
	if (!fits && !new RegExp(pattern, 'u').test(value)) wrong.push(`${path}: is not ${pattern}`);
	return wrong;
}

function ofNumbers({ minimum, maximum }: Schema, value: unknown, path: string): string[] {
	if (typeof value !== 'number') return [];
	const low = typeof minimum === 'number' && value < minimum;
	const high = typeof maximum === 'number' && value > maximum;
	return low || high ? [`${path}: is out of range`] : [];
}

function missing({ required }: Schema, value: unknown, path: string): string[] {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
	const keys = (required ?? []) as readonly string[];
	return keys.filter((key) => !(key in value)).map((key) => `${path}/${key}: is missing`);
}
