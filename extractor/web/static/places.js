// Places in a document's text. The server counts Unicode code points, JavaScript UTF-16 units: an emoji is one and two.

/** How many code points a string has. */
export function codePoints(string) {
  let count = 0;
  for (const _ of string) count += 1;
  return count;
}

/** The code point of the document at which a point of the page lies; null outside its text. */
function placeOf(node, offset) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const paragraph = element?.closest("p[data-start]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + codePoints(before.toString());
}

/** The selected words inside a text as [start, end) in code points; null where nothing of it is selected. */
export function selected(text) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!text?.contains(range.commonAncestorContainer)) return null;
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? { start, end, box: range.getBoundingClientRect() } : null;
}
