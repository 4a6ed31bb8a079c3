export function show(element: HTMLElement, html: string): void {
  element.innerHTML = html;
}
