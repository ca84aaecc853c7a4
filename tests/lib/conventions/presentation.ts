/**
 * What is wrong with a IIIF resource by the Presentation API 3.0 (https://iiif.io/api/presentation/3.0/),
 * as far as our manifests use it: which properties may, should and must be where, and of which form.
 */
export function faultsOf(resource: unknown): string[] {
	const top = Object(resource) as Resource;
	const ids = new Set<string>();
	const context = top['@context'] === 'http://iiif.io/api/presentation/3/context.json';
	return [...(context ? [] : ['@context is another']), ...faults(top, 'top', ids)];
}

type Resource = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const isArray =
	(check: Check): Check =>
	(value) =>
		Array.isArray(value) && value.length > 0 && value.every(check);
const isUri: Check = (value) => typeof value === 'string' && /^https?:\/\/[^\s]+$/.test(value);
const isSize: Check = (value) => Number.isInteger(value) && Number(value) > 0;
const isMap: Check = (value) => {
	const entries = Object.entries(Object(value) as object);
	const isTag = (tag: string) => /^(none|[a-z]{2,3}(-[A-Za-z0-9]+)*)$/.test(tag);
	const isTexts = isArray((text) => typeof text === 'string' && text !== '');
	return entries.length > 0 && entries.every(([tag, texts]) => isTag(tag) && isTexts(texts));
};
const isPair: Check = (value) => {
	const { label, value: said, ...rest } = Object(value) as Resource;
	return isMap(label) && isMap(said) && Object.keys(rest).length === 0;
};
const isOf =
	(...types: string[]): Check =>
	(value) =>
		types.includes(String((Object(value) as Resource).type));
const isWord =
	(...words: string[]): Check =>
	(value) =>
		words.includes(String(value));
const isRights: Check = (value) =>
	/^http:\/\/(creativecommons\.org\/(licenses|publicdomain)\/|rightsstatements\.org\/vocab\/)/.test(
		String(value),
	);

const described: Record<string, Check> = {
	label: isMap,
	summary: isMap,
	metadata: isArray(isPair),
	requiredStatement: isPair,
	rights: isRights,
	provider: isArray(isOf('Agent')),
	thumbnail: isArray(isOf('Image')),
	homepage: isArray(isOf('Text')),
	partOf: isArray(isOf('Collection', 'Manifest')),
};
const external = { format: (value: unknown) => /^\w+\/\w+$/.test(String(value)) };
const sized = { width: isSize, height: isSize };

/** What each type may have besides `id` and `type`, and what it must. */
const types: Record<string, { may: Record<string, Check>; must: string[] }> = {
	Collection: { may: { ...described, items: isArray(isOf('Manifest')) }, must: ['label', 'items'] },
	Manifest: {
		may: {
			...described,
			behavior: isArray(isWord('individuals', 'continuous', 'paged', 'unordered')),
			viewingDirection: isWord('left-to-right', 'right-to-left'),
			items: isArray(isOf('Canvas')),
		},
		must: ['label'],
	},
	Canvas: {
		may: { ...described, ...sized, items: isArray(isOf('AnnotationPage')) },
		must: ['width', 'height', 'items'],
	},
	AnnotationPage: { may: { items: isArray(isOf('Annotation')) }, must: ['items'] },
	Annotation: {
		may: { motivation: isWord('painting'), body: isOf('Image'), target: isUri },
		must: ['motivation', 'body', 'target'],
	},
	Image: {
		may: { ...external, ...sized, service: isArray(isOf('ImageService3')) },
		must: ['format'],
	},
	ImageService3: { may: { profile: isWord('level0', 'level1', 'level2') }, must: ['profile'] },
	Text: {
		may: { ...external, label: isMap, language: isArray((tag) => typeof tag === 'string') },
		must: ['label', 'format'],
	},
	Agent: { may: { label: isMap, homepage: isArray(isOf('Text')) }, must: ['label'] },
};
/** What may be named in several places. */
const repeated = ['Image', 'Text', 'Agent', 'Collection', 'ImageService3'];

function faults(resource: Resource, where: string, ids: Set<string>): string[] {
	const { id, type, ...properties } = resource;
	const rest = Object.fromEntries(Object.entries(properties).filter(([key]) => key !== '@context'));
	const known = types[String(type)];
	if (!known) return [`${where}: type ${String(type)} is not known`];
	const isOwn = !repeated.includes(String(type));
	const again = isOwn && ids.has(String(id)) ? [`${where}: ${String(id)} is there twice`] : [];
	if (isOwn) ids.add(String(id));
	// Within a collection or `partOf` a resource is only named.
	const isNamed = where !== 'top' && ['Manifest', 'Collection'].includes(String(type));
	const lacking = known.must.filter(
		(key) => rest[key] === undefined && !(isNamed && key !== 'label'),
	);
	const isParent = where.endsWith('partOf');
	return [
		...(isUri(id) ? [] : [`${where}: id is no absolute address`]),
		...again,
		...(isParent ? [] : lacking.map((key) => `${where}: ${key} is missing`)),
		...Object.entries(rest).flatMap(([key, value]) => {
			if (!known.may[key]) return [`${where}: ${key} may not be in a ${String(type)}`];
			return known.may[key](value)
				? inner(value, `${where}/${key}`, ids)
				: [`${where}: ${key} is wrong`];
		}),
	];
}

/** Resources within a property. */
function inner(value: unknown, where: string, ids: Set<string>): string[] {
	const resources = (Array.isArray(value) ? value : [value]).filter(
		(one): one is Resource => typeof one === 'object' && one !== null && 'type' in one,
	);
	return resources.flatMap((one) => faults(one, where, ids));
}
