import { type RefObject, useEffect, useRef } from "react";

/**
 * Takes the keyboard to an element where what had it was taken away, such as the button of a message that is settled:
 * the next Tab goes on from there.
 */
export function useKeptFocus(): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let last: EventTarget | null = null;
    const remember = ({ target }: FocusEvent): void => {
      last = target;
    };
    const keep = (): void => {
      // Never away from the grid, nor from what took the focus of its own accord.
      const isLost = document.hasFocus() && document.activeElement === document.body;
      if (isLost && last instanceof Node && !last.isConnected) element.current?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(keep);
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", remember);
      observer.disconnect();
    };
  }, []);
  return element;
}
