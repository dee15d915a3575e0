import type { Place } from '../../geometry/box.js';
import type { Draft } from '../../sections/draft.js';

/** Where the first piece of a field stands. */
export const placeOf = ({ printed }: Draft, pointer: string): Place | undefined => printed.get(pointer)?.places[0];
