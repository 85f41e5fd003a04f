// What the keyboard does on the page as a whole: arriving in the view, and asking to find. Where it leads is
// sidebar.ts's.

/** Milliseconds between a press of the mouse and the focus that it brings. */
const samePress = 500;
/** A press that brings the focus may be told of after it, by this many milliseconds. */
const lateness = 50;

/** Calls back when the keyboard comes to the view, unless the mouse brought it or a part of the page has it already. */
export function onKeyboardArrival(arrived: () => void): void {
  let pressed = Number.NEGATIVE_INFINITY;
  document.addEventListener("pointerdown", (event) => (pressed = event.timeStamp), { capture: true });
  window.addEventListener("focus", (event) => {
    setTimeout(() => {
      const byMouse = pressed > event.timeStamp - samePress;
      const isFree = document.activeElement === null || document.activeElement === document.body;
      if (!byMouse && isFree && document.hasFocus()) arrived();
    }, lateness);
  });
}

/** Calls back on Ctrl+F or Cmd+F. Captured before VS Code's own listener, which would open the editor's find box. */
export function onFindKey(find: () => void): void {
  const pressed = (event: KeyboardEvent): void => {
    const { key, altKey, shiftKey } = event;
    if (key.toLowerCase() !== "f" || !(event.ctrlKey || event.metaKey) || altKey || shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    find();
  };
  document.addEventListener("keydown", pressed, { capture: true });
}
