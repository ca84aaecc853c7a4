import type { ExtendedFeature, ExtendedFeatureCollection, GeoPermissibleObjects } from 'd3-geo';
import { geoArea, geoCentroid } from 'd3-geo';
import iso from 'iso-3166-1';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
// As text: its type would be as long as itself.
import text from 'world-atlas/countries-50m.json?raw';

export type Land = ExtendedFeature;

let known: readonly Land[] | undefined;

/** The countries of Natural Earth at 1:50 million, which are in the public domain; read when first asked for. */
export function lands(): readonly Land[] {
	return (known ??= read());
}

function read(): readonly Land[] {
	const topology = JSON.parse(text) as Topology<{ countries: GeometryCollection }>;
	const collection = feature(topology, topology.objects.countries);
	return (collection as unknown as ExtendedFeatureCollection).features as readonly Land[];
}

/** @param code ISO 3166-1 alpha-2, in any case; the atlas has the numbers of the same standard */
export function landOf(code: string): Land | undefined {
	const number = iso.whereAlpha2(code)?.numeric;
	return number === undefined ? undefined : lands().find(({ id }) => String(id) === number);
}

/** Middle of a country's largest part, as longitude and latitude: far islands would pull it into the sea. */
export function middleOf(land: Land): [number, number] {
	const { geometry } = land;
	if (geometry?.type !== 'MultiPolygon') return geoCentroid(land);
	const parts = geometry.coordinates.map((coordinates): GeoPermissibleObjects => {
		return { type: 'Polygon', coordinates };
	});
	const [first, ...rest] = parts as [GeoPermissibleObjects, ...GeoPermissibleObjects[]];
	return geoCentroid(
		rest.reduce((largest, one) => (geoArea(one) > geoArea(largest) ? one : largest), first),
	);
}
