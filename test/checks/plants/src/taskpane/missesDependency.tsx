import { useEffect, type ReactElement } from "react";

export function Title({ text }: { readonly text: string }): ReactElement {
  useEffect(() => {
    document.title = text;
  }, []);
  return <h1>{text}</h1>;
}
