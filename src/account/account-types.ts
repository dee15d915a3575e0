import type { Claim as ClaimInDocument } from '../contract/document.js';
import type { Place } from '../geometry/box.js';

/** What became of a text that stands on a page, as the contract has it, with its place. */
export interface Claim extends Omit<ClaimInDocument, 'page' | 'bbox'> {
  readonly place: Place;
}
