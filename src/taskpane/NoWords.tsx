import { Body1, Button } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { noWords } from "../text/noWords";

/** What is shown where the words of the pane did not arrive. */
export function NoWords({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  return (
    <div role="alert">
      {noWords.said.map(({ lang, text }) => (
        <Body1 key={lang} as="p" block lang={lang}>
          {text}
        </Body1>
      ))}
      <Button onClick={onRetry}>{noWords.tryAgain}</Button>
    </div>
  );
}
