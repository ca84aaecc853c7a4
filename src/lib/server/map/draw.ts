import {
	geoAzimuthalEqualArea,
	geoCentroid,
	geoDistance,
	geoEqualEarth,
	type GeoPermissibleObjects,
	type GeoProjection,
} from 'd3-geo';
import { landOf, lands, middleOf } from './atlas.ts';
import { outline } from './outline.ts';

/** Pictures of one place: of a country by its ISO 3166-1 alpha-2 code, or at a point of latitude and longitude. */
export interface Spot {
	country?: string;
	point?: readonly [number, number];
	count: number;
}

/** Where a spot lies on the map, in its units. */
interface Dot {
	x: number;
	y: number;
	r: number;
}

export interface DrawnMap<S extends Spot = Spot> {
	width: number;
	height: number;
	/** Paths: the countries where pictures were taken, and those around them. */
	home: string;
	around: string;
	/** The largest first, so that a small one lies on a large one. */
	dots: (S & Dot)[];
}

const width = 800;
const height = 450;
/** Farther from the middle than this, in radians, a map of one side of the earth distorts too much. */
const widest = 1;
const least = 5;
const largest = 26;

type Point = [longitude: number, latitude: number];

/** A map of these places and what lies around them; undefined where none of them is in the atlas. */
export function drawMap<S extends Spot>(spots: readonly S[]): DrawnMap<S> | undefined {
	const placed = spots.flatMap((spot) => {
		const at = pointOf(spot);
		return at ? [{ spot, at }] : [];
	});
	if (placed.length === 0) return undefined;
	const projection = projectionFor(placed.map(({ at }) => at));
	const homes = placed.flatMap(({ spot }) => landOf(spot.country ?? '') ?? []);
	const most = Math.max(...spots.map(({ count }) => count));
	const dots = placed.flatMap(({ spot, at }) => {
		const [x, y] = projection(at) ?? [];
		if (x === undefined || y === undefined) return [];
		// The area tells the number.
		const r = least + (largest - least) * Math.sqrt(spot.count / most);
		return [{ ...spot, x: Math.round(x), y: Math.round(y), r: Math.round(r) }];
	});
	return {
		...{ width, height },
		home: outline(projection, [...new Set(homes)]),
		around: outline(
			projection,
			lands().filter((land) => !homes.includes(land)),
		),
		dots: dots.sort((a, b) => b.r - a.r),
	};
}

function pointOf({ point, country }: Spot): Point | undefined {
	if (point) return [point[1], point[0]];
	const land = country === undefined ? undefined : landOf(country);
	return land && middleOf(land);
}

/** True to areas: a dot's size and a country's are what is compared. */
function projectionFor(points: readonly Point[]): GeoProjection {
	const middle = geoCentroid(multiPoint(points));
	const isWide = points.some((point) => geoDistance(point, middle) > widest);
	const projection = isWide
		? geoEqualEarth().rotate([-middle[0], 0])
		: geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]);
	projection.fitExtent(frame(largest), multiPoint(points.flatMap(surroundings)));
	// Beyond the frame, so that no line is drawn along its edge.
	return projection.clipExtent(frame(-4));
}

function multiPoint(points: readonly Point[]): GeoPermissibleObjects {
	return { type: 'MultiPoint', coordinates: [...points] };
}

function frame(margin: number): [Point, Point] {
	return [
		[margin, margin],
		[width - margin, height - margin],
	];
}

/** Enough of what lies around a place to know where it is. */
function surroundings([longitude, latitude]: Point): Point[] {
	const up = Math.min(latitude + 6, 85);
	const down = Math.max(latitude - 6, -85);
	return [
		[longitude - 9, latitude],
		[longitude + 9, latitude],
		[longitude, up],
		[longitude, down],
	];
}
