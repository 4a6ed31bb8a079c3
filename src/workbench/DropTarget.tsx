import { useEffect, useState, type DragEvent, type ReactElement } from "react";

interface DropTargetProps {
  readonly text: string;
  readonly onFile: (file: File) => void;
}

/**
 * Lies over the whole page while a file is dragged over it, and takes the file. Without it a drag that leaves the window
 * would go unnoticed, and the pane's frame would keep the file to itself: the browser opens it in another tab then.
 */
export function DropTarget({ text, onFile }: DropTargetProps): ReactElement | null {
  const [isDragging, setDragging] = useState(false);

  useEffect(() => {
    const show = (event: Event): void => {
      if ((event as globalThis.DragEvent).dataTransfer?.types.includes("Files")) setDragging(true);
    };
    const listenInFrame = ({ target }: Event): void => {
      if (target instanceof HTMLIFrameElement) target.contentWindow?.addEventListener("dragenter", show);
    };
    window.addEventListener("dragenter", show);
    document.addEventListener("load", listenInFrame, true); // a frame's load event does not bubble
    return () => {
      window.removeEventListener("dragenter", show);
      document.removeEventListener("load", listenInFrame, true);
    };
  }, []);

  if (!isDragging) return null;
  const onDragOver = (event: DragEvent): void => event.preventDefault();
  const onDragLeave = (event: DragEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDragging(false);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setDragging(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <div className="drop-target" onDragOver={onDragOver} onDragLeave={onDragLeave} onDrop={onDrop}>
      {text}
    </div>
  );
}
