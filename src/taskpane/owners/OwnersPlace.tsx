import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { EmptyState } from "../shell/EmptyState";
import { useWords } from "../words";

export interface OwnersPlaceProps {
  readonly onSegments: () => void;
}

/** Says what will stand here, and what can be done until then. */
export function OwnersPlace({ onSegments }: OwnersPlaceProps): ReactElement {
  const { owners, history } = useWords();
  return (
    <EmptyState
      title={owners.heading}
      text={owners.soon + owners.between + owners.will}
      stepsTitle={owners.meanwhile}
      steps={owners.meanwhileSteps}
    >
      <Button onClick={onSegments}>{history.goToSegments}</Button>
    </EmptyState>
  );
}
