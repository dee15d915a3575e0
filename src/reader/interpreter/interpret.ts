import type { Drawing } from './drawing.js';
import { Interpreter } from './interpreter.js';
import { handlersByNumber, type Ops } from './operators.js';
import type { PageFacts } from './page-facts.js';

/** The operator list of a page as pdfjs gives it. */
export interface OperatorList {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<unknown>;
}

/**
 * Walks the operator list of one page with the full graphics state (PDF 32000-1, 8.4 and 9.3) and collects glyphs,
 * rulings, areas and images. One pass serves text and lines, so that the page's content is interpreted once.
 *
 * @throws {PageLimitError} where the page draws more than it may.
 */
export function interpret(list: OperatorList, ops: Ops, page: PageFacts): Drawing {
  const interpreter = new Interpreter(page);
  const handlers = handlersByNumber(ops);
  for (let i = 0; i < list.fnArray.length; i++) {
    const handler = handlers[list.fnArray[i] as number];
    if (!handler) continue;
    interpreter.at(i);
    handler(interpreter, (list.argsArray[i] ?? []) as never);
    interpreter.checkLimits();
  }
  return interpreter.drawing;
}
