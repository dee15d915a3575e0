/** An element of XML, or of HTML that is XML too: its name, attributes, and what stands in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const TOKEN = /<(?:\?[^>]*\?|!DOCTYPE [^<>]*|(\/)?([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/)?)>|([^<]+)/gy;
// What XML 1.0 does not allow, and what reorders the text that a reader sees.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u;

/** Reads well-formed markup into a tree; throws at whatever is not well-formed. */
export function readMarkup(text: string): Element {
  if (FORBIDDEN.test(text)) throw new Error('a character that may not stand there');
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`not well-formed: ${text.slice(start, start + 80)}`);
    const [, closing, name, attributes = '', empty, content] = match;
    const parent = open.at(-1) as Element;
    if (content !== undefined) parent.children.push(plainText(content));
    else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
    } else if (name) {
      const element: Element = { name, attributes: readAttributes(attributes), children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return root;
}

function readAttributes(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, plainText(value as string)]);
  if (new Set(found.map(([name]) => name)).size < found.length) throw new Error(`an attribute twice: ${text}`);
  return Object.fromEntries(found);
}

const plainText = (text: string): string =>
  text.replace(/&(?:([\w#]+);)?/g, (entity, name) => {
    const char = ENTITIES[name];
    if (char === undefined) throw new Error(`not an entity: ${entity}`);
    return char;
  });

/** All elements of this name, in order. */
export function elements(root: Element, name: string): Element[] {
  return root.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...elements(child, name)],
  );
}

/** The text in an element; `<br/>` is a newline. */
export const textOf = (element: Element): string =>
  element.name === 'br'
    ? '\n'
    : element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
