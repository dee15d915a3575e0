/** All mutations by name: `before` changes forms or style before they are drawn, `draw` the drawing; false where there is nothing to change. `unreadable`: not even a person could read all of it. */
import { CONTENT } from './content.mjs';
import { COVER } from './cover.mjs';
import { MARKS_ON } from './marks.mjs';
import { PAGES } from './pages.mjs';
import { RULINGS } from './rulings.mjs';
import { TEXT } from './text.mjs';

export const MUTATIONS = { ...COVER, ...TEXT, ...RULINGS, ...PAGES, ...CONTENT, ...MARKS_ON };
