import { type RefObject, useEffect, useRef } from "react";

/**
 * Takes the keyboard to an element where a step took away what had it: the next Tab goes on from there.
 *
 * @param step - where the user is; its changes are the steps
 */
export function useKeptFocus(step: string): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    // Never away from the grid, nor from what took the focus of its own accord.
    if (document.hasFocus() && document.activeElement === document.body) {
      element.current?.focus({ preventScroll: true });
    }
  }, [step]);
  return element;
}
