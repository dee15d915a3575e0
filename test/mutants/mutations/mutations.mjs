/**
 * All mutations by name: `before` changes forms or style before they are drawn, `draw` the drawing; false where there is nothing to
 * change. `due`: something is to be said of it even where all is read, since not even a person could read all of it or the form
 * itself is not as it should be.
 */
import { CONTENT } from './content.mjs';
import { COVER } from './cover.mjs';
import { MARKS_ON } from './marks.mjs';
import { PAGES } from './pages.mjs';
import { RULINGS } from './rulings.mjs';
import { TEXT } from './text.mjs';

export const MUTATIONS = { ...COVER, ...TEXT, ...RULINGS, ...PAGES, ...CONTENT, ...MARKS_ON };
