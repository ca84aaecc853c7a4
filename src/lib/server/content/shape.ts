/** As much of a valibot schema as a walk along a value looks at. */
export interface Shape {
	entries?: Record<string, Shape>;
	item?: Shape;
	value?: Shape;
	wrapped?: Shape;
	getter?: (input: unknown) => Shape;
}

/** Looks through `optional` and `lazy` to the schema that judges this value. */
export function shapeOf(shape: Shape, value: unknown): Shape {
	if (shape.wrapped) return shapeOf(shape.wrapped, value);
	return shape.getter ? shapeOf(shape.getter(value), value) : shape;
}
